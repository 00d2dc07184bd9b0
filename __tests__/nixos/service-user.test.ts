/**
 * What the NixOS module rests on, with a real daemon: root's hook fills a folder that only the services' user can read, and that user,
 * whom the daemon does not trust, publishes from there.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { rootPrefix } from '../../src/nix/gc-roots.ts'
import { hookScript } from '../../src/queue/install-hook.ts'
import { cacheAddress, plainTmpdir } from '../support/cache-address.ts'
import { nixConfig, removeFolder } from '../support/nix.ts'
import { runProgram, type ProgramResult } from '../support/program.ts'
import { bundles } from '../support/queue-job.ts'

/** `nobody`: what it owns here is gone afterwards. */
const user = 65534
const roots = '/nix/var/nix/gcroots/auto'

if (process.getuid?.() === 0) {
  describe('a user whom the daemon does not trust', () => {
    publishes()
  })
} else {
  test.todo('a user whom the daemon does not trust: takes root')
}

function publishes(): void {
  let folder: string
  let state: string
  let daemon: ChildProcess
  let env: Record<string, string>

  beforeAll(async () => {
    folder = mkdtempSync(join(plainTmpdir(), 'service-user-'))
    chmodSync(folder, 0o755)
    // The checkout may be in a home that is closed to others.
    cpSync(join(bundles, 'cli'), join(folder, 'cli'), { recursive: true })
    copyFileSync(process.execPath, join(folder, 'node'))
    state = join(folder, 'state')
    // As the module has it: the folder around them is root's.
    mkdirSync(state)
    for (const name of [
      join(state, '.home'),
      join(state, '.state'),
      ...['main', 'git'].map((name) => join(state, name)),
      ...['cache', 'store.git'].map((name) => join(folder, name))
    ]) {
      mkdirSync(name, { mode: 0o700 })
      chownSync(name, user, user)
    }
    const hook = join(folder, 'hook')
    writeFileSync(
      hook,
      hookScript(
        ['main', 'git'].map((name) => join(state, name)),
        roots
      ),
      { mode: 0o755 }
    )
    const socket = join(folder, 'socket')
    daemon = spawn('nix-daemon', [], {
      env: {
        PATH: process.env['PATH'],
        NIX_DAEMON_SOCKET_PATH: socket,
        NIX_CONFIG: `${nixConfig}\npost-build-hook = ${hook}\ntrusted-users = root`
      },
      stdio: 'ignore'
    })
    while (daemon.exitCode === null && !existsSync(socket)) await sleep(50)
    chmodSync(socket, 0o666)
    env = {
      PATH: process.env['PATH'] ?? '',
      HOME: join(state, '.home'),
      NIX_REMOTE: `unix://${socket}`,
      NIX_CONFIG: 'extra-experimental-features = nix-command flakes'
    }
  })
  afterAll(async () => {
    daemon.kill()
    await removeFolder(folder)
    // Those of the test's own folder: a garbage collection would take them, once it comes.
    const prefixes = ['main', 'git'].map((name) => rootPrefix(join(state, name)))
    const ours = readdirSync(roots).filter((name) =>
      prefixes.some((prefix) => name.startsWith(prefix))
    )
    await runProgram('rm', ['-f', '--', ...ours.map((name) => join(roots, name))])
  })

  const asUser = (args: string[]): Promise<ProgramResult> =>
    runProgram('setpriv', [`--reuid=${user}`, `--regid=${user}`, '--clear-groups', ...args], {
      cwd: folder,
      env
    })

  test('publishes what root’s hook has queued for it, and takes it out of the queue', async () => {
    const script = `derivation { name = "by-daemon"; system = builtins.currentSystem; builder = "/bin/sh"; salt = "${folder}"; args = [ "-c" "echo > $out; exit 0" ]; }`
    const built = await asUser(['nix-build', '--no-out-link', '--expr', script])
    expect(built.failure).toBe('')
    const path = built.stdout.trim()
    const link = join(state, 'main', basename(path))
    expect(lstatSync(link).uid).toBe(0)

    const config = join(folder, 'config.json')
    const repository = join(folder, 'store.git')
    const queues = {
      main: { destination: { store: cacheAddress(join(folder, 'cache')) } },
      git: { destination: { git: repository } }
    }
    writeFileSync(config, JSON.stringify({ queueDir: state, queues }))
    expect(await asUser(['git', 'init', '-q', '--bare', repository])).toMatchObject({ failure: '' })
    const cli = [join(folder, 'node'), join(folder, 'cli', 'index.js'), 'queue']
    const sent = await asUser([...cli, 'upload', '--due', '--config', config])
    expect(sent.failure).toBe('')
    expect(readdirSync(join(folder, 'cache'))).toContain(`${basename(path).slice(0, 32)}.narinfo`)
    // Read back by Nix from the new commit.
    const tree = await asUser(['git', '-C', repository, 'ls-tree', '--name-only', 'HEAD'])
    expect(tree.stdout).toContain(`${basename(path).slice(0, 32)}.narinfo`)
    for (const name of ['main', 'git']) expect(readdirSync(join(state, name))).toEqual([])

    // By hand the same user queues it again, though it may not write among Nix's roots.
    const added = await asUser([...cli, 'add', path, '--config', config, '--queue', 'main'])
    expect(added.failure).toBe('')
    const targets = readdirSync(join(state, 'main')).map((name) =>
      readlinkSync(join(state, 'main', name))
    )
    expect(new Set(targets)).toEqual(new Set([path]))
    const kept = await runProgram('nix-store', ['--query', '--roots', path])
    expect(kept.stdout).toContain(join(state, 'main'))
    // However many links the daemon made for it.
    const listed = await asUser([...cli, 'list', '--config', config, '--queue', 'main'])
    expect(listed.stdout.split(path)).toHaveLength(2)
  })
}
