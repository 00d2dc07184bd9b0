/** Whole runs of the bundle whose commits are pushed by git: to a path, to any host, and to GitHub. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { git, Hosts, tree } from '../repository/git/fixture.ts'
import { cacheAddress } from '../support/cache-address.ts'
import { startGitHttp, type GitHttpServer } from '../support/git-http.ts'
import { watchArguments, type RunResult } from '../support/runner.ts'
import { newStranger, startScenario, type Scenario } from '../support/scenario.ts'

const hosts = new Hosts()
const basic = Buffer.from('x-access-token:writer-token').toString('base64')
const login = { user: 'nix', password: 'open-sesame' }

let scenario: Scenario
/** A host of its own that wants a login. */
let host: GitHttpServer
/** GitHub's web host: git is served from `hosts.root`, the rest by the emulator. */
let front: GitHttpServer

beforeAll(async () => {
  scenario = await startScenario()
  host = await startGitHttp({ root: hosts.root, login })
  front = await startGitHttp({
    root: hosts.root,
    login: { user: 'x-access-token', password: 'writer-token' },
    otherwise: (request, response) => {
      const to = new URL(request.url ?? '/', scenario.github.serverUrl)
      const { method, headers } = request
      request.pipe(
        httpRequest(to, { ...(method === undefined ? {} : { method }), headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        })
      )
    }
  })
})

afterAll(async () => {
  await Promise.all([host.close(), front.close()])
  await scenario.close()
  hosts.remove()
})

async function clone(repository: string): Promise<string> {
  const folder = mkdtempSync(join(scenario.folder, 'clone-'))
  await git(folder, 'clone', '--quiet', '--no-local', repository, '.')
  await git(folder, 'fsck', '--strict', '--full')
  return folder
}

/** Copies from a clone as its readers do, signatures required. */
async function copyFrom(folder: string, paths: readonly string[], publicKey = scenario.key.public) {
  const stranger = newStranger(scenario)
  const copied = await stranger.copy({ cache: cacheAddress(folder), publicKey, paths })
  return { ...copied, paths: copied.status === 0 ? await stranger.paths() : [] }
}

function artifacts(run: RunResult): string[] {
  return (run.outputs['store-paths'] ?? '').split('\n').filter((path) => path !== '')
}

/** A flake whose only package is random bytes, so that no compressor makes them fewer. */
function writeBigFlake(folder: string, bytes: number): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'flake.nix'),
    `{
      outputs = _: {
        packages.x86_64-linux.default = derivation {
          system = "x86_64-linux";
          name = "big-1.0";
          salt = "${Math.random()}";
          builder = "/bin/sh";
          PATH = "/usr/bin:/bin";
          args = [ "-c" "head -c ${bytes} /dev/urandom > $out; exit 0" ];
        };
      };
    }`
  )
}

