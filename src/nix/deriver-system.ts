import { queryStore, runNix } from './run.ts'
import type { Nix } from './types.ts'
import { invalidPaths } from './validity.ts'

/**
 * The system that each valid store path was built for, as its derivation says. A path that has no deriver, or whose derivation is not
 * in this machine's store, has no entry.
 */
export async function querySystem(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, string>> {
  const systems = new Map<string, string>()
  for (const path of storePaths) {
    const [deriver] = await queryStore(nix, ['--query', '--deriver'], [path])
    if (deriver?.endsWith('.drv') !== true) continue
    if ((await invalidPaths(nix, [deriver])).size > 0) continue
    const system = await bindingOf(nix, deriver, 'system')
    if (system !== null) systems.set(path, system)
  }
  return systems
}

/** A derivation with structured attributes has no such variable, and then Nix fails. */
async function bindingOf(nix: Nix, deriver: string, name: string): Promise<string | null> {
  const args = ['--query', '--binding', name, '--', deriver]
  const { status, stdout } = await runNix(nix, { program: 'nix-store', args })
  return status === 0 ? stdout.trim() : null
}
