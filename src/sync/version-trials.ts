import { NarPublishError } from '../errors.ts'
import { urlsOf } from '../nix/derivations.ts'
import { fedBy, graphOf, type DyedEvaluation } from './dyed-evaluation.ts'
import { bumpEdit, spellVersion, type VersionPiece } from './literals/version-spelling.ts'
import { marksIn, markVersion, withoutMarks } from './literals/dye.ts'
import {
  originWords,
  otherDerivations,
  ownTexts,
  textsIn,
  type Origin,
  type OwnText
} from './own-texts.ts'
import { isSameProject } from './same-project.ts'
import { mainSources } from './sources.ts'
import { placeOf, type Edit, type HashLiteral, type VersionLiteral } from './types.ts'
import { replacementsOf, type Replacements, type Workshop } from './workshop.ts'

/**
 * How much an occurrence of the old version is the package's. certain: its version, its name or its main source says it. assumed: something
 * else of it does. foreign: nothing but a download of another project.
 */
export type Role = 'certain' | 'assumed' | 'foreign'

/** A text that an occurrence shows in. */
export interface Shown {
  kind: Origin['kind']
  role: Role
  /** For people; null: the package's version or name. */
  where: string | null
  /** With the old version at the occurrence, and with the new one. */
  old: string
  new: string
  /** Of a download: its address at the old version. */
  url: string | null
  /** Of a download: the literals that are its hash. */
  hashes: readonly HashLiteral[]
}

/** An occurrence of the old version, as evaluations show it. */
export interface Occurrence {
  literal: VersionLiteral
  /** Empty: the package does not show it. */
  shown: Shown[]
  /** Names of other packages that it needs, which show it. */
  elsewhere: string[]
}

export interface Search {
  shop: Workshop
  /** All occurrences that may be bumped, at least one. */
  all: readonly VersionLiteral[]
  piece: VersionPiece
  newVersion: string | null
  hashes: readonly HashLiteral[]
  /** Files that hold a hash of the package, and its own. */
  ownFiles: ReadonlySet<string>
  /** The package as it stands. */
  before: DyedEvaluation
  /** The same with its source at the new version or commit already; null: that goes with the occurrences. */
  followed: DyedEvaluation | null
  evaluateWith: (replacements: Replacements) => Promise<DyedEvaluation>
  /** Why trials on the way failed, for the error at the end. */
  failures: Failure[]
}

interface Failure {
  words: string
  /** null: it evaluated, and is not what it should be. */
  error: NarPublishError | null
}

/** Occurrences that are tried one by one, where marks cannot be evaluated. */
export const mostTrials = 24

export function isBumped({ packages }: DyedEvaluation, newVersion: string | null): boolean {
  return [...packages.values()].every(({ version }) => version === newVersion)
}

/** The package with the new version at these places; null: it does not evaluate so. */
export async function tryBump(
  search: Search,
  places: readonly VersionLiteral[],
  what = places.map(placeOf).join(', ')
): Promise<DyedEvaluation | null> {
  const { piece, evaluateWith } = search
  return evaluates(search, `with ${piece.new} at ${what}`, () =>
    evaluateWith(replacementsOf(places.map((place) => bumpEdit(place, piece.new))))
  )
}

/** The new version with a mark of its own at each occurrence: `1.2.3.90001` */
export function marksAt(all: readonly VersionLiteral[], piece: VersionPiece): Replacements {
  const mark = (place: VersionLiteral, index: number): Edit =>
    bumpEdit(place, markVersion(piece.new, index))
  return replacementsOf(all.map(mark))
}

/** Each occurrence with such a mark. null: the package does not evaluate with marks in it. */
export async function byMarks(search: Search): Promise<Occurrence[] | null> {
  const { all, piece } = search
  const evaluation = await evaluates(search, 'with each occurrence marked', () =>
    search.evaluateWith(marksAt(all, piece))
  )
  if (evaluation === null) return null
  const said = sayings(search, evaluation, (text) => marksIn(text, piece.new).length > 0)
  const marked = said.map((saying) => ({ ...saying, marks: marksIn(saying.text, piece.new) }))
  // Of several sources the ones that follow the version are the main ones.
  const own = new Set(
    marked.flatMap(({ origin, marks }) => (origin.kind === 'identity' ? marks : []))
  )
  const following = new Set(
    marked.flatMap(({ origin, isMain, marks }) =>
      origin.kind === 'fetched' && isMain && marks.some((mark) => own.has(mark))
        ? [origin.derivation.drvPath]
        : []
    )
  )
  const isMain = ({ origin, isMain }: Saying): boolean =>
    isMain &&
    (following.size === 0 ||
      (origin.kind === 'fetched' && following.has(origin.derivation.drvPath)))
  const spelled = (version: string, index: number): string =>
    spellVersion(version, all[index]?.separator ?? '.')
  const others = marksElsewhere(search, evaluation)
  return all.map((literal, index) => ({
    literal,
    shown: marked
      .filter(({ marks }) => marks.includes(index))
      .map((saying) =>
        shownBy({ ...saying, isMain: isMain(saying) }, piece, (text, version) =>
          withoutMarks(text, piece.new, (at) => spelled(at === index ? version : piece.new, at))
        )
      ),
    elsewhere: others.get(index) ?? []
  }))
}

/** The packages that it needs, by the marks that show there. */
function marksElsewhere(
  { shop, piece, before }: Search,
  evaluation: DyedEvaluation
): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const system of shop.systems) {
    const evaluated = evaluation.packages.get(system)
    if (evaluated === undefined) continue
    const known = new Set(graphOf(before, system).keys())
    for (const one of otherDerivations(evaluated, graphOf(evaluation, system), known)) {
      const name = withoutMarks(one.name, piece.new, () => piece.old)
      for (const mark of textsIn(one).flatMap(([, text]) => marksIn(text, piece.new)))
        found.set(mark, [...new Set([...(found.get(mark) ?? []), name])])
    }
  }
  return found
}

