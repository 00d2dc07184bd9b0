import { join } from 'node:path'
import { publicKeyText } from '../binary-cache/signature.ts'
import { restoredSubstituters, type Restored } from '../cache/restore.ts'
import type { BuildInputs } from '../inputs/publish.ts'
import { buildInstallables } from '../nix/build.ts'
import type { Substituter } from '../nix/types.ts'
import type { Plan } from './plan.ts'
import type { PublishRun } from './publish.ts'

/** The plan carried out on this machine's store. */
export interface Built extends Plan {
  /** Store paths that are valid now and whose closures are to be published. */
  roots: string[]
}

/** Builds what the target does not hold, with what earlier runs left and the target itself as more places to substitute from. */
export async function buildPlan(
  run: PublishRun<BuildInputs>,
  plan: Plan,
  restored: Restored | null
): Promise<Built> {
  if (plan.toBuild.length === 0) return { ...plan, roots: plan.givenPaths }
  if (run.inputs.closure === 'source') {
    // What it takes to build something is known before it is built.
    const derivations = plan.toBuild.map(({ drvPath }) => drvPath)
    return { ...plan, roots: [...new Set([...derivations, ...plan.givenPaths])] }
  }
  return run.log.group(`Build ${plan.toBuild.length} derivation(s)`, async () => {
    const { built, failures } = await buildInstallables(plan.nix, plan.toBuild, {
      substituters: [...restoredSubstituters(restored), ...targetAsSubstituter(run, plan)],
      gcRootsDirectory: join(run.scratch, 'gc-roots'),
      log: run.log
    })
    const outputs = built.flatMap(({ outputs }) => outputs.map(({ path }) => path))
    return {
      ...plan,
      failures: [...plan.failures, ...failures],
      roots: [...new Set([...outputs, ...plan.givenPaths])].filter((path) => !plan.held.has(path))
    }
  })
}

/** Only when it is signed: taking unsigned paths from it would mean trusting whoever can write to it. */
function targetAsSubstituter(
  run: PublishRun<BuildInputs>,
  { target, before }: Plan
): Substituter[] {
  const key = run.inputs.signingKey
  // At the commit: Nix remembers for an hour what a branch's address did not have, and this job publishes to it.
  const url = before.commit === null ? null : target.substituterUrlAt(before.commit)
  return key === null || url === null || target.isPrivate
    ? []
    : [{ url, publicKey: publicKeyText(key) }]
}
