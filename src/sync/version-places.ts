import { NarPublishError } from '../errors.ts'
import type { Derivation } from '../nix/derivations.ts'
import { storePathsInText } from '../store-path.ts'
import { closureOf, type Graph } from './definitions.ts'
import { evaluateDyed, type DyedEvaluation, type DyeOptions } from './dyed-evaluation.ts'
import { bumpEdit, piecesOf, type VersionPiece } from './literals/version-spelling.ts'
import { markVersion, marksIn } from './literals/dye.ts'
import { findVersionLiterals } from './literals/find.ts'
import { isFixed } from './roles.ts'
import {
  placeOf,
  type Edit,
  type EvaluatedPackage,
  type HashLiteral,
  type VersionLiteral
} from './types.ts'
import type { Traced } from './trace.ts'
import { replacementsOf, type Replacements, type Workshop } from './workshop.ts'

interface VersionPlaces {
  /** At the occurrences of the old version that are the package's. */
  edits: Edit[]
  /** With the new version at them, and dyes at the hashes. */
  evaluation: DyedEvaluation
}

/** Occurrences that are tried one by one, where marks cannot be evaluated. */
const mostTrials = 24

/** What is to become of a package's version. */
interface VersionStep {
  /** null: it has none. */
  oldVersion: string | null
  newVersion: string | null
  /** What is written elsewhere at the same time: the commit that the source is pinned by. */
  others: readonly Edit[]
}

/**
 * Which occurrences of the old version are the package's. A single one in Nix code is believed when nothing of the old version is
 * left; else each gets a mark of its own (`1.2.3.90001`), and the marks that come out at the package tell. Throws VERSION_UNTRACED.
 */
export async function findVersionPlaces(
  shop: Workshop,
  traced: Traced,
  hashes: readonly HashLiteral[],
  { oldVersion, newVersion, others }: VersionStep,
  options: Omit<DyeOptions, 'others'> = {}
): Promise<VersionPlaces> {
  const evaluateWith = (replacements: Replacements): Promise<DyedEvaluation> =>
    evaluateDyed(shop, hashes, {
      ...options,
      others: new Map([...replacementsOf(others), ...replacements])
    })
  const stays = oldVersion === null || newVersion === null || oldVersion === newVersion
  for (const piece of stays ? [] : piecesOf(oldVersion, newVersion)) {
    const all = shop.files
      .flatMap((file) => findVersionLiterals(file, piece.old))
      .filter((place) => !others.some((edit) => overlap(edit, place)))
    if (all.length === 0) continue
    const bumpAt = (places: readonly VersionLiteral[]): Promise<DyedEvaluation> =>
      evaluateWith(replacementsOf(places.map((place) => bumpEdit(place, piece.new))))
    const search = { all, piece, newVersion, evaluateWith, bumpAt }
    const { places, evaluation } = await placesAmong(shop, traced, search)
    return { edits: places.map((place) => bumpEdit(place, piece.new)), evaluation }
  }
  if (others.length > 0) {
    // The version stays, or is made of the commit.
    const evaluation = await evaluateWith(new Map())
    if (isBumped(evaluation, newVersion)) return { edits: [], evaluation }
  }
  throw untraced(shop, oldVersion, 'it stands in none of the tracked files')
}

function overlap(a: Edit, b: VersionLiteral): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end
}

interface Search {
  /** All occurrences, at least one. */
  all: readonly VersionLiteral[]
  piece: VersionPiece
  newVersion: string | null
  evaluateWith: (replacements: Replacements) => Promise<DyedEvaluation>
  bumpAt: (places: readonly VersionLiteral[]) => Promise<DyedEvaluation>
}

async function placesAmong(
  shop: Workshop,
  traced: Traced,
  { all, piece, newVersion, evaluateWith, bumpAt }: Search
): Promise<{ places: VersionLiteral[]; evaluation: DyedEvaluation }> {
  const inCode = all.filter(({ file }) => file.endsWith('.nix'))
  const [only, ...others] = inCode.length > 0 ? inCode : all
  if (only !== undefined && others.length === 0) {
    const evaluation = await bumpAt([only])
    if (
      isBumped(evaluation, newVersion) &&
      (all.length === 1 || !isLeft(shop, traced, evaluation, piece.old))
    ) {
      return { places: [only], evaluation }
    }
  }
  const places =
    (await placesByMarks(shop, all, evaluateWith, piece.new)) ??
    (await placesByTrial(shop, traced, all, bumpAt))
  if (places.length === 0)
    throw untraced(shop, piece.old, 'none of its occurrences is the package’s')
  const evaluation = await bumpAt(places)
  if (!isBumped(evaluation, newVersion)) {
    throw untraced(
      shop,
      piece.old,
      `with ${piece.new} at ${places.map(placeOf).join(', ')} ` +
        `the package’s version is ${[...evaluation.packages.values()][0]?.version ?? 'none'}`
    )
  }
  return { places, evaluation }
}

