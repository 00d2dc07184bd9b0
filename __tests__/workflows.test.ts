import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { inputProblems, words } from '../script/workflow-rules.ts'
import { home } from '../src/version.ts'
import { removeFolder } from './support/nix.ts'
import { runProgram } from './support/program.ts'
import { holds } from './support/workflow-expressions.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const names = [
  'action.yml',
  ...['.github/*.yml', '.github/workflows/*.yml', 'docs/workflows/*.yml'].flatMap((pattern) =>
    globSync(pattern, { cwd: root })
  )
]

test('there are workflows of ours and workflows to copy', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...['ci', 'publish', 'release', 'update'].map((name) => `.github/workflows/${name}.yml`),
      ...['publish', 'publish-systems', 'publish-release', 'pages', 'prober', 'prune'].map(
        (name) => `docs/workflows/${name}.yml`
      ),
      ...['version-sync', 'version-sync-systems', 'update', 'repair', 'repair-commit'].map(
        (name) => `docs/workflows/${name}.yml`
      )
    ])
  )
})

test('who calls our workflow can leave out build logs and the page', () => {
  const { on, jobs } = parse(read('.github/workflows/publish.yml')) as {
    on: { workflow_call: { inputs: Record<string, { type: string; default: unknown }> } }
    jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>
  }
  const { logs, site } = on.workflow_call.inputs
  expect([logs, site]).toEqual([
    expect.objectContaining({ type: 'boolean', default: true }),
    expect.objectContaining({ type: 'boolean', default: true })
  ])
  const given = (job: string): (string | undefined)[] => {
    const step = jobs[job]?.steps.find(({ uses }) => uses?.startsWith('org/nar-publish@'))
    return [step?.with?.['logs'], step?.with?.['site']]
  }
  // Whoever packs reads the logs, and may not write the page.
  expect(given('pack')).toEqual(['${{ inputs.logs }}', undefined])
  expect(given('commit')).toEqual(['${{ inputs.logs }}', '${{ inputs.site }}'])
})

/** One mistake in one of our own files, and what script/check-workflows.ts says of it. */
interface Mistake {
  file: string
  instead: string
  put: string
  says: string
}

const publish = '.github/workflows/publish.yml'
const ci = '.github/workflows/ci.yml'
const release = '.github/workflows/release.yml'
const prune = 'docs/workflows/prune.yml'
const sync = 'docs/workflows/version-sync.yml'
const systems = 'docs/workflows/publish-systems.yml'
const prober = 'docs/workflows/prober.yml'
const action = 'action.yml'
const update = '.github/workflows/update.yml'
const nightly = 'docs/workflows/update.yml'
const dependabot = '.github/dependabot.yml'

