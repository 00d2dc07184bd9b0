/** Build logs through real runs of both phases, in this process: real Nix, and an embedded GitHub. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Manifest } from '../../../src/publish/packed-folder/manifest.ts'
import { largestLogs } from '../../../src/publish/logs/build-logs.ts'
import { writeLogs } from '../../../src/publish/logs/packed-logs.ts'
import type { PublishReport } from '../../../src/publish/report/types.ts'
import type { Reported } from '../../../src/run.ts'
import { readCatalogue } from '../../support/catalogue.ts'
import type { FileChanges } from '../../support/github/server.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'
import { removeFolder, testEnvironment } from '../../support/nix.ts'
import { requestsAsked } from '../../support/requests-asked.ts'
import { deleteStorePaths } from '../../support/store-paths.ts'
import { runPhase } from '../phases.ts'

const repository = 'alice/store'
const secretOfCommit = `commit-${randomBytes(12).toString('hex')}`

/** What a derivation made here, and its log's name. */
interface Made {
  outputs: string[]
  log: string
}

let github: GitHubServer
let folder: string
let multi: Made
let silent: Made
let telling: Made
const made: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-logs-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: {
      'writer-token': { login: 'alice', access: 'write' },
      [secretOfCommit]: { login: 'alice', access: 'write' },
      'reader-token': { login: 'alice', access: 'read' }
    }
  })
  multi = build('multi', 'echo "makes é"', ['out', 'dev', 'doc'])
  silent = build('silent', ':')
  telling = build('telling', `echo "reader-token and ${secretOfCommit}"`)
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
  deleteStorePaths(made)
})

let branch = ''
let branches = 0
beforeEach(() => {
  branches += 1
  branch = `branch-${branches}`
})

function build(name: string, script: string, outputs = ['out']): Made {
  const salt = randomBytes(6).toString('hex')
  const writes = outputs.map((output) => `echo ${output} ${salt} > $${output}`).join('; ')
  const expression = `derivation {
    name = "${name}-1.0"; system = "x86_64-linux"; builder = "/bin/sh"; salt = "${salt}";
    outputs = [ ${outputs.map((output) => `"${output}"`).join(' ')} ];
    args = [ "-c" ''${script}; ${writes}; exit 0'' ];
  }`
  const options = { encoding: 'utf8', env: testEnvironment(), stdio: 'pipe' } as const
  const drvPath = execFileSync('nix-instantiate', ['--expr', expression], options).trim()
  const built = execFileSync('nix-store', ['--realise', drvPath], options).trim().split('\n')
  made.push(...built)
  return { outputs: built, log: `log/${basename(drvPath.replace(/!.*$/, ''))}` }
}

function publish(inputs: Record<string, string>): Promise<Reported<PublishReport>> {
  const given = { token: 'writer-token', unsigned: 'true', verify: 'narinfo', ...inputs }
  return runPhase({ 'target-branch': branch, ...given }, { github, folder })
}

const files = (): Promise<string[]> => github.listFiles(repository, branch)
const logs = async (): Promise<string[]> =>
  (await files()).filter((path) => path.startsWith('log/'))
const text = async (path: string): Promise<string> =>
  String(await github.readFile(repository, branch, path))
const [out = '', dev = '', doc = ''] = [0, 1, 2].map((index) => `output ${index}`)
const outputOf = (name: string): string => multi.outputs[[out, dev, doc].indexOf(name)] ?? ''

test('the log of a build goes along with what it made: one for all outputs, and none of who says nothing', async () => {
  const paths = [...multi.outputs, ...silent.outputs].join('\n')
  const { report } = await publish({ paths })
  expect(report).toMatchObject({ outcome: 'published', logs: 1 })
  expect(await logs()).toEqual([multi.log])
  expect(await text(multi.log)).toBe('makes é\n')
})

test('`logs: false` and a dry run write none, and what is held gets none later', async () => {
  const paths = multi.outputs.join('\n')
  expect((await publish({ paths, 'dry-run': 'true' })).report.logs).toBe(1)
  expect(await github.head(repository, branch)).toBeNull()
  await publish({ paths, logs: 'false' })
  const before = await github.head(repository, branch)
  expect((await publish({ paths })).report.outcome).toBe('nothing-new')
  expect([await github.head(repository, branch), await logs()]).toEqual([before, []])
})

