import { dyeOf, evaluateDyed, fedOnEach, type DyedEvaluation } from './dyed-evaluation.ts'
import { digestsInTexts, dyesInSources } from './source-dyes.ts'
import type { Edit, HashLiteral, TracedHash } from './types.ts'
import { replacementsOf, type Workshop } from './workshop.ts'

/**
 * Where the package takes the checkout itself as a source (`src = ./.`), or a literal is no derivation's hash but a part of its text
 * (an image's digest), dyes of what is not stale stand in what is built: then it is evaluated once more without them.
 */
export async function withoutStrayDyes(
  shop: Workshop,
  all: readonly HashLiteral[],
  stale: readonly TracedHash[],
  versions: readonly Edit[],
  evaluation: DyedEvaluation
): Promise<DyedEvaluation> {
  const literals = stale.map(({ literal }) => literal)
  const strayFiles = new Set(
    [...evaluation.replacements.keys()]
      .filter((span) => !(literals as unknown[]).includes(span) && !isVersion(versions, span))
      .map(({ file }) => file)
  )
  if (strayFiles.size === 0) return evaluation
  const built = [...fedOnEach(shop, literals, evaluation)].flatMap(([system, fed]) =>
    [...fed.values()].flat().map(({ drvPath }) => ({ system, drvPath }))
  )
  const fed = new Set(
    [...fedOnEach(shop, all, evaluation).values()].flatMap((one) => [...one.keys()])
  )
  const strays = all.filter((one) => !fed.has(one)).map((one) => dyeOf(shop, one))
  const isStray =
    digestsInTexts(evaluation, built, strays) ||
    (await dyesInSources(shop, evaluation, built, strayFiles))
  if (!isStray) return evaluation
  return evaluateDyed(shop, literals, { others: replacementsOf(versions) })
}

function isVersion(
  versions: readonly Edit[],
  { file, start }: { file: string; start: number }
): boolean {
  return versions.some((edit) => edit.file === file && edit.start === start)
}