const table: [file: string, instead: string, put: string, says: string][] = [
  // Keys.
  [publish, '\njobs:', '\njob:', "Unexpected value 'job'"],
  [publish, 'timeout-minutes', 'timeout-minute', "Unexpected value 'timeout-minute'"],
  [publish, '    runs-on', '    runs_on', "Unexpected value 'runs_on'"],
  [publish, 'fail-fast', 'failfast', "Unexpected value 'failfast'"],
  [publish, '        id: matrix', '        ids: matrix', "Unexpected value 'ids'"],
  [publish, '  matrix:\n', '\tmatrix:\n', 'Tabs are not allowed'],
  [prune, '\npermissions: {}', '\npermissions: {}\npermissions: {}', 'already defined'],
  [ci, 'run: .ci/run', 'run: .ci/run\n        uses: ./', "Unexpected value 'uses'"],
  [ci, 'id: again', 'id: commit', "identifier 'commit' may not be used more than once"],
  // Events.
  [ci, '  pull_request:', '  pull_requests:', "Unexpected value 'pull_requests'"],
  [ci, 'branches: [main]', 'branch: [main]', "Unexpected value 'branch'"],
  [sync, 'types: [published]', 'types: [publish]', "Unexpected value 'publish'"],
  [prune, '41 3 * * 0', '61 3 * * 0', 'Invalid cron expression'],
  [prune, '41 3 * * 0', 'every Sunday', 'Invalid cron expression'],
  // Inputs.
  [publish, 'type: string', 'type: text', "Unexpected value 'text'"],
  [publish, 'default: true', 'default: maybe', "The type 'BooleanToken' was expected"],
  [prune, 'type: boolean', 'type: bool', "Unexpected value 'bool'"],
  // Permissions and concurrency.
  [publish, '  contents: read', '  content: read', "Unexpected value 'content'"],
  [publish, 'contents: read', 'contents: raed', "Unexpected value 'raed'"],
  [publish, 'contents: read', 'id-token: read', "Unexpected value 'read'"],
  [publish, 'queue: max', 'queue: maximum', "Unexpected value 'maximum'"],
  [publish, 'queue: max', 'queu: max', "Unexpected value 'queu'"],
  [publish, 'queue: max', 'queue: max\n      cancel-in-progress: true', 'exclude each other'],
  // Jobs and runners.
  [publish, 'needs: matrix\n', 'needs: matrx\n', "unknown job 'matrx'"],
  [publish, 'needs: [matrix, first, pack]', 'needs: [matrix, pak]', "unknown job 'pak'"],
  [publish, '  matrix:\n    name', '  matrix:\n    needs: commit\n    name', 'no dependencies'],
  [publish, 'runs-on: ubuntu-24.04', 'runs-on: ubuntu-24.4', 'ubuntu-24.4 is not among'],
  [ci, 'runner: ubuntu-24.04-arm', 'runner: ubuntu-24.04-arm64', 'ubuntu-24.04-arm64 is not among'],
  // Expressions.
  [publish, '!cancelled() &&', '!cancelled( &&', 'Unexpected symbol'],
  [publish, '!cancelled()', '!canceled()', 'Unrecognized function'],
  [publish, '${{ runner.temp', '${{ runer.temp', 'Unrecognized named-value'],
  [publish, '${{ matrix.name }}', '${{ steps.name }}', 'Unrecognized named-value'],
  [publish, "inputs.verify == 'substitute'", "secrets.token == ''", 'Unrecognized named-value'],
  [publish, 'inputs.systems', 'inputs.sytems', 'inputs.sytems leads nowhere'],
  [publish, 'secrets.signing-key', 'secrets.sign-key', 'secrets.sign-key leads nowhere'],
  [publish, 'needs.matrix.outputs.any-jobs', 'needs.matrix.outputs.any-job', 'leads nowhere'],
  [publish, 'steps.commit.outputs.published', 'steps.comit.outputs.published', 'leads nowhere'],
  [publish, 'steps.commit.outputs.published', 'steps.commit.outputs.publishd', 'leads nowhere'],
  [publish, 'jobs.commit.outputs.published', 'jobs.comit.outputs.published', 'leads nowhere'],
  [publish, 'jobs.commit.outputs.published', 'jobs.commit.outputs.publishd', 'leads nowhere'],
  [publish, 'matrix.takes', 'matrix.takse', 'matrix.takse leads nowhere'],
  [ci, 'matrix.system', 'matrix.sytem', 'matrix.sytem leads nowhere'],
  [update, 'matrix.package', 'matrix.attribute', 'matrix.attribute leads nowhere'],
  [update, 'inputs.base }}', 'inputs.branch }}', 'inputs.branch leads nowhere'],
  [ci, 'run: .ci/run', 'run: .ci/run ${{ github.head_ref }}', 'is text of the script'],
  // What actions and workflows are given.
  [publish, 'fail-on-eval-error: ${{', 'fail-on-eval-errors: ${{', 'has no input fail-on-eval-err'],
  [publish, 'phase: pack', 'phase: pak', 'phase takes all, pack'],
  [prune, 'mode: prune', 'mode: purge', 'mode takes publish, matrix'],
  [ci, 'dry-run: true', 'dry-run: yes', 'dry-run takes true, false'],
  [publish, 'retention-days: 1', 'retention-day: 1', 'to have an input retention-day'],
  [prober, 'uses: actions/setup-node', 'uses: actions/set-node', 'not among the actions we know'],
  [systems, 'systems: x86', 'system: x86', 'has no input or secret system'],
  [systems, 'signing-key: $', 'signing_key: $', 'has no input or secret signing_key'],
  [systems, 'workflows/publish.yml', 'workflows/nothing.yml', 'there is no .github/workflows/not'],
  [systems, 'contents: write #', 'contents: read #', 'wants more than it is granted: contents: wr'],
  [
    systems,
    '    with:\n',
    '    with:\n      pages: true\n',
    'wants more than it is granted: pages: wr'
  ],
  [systems, 'pull-requests: write #', 'pull-request: write #', "Unexpected value 'pull-request'"],
  [
    systems,
    '    with:\n',
    '    with:\n      annotate: true\n',
    'wants more than it is granted: checks: wr'
  ],
  [nightly, 'contents: write #', 'contents: read #', 'than it is granted: contents: write'],
  [nightly, 'issues: write #', 'issues: read #', 'than it is granted: issues: write'],
  [nightly, 'pull-requests: write #', 'checks: write #', 'granted: pull-requests: write'],
  [update, 'phase: list', 'phase: look', 'phase takes all, pack'],
  [publish, 'overwrite: true', 'overwrite: false', 'wants overwrite: true'],
  // Pins and reasons.
  [
    ci,
    'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
    'actions/checkout@v7',
    'pinned'
  ],
  [ci, ' # v7.0.1', '', 'is not pinned'],
  [ci, ' # v7.0.1', ' # v7.0.2', 'elsewhere'],
  [ci, 'contents: read # to check the sources out', 'contents: read', 'has no comment "# to'],
  [publish, 'org/nar-publish@v', 'org/nar-publish@v9', 'is not the release of package.json'],
  [update, 'org/nar-publish@v', 'org/nar-publish@v9', 'is not the release of package.json'],
  // What zizmor would find (docs/security-review.md).
  [ci, '        with:\n          persist-credentials: false\n', '', 'job pins: a checkout leaves'],
  [ci, 'image: debian:12', 'image: debian', 'job test: the image debian has no version'],
  [ci, 'image: debian:12', 'image: debian:latest', 'the image debian:latest has no version'],
  [prune, '\npermissions: {}', '', 'the workflow has no `permissions`'],
  [prune, '  schedule:', '  pull_request_target:\n  schedule:', 'pull_request_target gives'],
  [
    systems,
    '    secrets:\n      signing-key: ${{ secrets.NIX_SIGNING_KEY }}',
    '    secrets: inherit',
    '`secrets: inherit` hands'
  ],
  [
    update,
    '          permission-contents: write # to push the branches\n',
    '',
    'job commit: the App’s token may all'
  ],
  [
    release,
    '          package-manager-cache: false\n',
    '',
    'job check: a release takes from a cache'
  ],
  // action.yml.
  [action, 'node24', 'node42', "Unexpected value 'node42'"],
  [action, 'node24', 'node16', 'runs.using'],
  [action, '  using:', '  usng:', "Unexpected value 'usng'"],
  [action, 'main: dist', 'man: dist', "Unexpected value 'man'"],
  [action, 'default: publish', 'defalt: publish', 'inputs.mode'],
  [action, '    description', '    descripton', 'inputs.mode'],
  [action, 'icon: package', 'icon: pakage', "Unexpected value 'pakage'"],
  [action, '${{ github.token }}', '${{ githb.token }}', 'Unrecognized named-value'],
  [action, '${{ github.token }}', '${{ github.token', 'not closed'],
  [action, '\noutputs:', '\noutput:', "Unexpected value 'output'"],
  // dependabot.yml.
  [dependabot, 'version: 2', 'version: 3', 'version'],
  [dependabot, 'package-ecosystem: npm', 'package-ecosystem: npn', 'package-ecosystem'],
  [dependabot, 'interval: weekly', 'interval: sometimes', 'interval'],
  [dependabot, '[/, /docs/workflows]', '[/]', 'directories'],
  [dependabot, 'default-days: 7', 'default-days: 1', 'cooldown.default-days'],
  [dependabot, '    cooldown:\n      default-days: 7\n', '', 'cooldown']
]
const mistakes: Mistake[] = table.map(([file, instead, put, says]) => ({
  file,
  instead,
  put,
  says
}))

