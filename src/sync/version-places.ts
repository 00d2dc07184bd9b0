import { NarPublishError } from '../errors.ts'
import { list } from '../text.ts'
import { evaluateDyed, graphOf, type DyedEvaluation, type DyeOptions } from './dyed-evaluation.ts'
import { bumpEdit, piecesOf, type VersionPiece } from './literals/version-spelling.ts'
import { findVersionLiterals } from './literals/find.ts'
import type { Stays } from './keep-places.ts'
import { ownTexts } from './own-texts.ts'
import {
  placeOf,
  type Edit,
  type HashLiteral,
  type Span,
  type TextFile,
  type ToldPlace,
  type VersionLiteral
} from './types.ts'
import type { Traced } from './trace.ts'
import {
  byLeavingOut,
  byMarks,
  byTrial,
  evaluates,
  isBumped,
  marksAt,
  mostTrials,
  tryBump,
  type Occurrence,
  type Role,
  type Search
} from './version-trials.ts'
import { replacementsOf, type Replacements, type Workshop } from './workshop.ts'

interface VersionPlaces {
  /** At the occurrences of the old version that are the package's. */
  edits: Edit[]
  /** The same, with what they are of. */
  occurrences: Occurrence[]
  /** Occurrences that stay, and why. */
  left: ToldPlace[]
  /** With the new version at them, and dyes at the hashes. */
  evaluation: DyedEvaluation
}

/** What is to become of a package's version. */
interface VersionStep {
  /** null: it has none. */
  oldVersion: string | null
  newVersion: string | null
  /** What is written elsewhere at the same time: the commit that the source is pinned by. */
  others: readonly Edit[]
  /** The source is at another commit or version by those, or by a lock file: then the package's version may be the new one by itself. */
  isFollowed: boolean
  /** Which occurrences are not to be touched. */
  stays: Stays
}

/**
 * Which occurrences of the old version are the package's. A single one in Nix code is believed when nothing of the old version is
 * left; else each gets a mark of its own (`1.2.3.90001`), and the marks that come out at the package tell. What comes out at nothing but a
 * download of another project is left, unless the package cannot do without. Throws VERSION_UNTRACED.
 */
export async function findVersionPlaces(
  shop: Workshop,
  traced: Traced,
  hashes: readonly HashLiteral[],
  { oldVersion, newVersion, others, isFollowed, stays }: VersionStep,
  options: Omit<DyeOptions, 'others'> = {}
): Promise<VersionPlaces> {
  const evaluateWith: Search['evaluateWith'] = (replacements) =>
    evaluateDyed(shop, hashes, {
      ...options,
      others: new Map([...replacementsOf(others), ...replacements])
    })
  const failures: Search['failures'] = []
  const own = isFollowed
    ? await evaluates({ shop, failures }, 'with the source alone', () => evaluateWith(new Map()))
    : null
  const occurring = occurrencesIn(shop.files, { oldVersion, newVersion, others, stays })
  if (occurring !== null) {
    const { piece, all, kept } = occurring
    const before = traced.evaluation
    const ownFiles = new Set([
      shop.project.packageFile,
      ...traced.hashes.map(({ literal }) => literal.file)
    ])
    const asked = { shop, all, piece, newVersion, hashes, ownFiles, before, evaluateWith }
    const search: Search = { ...asked, followed: own, failures }
    const { occurrences, foreign, evaluation } = await placesAmong(search)
    const edits = occurrences.map(({ literal }) => bumpEdit(literal, piece.new))
    const left = [...kept, ...leftAmong(foreign, edits)]
    return { edits, occurrences, left, evaluation }
  }
  if (others.length > 0 || own !== null) {
    // The version stays, or is made of the commit.
    const evaluation = own ?? (await evaluateWith(new Map()))
    if (isBumped(evaluation, newVersion)) {
      return { edits: [], occurrences: [], left: [], evaluation }
    }
  }
  throw untraced(shop, oldVersion, 'it stands in none of the tracked files')
}

