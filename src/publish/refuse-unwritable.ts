import { derivationsToBuild } from '../nix/dry-run.ts'
import { parseStorePath } from '../store-path.ts'
import { outputsOperand } from './foreign.ts'
import type { PublishInputs } from './inputs.ts'
import { mayWrite, type PublishRun } from './run.ts'
import type { Plan } from './state.ts'

/**
 * Asks before anything is built whether the commit would be refused, and throws the refusal: TOKEN_FORBIDDEN, BRANCH_RULE. What needs no
 * build is not asked about: it may all be upstream's, for which no token has to write anything, and else its commit tells soon enough.
 */
export async function refuseUnwritable(
  run: PublishRun<Extract<PublishInputs, { phase: 'all' }>>,
  { nix, target, before, toBuild }: Plan
): Promise<void> {
  if (!mayWrite(run) || run.inputs.closure === 'source' || toBuild.length === 0) return
  const operands = new Map(toBuild.map((one) => [outputsOperand(one), one.drvPath]))
  const builds = await derivationsToBuild(nix, operands)
  // What the target holds as somebody's dependency is substituted from there, as a rule.
  const paths = toBuild.flatMap(({ drvPath, outputs }) => (builds.has(drvPath) ? outputs : []))
  const hashes = paths.map(({ path }) => parseStorePath(path).hash)
  if ((await before.missingNarInfos(hashes)).size === 0) return
  const refusal = await target.refusal(before)
  if (refusal !== null) throw refusal
}
