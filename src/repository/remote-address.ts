import { NarPublishError } from '../errors.ts'
import { parseTargetAddress } from './address.ts'

/** What a remote of a clone is on this GitHub; null: it is elsewhere, or is no address. */
export function remoteAddress(
  remote: string,
  run: Parameters<typeof parseTargetAddress>[1]
): { owner: string; repo: string } | null {
  if (remote === '') return null
  try {
    const address = parseTargetAddress(asTarget(remote, new URL(run.serverUrl)), run)
    return address.kind === 'github' ? address : null
  } catch (error) {
    // A remote may be no address at all.
    if (error instanceof NarPublishError) return null
    throw error
  }
}

const sshPattern = /^(?:ssh|git|git\+ssh|ssh\+git):\/\/(?:[^/]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i
const scpPattern = /^(?:[^/:@]+@)?([^/:@]+):(?!\/\/)\/?(.+)$/

/**
 * As a target is given: without a login, which a clone's address may have, and by the host's usual name.
 * https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
 * https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys#using-multiple-repositories-on-one-server
 */
function asTarget(remote: string, { hostname }: URL): string {
  const [, host = '', path = ''] = sshPattern.exec(remote) ?? scpPattern.exec(remote) ?? []
  const name = host.toLowerCase()
  if ([hostname, `ssh.${hostname}`].includes(name) || name.startsWith(`${hostname}-`)) return path
  if (!/^https?:\/\//i.test(remote) || !URL.canParse(remote)) return remote
  const url = new URL(remote)
  url.username = ''
  url.password = ''
  if (url.hostname === `www.${hostname}`) url.hostname = hostname
  return url.href
}