/** What findVersionPlaces evaluates first, of a source that goes with the version by itself; null: it finds none. Pure. */
export function firstTrial(
  files: readonly TextFile[],
  step: Omit<VersionStep, 'isFollowed'>
): Replacements | null {
  const occurring = occurrencesIn(files, step)
  if (occurring === null) return null
  const { piece, all } = occurring
  const single = singleAmong(all)
  return single === null ? marksAt(all, piece) : replacementsOf([bumpEdit(single, piece.new)])
}

interface Occurring {
  piece: VersionPiece
  /** At least one. */
  all: VersionLiteral[]
  /** Those that are not to be touched. */
  kept: ToldPlace[]
}

/** Where the old version stands, or the first of its pieces that stands anywhere. */
function occurrencesIn(
  files: readonly TextFile[],
  { oldVersion, newVersion, others, stays }: Omit<VersionStep, 'isFollowed'>
): Occurring | null {
  const isSame = oldVersion === null || newVersion === null || oldVersion === newVersion
  for (const piece of isSame ? [] : piecesOf(oldVersion, newVersion)) {
    const found = files
      .flatMap((file) => findVersionLiterals(file, piece.old))
      .filter((place) => !others.some((edit) => overlap(edit, place)))
    const all = found.filter((place) => stays.reasonFor(place) === null)
    if (all.length === 0) continue
    const kept = found.flatMap((place) => {
      const why = stays.reasonFor(place)
      return why === null ? [] : [toldOf(place, why)]
    })
    return { piece, all, kept }
  }
  return null
}

/** The only one in Nix code, or where there is none in Nix code the only one. */
function singleAmong(all: readonly VersionLiteral[]): VersionLiteral | null {
  const inCode = all.filter(({ file }) => file.endsWith('.nix'))
  const [only, ...others] = inCode.length > 0 ? inCode : all
  return only === undefined || others.length > 0 ? null : only
}

function overlap(a: Edit, b: Span): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end
}

interface Among {
  occurrences: Occurrence[]
  /** The others. */
  foreign: Occurrence[]
  evaluation: DyedEvaluation
}

async function placesAmong(search: Search): Promise<Among> {
  const { all, followed } = search
  // Nothing else is needed: what is left may be anybody's.
  const isDone = followed !== null && isBumped(followed, search.newVersion)
  const single = singleAmong(all)
  if (single !== null && !isDone) {
    const alone = [{ literal: single, shown: [], elsewhere: [] }]
    const evaluation = await bumped(search, alone)
    const isAll = all.length === 1 || (evaluation !== null && !isLeft(search, evaluation))
    if (evaluation !== null && isAll) return { occurrences: alone, foreign: [], evaluation }
    if (all.length === 1) throw notFound(search)
  }
  const tried = (await byMarks(search)) ?? (await byTrial(search))
  const among = await chooseAmong(search, tried)
  if (among !== null) return among
  if (isDone) return { occurrences: [], foreign: tried, evaluation: followed }
  const together = await byLeavingOut(mostLikely(search))
  const amongAll = together === null ? null : await chooseAmong(search, together)
  if (amongAll !== null) return amongAll
  throw notFound(search)
}

/** What the package shows, without what is foreign if that will do. null: with none of it the package gets its version. */
async function chooseAmong(search: Search, tried: readonly Occurrence[]): Promise<Among | null> {
  const seen = tried.filter(({ shown }) => shown.length > 0)
  const ours = seen.filter((one) => roleAmong(one) !== 'foreign')
  for (const occurrences of ours.length < seen.length ? [ours, seen] : [seen]) {
    const evaluation = await bumped(search, occurrences)
    if (evaluation === null) continue
    const foreign = tried.filter((one) => !occurrences.includes(one))
    return { occurrences, foreign, evaluation }
  }
  return null
}