describe('a bare repository on the disk', () => {
  test('becomes a cache: published, verified, nothing new the second time, and readable as a clone or a submodule', async () => {
    const repository = await hosts.bare()
    await hosts.commit(repository, { 'README.md': 'Ours.\r\n', 'src/main.c': 'int main;\n' })
    // It holds files and is no cache yet: only who names it means it.
    const inputs = {
      ...{ 'target-repository': repository, 'target-branch': 'main' },
      ...{ token: '', 'flake-attribute': '.#hello' }
    }
    const run = await scenario.publish(inputs)
    expect(run.log).toContain('route: push; 3 NARs')
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.outputs).toMatchObject({
      route: 'push',
      attempts: '1',
      'nar-count': '3',
      substituter: '',
      'commit-url': '',
      'commit-sha': await git(repository, 'rev-parse', 'main')
    })
    expect(run.summary).toMatch(/Nix copied 3 paths from the new commit.*signatures required/)
    expect(run.summary).toContain(`git clone --depth 1 --branch main -- ${repository} clone`)
    expect(scenario.github.counts()).toMatchObject({ api: 0 })

    const files = await tree(repository)
    expect(files.filter((line) => line.endsWith('src/main.c'))).toHaveLength(1)
    const readme = await git(repository, 'show', 'main:README.md')
    expect(readme).toMatch(/^Ours\.\r\n\r\n<!-- nar-publish:begin -->\r\n/)
    expect(readme).toContain('a clone of this branch, as `file:///path/to/the/clone`')

    const folder = await clone(repository)
    expect(await copyFrom(folder, artifacts(run))).toMatchObject({ status: 0 })
    const outer = mkdtempSync(join(scenario.folder, 'outer-'))
    await git(outer, 'init', '--quiet')
    const allowed = ['-c', 'protocol.file.allow=always']
    await git(outer, ...allowed, 'submodule', '--quiet', 'add', repository, 'store')
    expect(await copyFrom(join(outer, 'store'), artifacts(run))).toMatchObject({ status: 0 })
    const otherKey = `other-1:${Buffer.alloc(32, 1).toString('base64')}`
    expect((await copyFrom(folder, artifacts(run), otherKey)).status).not.toBe(0)

    const again = await scenario.publish(inputs)
    expect(again.exitCode).toBe(0)
    expect(again.outputs).toMatchObject({ published: '[]', route: '', attempts: '0' })
    expect(again.outputs['commit-sha']).toBe(run.outputs['commit-sha'])
  })

  test('whose hook refuses keeps its branch, and the job says why', async () => {
    const repository = await hosts.bare()
    const before = await hosts.commit(repository, { 'README.md': '# s\n' })
    hosts.hook(repository, 'pre-receive', 'echo "only releases here" >&2; exit 1')
    const run = await scenario.publish({
      'target-repository': repository,
      'flake-attribute': '.#lone'
    })
    expect(run.exitCode).toBe(1)
    expect(run.errors[0]).toMatch(/^PUSH_REJECTED .*only releases here/)
    expect(await git(repository, 'for-each-ref', '--format=%(objectname)')).toBe(before)
  })

  test.each(['narinfo', 'substitute'])(
    'that forgets what it took is not proved by what this machine has of it: verify: %s',
    async (verify) => {
      const repository = await hosts.bare()
      await hosts.commit(repository, { 'README.md': '# s\n' })
      const forget = 'read old new ref; git update-ref "$ref" "$old"; git prune --expire=now'
      hosts.hook(repository, 'post-receive', forget)
      const run = await scenario.publish({
        ...{ 'target-repository': repository, 'target-branch': 'main' },
        ...{ 'flake-attribute': '.#lone', verify }
      })
      expect(run.exitCode).toBe(1)
      expect(run.errors).toEqual([
        expect.stringMatching(/^VERIFY_FAILED .*does not have the commit/)
      ])
      expect(run.log).not.toContain('came back as published')
    }
  )
})

test('a host with a login of its own takes a NAR of 40 MiB, and never sees the token', async () => {
  const repository = await hosts.bare()
  const folder = join(scenario.workspace, 'big')
  writeBigFlake(folder, 40 * 1024 * 1024)
  const config = join(scenario.folder, 'gitconfig')
  const helper = `!echo username=${login.user}; echo password=${login.password}; :`
  writeFileSync(config, `[credential]\nhelper = "${helper}"\n`)
  host.requests.length = 0
  const watch = watchArguments()
  const run = await scenario.publish(
    {
      'target-repository': host.url + repository.slice(hosts.root.length),
      'target-branch': 'nix-cache',
      'flake-attribute': 'path:./big',
      'substituter-url': 'https://cache.example.org/nix'
    },
    { env: { GIT_CONFIG_GLOBAL: config, RUNNER_DEBUG: '1' } }
  )
  const commandLines = watch.stop()
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.outputs).toMatchObject({ route: 'push', substituter: 'https://cache.example.org/nix' })
  expect(run.log).toContain('the target is not on this GitHub')
  const sent = host.requests.map(({ authorization }) => authorization ?? '').join('\n')
  expect(sent).not.toContain(basic)
  expect(commandLines.filter((line) => line.includes('writer-token'))).toEqual([])
  const up = host.requests.reduce((sum, request) => sum + request.up, 0)
  expect(up / (40 * 1024 * 1024)).toBeLessThan(1.01)

  const cloned = mkdtempSync(join(scenario.folder, 'clone-'))
  await git(cloned, 'clone', '--quiet', '--branch=nix-cache', `file://${repository}`, '.')
  await git(cloned, 'fsck', '--strict')
  expect(await copyFrom(cloned, artifacts(run))).toMatchObject({ status: 0 })
})

