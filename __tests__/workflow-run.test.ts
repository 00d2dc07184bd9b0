/** The tests' own way to run whole workflow files, held against what GitHub's documentation says of them. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub, type GitHubServer } from './support/github/server.ts'
import { removeFolder } from './support/nix.ts'
import { Artifacts } from './support/workflow-artifacts.ts'
import { checkoutAction, hasCredentials } from './support/workflow-checkout.ts'
import { runWorkflow, type WorkflowEnd, type WorkflowOptions } from './support/workflow-run.ts'

const repository = 'alice/project'
let folder: string
let github: GitHubServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-run-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { 'read-token': { login: 'alice', access: 'read' } },
    conditions: { git: 'served' }
  })
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
})

/** Runs `main` of these jobs; `called` can be called by it. */
function run(
  jobs: string,
  { called = '', ...options }: Partial<WorkflowOptions> & { called?: string } = {}
): Promise<WorkflowEnd> {
  const root = mkdtempSync(join(folder, 'root-'))
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  write('action.yml', readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8'))
  write('.github/workflows/main.yml', `name: main\non: { push: , workflow_dispatch: }\n${jobs}`)
  write('.github/workflows/called.yml', `name: called\n${called}`)
  return runWorkflow({
    file: '.github/workflows/main.yml',
    root,
    folder: mkdtempSync(join(folder, 'run-')),
    event: { name: 'push' },
    github: { repository },
    tokenOf: (permissions) => JSON.stringify(permissions),
    ...options
  })
}

test('jobs come in the order of their needs, with outputs and rows from those', async () => {
  const ended = await run(`
jobs:
  last:
    needs: [rows, first]
    runs-on: x
    outputs: { all: '\${{ needs.rows.outputs.name }} \${{ needs.first.outputs.n }}' }
    steps: [{ run: 'true' }]
  rows:
    name: \${{ matrix.name }} on \${{ matrix.os }}
    needs: first
    strategy: { matrix: '\${{ fromJSON(needs.first.outputs.matrix) }}' }
    runs-on: \${{ matrix.os }}
    outputs: { name: '\${{ steps.say.outputs.name }}' }
    steps: [{ id: say, run: 'echo "name=$NAME" >> "$GITHUB_OUTPUT"', env: { NAME: '\${{ matrix.name }}' } }]
  first:
    runs-on: x
    outputs: { matrix: '\${{ steps.make.outputs.matrix }}', n: '\${{ steps.make.outputs.n }}' }
    steps:
      - id: make
        run: |
          echo n=1 >> "$GITHUB_OUTPUT"
          echo 'matrix={"include":[{"name":"a","os":"x"},{"name":"b; c","os":["self","y"]}]}' >> "$GITHUB_OUTPUT"
`)
  expect(ended.result).toBe('success')
  expect(ended.jobs.map(({ name, labels }) => [name, labels])).toEqual([
    ['first', ['x']],
    ['a on x', ['x']],
    ['b; c on Array', ['self', 'y']],
    ['last', ['x']]
  ])
  expect(ended.needs['last']?.outputs).toEqual({ all: 'b; c 1' })
})

test('what comes after a failure runs only where it asks for that', async () => {
  const ended = await run(`
jobs:
  bad:
    runs-on: x
    outputs: { seen: '\${{ steps.seen.outputs.seen }}' }
    steps:
      - { id: may, run: exit 1, continue-on-error: true }
      - { run: exit 1 }
      - { run: 'true', name: left out }
      - { run: 'true', name: also left out, if: "steps.may.outcome == 'failure'" }
      - { if: '\${{ !cancelled() }}', id: seen, run: 'echo "seen=\${{ steps.may.outcome }} \${{ steps.may.conclusion }}" >> "$GITHUB_OUTPUT"' }
      - { if: failure(), run: 'true', name: told }
  good: { runs-on: x, steps: [{ run: 'true' }] }
  after: { needs: bad, runs-on: x, steps: [{ run: 'true' }] }
  after-that: { needs: after, if: always(), runs-on: x, steps: [{ run: 'true' }] }
  anyway: { needs: [bad, good], if: "!cancelled() && needs.good.result == 'success'", runs-on: x, steps: [{ run: 'true' }] }
`)
  expect(ended.result).toBe('failure')
  expect(ended.needs).toMatchObject({
    bad: { result: 'failure', outputs: { seen: 'failure success' } },
    after: { result: 'skipped' },
    'after-that': { result: 'success' },
    anyway: { result: 'success' }
  })
  const bad = ended.jobs.find(({ id }) => id === 'bad')
  expect(bad?.ends.map(({ title, exitCode }) => [title.slice(0, 6), exitCode])).toEqual([
    ['exit 1', 1],
    ['exit 1', 1],
    ['echo "', 0],
    ['told', 0]
  ])
})

test('a row that fails stops those that have not begun, unless `fail-fast: false`', async () => {
  const rows = (strategy: string): string =>
    `jobs: { rows: { runs-on: x, strategy: { ${strategy} matrix: { n: [1, 2, 3] } }, steps: [{ run: 'exit "$N"', env: { N: '\${{ matrix.n }}' } }] } }`
  const [fast, all] = [await run(rows('')), await run(rows('fail-fast: false,'))]
  expect(fast.jobs.map(({ result }) => result)).toEqual(['failure', 'cancelled', 'cancelled'])
  expect(all.jobs.map(({ result }) => result)).toEqual(['failure', 'failure', 'failure'])
})

test('failed jobs run again with all that need them, and what succeeded stays as it is', async () => {
  const jobs = `
jobs:
  list: { runs-on: x, outputs: { at: '\${{ steps.at.outputs.at }}' }, steps: [{ id: at, run: 'echo "at=$GITHUB_RUN_ATTEMPT" >> "$GITHUB_OUTPUT"' }] }
  rows:
    needs: list
    runs-on: x
    strategy: { fail-fast: false, matrix: { n: [a, b] } }
    outputs: { said: '\${{ steps.say.outputs.said }}' }
    steps:
      - { id: say, run: 'echo "said=$SAID" >> "$GITHUB_OUTPUT"', env: { SAID: '\${{ matrix.n }} of \${{ needs.list.outputs.at }} at \${{ github.run_attempt }}' } }
      - { run: '[ "$N$GITHUB_RUN_ATTEMPT" != b1 ]', env: { N: '\${{ matrix.n }}' } }
  calls: { uses: ./.github/workflows/called.yml, needs: rows, if: '!cancelled()', permissions: { contents: write }, with: { really: true } }
  skipped: { needs: rows, runs-on: x, steps: [{ run: 'true' }] }
  beside: { needs: list, runs-on: x, steps: [{ run: 'true' }] }
`
  const first = await run(jobs, { called })
  const again = await run(jobs, { called, before: first })
  const of = ({ jobs: ended }: WorkflowEnd): string[] =>
    ended.map(({ id, row, result, attempt }) => `${id} ${row} ${result} ${attempt}`).sort()
  expect(of(first)).toEqual([
    ...['beside 0 success 1', 'calls / inherits 0 success 1', 'calls / say 0 success 1'],
    ...['list 0 success 1', 'rows 0 success 1', 'rows 1 failure 1', 'skipped 0 skipped 1']
  ])
  expect(of(again)).toEqual([
    ...['beside 0 success 1', 'calls / inherits 0 success 2', 'calls / say 0 success 2'],
    ...['list 0 success 1', 'rows 0 success 1', 'rows 1 success 2', 'skipped 0 success 2']
  ])
  expect([again.result, again.attempt]).toEqual(['success', 2])
  expect(again.needs['rows']?.outputs).toEqual({ said: 'b of 1 at 2' })
})

test('a job’s programs can be started on a machine of its own', async () => {
  const ended = await run(
    'jobs: { a: { runs-on: x, steps: [{ run: \'echo "$MADE" > "$GITHUB_STEP_SUMMARY"\' }] } }',
    { enter: (made) => ['env', `MADE=${made}`] }
  )
  const [job] = ended.jobs
  expect(job?.ends[0]?.summary.trim()).toBe(dirname(job?.workspace ?? ''))
})

const called = `
on:
  workflow_call:
    inputs:
      often: { type: number, default: 2, description: x }
      really: { type: boolean, required: true, description: x }
    secrets: { token: { required: false, description: x } }
    outputs: { said: { value: '\${{ jobs.say.outputs.said }}', description: x } }
jobs:
  say:
    runs-on: x
    permissions: { contents: write }
    outputs: { said: '\${{ steps.say.outputs.said }}' }
    steps:
      - id: say
        run: echo "said=$SAID" >> "$GITHUB_OUTPUT"
        env: { SAID: "\${{ inputs.really && 'yes' || 'no' }} \${{ inputs.often }} \${{ secrets.token }} \${{ github.token }}" }
  inherits: { runs-on: x, steps: [{ run: 'true' }] }
`
const caller = (more: string, grants = 'contents: write, issues: write'): string => `
permissions: {}
jobs:
  call:
    uses: ./.github/workflows/called.yml
    permissions: { ${grants} }
    ${more}
  after: { needs: call, runs-on: x, steps: [{ run: 'test "$SAID"', env: { SAID: '\${{ needs.call.outputs.said }}' } }] }
`

test('a called workflow gets inputs of their kinds, the secrets that it is handed, and at most what its caller may do', async () => {
  const secrets = { token: 't0p', other: 'x' }
  const ended = await run(caller(`with: { really: '\${{ 1 == 1 }}' }`), { called, secrets })
  expect(ended.needs['call']?.outputs).toEqual({ said: 'yes 2  {"contents":"write"}' })
  expect(ended.jobs.map(({ id, permissions }) => [id, permissions])).toEqual([
    ['call / say', { contents: 'write' }],
    ['call / inherits', { contents: 'write', issues: 'write' }],
    ['after', {}]
  ])
  const handed = await run(
    caller(`with: { really: false, often: 7 }\n    secrets: { token: '\${{ secrets.token }}' }`),
    { called, secrets }
  )
  expect(handed.needs['call']?.outputs).toEqual({ said: 'no 7 t0p {"contents":"write"}' })
})

test.each([
  ['there is no input realy', caller('with: { realy: true }')],
  ['input really is required', caller('')],
  ['input really takes no perhaps', caller('with: { really: perhaps }')],
  ['there is no secret key', caller('with: { really: true }\n    secrets: { key: x }')],
  [
    'call / say wants more than it is granted: contents: write',
    caller('with: { really: true }', 'contents: read')
  ],
  ['job a needs itself', 'jobs: { a: { needs: b, runs-on: x }, b: { needs: a, runs-on: x } }'],
  ['services', 'jobs: { a: { runs-on: x, services: {} } }'],
  ['no way to run other/action', 'jobs: { a: { runs-on: x, steps: [{ uses: other/action@v1 }] } }'],
  [
    'there is no inputs.nothing',
    'jobs: { a: { runs-on: x, steps: [{ run: "echo ${{ inputs.nothing }}" }] } }'
  ],
  ['an if of several pieces', 'jobs: { a: { runs-on: x, if: "${{ true }} || false" } }']
])('a workflow is refused: %s', async (says, jobs) => {
  await expect(run(jobs, { called })).rejects.toThrow(says)
})

test('artifacts go from job to job by their names, each of which is given once', async () => {
  const artifacts = new Artifacts(mkdtempSync(join(folder, 'artifacts-')))
  const ended = await run(
    `
jobs:
  up:
    runs-on: x
    steps:
      - run: mkdir -p out/deep && echo 1 > out/a.json && echo 2 > out/deep/b.txt && echo 3 > out/.hidden && ln -s a.json out/link.json
      - { uses: actions/upload-artifact@v7, with: { name: one-json, path: 'out/*.json' } }
      - { uses: actions/upload-artifact@v7, with: { name: one-all, path: out } }
      - { uses: actions/upload-artifact@v7, with: { name: one-all, path: out, overwrite: true } }
      - { uses: actions/upload-artifact@v7, with: { name: nothing, path: nowhere, if-no-files-found: ignore } }
      - { uses: actions/upload-artifact@v7, with: { name: one-all, path: out } }
  down:
    needs: up
    if: always()
    runs-on: x
    steps:
      - { uses: actions/download-artifact@v8, with: { pattern: one-*, path: apart } }
      - { uses: actions/download-artifact@v8, with: { pattern: one-*, path: merged, merge-multiple: true } }
      - { uses: actions/download-artifact@v8, with: { pattern: one-j*, path: only } }
      - { uses: actions/download-artifact@v8, with: { name: one-json } }
      - run: find . -type f | sort > "$GITHUB_STEP_SUMMARY"
      - { uses: actions/download-artifact@v8, with: { name: nothing } }
`,
    { standIns: () => artifacts.actions('4711') }
  )
  const [up, down] = ended.jobs
  expect(up?.ends.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0, 1])
  expect(up?.ends.at(-1)?.errors).toEqual([expect.stringContaining('(409) Conflict')])
  expect(down?.ends.at(-2)?.summary.trim().split('\n')).toEqual([
    './a.json',
    ...['a.json', 'deep/b.txt', 'link.json'].map((file) => `./apart/one-all/${file}`),
    ...['a.json', 'link.json'].map((file) => `./apart/one-json/${file}`),
    './link.json',
    ...['a.json', 'deep/b.txt', 'link.json'].map((file) => `./merged/${file}`),
    ...['a.json', 'link.json'].map((file) => `./only/${file}`)
  ])
  expect(down?.ends.at(-1)?.errors).toEqual([expect.stringContaining('not found for name: noth')])
})

