/** A first day with the command line: in a script, at a terminal, and up to the cache that strangers read. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { repository, startProject, tokens, writes, type Project } from '../init/fixture.ts'
import { commandLineBundle, runCommandLine } from '../support/command-line.ts'
import { testEnvironment } from '../support/nix.ts'
import { newStranger } from '../support/scenario.ts'
import { checkoutAction } from '../support/workflow-checkout.ts'
import { runWorkflow } from '../support/workflow-run.ts'

const root = join(import.meta.dirname, '../..')
let project: Project
beforeEach(async () => {
  project = await startProject({
    tokens: { ...tokens, job: { login: 'github-actions[bot]', access: 'write' } },
    conditions: { git: 'served' }
  })
})
afterEach(async () => {
  await project.close()
})

const keyFolder = () =>
  join(project.folder, 'home', '.config', 'nar-publish', '127.0.0.1', 'alice', 'project')
const workflow = () => join(project.checkout, '.github/workflows/publish.yml')

interface Told {
  attribute: string
  'public-key': string
  steps: { step: string; state: string; text: string }[]
  todo: string[]
  error?: { code: string }
}

async function init(
  args: readonly string[],
  env: Record<string, string> = { GH_TOKEN: 'administrator' }
) {
  const ran = await runCommandLine(['init', ...args], {
    cwd: project.checkout,
    env: { ...project.variables, ...env }
  })
  const isJson = args.includes('--json') && ran.stdout !== ''
  return { ...ran, json: isJson ? (JSON.parse(ran.stdout) as Told) : null }
}
const states = (told: Told | null) =>
  Object.fromEntries((told?.steps ?? []).map(({ step, state }) => [step, state]))

test('in a script, and by the workflow that it wrote: a cache that strangers read, served by Pages', async () => {
  const first = await init(['--yes', '--json'])
  expect(first.status).toBe(0)
  expect(states(first.json)).toEqual({
    ...{ key: 'done', secret: 'done', workflow: 'done', pages: 'left', publish: 'done' }
  })
  const secret = readFileSync(join(keyFolder(), 'cache.secret'), 'utf8').trim()
  for (const text of [first.stdout, first.stderr]) {
    expect(text).not.toContain(secret.split(':')[1])
    expect(text).not.toContain('administrator')
  }

  // The repository as it is after the commands that are left to do, run as GitHub would.
  const read = (file: string): string => readFileSync(join(project.checkout, file), 'utf8')
  const files = ['flake.nix', '.github/workflows/publish.yml']
  const sha = await project.github.commitFiles(
    repository,
    'main',
    Object.fromEntries(files.map((file) => [file, read(file)])),
    'cache'
  )
  const at = mkdtempSync(join(project.folder, 'root-'))
  mkdirSync(join(at, '.github'))
  symlinkSync(join(project.checkout, '.github/workflows'), join(at, '.github/workflows'))
  for (const name of ['action.yml', 'dist']) symlinkSync(join(root, name), join(at, name))
  const { serverUrl, apiUrl } = project.github
  const ended = await runWorkflow({
    file: '.github/workflows/publish.yml',
    root: at,
    folder: mkdtempSync(join(project.folder, 'run-')),
    event: { name: 'push' },
    github: { repository, sha, server_url: serverUrl, api_url: apiUrl },
    secrets: {
      NIX_SIGNING_KEY: (await project.github.secret(repository, 'NIX_SIGNING_KEY')) ?? ''
    },
    tokenOf: () => 'job',
    without: ['cachix/install-nix-action'],
    env: {
      NIX_CONFIG: project.variables['NIX_CONFIG'] ?? '',
      XDG_CACHE_HOME: join(project.folder, 'cache')
    },
    standIns: ({ token }) => ({
      'actions/checkout': checkoutAction({
        ...{ repository, sha, token },
        remoteOf: (name) => `${serverUrl}/${name}`
      })
    })
  })
  expect(ended).toMatchObject({ result: 'success' })

  const second = await init(['--yes', '--json'])
  expect(states(second.json)).toMatchObject({ secret: 'there', workflow: 'there', pages: 'done' })
  const publicKey = second.json?.['public-key'] ?? ''
  expect(publicKey).toBe(first.json?.['public-key'])
  const nixEnv = { ...testEnvironment(), XDG_CACHE_HOME: join(project.folder, 'stranger') }
  const stranger = newStranger({ folder: project.folder, nixEnv })
  const catalogue = await project.github.readFile(repository, 'nix-cache', 'catalogue.json')
  const [path = ''] = /\/nix\/store\/[0-9a-z]{32}-tool-1\.0/.exec(await pathsOf()) ?? []
  expect(catalogue).not.toBeNull()
  const cache = project.github.pagesUrl(repository)
  expect(await stranger.copy({ cache, publicKey, paths: [path] })).toMatchObject({ failure: '' })
  expect(await stranger.paths()).toEqual([path])

  project.github.reset()
  const third = await init(['--yes', '--json'])
  expect(states(third.json)).toMatchObject({
    key: 'there',
    secret: 'there',
    workflow: 'there',
    pages: 'there'
  })
  expect(third.status).toBe(0)
  expect(writes(project)).toEqual([])
})

/** What the branch tells its readers. */
async function pathsOf(): Promise<string> {
  const names = await project.github.listFiles(repository, 'nix-cache')
  const narinfo = names.find((name) => name.endsWith('.narinfo')) ?? ''
  return (await project.github.readFile(repository, 'nix-cache', narinfo))?.toString() ?? ''
}

