import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readCatalogue } from '../support/catalogue.ts'
import {
  commandLineBundle,
  runCommandLine,
  type CommandLineResult
} from '../support/command-line.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { copyFlake, removeFolder, testEnvironment } from '../support/nix.ts'
import { childrenOf, commandLineOf, spiedMark, spyScript } from '../support/processes.ts'
import { runProgram } from '../support/program.ts'
import { filesBelow, watchArguments } from '../support/runner.ts'
import { addStorePath } from '../support/store-paths.ts'

const token = 'ghp_a_token_that_must_not_show_0123456789'
const store = 'alice/store'
// RFC 8032's first test vector: a key that everybody knows.
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const half = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
const secretKey = `test-1:${Buffer.from(seed + half, 'hex').toString('base64')}`

let github: GitHubServer
let folder: string
let cwd: string
let scratch: string
let env: Record<string, string>

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-cli-')))
  cwd = join(folder, 'project')
  scratch = join(folder, 'tmp')
  for (const path of [cwd, scratch]) mkdirSync(path)
  copyFlake(cwd)
  const flake = join(cwd, 'flake.nix')
  const spying = `/bin/sh ${join(folder, 'spy')}; echo building hello`
  writeFileSync(join(folder, 'spy'), spyScript(join(folder, 'spied')))
  writeFileSync(flake, readFileSync(flake, 'utf8').replace('echo building hello', spying))
  writeFileSync(join(folder, 'cache.secret'), `${secretKey}\n`, { mode: 0o600 })
  github = await startGitHub({
    repositories: [{ name: store }],
    tokens: { [token]: { login: 'alice', access: 'write' } }
  })
  env = {
    TMPDIR: scratch,
    XDG_CACHE_HOME: join(folder, 'cache'),
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GH_TOKEN: token
  }
})

afterAll(async () => {
  await github.close()
  await removeFolder(folder)
})

const signed = (): string[] => ['--signing-key-file', join(folder, 'cache.secret')]

describe('publish, with the old script’s two arguments', () => {
  let run: CommandLineResult
  let seen: string[]

  beforeAll(async () => {
    const watch = watchArguments()
    const target = `${github.serverUrl}/${store}.git`
    run = await runCommandLine(['publish', '.#dependent', target, '--json', ...signed()], {
      cwd,
      env
    })
    seen = watch.stop()
  })

  test('does the whole job: the artifact is in the store, signed and proved', async () => {
    expect(run).toMatchObject({ status: 0 })
    expect((await readCatalogue(github, store, 'main')).rows).toMatchObject([
      { name: 'dependent', attribute: '.#dependent', runUrl: null }
    ])
    expect(run.stderr).toMatch(/Verify \(substitute\)\n.* paths came back/)
  })

  test('--json prints the outputs, as what they mean, and nothing else, on standard output', async () => {
    const json = JSON.parse(run.stdout) as Record<string, unknown>
    expect(json).toMatchObject({
      published: expect.arrayContaining([expect.stringMatching(/-dependent-1\.0/)]),
      'store-paths': [expect.stringMatching(/^\/nix\/store\//)],
      'nar-count': 3,
      bytes: expect.any(Number),
      'commit-sha': await github.head(store, 'main'),
      'public-key': expect.stringMatching(/^test-1:/),
      route: 'api',
      attempts: 1
    })
    expect(run.stdout.trimEnd()).not.toContain('\n')
  })

  test('writes no colours and no progress line into a pipe', () => {
    expect(run.stderr + run.stdout).not.toMatch(/[\u001b\r]/)
  })

  test('leaves no `result` link, and nothing in the temporary folder', () => {
    expect(readdirSync(cwd)).toEqual(['flake.nix'])
    expect(readdirSync(scratch)).toEqual([])
  })

  test('shows neither token nor key: in no output, no argument of any process, no file', () => {
    const half64 = secretKey.slice('test-1:'.length)
    for (const secret of [token, half64]) {
      expect(run.stdout + run.stderr).not.toContain(secret)
      expect(seen.filter((line) => line.includes(secret))).toEqual([])
      const files = filesBelow(folder).filter((path) => !path.endsWith('cache.secret'))
      expect(files.filter((path) => readFileSync(path).includes(secret))).toEqual([])
    }
    // It did look: our own process is among them.
    expect(seen.some((line) => line.includes('publish .#dependent'))).toBe(true)
  })

  test('shows the token to no build, whichever process’s environment it reads', () => {
    const spied = readFileSync(join(folder, 'spied'), 'utf8')
    expect(spied).toContain(spiedMark)
    expect(spied).not.toContain(token)
  })

  test('a second time builds and writes nothing, and says so in plain words', async () => {
    const head = await github.head(store, 'main')
    const again = await runCommandLine(['publish', '.#dependent', store, ...signed()], { cwd, env })
    expect(again.status).toBe(0)
    expect(again.stdout).toMatch(
      /^Nothing was published to alice\/store, branch main: [^\n]*already in the target\.\n/
    )
    expect(await github.head(store, 'main')).toBe(head)
  })
})

test('takes the token from a file or standard input, and several installables before the target', async () => {
  const without = { ...env, GH_TOKEN: '' }
  const run = await runCommandLine(
    [
      'publish',
      '.#hello',
      '.#fetched',
      store,
      '--token-file',
      '-',
      '--target-branch',
      'two',
      '--verify',
      'none'
    ],
    { cwd, env: without, stdin: `${token}\n` }
  )
  expect(run).toMatchObject({ status: 0 })
  expect(run.stdout).toMatch(/^Published 2 artifacts \(2 NARs, /)
  expect(run.stdout).toContain('none: the cache is unsigned')
})

test('a path that needs no signature goes among signed ones, and a repository over its budget is told; one argument beside --paths is the target', async () => {
  const path = addStorePath('named-by-its-path')
  const run = await runCommandLine(
    ['publish', '--paths', path, store, '--verify', 'none', '--size-budget', '1'],
    { cwd, env }
  )
  expect(run).toMatchObject({ status: 0 })
  expect(run.stdout).toMatch(/^public key +none given; the cache has test-1:/m)
  expect(run.stdout).toMatch(/^note: The repository has some .* `--size-budget` is 1 B/m)
  const args = ['publish', '--paths', path, store, '--unpin', 'no-such-pin', '--json']
  const again = await runCommandLine(args, { cwd, env })
  expect(again.stderr).toContain('"no-such-pin" is no pin of the target')
  expect(JSON.parse(again.stdout)).toMatchObject({ 'nar-count': 0, notes: expect.any(Array) })
})

test('one argument beside --plan is the target: the row has what is to be built', async () => {
  const args = ['--phase', 'pack', '--plan', 'no-plan', '--row', '0'.repeat(16)]
  const run = await runCommandLine(['publish', store, ...args], { cwd, env })
  expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining('error: PLAN_INVALID') })
})

test('--dry-run writes nothing', async () => {
  const head = await github.head(store, 'main')
  const run = await runCommandLine(['publish', '-n', '.#multi', store], { cwd, env })
  expect(run).toMatchObject({ status: 0 })
  expect(run.stdout).toMatch(/^Dry run, nothing was written/)
  expect(await github.head(store, 'main')).toBe(head)
})

test('what does not build is status 1 with the action’s error, beside what was published', async () => {
  const built = ['publish', '.#oddFields', '.#broken', store, '--verify', 'none', '--json']
  const keyless = await runCommandLine(built, { cwd, env })
  expect(keyless.status).toBe(1)
  expect(keyless.stderr).toContain('error: KEY_EXPECTED')
  const args = [...built, '--unsigned']
  const run = await runCommandLine(args, { cwd, env })
  expect(run.status).toBe(1)
  expect(run.stderr).toContain('error: BUILD_FAILED')
  expect(JSON.parse(run.stdout)).toMatchObject({
    published: [expect.stringContaining('odd-fields')],
    error: { code: 'BUILD_FAILED' }
  })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143]
] as const)(
  '%s ends it with status %d and leaves nothing in the temporary folder',
  async (signal, status) => {
    github.change({ latencyMs: 700 })
    github.reset()
    try {
      const running = runCommandLine(['publish', '.#hello', store, '--target-branch', signal], {
        cwd,
        env,
        onStart: (pid) => {
          void (async () => {
            // In the middle of it: an answer of GitHub is waited for. One that the run before did not wait for may still be on its way.
            while (github.counts().atOnce === 0 || readdirSync(scratch).length === 0) {
              await setTimeout(20)
            }
            process.kill(pid, signal)
          })()
        }
      })
      expect(await running).toMatchObject({ status })
    } finally {
      github.change({ latencyMs: 0 })
    }
    expect(readdirSync(scratch)).toEqual([])
    expect(existsSync(join(cwd, 'result'))).toBe(false)
  }
)