describe('GitHub', () => {
  const place = (): { apiUrl: string; serverUrl: string } => ({
    apiUrl: scenario.github.apiUrl,
    serverUrl: front.url
  })

  test('by `route: push` gets one pack, pins in it, with the token in a header, where no process listing shows it', async () => {
    const repository = join(hosts.root, 'alice', 'store.git')
    mkdirSync(join(hosts.root, 'alice'), { recursive: true })
    await git(hosts.root, 'init', '--quiet', '--bare', '--initial-branch=main', repository)
    await git(repository, 'config', 'uploadpack.allowFilter', 'true')
    await hosts.commit(repository, { 'README.md': '# s\n' })
    const watch = watchArguments()
    const run = await scenario.publish(
      // The emulator does not see what git was given.
      { route: 'push', verify: 'none', 'flake-attribute': '.#other', pin: 'main=.#other' },
      { github: place(), env: { RUNNER_DEBUG: '1' } }
    )
    const commandLines = watch.stop()
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    const commit = await git(repository, 'rev-parse', 'main')
    expect(run.outputs).toMatchObject({ route: 'push', 'commit-sha': commit })
    expect(run.outputs['commit-url']).toBe(`${front.url}/alice/store/commit/${commit}`)
    expect(run.summary).toContain('git push, 1 attempt: as `route: push` says')
    expect(front.requests.every(({ authorization }) => authorization === `basic ${basic}`)).toBe(
      true
    )
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('2')
    expect(await git(repository, 'show', 'main:pins/main')).toBe(artifacts(run)[0])
    expect(run.log).toContain(`Pin main => ${artifacts(run)[0] ?? ''}\n`)
    const secret = (text: string): boolean => text.includes(basic) || text.includes('writer-token')
    expect(commandLines.filter(secret)).toEqual([])
    const shown = run.log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
    expect(shown.filter(secret)).toEqual([])
  })

  test('does not get the token at another host that it redirects to', async () => {
    const stranger = await startGitHttp({ root: hosts.root })
    front.redirectTo = stranger.url
    try {
      const run = await scenario.publish(
        { route: 'push', verify: 'none', 'flake-attribute': '.#text' },
        { github: place() }
      )
      expect(run.exitCode).toBe(1)
      expect(run.errors[0]).toMatch(/^GIT_FAILED .*redirect/s)
      expect(stranger.requests).toEqual([])
    } finally {
      front.redirectTo = null
      await stranger.close()
    }
  })

  test('by `route: api` refuses a NAR of 40 MiB before anything is written', async () => {
    const folder = join(scenario.workspace, 'large')
    writeBigFlake(folder, 40 * 1024 * 1024)
    const head = await scenario.github.head('alice/store', 'main')
    const run = await scenario.publish({ route: 'api', 'flake-attribute': 'path:./large' })
    expect(run.exitCode).toBe(1)
    expect(run.errors[0]).toMatch(/^NAR_TOO_LARGE nar\//)
    expect(await scenario.github.head('alice/store', 'main')).toBe(head)
    expect(scenario.github.counts()).toMatchObject({ writes: 0 })
  })
})