describe('script/check-workflows.ts', () => {
  let folder: string
  let lines: string[]
  /** Where the changed file lies; its last folders as in the repository. */
  const place = (index: number): string => join(folder, String(index), mistakes[index]?.file ?? '')

  // One process for all: each starts the parser.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workflows-'))
    for (const [index, { file, instead, put }] of mistakes.entries()) {
      mkdirSync(dirname(place(index)), { recursive: true })
      const text = read(file)
      writeFileSync(
        place(index),
        text.replace(instead, () => put)
      )
    }
    const files = mistakes.map((_, index) => place(index))
    const { stderr } = await runProgram(
      process.execPath,
      [join(root, 'script/check-workflows.ts'), ...files],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } }
    )
    lines = stderr.split('\n')
  })

  afterAll(() => removeFolder(folder))

  test('finds nothing in the files as they are', async () => {
    const { status, stderr } = await runProgram(
      process.execPath,
      [join(root, 'script/check-workflows.ts')],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } }
    )
    expect([stderr, status]).toEqual(['', 0])
  })

  test.each(mistakes.map((mistake, index) => ({ ...mistake, index })))(
    'finds in $file: $put',
    ({ file, instead, index, says }) => {
      expect(read(file)).toContain(instead)
      const found = lines.filter((line) => line.startsWith(place(index)))
      expect(found.join('\n')).toContain(says)
    }
  )
})

