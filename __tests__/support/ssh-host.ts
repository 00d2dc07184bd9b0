/**
 * A machine that is reached by ssh: a real sshd on loopback inside of the second Nix's Debian (script/other-nix), with a store, a
 * key of its own and a user who may log in. Nothing of this machine's own ssh is used or touched.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { newerNixRoot, removeFolder } from './nix.ts'
import { output } from './program.ts'

export const hasSshd =
  process.getuid?.() === 0 &&
  existsSync(join(newerNixRoot, 'usr/sbin/sshd')) &&
  existsSync(join(newerNixRoot, 'usr/bin/nix'))

export interface SshHost {
  /** Seen from here; on the host it is without the chroot's path in front. */
  readonly folder: string
  /** A path as the host sees it. */
  inside(name: string): string
  port: number
  /** Address of the host's store `name`, for `nix copy --to`. */
  storeUrl(scheme: 'ssh' | 'ssh-ng', name: string): string
  /** Options for ssh, as NIX_SSHOPTS takes them: with the right key, and a host that is known. */
  options(change?: { key?: string; knownHosts?: string; port?: number }): string
  /** A key that the host does not know. */
  otherKey: string
  /** Of paths in the host's store `name`: `nix path-info --json`. */
  pathInfo(name: string, path: string): Promise<string>
  close(): Promise<void>
}

/** `nixConf`: of the host's Nix. */
export async function startSshHost(nixConf: string): Promise<SshHost> {
  mkdirSync(join(newerNixRoot, 'run/sshd'), { recursive: true })
  const folder = mkdtempSync(join(newerNixRoot, 'tmp', 'ssh-host-'))
  const at = (name: string): string => join(folder, name)
  const inside = (name: string): string => at(name).slice(newerNixRoot.length)
  for (const key of ['host', 'client', 'other']) {
    await output('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)])
  }
  mkdirSync(at('nix'))
  writeFileSync(
    at('nix/nix.conf'),
    `build-users-group =\n${nixConf.replaceAll('@folder@', inside(''))}`
  )
  const daemon = await startSshd(inside)
  const [type, key] = readFileSync(at('host.pub'), 'utf8').split(' ')
  writeFileSync(at('known_hosts'), `[127.0.0.1]:${daemon.port} ${type} ${key}\n`)
  return {
    folder,
    inside,
    port: daemon.port,
    storeUrl: (scheme, name) =>
      `${scheme}://root@127.0.0.1?remote-store=local?root=${inside(name)}`,
    options: ({ key = at('client'), knownHosts = at('known_hosts'), port = daemon.port } = {}) =>
      `-F /dev/null -p ${port} -oIdentitiesOnly=yes -oIdentityFile=${key} -oUserKnownHostsFile=${knownHosts} -oGlobalKnownHostsFile=/dev/null`,
    otherKey: at('other'),
    pathInfo: (name, path) =>
      output('chroot', [
        newerNixRoot,
        ...['nix', '--extra-experimental-features', 'nix-command', 'path-info', '--json'],
        ...['--store', `local?root=${inside(name)}`, path]
      ]),
    close: async () => {
      daemon.child.kill()
      await removeFolder(folder)
    }
  }
}

/** sshd takes no port 0: another one is tried when somebody else was quicker. */
async function startSshd(
  inside: (name: string) => string
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort()
    const settings = [
      ...[`Port=${port}`, 'ListenAddress=127.0.0.1', `HostKey=${inside('host')}`],
      ...[`AuthorizedKeysFile=${inside('client.pub')}`, 'PermitRootLogin=prohibit-password'],
      // Who is refused is put off otherwise, with other words each time (sshd 9.8 and later).
      'PerSourcePenalties=no',
      ...['StrictModes=no', 'UsePAM=no', 'PasswordAuthentication=no', 'PidFile=none'],
      `SetEnv=NIX_CONF_DIR=${inside('nix')}`
    ]
    const args = ['/usr/sbin/sshd', '-D', '-e', '-f', '/dev/null']
    const child = spawn(
      'chroot',
      [newerNixRoot, ...args, ...settings.flatMap((setting) => ['-o', setting])],
      { stdio: ['ignore', 'ignore', 'pipe'] }
    )
    if (await isListening(child)) return { child, port }
  }
  throw new Error('sshd does not start')
}

function isListening(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Server listening')) resolve(true)
    })
    child.once('close', () => {
      if (!/Server listening|already in use/.test(said)) console.error(said)
      resolve(false)
    })
  })
}

/** One that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