test('another run’s artifacts want its id and a token, and may hold links', async () => {
  const artifacts = new Artifacts(mkdtempSync(join(folder, 'artifacts-')))
  const hostile = mkdtempSync(join(folder, 'hostile-'))
  symlinkSync('/etc/passwd', join(hostile, 'link'))
  artifacts.put('12', 'made', hostile)
  const download = (more: string): Promise<WorkflowEnd> =>
    run(
      `jobs: { a: { runs-on: x, steps: [{ uses: actions/download-artifact@v8, with: { name: made, path: got, ${more} } }] } }`,
      { standIns: () => artifacts.actions('4711') }
    )
  const got = await download(`run-id: '12', github-token: '\${{ github.token }}'`)
  const [job] = got.jobs
  expect(readdirSync(join(job?.workspace ?? '', 'got'), { withFileTypes: true })).toMatchObject([
    { name: 'link' }
  ])
  expect(got.result).toBe('success')
  expect((await download(`run-id: '12'`)).result).toBe('failure')
  expect((await download('')).result).toBe('failure')
})

test('a checkout is a clone of the commit, branch or pull request’s head, which keeps the token unless it is told not to', async () => {
  const main = (await github.head(repository, 'main')) ?? ''
  const branch = 'topic/$(x)'
  const topic = await github.commitFiles(repository, branch, { 'b.txt': 'b\n' }, 'a topic')
  const ended = await run(
    `
jobs:
  a:
    runs-on: x
    steps:
      - { uses: actions/checkout@v7, with: { path: kept } }
      - { uses: actions/checkout@v7, with: { path: branch, ref: '${branch}', persist-credentials: false } }
      - { uses: actions/checkout@v7, with: { path: commit, ref: ${topic}, persist-credentials: false, fetch-depth: 0 } }
      - run: for name in kept branch commit; do git -C $name log -1 --format="$name %H" >> "$GITHUB_STEP_SUMMARY"; done; git -C branch branch --show-current >> "$GITHUB_STEP_SUMMARY"
      - { uses: actions/checkout@v7, with: { path: ../outside } }
`,
    {
      standIns: () => ({
        'actions/checkout': checkoutAction({
          ...{ repository, sha: main, token: 'read-token' },
          remoteOf: (name) => `${github.serverUrl}/${name}`
        })
      })
    }
  )
  const [job] = ended.jobs
  expect(job?.ends.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 1])
  expect(job?.ends[3]?.summary).toBe(`kept ${main}\nbranch ${topic}\ncommit ${topic}\n${branch}\n`)
  const kept = ['kept', 'branch', 'commit'].map((name) =>
    hasCredentials(join(job?.workspace ?? '', name))
  )
  expect(await Promise.all(kept)).toEqual([true, false, false])
})