describe('snippets in the documents', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })]
  const snippets = documents.flatMap((file) =>
    [...read(file).matchAll(/^```ya?ml\n(.*?)^```$/gms)].map(
      ([, block = '']) => [file, parse(block) as unknown] as const
    )
  )

  function steps(value: unknown): { uses: string; with?: Record<string, unknown> }[] {
    if (typeof value !== 'object' || value === null) return []
    const here = 'uses' in value && typeof value.uses === 'string' ? [value] : []
    return [...(here as ReturnType<typeof steps>), ...Object.values(value).flatMap(steps)]
  }

  test('give actions inputs that they have, and ours the words that they take', () => {
    const given = snippets.flatMap(([file, block]) => steps(block).map((step) => ({ file, step })))
    expect(given.length).toBeGreaterThan(20)
    const problems = given
      .filter(({ step }) => !step.uses.includes('.github/workflows/'))
      .flatMap(({ file, step }) =>
        inputProblems(step.uses, step.with ?? {}, read('action.yml')).map(
          (problem) => `${file}: ${problem}`
        )
      )
    expect(problems).toEqual([])
  })

  test('name the majors that our own files pin', () => {
    const major = (text: string): string[][] =>
      [...text.matchAll(/uses: ([\w./-]+)@(?:[0-9a-f]{40} # )?(v\d+)/g)].map((match) =>
        match.slice(1)
      )
    const pinned = new Map(
      names.flatMap((file) => major(read(file))).map(([uses = '', version]) => [uses, version])
    )
    const told = documents.flatMap((file) => major(read(file)).map((pin) => [file, ...pin]))
    const others = told.filter(([, uses = '']) => !uses.startsWith(home) && pinned.has(uses))
    expect(others.length).toBeGreaterThan(20)
    expect(others.filter(([, uses = '', version]) => pinned.get(uses) !== version)).toEqual([])
  })

  test.each(Object.entries(words))('action.yml names the words of %s', (name, values) => {
    const { inputs } = parse(read('action.yml')) as {
      inputs: Record<string, { description: string; default: string }>
    }
    const { description = '', default: usual = '' } = inputs[name] ?? {}
    // Of yes and no the text names the one that is not the default.
    const named = values.filter((value) => description.includes(`\`${value}\``) || value === usual)
    expect(named).toEqual(values)
  })

  test('name the action in one way', () => {
    const files = [...documents, ...names]
    const others = files.flatMap((file) =>
      [...read(file).matchAll(/(?<![\w.$-]|\/var\/)([\w-]+)\/nar-publish(?=[@?/\s])/g)]
        .filter(([, owner]) => owner !== home.split('/')[0])
        .map(([text]) => `${file}: ${text}`)
    )
    expect(others).toEqual([])
  })
})

