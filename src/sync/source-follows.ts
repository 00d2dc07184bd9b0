import { sameDigest, type Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import type { Derivation } from '../nix/derivations.ts'
import { list } from '../text.ts'
import type { Graph } from './definitions.ts'
import { dyeOf, fedBy, graphOf, type DyedEvaluation } from './dyed-evaluation.ts'
import { fetchedByEvaluation } from './evaluation-sources.ts'
import { writeDigest } from './literals/dye.ts'
import { lineOf } from './literals/edit.ts'
import { addressOf, isHandledAlike, isOtherRevision, sourcesOf } from './fetched-sources.ts'
import { placeOf, type ComputedHash, type EvaluatedPackage, type HashLiteral } from './types.ts'
import type { Workshop } from './workshop.ts'

/**
 * What a new version may call its own. followed: at least one of the package's sources is fetched from elsewhere than the old one's,
 * or holds something else. same: none is, and the user lets it pass. none: nothing is fetched. kept: the version is the old one.
 */
export const sourceProofs = ['followed', 'same', 'none', 'kept'] as const
export type SourceProof = (typeof sourceProofs)[number]

/** A source that is fetched from where the old version's was. */
interface SameSource {
  system: string
  /** What may show that it holds something else; empty: nothing can. */
  literals: HashLiteral[]
  /** What the old version's sources hold; empty: what stands at the literals. */
  held: Digest[]
  /** A .drv that is to be made anew for that; null: evaluation fetched it. */
  drvPath: string | null
  /** What keeps it where it is, for people. */
  words: string
}

/** A source that is fetched from elsewhere, where there may be the old content all the same. */
interface MovedSource {
  system: string
  literals: HashLiteral[]
  /** What the old version's sources hold; empty: not known. */
  held: Digest[]
  /** It is another tag, branch or commit of a repository: a release by itself, whatever it holds. */
  isRevision: boolean
  words: string
}

export interface SourceQuestion {
  isFetched: boolean
  /** Those of systems none of whose sources moved. */
  same: SameSource[]
  /** Of the other systems, those that did. */
  moved: MovedSource[]
  /** Pins that stayed beside them, for people. */
  pinned: string[]
}

/** Looks whether the sources moved with the version, on each system for itself. `literals`: what was dyed in both evaluations. */
export async function askSources(
  shop: Workshop,
  literals: readonly HashLiteral[],
  before: DyedEvaluation,
  after: DyedEvaluation
): Promise<SourceQuestion> {
  const question: SourceQuestion = { isFetched: false, same: [], moved: [], pinned: [] }
  const dyes = literals.map((one) => [writeDigest(one, dyeOf(shop, one)), one.text] as const)
  for (const system of shop.systems) {
    const was = sourcesOn(before, system)
    const now = sourcesOn(after, system, before.packages.get(system)?.version)
    const byEvaluation = await fetchedByEvaluation(shop, [was, now], before, after)
    if (now.fetched.length + byEvaluation.length > 0) question.isFetched = true
    const fed = [...fedBy(shop, literals, after, system)]
    const ownOf = (source: Derivation): HashLiteral[] =>
      fed.flatMap(([literal, fedOnes]) => (fedOnes.includes(source) ? [literal] : []))
    const known = new Map(was.fetched.map((one) => [addressOf(one).text, one]))
    const [moved, stayed] = partition(now.fetched, (one) => !known.has(addressOf(one).text))
    const [movedHere, stayedHere] = partition(byEvaluation, ({ isMoved }) => isMoved)
    const held = heldBy(shop, literals, before, system, was.fetched)
    if (moved.length + movedHere.length > 0) {
      for (const source of moved) {
        const own = ownOf(source)
        const isRevision = isOtherRevision(source, was.fetched)
        const words = wordsOf(shop, source, own, dyes, holdsTheSame)
        question.moved.push({ system, literals: own, held, isRevision, words })
      }
      for (const { words, literals, held } of movedHere)
        question.moved.push({ system, literals, held, isRevision: false, words })
      const pins = stayed.filter((source) => addressOf(source).pin !== null)
      question.pinned.push(...pins.map((source) => wordsOf(shop, source, ownOf(source), dyes)))
      continue
    }
    for (const source of stayed) {
      const { pin, text } = addressOf(source)
      const own = ownOf(source)
      const old = known.get(text)
      const isTold = pin === null && (old === undefined || isHandledAlike(old, source))
      const why = pin === null && !isTold ? handledOtherwise : undefined
      question.same.push({
        system,
        literals: isTold ? own : [],
        held,
        drvPath: source.drvPath,
        words: wordsOf(shop, source, own, dyes, why)
      })
    }
    for (const { words, literals } of stayedHere)
      question.same.push({ system, literals, held: [], drvPath: null, words })
  }
  return question
}

const holdsTheSame = 'now, and holds what the old version’s source held'
const handledOtherwise =
  'as before, and what is done with it there has the version in it, so that its hash tells nothing'

function sourcesOn(
  evaluation: DyedEvaluation,
  system: string,
  oldVersion?: string | null
): ReturnType<typeof sourcesOf> {
  const evaluated: EvaluatedPackage | undefined = evaluation.packages.get(system)
  const graph: Graph = graphOf(evaluation, system)
  return evaluated === undefined
    ? { fetched: [], paths: new Map() }
    : sourcesOf(evaluated, graph, oldVersion)
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

/** The hashes of these as they stand in the files; none where one is not there. */
function heldBy(
  shop: Workshop,
  literals: readonly HashLiteral[],
  evaluation: DyedEvaluation,
  system: string,
  sources: readonly Derivation[]
): Digest[] {
  const own = [...fedBy(shop, literals, evaluation, system)].flatMap(([{ digest }, fed]) =>
    sources.some((source) => fed.includes(source)) ? [digest] : []
  )
  return own.includes(null) ? [] : own.filter((digest) => digest !== null)
}

/** Throws SOURCE_UNCHANGED for what no hash that is made anew can save, before any is made. */
export function refuseHopeless(shop: Workshop, question: SourceQuestion): void {
  const error = unfollowed(shop, question, ({ literals }) => literals.length > 0)
  if (error !== null && !shop.work.allowSameSource) throw error
}

/**
 * What the answer is, now that hashes were made anew. Throws SOURCE_UNCHANGED, unless `allow-same-source` is set: then a note says
 * what would have been refused.
 */
export function proveSource(
  shop: Workshop,
  question: SourceQuestion,
  hashes: readonly ComputedHash[]
): SourceProof {
  const computed = new Map(hashes.map(({ literal, digest }) => [literal, digest]))
  const vain = movedInVain(question, hashes)
  const error = unfollowed(shop, { same: [...question.same, ...vain] }, ({ literals, held }) =>
    literals.some((literal) => {
      const digest = computed.get(literal)
      // What stands in a table for the new version is not what the old one holds.
      const known = held.length > 0 ? held : literal.digest === null ? [digest] : [literal.digest]
      return digest !== undefined && !known.some((one) => one && sameDigest(one, digest))
    })
  )
  if (error === null) {
    shop.notes.push(...notesOn(question, hashes))
    return question.isFetched ? 'followed' : 'none'
  }
  if (!shop.work.allowSameSource) throw error
  shop.log.warning(`${error.subject}: ${error.reason}`)
  shop.notes.push(sameSourceNote)
  return 'same'
}

/** Sources of systems where all that moved holds what the old version's held. */
function heldStill(
  { moved }: SourceQuestion,
  hashes: readonly ComputedHash[]
): [system: string, sources: MovedSource[]][] {
  const computed = new Map(hashes.map(({ literal, digest }) => [literal, digest]))
  const isStill = ({ literals, held }: MovedSource): boolean =>
    literals.length > 0 &&
    literals.every((literal) => {
      const digest = computed.get(literal) ?? literal.digest
      return digest !== null && held.some((one) => sameDigest(one, digest))
    })
  return [...Map.groupBy(moved, ({ system }) => system)].filter(([, sources]) =>
    sources.every(isStill)
  )
}

/** Of these the ones that are of no other revision either: whoever serves them does not look at the version in the address. */
function movedInVain(question: SourceQuestion, hashes: readonly ComputedHash[]): SameSource[] {
  return heldStill(question, hashes)
    .filter(([, sources]) => !sources.some(({ isRevision }) => isRevision))
    .flatMap(([, sources]) => sources.map((source) => ({ ...source, drvPath: null })))
}

function notesOn(question: SourceQuestion, hashes: readonly ComputedHash[]): string[] {
  const still = heldStill(question, hashes).flatMap(([, sources]) => sources)
  const pinned = new Set(question.pinned)
  return [
    ...new Set(
      still.map(({ words }) => `The source has the same content as the old one: ${words}.`)
    ),
    ...(pinned.size === 0
      ? []
      : [`Not every source followed the version: ${list([...pinned].slice(0, 5))}.`])
  ]
}

/** null: on each system one moved, or is other than it was. */
function unfollowed(
  { work }: Workshop,
  { same }: Pick<SourceQuestion, 'same'>,
  isOther: (source: SameSource) => boolean
): NarPublishError | null {
  const systems = Map.groupBy(same, ({ system }) => system)
  const unproved = [...systems].filter(([, sources]) => !sources.some(isOther))
  const words = new Set(unproved.flatMap(([, sources]) => sources.map((source) => source.words)))
  if (unproved.length === 0) return null
  return new NarPublishError({
    code: 'SOURCE_UNCHANGED',
    subject: `${work.package.text} (${unproved.map(([system]) => system).join(', ')})`,
    reason: `the version is new, and the source is the old one: ${list([...words].slice(0, 5))}`
  })
}

/** For whoever decides on the change. */
export const sameSourceNote =
  'The source is the old version’s: nothing that the package is made of is fetched from elsewhere or holds anything else. `allow-same-source` let it pass.'

/** `own`: its hashes. `dyes`: with what stands in their places, as a digest may be a literal that was dyed. */
function wordsOf(
  { files }: Workshop,
  source: Derivation,
  own: readonly HashLiteral[],
  dyes: readonly (readonly [string, string])[],
  why = 'as before, and the hash is the same'
): string {
  const undyed = (text: string): string =>
    dyes.reduce((left, [dye, own]) => left.replaceAll(dye, () => own), text)
  const address = addressOf(source)
  const urls = address.urls.map(undyed)
  const pin = address.pin === null ? null : undyed(address.pin)
  const [url] = urls
  const place = [pin, ...urls, digitsIn(url ?? '')]
    .flatMap((text) => (text === null ? [] : [placeOfText(files, text, own)]))
    .find((found) => found !== null)
  if (pin !== null) return `${place ?? 'what is fetched'} is ${pin} as before`
  if (url === undefined) return `what ${source.name} fetches is there ${why}`
  return `${place ?? source.name} is ${url} ${why}`
}

/** Of an address that is put together from pieces, the one that nobody would write twice. */
function digitsIn(url: string): string | null {
  return /[0-9a-f]{16,}/.exec(url)?.[0] ?? null
}

/** `rev` at nix/tool.nix:7; of several occurrences that which is nearest to a hash of the source's. */
function placeOfText(
  files: Workshop['files'],
  wanted: string,
  own: readonly HashLiteral[]
): string | null {
  const [near] = own
  const file =
    files.find(({ path, text }) => path === near?.file && text.includes(wanted)) ??
    files.find(({ text }) => text.includes(wanted))
  if (file === undefined) return null
  const { path, text } = file
  const start = path === near?.file ? near.start : 0
  const [before, after] = [text.lastIndexOf(wanted, start), text.indexOf(wanted, start)]
  const at = before !== -1 && (after === -1 || start - before < after - start) ? before : after
  const place = placeOf({ file: path, line: lineOf(text, at) })
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  const name = /([\w-]+)"?\s*[:=]\s*"[^"=]*$/.exec(line)?.[1]
  return name === undefined ? place : `\`${name}\` at ${place}`
}
