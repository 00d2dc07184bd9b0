import { allOf } from '../all-of.ts'
import type { EvaluationFailure } from './project/question.ts'
import type { EvaluatedPackage } from './types.ts'
import { evaluateCopy, type Workshop } from './workshop.ts'

/**
 * Evaluates what the copy holds now for each of the systems, side by side as far as the machine goes, and answers in their order up to the
 * first that fails: the same whichever is done first. Before one evaluation of the run has gone well, and after one has not, they
 * come one after the other: what one tells in its failure may spare the others theirs, and what it has to build for that.
 */
export async function evaluateSystems(
  shop: Workshop,
  systems: readonly string[]
): Promise<Map<string, EvaluatedPackage | EvaluationFailure>> {
  const now = shop.evaluatesWell === true ? systems : systems.slice(0, 1)
  let failed = now.length
  const answers = await allOf(
    now.map((system, index) =>
      shop.turns(async () => {
        if (index > failed) return []
        const evaluated = await evaluateCopy(shop, system)
        if (!('drvPath' in evaluated)) failed = Math.min(failed, index)
        return [[system, evaluated] as const]
      })
    )
  )
  shop.evaluatesWell = shop.evaluatesWell !== false && failed === now.length
  return new Map(answers.slice(0, failed + 1).flat())
}