describe('the jobs of our workflow, as GitHub’s own evaluator has it', () => {
  const { jobs } = parse(read(publish)) as { jobs: Record<string, { if?: string }> }
  const pull = (full_name: string, more: object = {}) => ({
    event_name: 'pull_request',
    event: { action: 'synchronize', pull_request: { head: { repo: { full_name } } }, ...more }
  })
  const own = pull('alice/project')
  const fork = pull('mallory/project')
  const closed = pull('alice/project', { action: 'closed' })
  const gone = {
    event_name: 'pull_request',
    event: { action: 'opened', pull_request: { head: { repo: null } } }
  }
  const push = { event_name: 'push', event: {} }
  const all = ['matrix', 'first', 'pack', 'commit', 'pull-request', 'rebuild']
  const usual = ['matrix', 'first', 'pack', 'commit']
  const again = { 'rebuild-check': true }
  const [some, none, unknown] = ['true', 'false', undefined].map((any) => ({
    'any-jobs': any,
    'any-first-wave': any
  }))

  test.each([
    ['a push', push, {}, some, ['matrix', 'first', 'pack', 'commit']],
    ['a push with nothing to build', push, {}, none, ['matrix']],
    ['the same, with a branch to move', push, { 'cached-branch': 'x' }, none, ['matrix', 'commit']],
    ['one that is to be built again', push, again, some, [...usual, 'rebuild']],
    ['the same with nothing to build', push, again, none, ['matrix']],
    ['one whose matrix failed', push, { 'cached-branch': 'x' }, unknown, ['matrix']],
    ['a pull request of our own', own, {}, some, ['matrix', 'first', 'pack', 'pull-request']],
    ['one that all is there of', own, {}, none, ['matrix', 'pull-request']],
    [
      'one that is published',
      own,
      { 'on-pull-request': 'publish' },
      some,
      ['matrix', 'first', 'pack', 'commit']
    ],
    ['one from a fork', fork, {}, some, ['matrix', 'first', 'pack', 'pull-request']],
    [
      'one from a fork, where ours are published',
      fork,
      { 'on-pull-request': 'publish' },
      some,
      ['matrix', 'first', 'pack', 'pull-request']
    ],
    ['one whose repository is gone', gone, {}, some, ['matrix', 'first', 'pack', 'pull-request']],
    ['one that is closed', closed, {}, unknown, []],
    ['a closed one that has pins', closed, { 'on-pull-request': 'pin' }, unknown, ['pull-request']]
  ])('of %s', (_, github, given, outputs, expected) => {
    const contexts = {
      github: { repository: 'alice/project', ...github },
      inputs: { 'cached-branch': '', 'on-pull-request': 'build', ...given },
      needs: { matrix: { outputs } }
    }
    // Something failed before, which stops nothing that can go on.
    const status = (job: string): 'success' | 'failure' =>
      job === 'matrix' ? 'success' : 'failure'
    expect(all.filter((job) => holds(jobs[job]?.if, contexts, status(job)))).toEqual(expected)
  })
})

