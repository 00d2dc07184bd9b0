/** `nar-publish queue …`, as a terminal runs it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheAddress } from '../support/cache-address.ts'
import { nixConfig, removeFolder } from '../support/nix.ts'
import { output, runProgram, type ProgramResult } from '../support/program.ts'
import { bundles } from '../support/queue-job.ts'
import { addStorePath, buildStorePath } from '../support/store-paths.ts'

let folder: string
let path: string
let other: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-queue-'))
  path = addStorePath('queued-by-hand')
  other = addStorePath('queued-too')
})
afterAll(() => removeFolder(folder))

const cli = join(bundles, 'cli', 'index.js')

function queue(args: string[], env: Record<string, string> = {}): Promise<ProgramResult> {
  return runProgram(process.execPath, [cli, 'queue', ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: join(folder, 'home'),
      NIX_CONFIG: nixConfig,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      ...env
    }
  })
}

const newFolder = (): string => join(folder, randomBytes(4).toString('hex'))
const jsonOf = ({ stdout }: ProgramResult): unknown => JSON.parse(stdout)

test('upload to a Git repository names its commit, and of two queues each says where it landed', async () => {
  const [directory, store, cache] = [newFolder(), newFolder(), newFolder()]
  await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', store])
  const config = join(folder, 'two.json')
  const queues = {
    git: { destination: { git: store } },
    store: { destination: { store: cacheAddress(cache), checkSigs: false } }
  }
  writeFileSync(config, JSON.stringify({ queueDir: directory, queues }))
  expect(await queue(['add', path, '--config', config])).toMatchObject({ failure: '' })

  const sent = await queue(['upload', '--config', config])
  const sha = (await output('git', ['-C', store, 'rev-parse', 'main'])).trim()
  expect(sent.failure).toBe('')
  // Behind the repository's own name.
  expect(sent.stdout).toContain(`git → ${store}: 1 path landed\n`)
  expect(sent.stdout).toContain(`/${basename(store)}, branch main: ${sha}\n`)
  expect(sent.stdout).toContain(`1 path landed in ${cacheAddress(cache)}`)

  const past = await queue(['upload', other, '--queue', 'git', '--config', config, '--json'])
  const newer = (await output('git', ['-C', store, 'rev-parse', 'main'])).trim()
  expect(newer).not.toBe(sha)
  expect(jsonOf(past)).toMatchObject({
    landed: [{ queue: 'git', branch: 'main', commit: { sha: newer }, paths: [other] }]
  })
})

test('add, list, closure, upload: a path and a link, to a store', async () => {
  const [directory, cache] = [newFolder(), newFolder()]
  symlinkSync(other, join(folder, 'result'))
  const dir = ['--queue-dir', directory]
  expect(await queue(['add', path, './result', ...dir])).toMatchObject({ status: 0 })
  expect(readlinkSync(join(directory, 'default', basename(path)))).toBe(path)

  const listed = await queue(['list', '--json', ...dir])
  expect(jsonOf(listed)).toMatchObject({
    queues: [
      {
        name: 'default',
        landed: [],
        setAside: [],
        queued: expect.arrayContaining([{ storePath: path, attempts: 0, code: '', reason: '' }])
      }
    ]
  })
  expect((await queue(['closure', ...dir])).stdout.trim().split('\n')).toEqual([path, other].sort())

  const sent = await queue([
    'upload',
    '--destination',
    cacheAddress(cache),
    '--no-check-sigs',
    ...dir
  ])
  expect(sent.failure).toBe('')
  expect(sent.stdout).toContain(`2 paths landed in ${cacheAddress(cache)}`)
  expect(readdirSync(cache)).toContain(`${basename(path).slice(0, 32)}.narinfo`)
  expect(readdirSync(join(directory, 'default'))).toEqual([])
})

test('closure shows what would go along with a path, and warns of what a garbage collection could take out of it', async () => {
  const built = buildStorePath('with-its-derivation')
  const shown = await queue(['closure', built, '--closure-type', 'cache'])
  expect(shown.stdout.trim().split('\n')).toEqual(
    expect.arrayContaining([built, expect.stringMatching(/-with-its-derivation\.drv$/)])
  )
  expect(shown.stderr).toContain('`keep-outputs` is off')
})

test('upload PATH sends it past the queue', async () => {
  const cache = newFolder()
  const env = {
    NAR_PUBLISH_QUEUE_DESTINATION: cacheAddress(cache),
    NAR_PUBLISH_QUEUE_DIR: newFolder()
  }
  const sent = await queue(['upload', path], env)
  const stdout = `sent ${path}\n1 path landed in ${cacheAddress(cache)}\n`
  expect(sent).toMatchObject({ status: 0, stdout })
  expect(readdirSync(cache)).toContain(`${basename(path).slice(0, 32)}.narinfo`)
})

test('what OUT_PATHS names is added, unless that is not wanted', async () => {
  const env = { OUT_PATHS: `${path} ${other}`, NAR_PUBLISH_QUEUE_DIR: newFolder() }
  expect(jsonOf(await queue(['add', '--json'], env))).toMatchObject({ queued: [path, other] })
  const without = { ...env, NAR_PUBLISH_QUEUE_INCLUDE_OUT_PATHS: '0' }
  expect(await queue(['add'], without)).toMatchObject({ status: 2 })
})

test('flags go before variables, and these before the file', async () => {
  const directory = newFolder()
  const file = join(folder, 'order.json')
  const config = {
    queueDir: directory,
    queues: {
      main: { destination: { store: 'file:///from-file' }, closure: 'cache' },
      spare: { destination: { git: 'o/r' } }
    }
  }
  writeFileSync(file, JSON.stringify(config))
  const destination = async (
    args: string[],
    env: Record<string, string> = {}
  ): Promise<unknown> => {
    const { queues } = jsonOf(await queue(['list', '--json', '--config', file, ...args], env)) as {
      queues: { destination: string }[]
    }
    return queues.map((each) => each.destination)
  }
  const env = { NAR_PUBLISH_QUEUE_DESTINATION: 'file:///from-variable' }
  expect(await destination([])).toEqual(['file:///from-file', 'o/r'])
  expect(await destination(['--queue', 'main'], env)).toEqual(['file:///from-variable'])
  // A flag is only of the commands that send.
  const flag = join(folder, 'from-flag')
  await queue(['add', path, '--config', file])
  const args = ['--config', file, '--queue', 'main', '--destination', cacheAddress(flag)]
  expect(
    await queue(['upload', ...args, '--no-check-sigs', '--closure-type', 'bare'], env)
  ).toMatchObject({ status: 0 })
  expect(readdirSync(flag)).toContain(`${basename(path).slice(0, 32)}.narinfo`)
})

test('a path that does not land is set aside after max-attempts, told, and taken up again when it is added again', async () => {
  const directory = newFolder()
  const content = join(folder, 'gone')
  writeFileSync(content, randomBytes(64))
  const nixStore = (...given: string[]): Promise<string> =>
    output('nix-store', given, { env: { ...process.env, NIX_CONFIG: nixConfig } })
  const gone = await nixStore('--add', content)
  await nixStore('--delete', gone)
  mkdirSync(join(directory, 'default'), { recursive: true })
  symlinkSync(gone, join(directory, 'default', 'gone'))
  writeFileSync(join(directory, 'default', 'notes'), '')
  const args = [
    'upload',
    '--queue-dir',
    directory,
    '--destination',
    cacheAddress(newFolder()),
    '--max-attempts',
    '2',
    '--json'
  ]
  await queue(['add', path, '--queue-dir', directory])
  const first = await queue(args)
  expect(first.status).toBe(1)
  expect(jsonOf(first)).toMatchObject({
    error: { code: 'QUEUE_UNDRAINED' },
    queues: [
      {
        landed: [path],
        sent: [{ paths: [path], store: expect.any(String) }],
        queued: [{ storePath: gone, attempts: 1, code: 'STORE_PATH_MISSING' }]
      }
    ]
  })
  // Its pause is not over.
  expect(jsonOf(await queue([...args, '--due']))).toMatchObject({
    queues: [{ queued: [{ attempts: 1 }] }]
  })
  expect(jsonOf(await queue(args))).toMatchObject({
    queues: [{ queued: [], setAside: [{ storePath: gone, attempts: 2 }] }]
  })
  const listed = await queue(['list', '--queue-dir', directory])
  expect(listed.stdout).toContain(`set aside: ${gone} (attempt 2: STORE_PATH_MISSING`)
  expect(listed.stdout).toContain('left alone: "notes"')

  await nixStore('--add', content)
  await queue(['add', gone, '--queue-dir', directory])
  expect(jsonOf(await queue(args))).toMatchObject({ queues: [{ setAside: [], queued: [] }] })
  expect(readdirSync(join(directory, 'default'))).toEqual(['notes'])
})

test('run sends at each interval, and a second process is told that the first is at work', async () => {
  const directory = newFolder()
  const args = ['--queue-dir', directory, '--destination', cacheAddress(newFolder())]
  const command = ['queue', 'run', '--interval', '200 ms', ...args]
  const first = spawn(process.execPath, [cli, ...command], {
    cwd: folder,
    env: { ...process.env, NIX_CONFIG: nixConfig },
    stdio: 'ignore'
  })
  try {
    const lock = join(directory, '.state', 'default.lock')
    await until(() => existsSync(lock))
    expect(await queue(['upload', ...args])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('QUEUE_BUSY')
    })
    await queue(['add', path, '--queue-dir', directory])
    await until(() => readdirSync(join(directory, 'default')).length === 0)
  } finally {
    first.kill()
  }
})

async function until(condition: () => boolean): Promise<void> {
  for (let glance = 0; glance < 1200; glance++) {
    if (condition()) return
    await sleep(100)
  }
  throw new Error('it did not come to that')
}

describe('a wrong command line', () => {
  test.each<[string[], number, string]>([
    [[], 2, 'what to do is missing'],
    [['toString'], 2, 'is not known'],
    [['uplaod'], 2, 'Did you mean `upload`?'],
    [['list', '/nix/store/x'], 2, 'queue list takes none'],
    [['add'], 2, 'what to queue is missing'],
    [['upload'], 2, 'its destination is missing'],
    [['upload', '--destination', 'file:///c', '--target-repository', 'o/r'], 2, 'one destination'],
    [['list', '--queue', '../x'], 2, 'INPUT_INVALID option --queue'],
    [['list', '--interval', '5'], 2, 'there is no such option'],
    [['run', '--interval', '5'], 2, 'INPUT_INVALID option --interval'],
    [['closure', '--closure-type', 'all'], 2, 'INPUT_INVALID option --closure-type'],
    [['list', '--config', 'none.json'], 2, 'there is no file "none.json"'],
    [['add', '/nix/store/00000000000000000000000000000000-x'], 1, 'STORE_PATH_MISSING'],
    [['add', '$(touch x)'], 1, 'STORE_PATH_INVALID']
  ])('%j', async (args, status, says) => {
    const result = await queue(args)
    expect(result).toMatchObject({ status, stderr: expect.stringContaining(says) })
  })
})

test.each([
  [
    ['--destination', '/c', '--signing-key-file', 'key'],
    '--signing-key-file',
    'the signatures that'
  ],
  [['--target-repository', 'o/r', '--no-check-sigs'], '--check-sigs', 'nix copy'],
  [['--target-branch', 'cache'], '--target-branch', '--target-repository']
])('upload %j has an option that would do nothing, and says so', async (args, option, why) => {
  writeFileSync(join(folder, 'key'), 'k:AAAA')
  const run = await queue(['upload', ...args, '--queue-dir', newFolder()], { GH_TOKEN: 'tok' })
  expect(run).toMatchObject({ status: 2, stdout: '' })
  expect(run.stderr).toContain(`USAGE option ${option}: `)
  expect(run.stderr).toContain(why)
})