function isBumped({ packages }: DyedEvaluation, newVersion: string | null): boolean {
  return [...packages.values()].every(({ version }) => version === newVersion)
}

function isLeft(
  shop: Workshop,
  traced: Traced,
  evaluation: DyedEvaluation,
  oldVersion: string
): boolean {
  return textsOf(shop, evaluation, traced.evaluation).some(
    (text) => findVersionLiterals({ path: 'text', text }, oldVersion).length > 0
  )
}

function textsOf(shop: Workshop, evaluation: DyedEvaluation, before?: DyedEvaluation): string[] {
  return shop.systems.flatMap((system) => {
    const evaluated = evaluation.packages.get(system)
    const graph = evaluation.graphs.get(system)
    if (evaluated === undefined || graph === undefined) return []
    return ownTexts(evaluated, graph, new Set(before?.graphs.get(system)?.keys()))
  })
}

/** null: the package does not evaluate with marks in it. */
async function placesByMarks(
  shop: Workshop,
  all: readonly VersionLiteral[],
  evaluateWith: (replacements: Replacements) => Promise<DyedEvaluation>,
  newVersion: string
): Promise<VersionLiteral[] | null> {
  const marks = all.map((place, index) => bumpEdit(place, markVersion(newVersion, index)))
  let evaluation
  try {
    evaluation = await evaluateWith(replacementsOf(marks))
  } catch (error) {
    if (!isAboutPackage(error)) throw error
    shop.log.debug(`with marked versions: ${error.message}`)
    return null
  }
  const seen = new Set(textsOf(shop, evaluation).flatMap((text) => marksIn(text, newVersion)))
  return all.filter((_, index) => seen.has(index))
}

/** Each occurrence bumped alone: it is the package's when that shows. One with which nothing evaluates is something else's name. */
async function placesByTrial(
  shop: Workshop,
  traced: Traced,
  all: readonly VersionLiteral[],
  bumpAt: (places: readonly VersionLiteral[]) => Promise<DyedEvaluation>
): Promise<VersionLiteral[]> {
  if (all.length > mostTrials) {
    throw new NarPublishError({
      code: 'VERSION_UNTRACED',
      subject: shop.work.package.text,
      reason: `the old version occurs ${all.length} times, and the package does not evaluate with each occurrence marked`
    })
  }
  const known = new Set(textsOf(shop, traced.evaluation))
  const places: VersionLiteral[] = []
  for (const place of all) {
    try {
      const texts = textsOf(shop, await bumpAt([place]))
      if (texts.some((text) => !known.has(text))) places.push(place)
    } catch (error) {
      if (!isAboutPackage(error)) throw error
      shop.log.debug(`with ${placeOf(place)} bumped alone: ${error.message}`)
    }
  }
  return places
}

/** The package does not evaluate so; a full disk, say, tells nothing of it. */
function isAboutPackage(error: unknown): error is NarPublishError {
  return error instanceof NarPublishError && error.code === 'EVALUATION_FAILED'
}

function untraced(shop: Workshop, oldVersion: string | null, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'VERSION_UNTRACED',
    subject: `${shop.work.package.text}, version ${oldVersion ?? '(none)'}`,
    reason
  })
}

/**
 * The texts in which a version is the package's own: its version, name and links, its derivation, and the fixed-output
 * derivations that it is made of. What belongs to another package with a version of its own is not looked into, nor are the names
 * of store paths, which hold other packages' versions. `shared`: derivations that cannot tell anything new.
 */
export function ownTexts(
  evaluated: EvaluatedPackage,
  graph: Graph,
  shared: ReadonlySet<string> = new Set()
): string[] {
  const { version, name, homepage, changelog, drvPath, pname } = evaluated
  const texts = [version, name, homepage, changelog].filter((text) => text !== null)
  const isItself = (derivation: Derivation): boolean => derivation.drvPath === drvPath
  const isOwn = (derivation: Derivation): boolean =>
    !shared.has(derivation.drvPath) &&
    (isItself(derivation) || !isAnotherPackage(derivation, pname))
  const own = closureOf(graph, [drvPath], isOwn).filter(isOwn)
  return [...texts, ...own.filter((one) => isItself(one) || isFixed(one)).flatMap(textsIn)]
}

function isAnotherPackage(derivation: Derivation, pname: string): boolean {
  if (isFixed(derivation)) return false
  const { env, structuredAttrs } = derivation
  const other = structuredAttrs?.['pname'] ?? env['pname']
  const version = structuredAttrs?.['version'] ?? env['version']
  return typeof other === 'string' && typeof version === 'string' && other !== pname
}

function textsIn({ name, args, env, structuredAttrs }: Derivation): string[] {
  const all = [
    name,
    ...args,
    ...Object.values(env),
    ...(structuredAttrs === null ? [] : [JSON.stringify(structuredAttrs)])
  ]
  return all.map((text) => text.replaceAll(storePathsInText, ''))
}