describe('the jobs that bring packages up to date', () => {
  const { jobs } = parse(read(update)) as {
    jobs: Record<string, { if?: string; permissions?: object }>
  }

  test.each([
    ['true', false, true, true],
    ['false', false, false, false],
    ['false', true, false, true],
    // The look failed.
    ['', true, false, false]
  ])('any-jobs %j, dashboard %j: compute %j, commit %j', (anyJobs, dashboard, compute, commit) => {
    const outputs = anyJobs === '' ? {} : { 'any-jobs': anyJobs }
    const contexts = { needs: { list: { outputs } }, inputs: { dashboard } }
    expect(holds(jobs['compute']?.if, contexts, 'failure')).toBe(compute)
    expect(holds(jobs['commit']?.if, contexts, 'failure')).toBe(commit)
  })

  test('may read and nothing else, but for the one that proposes: it has what its caller grants', () => {
    expect(parse(read(update))).not.toHaveProperty('permissions')
    const permissions = Object.entries(jobs).map(([name, job]) => [name, job.permissions])
    expect(Object.fromEntries(permissions)).toEqual({
      list: { contents: 'read' },
      compute: { contents: 'read' },
      commit: undefined
    })
  })
})

describe('the jobs that only some callers grant something', () => {
  const { jobs } = parse(read(publish)) as {
    jobs: Record<
      string,
      { if?: string; permissions?: object; steps: { if?: string; run?: string }[] }
    >
  }
  const contexts = (inputs: object, sha = 'abc') => ({
    inputs: { pages: true, 'dry-run': false, ...inputs },
    needs: { commit: { outputs: { 'commit-sha': sha } } }
  })

  test.each([
    ['Pages with `pages: true`', contexts({}), true],
    ['without', contexts({ pages: false }), false],
    ['of a dry run', contexts({ 'dry-run': true }), false],
    ['when nothing was committed', contexts({}, ''), false]
  ])('%s', (_, context, runs) => {
    expect(holds(jobs['pages']?.if, context)).toBe(runs)
  })

  test('ask for no permission of their own, so that callers without it go on; all others do', () => {
    const { permissions } = parse(read(publish)) as { permissions?: object }
    expect(permissions).toBeUndefined()
    const without = Object.entries(jobs).filter(([, job]) => job.permissions === undefined)
    expect(without.map(([name]) => name)).toEqual(['attest', 'pull-request', 'pages'])
  })

  test.each([
    [{ verify: 'readers', 'target-repository': '' }, true],
    [{ verify: 'narinfo', 'target-repository': 'alice/store' }, true],
    [{ verify: 'narinfo', 'target-repository': 'alice/project' }, false],
    [{ verify: 'narinfo', 'target-repository': '' }, false]
  ])('%j is refused: %s', (inputs, isRefused) => {
    const github = { repository: 'alice/project' }
    const [refusal] = jobs['matrix']?.steps ?? []
    expect(holds(refusal?.if, { inputs: { pages: true, ...inputs }, github })).toBe(isRefused)
    expect(holds(refusal?.if, { inputs: { pages: false, ...inputs }, github })).toBe(false)
  })

  test('an event that gives secrets to anybody’s code is refused, unless it is to publish', () => {
    const [, refusal] = jobs['matrix']?.steps ?? []
    const isRefused = (event_name: string, way: string): boolean =>
      holds(refusal?.if, { inputs: { 'on-pull-request': way }, github: { event_name } })
    expect(refusal?.run).toContain('exit 1')
    expect(isRefused('pull_request_target', 'build')).toBe(true)
    expect(isRefused('pull_request_target', 'publish')).toBe(false)
    expect(isRefused('pull_request', 'pin')).toBe(false)
  })
})

describe('script/check-shell', () => {
  const check = (file: string) => runProgram('bash', [join(root, 'script/check-shell'), file])

  test('finds what bash would do with a step’s names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shell-'))
    const file = join(folder, 'bad.yml')
    writeFileSync(file, 'jobs: { a: { steps: [{ run: "rm -rf $RUNNER_TEMP/$NAME" }] } }')
    const { status, stdout } = await check(file)
    await removeFolder(folder)
    expect([status, stdout]).toEqual([1, expect.stringContaining('SC2086')])
  })

  test('reads the steps of ours', async () => {
    expect(await check('docs/workflows/prober.yml')).toMatchObject({ status: 0, stdout: '' })
  })
})