/** Each occurrence bumped alone: it is the package's when that shows. One with which nothing evaluates is something else's name. */
export async function byTrial(search: Search): Promise<Occurrence[]> {
  const { all, piece, before, followed } = search
  if (all.length > mostTrials) {
    const words = `it occurs ${all.length} times, too often for each to be tried alone`
    search.failures.push({ words, error: null })
    return []
  }
  const known = new Set(sayings(search, followed ?? before).map(({ text }) => text))
  const occurrences: Occurrence[] = []
  for (const literal of all) {
    const evaluation = await tryBump(search, [literal])
    const texts = evaluation === null ? [] : sayings(search, evaluation)
    const shown = texts
      .filter(({ text }) => !known.has(text))
      .map((saying) => shownBy(saying, piece))
    occurrences.push({ literal, shown, elsewhere: [] })
  }
  return occurrences
}

/**
 * All occurrences bumped together, as a version may be the name of its own hash, then each left out: it is the package's when that
 * shows, or when the package does without it no more. Where all together are too many, all but one. null: the package does not
 * get its version in any of these ways.
 */
export async function byLeavingOut(search: Search): Promise<Occurrence[] | null> {
  const { all, piece, newVersion } = search
  const bumped = async (places: readonly VersionLiteral[], what?: string) => {
    const evaluation = await tryBump(search, places, what)
    return evaluation !== null && isBumped(evaluation, newVersion) ? evaluation : null
  }
  const without = (place: VersionLiteral, places: readonly VersionLiteral[]): VersionLiteral[] =>
    places.filter((one) => one !== place)
  let together = await bumped(all, 'all of its occurrences')
  let places = all
  for (const place of together === null && all.length > 2 ? all : []) {
    places = without(place, all)
    together = await bumped(places)
    if (together !== null) break
  }
  if (together === null) return null
  const texts = sayings(search, together)
  const occurrences: Occurrence[] = []
  for (const literal of places) {
    const others = await bumped(without(literal, places))
    if (others === null) {
      occurrences.push({ literal, shown: [needed], elsewhere: [] })
      continue
    }
    const left = new Set(sayings(search, others).map(({ text }) => text))
    const shown = texts
      .filter(({ text }) => !left.has(text))
      .map((saying) => shownBy(saying, piece))
    occurrences.push({ literal, shown, elsewhere: [] })
  }
  return occurrences
}

/** Of an occurrence that cannot be left out. */
const needed: Shown = {
  kind: 'identity',
  role: 'assumed',
  where: 'the package does not evaluate without it',
  old: '',
  new: '',
  url: null,
  hashes: []
}

/** `at`: a text with this version at the occurrence. */
function shownBy(
  { origin, text, hashes, isMain, isOurs }: Saying,
  { old, new: bumped }: VersionPiece,
  at: (text: string, version: string) => string = (all, version) =>
    all.replaceAll(bumped, () => version)
): Shown {
  const isDownload = origin.kind === 'fetched'
  const url = isDownload ? (urlsOf(origin.derivation)[0] ?? null) : null
  const where = originWords(origin)
  return {
    kind: origin.kind,
    role:
      origin.kind === 'identity' || isMain
        ? 'certain'
        : isDownload && !isOurs
          ? 'foreign'
          : 'assumed',
    where: where === null ? null : at(where, bumped),
    old: at(text, old),
    new: at(text, bumped),
    url: url === null ? null : at(url, old),
    hashes
  }
}

interface Saying extends OwnText {
  /** Of a download: it is of the main source, or at least of its project. */
  isMain: boolean
  isOurs: boolean
  hashes: readonly HashLiteral[]
}

function sayings(
  { shop, hashes, piece }: Search,
  evaluation: DyedEvaluation,
  isWanted: (text: string) => boolean = () => true
): Saying[] {
  return shop.systems.flatMap((system) => {
    const evaluated = evaluation.packages.get(system)
    if (evaluated === undefined) return []
    const { pname, drvPath, version } = evaluated
    const graph = graphOf(evaluation, system)
    const main = mainSources(drvPath, graph, version)
    const of = { pname, version: piece.new, serverUrl: shop.environment.serverUrl }
    const fed = [...fedBy(shop, hashes, evaluation, system)]
    return ownTexts(evaluated, graph)
      .filter(({ text }) => isWanted(text))
      .map((own): Saying => {
        const { origin } = own
        if (origin.kind !== 'fetched') return { ...own, isMain: false, isOurs: true, hashes: [] }
        const { derivation } = origin
        const isMain = main.includes(derivation)
        return {
          ...own,
          isMain,
          isOurs: isMain || isSameProject(derivation, main, of),
          hashes: fed.flatMap(([literal, ones]) => (ones.includes(derivation) ? [literal] : []))
        }
      })
  })
}

/** null: it does not evaluate; a full disk, say, tells nothing of the package and is thrown. */
export async function evaluates(
  { shop, failures }: Pick<Search, 'shop' | 'failures'>,
  what: string,
  evaluate: () => Promise<DyedEvaluation>
): Promise<DyedEvaluation | null> {
  try {
    return await evaluate()
  } catch (error) {
    if (!(error instanceof NarPublishError) || error.code !== 'EVALUATION_FAILED') throw error
    shop.log.debug(`${what}: ${error.message}`)
    failures.push({ words: `${what}: ${error.reason}`, error })
    return null
  }
}
