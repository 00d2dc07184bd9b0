import { spawnSync } from 'node:child_process'

/**
 * What `unshare` takes here to mount something where no other process sees it; null where that is not allowed: in a chroot, or in a
 * container that is not privileged.
 */
export const ownMounts: string[] | null =
  [['--mount'], ['--user', '--map-root-user', '--mount']].find(isAllowed) ?? null

/** Whether Nix can run a program of a store that is not this machine's: it shows it to the program as /nix/store. */
export const hasUserNamespaces = isAllowed(['--user', '--map-root-user', '--mount'])

function isAllowed(options: string[]): boolean {
  return spawnSync('unshare', [...options, 'true'], { stdio: 'ignore' }).status === 0
}
