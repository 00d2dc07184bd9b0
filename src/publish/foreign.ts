import { NarPublishError } from '../errors.ts'
import { buildableSystems } from '../nix/buildable-systems.ts'
import { derivationsToBuild } from '../nix/dry-run.ts'
import type { EvaluatedInstallable, InstallableFailure, Nix } from '../nix/types.ts'
import { list } from '../text.ts'

/** Of what is to be built, what this machine can build or need not, and the rest with SYSTEM_FOREIGN. */
export async function refuseForeign(
  nix: Nix,
  toBuild: readonly EvaluatedInstallable[],
  runnerSystem: string
): Promise<{ toBuild: EvaluatedInstallable[]; failures: InstallableFailure[] }> {
  const others = toBuild.filter(({ system }) => ![runnerSystem, 'builtin'].includes(system))
  const systems = others.length === 0 ? null : await buildableSystems(nix)
  const foreign = systems === null ? [] : others.filter(({ system }) => !systems.has(system))
  if (systems === null || foreign.length === 0) return { toBuild: [...toBuild], failures: [] }

  const unavailable = await derivationsToBuild(
    nix,
    new Map(foreign.map((installable) => [outputsOperand(installable), installable.drvPath]))
  )
  const refused = new Set(foreign.filter(({ drvPath }) => unavailable.has(drvPath)))
  const failures = [...refused].map(({ installable, system }) => ({
    installable,
    error: new NarPublishError({
      code: 'SYSTEM_FOREIGN',
      subject: installable,
      reason: `it is for ${system}, and this machine builds for ${list([...systems].sort())}`
    })
  }))
  // The run fails at its end, which may be hours from now.
  for (const { error } of failures) nix.log.info(error.message)
  return { toBuild: toBuild.filter((installable) => !refused.has(installable)), failures }
}

/** As `nix-store --realise` takes it: `drv!out,dev`. */
export function outputsOperand({ drvPath, outputs }: EvaluatedInstallable): string {
  return `${drvPath}!${outputs.map(({ name }) => name).join(',')}`
}