/** Of what was met on the way the first and the last are told: with the occurrences marked, and with all of them. */
function notFound({ shop, all, piece, failures }: Search): NarPublishError {
  const own = failures.find(({ error }) => error !== null)?.error
  // A version that can stand at one place alone, where the package does not evaluate with it.
  if (all.length === 1 && own !== null && own !== undefined) return own
  const words = [...new Set(failures.map((failure) => failure.words))]
  const told = words.length > 2 ? [...words.slice(0, 1), ...words.slice(-1)] : words
  const places = all.slice(0, mostTrials).map(placeOf).join(', ')
  return untraced(
    shop,
    piece.old,
    [
      `none of its occurrences (${places}) makes the package’s version ${piece.new}, nor do all of them together`,
      ...told
    ].join('; ')
  )
}

async function bumped(
  search: Search,
  occurrences: readonly Occurrence[]
): Promise<DyedEvaluation | null> {
  const places = occurrences.map(({ literal }) => literal)
  if (places.length === 0) return null
  const evaluation = await tryBump(search, places)
  if (evaluation === null || isBumped(evaluation, search.newVersion)) return evaluation
  const version = [...evaluation.packages.values()][0]?.version ?? 'none'
  const where = places.map(placeOf).join(', ')
  const words = `with ${search.piece.new} at ${where} the package’s version is ${version}`
  search.failures.push({ words, error: null })
  return null
}

/** Where there are too many occurrences to try each, those in the package's own files. */
function mostLikely(search: Search): Search {
  if (search.all.length <= mostTrials) return search
  const likely = search.all.filter(({ file }) => search.ownFiles.has(file))
  return { ...search, all: likely.length <= mostTrials ? likely : [] }
}

export function roleAmong({ shown }: Occurrence): Role {
  const roles = shown.map(({ role }) => role)
  // What the package says itself may be the name of what it downloads.
  const isOurs = shown.some(({ kind, role }) => kind === 'fetched' && role === 'assumed')
  if (roles.length === 0 || roles.includes('certain')) return 'certain'
  return !isOurs && roles.includes('foreign') ? 'foreign' : 'assumed'
}

function isLeft({ shop, before, piece }: Search, evaluation: DyedEvaluation): boolean {
  return shop.systems.some((system) => {
    const evaluated = evaluation.packages.get(system)
    const known = new Set(graphOf(before, system).keys())
    return (
      evaluated !== undefined &&
      ownTexts(evaluated, graphOf(evaluation, system), known).some(
        ({ text }) => findVersionLiterals({ path: 'text', text }, piece.old).length > 0
      )
    )
  })
}

/** Places that were bumped although neither the version, the name nor the main source says so. */
export function assumedPlaces(
  occurrences: readonly Occurrence[],
  edits: readonly Edit[]
): ToldPlace[] {
  return occurrences.flatMap((occurrence, index) => {
    const edit = edits[index]
    if (edit === undefined || roleAmong(occurrence) === 'certain') return []
    const words = new Set(occurrence.shown.flatMap(({ where }) => where ?? []))
    return [{ ...toldOf(edit, list([...words].slice(0, 3))), kind: 'assumed' as const }]
  })
}

/** What is told of those that stay: all that somebody else shows, and in files that change all others too. */
function leftAmong(occurrences: readonly Occurrence[], edits: readonly Edit[]): ToldPlace[] {
  const edited = new Set(edits.map(({ file }) => file))
  return occurrences.flatMap(({ literal, shown, elsewhere }) => {
    const url = shown.find((one) => one.url !== null)?.url
    if (typeof url === 'string') return [toldOf(literal, `the version of another project’s ${url}`)]
    if (elsewhere[0] !== undefined) return [toldOf(literal, `the version of ${elsewhere[0]}`)]
    const unseen = {
      ...toldOf(literal, 'nothing of the package shows it'),
      kind: 'unseen' as const
    }
    return edited.has(literal.file) ? [unseen] : []
  })
}

function toldOf({ file, line, text }: Span, why: string): ToldPlace {
  return { kind: 'left', file, line, text, why }
}

function untraced(shop: Workshop, oldVersion: string | null, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'VERSION_UNTRACED',
    subject: `${shop.work.package.text}, version ${oldVersion ?? '(none)'}`,
    reason
  })
}
