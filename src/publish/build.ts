import { publicKeyText } from '../binary-cache/signature.ts'
import { restoredSubstituters, type Restored } from '../cache/restore.ts'
import { buildInstallables } from '../nix/build.ts'
import type { Substituter } from '../nix/types.ts'
import { count } from '../text.ts'
import type { BuildInputs } from './inputs.ts'
import type { PublishRun } from './run.ts'
import type { Built, Plan, Tried } from './state.ts'

const nothingTried: Tried = { installables: new Set(), outputs: [], failures: [] }

/**
 * Builds what the target does not hold, with what earlier runs left and the target itself as more places to substitute from. `tried`:
 * of the round before, when this is a later one.
 */
export async function buildPlan(
  run: PublishRun<BuildInputs>,
  plan: Plan,
  restored: Restored | null,
  tried = nothingTried
): Promise<Built> {
  if (run.inputs.closure === 'source') {
    // What it takes to build something is known before it is built.
    const derivations = plan.toBuild.map(({ drvPath }) => drvPath)
    return { ...plan, tried, roots: [...new Set([...derivations, ...plan.givenPaths])] }
  }
  const toBuild = plan.toBuild.filter(({ installable }) => !tried.installables.has(installable))
  const { forOthers = [], substituters = [] } = plan.rowWork ?? {}
  const all = [...toBuild, ...forOthers]
  if (all.length === 0) return builtOf(plan, tried)
  return run.log.group(`Build ${count(all.length, 'derivation')}`, async () => {
    const { built, failures } = await buildInstallables(plan.nix, all, {
      substituters: [
        ...substituters,
        ...restoredSubstituters(restored),
        ...targetAsSubstituter(run, plan)
      ],
      gcRootsDirectory: plan.nix.roots,
      log: run.log
    })
    // What is only for others is published with what refers to it.
    const outputs = built
      .filter((one) => !forOthers.includes(one))
      .flatMap(({ outputs }) => outputs.map(({ path }) => path))
    return builtOf(plan, {
      installables: new Set([
        ...tried.installables,
        ...toBuild.map(({ installable }) => installable)
      ]),
      outputs: [...tried.outputs, ...outputs],
      failures: [...tried.failures, ...failures]
    })
  })
}

function builtOf(plan: Plan, tried: Tried): Built {
  return {
    ...plan,
    tried,
    failures: [...plan.failures, ...tried.failures],
    roots: [...new Set([...tried.outputs, ...plan.givenPaths])].filter(
      (path) => !plan.held.has(path)
    )
  }
}

/** Only when it is signed: taking unsigned paths from it would mean trusting whoever can write to it. */
function targetAsSubstituter(
  run: PublishRun<BuildInputs>,
  { target, before }: Plan
): Substituter[] {
  const keys = run.inputs.signingKeys
  // At the commit: Nix remembers for an hour what a branch's address did not have, and this job publishes to it.
  const url = before.commit === null ? null : target.substituterUrlAt(before.commit)
  return keys.length === 0 || url === null || target.isPrivate
    ? []
    : [{ url, publicKey: keys.map(publicKeyText).join(' ') }]
}
