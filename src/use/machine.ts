import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { isTrustedClient } from '../nix/client-trust.ts'
import { openNix } from '../nix/nix.ts'
import { readNixSettings } from '../nix/settings.ts'

/** The Nix that is to read the cache. */
export interface Machine {
  /** As this user's commands have them, by name. */
  settings: ReadonlyMap<string, string>
  /** Whether it takes substituters from this user; null: it is not known. */
  isTrusted: boolean | null
}

/** Where Nix looks for credentials when nothing else is said. */
export const usualNetrc = '/etc/nix/netrc'

/** null: there is no Nix here. */
export async function readMachine(
  { childEnvironment: env, workspace: cwd }: Environment,
  log: Log
): Promise<Machine | null> {
  try {
    const nix = await openNix({ env, cwd, log })
    const settings = await readNixSettings(nix)
    return { settings, isTrusted: await isTrustedClient(nix, settings) }
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'NIX_MISSING') return null
    throw error
  }
}