test('that nobody reads what it says ends it, and leaves nothing in the temporary folder', async () => {
  const command = `'${process.execPath}' '${commandLineBundle}' publish .#hello ${store} --verbose 2>&1 | head -n 1; exit \${PIPESTATUS[0]}`
  const read = await runProgram('bash', ['-c', command], {
    cwd,
    env: { ...testEnvironment(), ...env }
  })
  expect(read).toMatchObject({ status: 141, stdout: expect.stringMatching(/^[^\n]+\n$/) })
  expect(readdirSync(scratch)).toEqual([])
})

test('a signal that is for it alone ends the build that it started, too', async () => {
  const slow = join(folder, 'slow')
  mkdirSync(slow)
  writeFileSync(
    join(slow, 'flake.nix'),
    `{ outputs = _: { slow = derivation {
      name = "slow-${Date.now()}"; system = "x86_64-linux"; builder = "/bin/sh"; PATH = "/usr/bin:/bin";
      args = [ "-c" "sleep 600; exit 0" ];
    }; }; }`
  )
  let build: number | undefined
  const run = await runCommandLine(['publish', `path:${slow}#slow`, store], {
    cwd,
    env,
    onStart: (pid) => {
      void (async () => {
        // The one before it only asks what is to be built.
        const isBuild = (child: number): boolean => commandLineOf(child).includes('--add-root')
        while (build === undefined) {
          await setTimeout(20)
          build = childrenOf(pid).find(isBuild)
        }
        while (childrenOf(build).length === 0) await setTimeout(20)
        process.kill(pid, 'SIGTERM')
      })()
    }
  })
  expect(run).toMatchObject({ status: 143 })
  while (existsSync(`/proc/${build}`)) await setTimeout(20)
  expect(existsSync(`/proc/${build}`)).toBe(false)
})

test('any Git repository is a target: a bare one on the disk, without a token', async () => {
  const bare = join(folder, 'store.git')
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  const { stdout, status } = await runCommandLine(['publish', '.#hello', bare, ...signed()], {
    cwd,
    env: { ...env, GH_TOKEN: '' }
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /^Published 1 artifact \(1 NAR, .*\ncommit {7}[0-9a-f]{40}\nsubstituter {2}none: /s
  )
  expect(await runCommandLine(['doctor', bare], { cwd, env })).toMatchObject({ status: 0 })
  expect(readdirSync(scratch)).toEqual([])
})