describe('without anybody to ask', () => {
  test.each<[string[], number, string]>([
    [[], 2, 'USAGE option --yes: there is no terminal to ask on'],
    [['--yes', '--skip', 'lunch'], 2, 'USAGE option --skip: the steps are key, secret,'],
    [['--yes', 'alice/project'], 2, 'USAGE arguments: it takes none but options'],
    [
      ['--yes', '--attribute', '.#"a', '--attribute', 'b'],
      2,
      'USAGE option --attribute: it is given twice'
    ]
  ])('%j is one error', async (args, status, words) => {
    const ran = await init(args)
    expect(ran).toMatchObject({ status, stdout: '' })
    expect(ran.stderr).toContain(words)
    expect(project.github.requests).toEqual([])
  })

  test('and without a token or a gh that is logged in, it ends before anything is done', async () => {
    project.installGh(`console.error('You are not logged into any GitHub hosts.'); process.exit(1)`)
    const ran = await init(['--yes'], {})
    expect(ran.status).toBe(1)
    expect(ran.stderr).toMatch(/^error: TOKEN_MISSING token: .*gh auth token/)
    expect(existsSync(join(project.folder, 'home'))).toBe(false)
    expect(project.github.requests).toEqual([])
  })

  test('a publish that fails is told beside what was done, with status 1', async () => {
    const ran = await init(['--yes', '--json', '--attribute', '.#gone'])
    expect(ran.status).toBe(1)
    expect(ran.json?.error).toMatchObject({ code: 'EVALUATION_FAILED' })
    expect(states(ran.json)).toMatchObject({ key: 'done', secret: 'done', workflow: 'done' })
    expect(ran.stderr).toContain('error: EVALUATION_FAILED .#gone')
  })
})

/** What is typed when the question stands there that the words begin. */
type Answer = readonly [words: RegExp, keys: string]

/** A session at a terminal. */
async function session(args: string, typed: readonly Answer[]) {
  const command = `'${commandLineBundle}' init ${args}`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: project.checkout,
    env: { ...project.variables, GH_TOKEN: 'administrator', TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const left = [...typed]
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    const [next] = left
    if (next?.[0].test(text) !== true) return
    left.shift()
    child.stdin.write(next[1])
  })
  // `script` ends well when it is told to end.
  let isLate = false
  const timer = setTimeout(() => {
    isLate = child.kill()
  }, 30_000)
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  return {
    status,
    text: text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, ''),
    isDone: left.length === 0,
    isLate
  }
}
const enter = '\r'
const down = '\u001b[B'
const interrupt = '\u0003'

describe('at a terminal', () => {
  test('each step is asked about; the answers count', async () => {
    const ran = await session('', [
      [/Publish what\?[^]*select/, down + enter],
      [/key: make[^]*Y\/n/, enter],
      [/secret: store[^]*Y\/n/, `n${enter}`],
      [/workflow: write[^]*Y\/n/, enter],
      [/publish: build[^]*Y\/n/, `n${enter}`]
    ])
    expect(ran).toMatchObject({ status: 0, isDone: true, isLate: false })
    expect(ran.text).toContain(
      `secret: not wanted: store the secret NIX_SIGNING_KEY of ${repository}`
    )
    expect(ran.text).toContain(`gh secret set NIX_SIGNING_KEY --repo ${repository} < `)
    expect(await project.github.secret(repository, 'NIX_SIGNING_KEY')).toBeNull()
    expect(readFileSync(workflow(), 'utf8')).toContain('flake-attribute: .#packages.*')
    expect(readdirSync(keyFolder())).toEqual(['cache.public', 'cache.secret'])
    expect(writes(project)).toEqual([])
  })

  test.each<[string, Answer[], string[]]>([
    ['what is published', [[/Publish what\?[^]*select/, interrupt]], []],
    [
      'the secret',
      [
        [/Publish what\?[^]*select/, enter],
        [/key: make[^]*Y\/n/, enter],
        [/secret: store[^]*Y\/n/, interrupt]
      ],
      ['cache.public', 'cache.secret']
    ]
  ])(
    'Ctrl-C at the question about %s ends it with 130, and leaves nothing half',
    async (_, typed, made) => {
      const ran = await session('', typed)
      expect(ran).toMatchObject({ status: 130, isDone: true, isLate: false })
      expect(ran.text).not.toMatch(/INTERNAL|ExitPrompt/)
      expect(existsSync(keyFolder()) ? readdirSync(keyFolder()) : []).toEqual(made)
      expect(existsSync(workflow())).toBe(false)
      expect(writes(project)).toEqual([])
      expect(readdirSync(join(project.folder, 'scratch'))).toEqual([])
    }
  )
})