test('a log that is there stays, whoever published it, and costs neither a request nor a listing of its folder', async () => {
  const theirs = 'theirs\n'
  await github.commitFiles(repository, branch, { [multi.log]: theirs }, 'theirs')
  await publish({ paths: outputOf(out), logs: 'false' })
  const asked: unknown[] = []
  for (const [path, with_] of [
    [outputOf(dev), 'false'],
    [outputOf(doc), 'true']
  ] as const) {
    github.reset()
    await publish({ paths: path, logs: with_ })
    const { toCommit, repeated } = requestsAsked(github.requests)
    asked.push(toCommit)
    expect(repeated).toEqual([])
    const questions = github.requests.flatMap(({ body }) =>
      Object.values(Object(body?.['variables']) as Record<string, string>)
    )
    const named = questions.flatMap((question) => /:(log.*)$/.exec(question)?.[1] ?? [])
    expect(named).toEqual(with_ === 'true' ? [multi.log] : [])
  }
  expect(asked[1]).toEqual(asked[0])
  expect(await text(multi.log)).toBe(theirs)
  expect(await files()).toContain(`${outputOf(doc).slice(11, 43)}.narinfo`)
})

test('two publishers leave the same, whichever is first', async () => {
  const shared = async (first: string, second: string): Promise<unknown> => {
    await publish({ paths: first })
    await publish({ paths: second })
    const head = (await github.head(repository, branch)) ?? ''
    const { rows } = await readCatalogue(github, repository, head)
    return [await files(), await text(multi.log), rows.map(({ storePath }) => storePath)]
  }
  const one = await shared(outputOf(out), outputOf(dev))
  branch = `${branch}-turned`
  expect(await shared(outputOf(dev), outputOf(out))).toEqual(one)
})

test.each<[string, () => FileChanges, boolean]>([
  ['file `log` stays', () => ({ log: 'theirs' }), true],
  [
    'link, and folder, of a log’s name stay',
    () => ({ [multi.log]: { mode: '120000', text: 'x' }, [`${telling.log}/x`]: 'theirs' }),
    false
  ]
])('somebody’s %s, and the rest is published', async (_what, theirs, isTold) => {
  await github.commitFiles(repository, branch, theirs(), 'theirs')
  const before = (await files()).filter((path) => path.startsWith('log'))
  const { report } = await publish({ paths: [outputOf(out), ...telling.outputs].join('\n') })
  expect(report.outcome).toBe('published')
  expect((await files()).filter((path) => path.startsWith('log'))).toEqual(before)
  expect(report.notes.filter((note) => note.includes('No build log was published'))).toHaveLength(
    Number(isTold)
  )
})

test.each<[string, (file: string) => void]>([
  [
    'a folder',
    (file) => {
      mkdirSync(file)
    }
  ],
  [
    'a link to a file of this user',
    (file) => {
      symlinkSync(join(folder, 'private'), file)
    }
  ],
  ['a pipe', (file) => execFileSync('mkfifo', [file])]
])('where Nix has %s for a log none is published, and all else is', async (_what, put) => {
  writeFileSync(join(folder, 'private'), 'of this user\n')
  const { outputs, log } = build('odd', 'echo odd')
  const name = basename(log)
  const file = `/nix/var/log/nix/drvs/${name.slice(0, 2)}/${name.slice(2)}`
  rmSync(`${file}.bz2`)
  put(file)
  try {
    const { report } = await publish({ paths: [...outputs, outputOf(out)].join('\n') })
    expect(report).toMatchObject({ outcome: 'published', logs: 1 })
    expect(await logs()).toEqual([multi.log])
  } finally {
    rmSync(file, { recursive: true })
  }
})

test('a push into any Git repository brings them, and keeps what is there', async () => {
  const bare = join(folder, 'store.git')
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', bare, ...args], { encoding: 'utf8' })
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  const given = { 'target-repository': bare, 'target-branch': 'main', token: '' }
  const { report } = await publish({ ...given, paths: outputOf(out) })
  expect(report).toMatchObject({ route: 'push', logs: 1 })
  const before = git('rev-parse', `main:${multi.log}`)
  expect(git('show', `main:${multi.log}`)).toBe('makes é\n')
  await publish({ ...given, paths: [outputOf(dev), ...telling.outputs].join('\n') })
  expect(git('rev-parse', `main:${multi.log}`)).toBe(before)
  expect(git('ls-tree', '--name-only', 'main', 'log/').trim().split('\n')).toEqual(
    [multi.log, telling.log].sort()
  )
})

describe('in two phases', () => {
  let packed: string
  beforeAll(async () => {
    packed = join(folder, 'packed')
    await publish({
      ...{ phase: 'pack', token: 'reader-token', 'target-branch': 'main' },
      ...{ paths: [...multi.outputs, ...telling.outputs].join('\n'), 'output-directory': packed }
    })
  })

  /** A copy, packed for the test's own branch. */
  function copy(change: (manifest: Manifest, folder: string) => void = () => undefined): string {
    const own = mkdtempSync(join(folder, 'copy-'))
    cpSync(packed, own, { recursive: true })
    const file = join(own, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    manifest.target.branch = branch
    change(manifest, own)
    writeFileSync(file, JSON.stringify(manifest))
    return own
  }
  const commit = (inputs: Record<string, string>): Promise<Reported<PublishReport>> =>
    publish({ phase: 'commit', token: secretOfCommit, ...inputs })

  test('each hides what it knows: the job that builds its own secrets, the one that commits its own', async () => {
    expect(
      readdirSync(join(packed, 'log'))
        .map((name) => `log/${name}`)
        .sort()
    ).toEqual([multi.log, telling.log].sort())
    expect(readFileSync(join(packed, telling.log), 'utf8')).toBe(`*** and ${secretOfCommit}\n`)
    const { report } = await commit({ packed: copy() })
    expect(report).toMatchObject({ outcome: 'published', logs: 2 })
    expect(await text(telling.log)).toBe('*** and ***\n')
    expect(await text(multi.log)).toBe('makes é\n')
  })

  test('the job that commits may leave them out', async () => {
    await commit({ packed: copy(), logs: 'false' })
    expect(await logs()).toEqual([])
  })

  test('of two jobs that built the same there is one log', async () => {
    const other = copy((manifest, own) => {
      rmSync(join(own, 'log'), { recursive: true })
      const bytes = Buffer.from('another build of it\n')
      manifest.logs = writeLogs(own, new Map([[basename(multi.log), bytes]]))
    })
    await commit({ packed: [copy(), other].join('\n') })
    expect(await logs()).toEqual([multi.log, telling.log].sort())
  })

  const withLog = (manifest: Manifest, own: string, bytes: Buffer): void => {
    const others = manifest.logs?.filter(({ deriver }) => deriver !== basename(multi.log)) ?? []
    manifest.logs = [...others, ...writeLogs(own, new Map([[basename(multi.log), bytes]]))]
  }

  test.each<[string, (manifest: Manifest, folder: string) => void, string]>([
    [
      'a log with other bytes',
      (_manifest, own) => {
        writeFileSync(join(own, multi.log), 'makes e!\n')
      },
      'its hash is'
    ],
    [
      'a log that is longer',
      (_manifest, own) => {
        appendFileSync(join(own, multi.log), 'x')
      },
      'the most that it may'
    ],
    [
      'a log that is not there',
      (_manifest, own) => {
        rmSync(join(own, multi.log))
      },
      'it is not there'
    ],
    [
      'a log that is a link',
      (_manifest, own) => {
        renameSync(join(own, multi.log), join(folder, 'elsewhere'))
        symlinkSync(join(folder, 'elsewhere'), join(own, multi.log))
      },
      'neither a file nor a folder'
    ],
    [
      'a log that the manifest does not name',
      (manifest) => {
        manifest.logs = manifest.logs?.slice(1)
      },
      'the manifest does not name it'
    ],
    [
      'a log of what it did not pack',
      (manifest, own) => {
        const name = `${'0'.repeat(32)}-other.drv`
        manifest.logs?.push(...writeLogs(own, new Map([[name, Buffer.from('x')]])))
      },
      'none of its paths is of'
    ],
    [
      'a log that leads out of the folder',
      (manifest) => {
        Object.assign(manifest.logs?.[0] ?? {}, { deriver: '../../x.drv' })
      },
      'logs'
    ],
    [
      'a log that would be a page of the site',
      (manifest, own) => {
        const [path] = manifest.paths
        const name = `${'0'.repeat(32)}-page.html`
        if (path !== undefined) path.deriver = name
        manifest.logs = writeLogs(own, new Map([[name, Buffer.from('<script>1</script>')]]))
      },
      'no derivation’s name'
    ],
    [
      'a log twice',
      (manifest) => {
        manifest.logs?.push(...manifest.logs)
      },
      'twice'
    ],
    [
      'a log that is no UTF-8',
      (manifest, own) => {
        withLog(manifest, own, Buffer.from([0x61, 0xff]))
      },
      'no text in UTF-8'
    ],
    [
      'a log with NUL',
      (manifest, own) => {
        withLog(manifest, own, Buffer.from('a\0b'))
      },
      'no text in UTF-8'
    ],
    [
      'a log of more than a mebibyte',
      (manifest, own) => {
        withLog(manifest, own, Buffer.alloc(1_048_577, 'x'))
      },
      'logs'
    ],
    [
      'logs of more than a commit takes',
      (manifest) => {
        const [path] = manifest.paths
        const [log] = manifest.logs ?? []
        for (let index = 0; index < 10 && path && log; index++) {
          const deriver = `${String(index).repeat(32)}-x.drv`
          manifest.paths.push({
            ...path,
            storePath: path.storePath.replace(/\w{32}/, String(index).repeat(32)),
            deriver
          })
          manifest.logs?.push({ ...log, deriver, size: 1_000_000 })
        }
      },
      `${largestLogs} are the most`
    ]
  ])('%s is refused, and nothing is written', async (_what, change, reason) => {
    github.reset()
    await expect(commit({ packed: copy(change) })).rejects.toMatchObject({
      code: 'PACKED_INVALID',
      reason: expect.stringContaining(reason)
    })
    expect(github.counts()).toMatchObject({ writes: 0 })
  })
})
