import { sameDigest, type Digest } from '../../binary-cache/digest.ts'
import { fixedOutputOf, readDerivations, type Derivation } from '../../nix/derivations.ts'
import type { KnownDerivations } from '../../nix/derivations.ts'
import type { Graph } from '../definitions.ts'
import { dyeDigest, marksIn, markVersion, writeDigest } from '../literals/dye.ts'
import { findHashLiterals, findVersionLiterals } from '../literals/find.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import { ownTexts } from '../own-texts.ts'
import { readPackage } from '../project/evaluate.ts'
import type { Project } from '../project/locate-package.ts'
import { mainSources } from '../sources.ts'
import type { EvaluatedPackage, HashLiteral, Span, TextFile, VersionLiteral } from '../types.ts'
import { writeCopy, type Replacements } from '../workshop.ts'
import type { AttributePlace } from './attribute-places.ts'
import type { LookedAt } from './open-look.ts'
import { allMeta, evaluateEach } from './evaluate-each.ts'
import { ownFetches, saysVersion, staleFetches, textsOf } from './own-fetches.ts'
import type { ListedPackage } from './types.ts'

/** A listed package, as the look found it. */
export interface Member {
  listed: ListedPackage
  evaluated: EvaluatedPackage
  project: Project
  place: AttributePlace
  system: string
  /** What evaluation fetched its source by, in words; null: it did not. */
  pin: string | null
}

/** Literals that bumping the outdated packages may change, each with something of its own in its place. */
export interface Marks {
  files: TextFile[]
  versions: { literal: VersionLiteral; text: string; replacement: string }[]
  hashes: { literal: HashLiteral; dye: Digest }[]
}

/** What a package shows of them. */
export interface Shown {
  /** In its version, its name or its main source. */
  versions: VersionLiteral[]
  /** Of what is fetched for it and for no package that it needs. */
  hashes: HashLiteral[]
  /** Those among them that are another's when its version is: of its source, and of what has the version or is made of that. */
  stale: HashLiteral[]
}

/** So many packages of a trial may end an evaluation, one after the other; then the rest is not told by it. */
const mostFailures = 4

/** `graph`: of all packages as they stand. */
export function markLiterals(
  head: string,
  files: TextFile[],
  outdated: readonly Member[],
  graph: Graph
): Marks {
  const found = outdated.flatMap(({ evaluated: { version }, listed: { newest } }) =>
    version === null || newest === null ? [] : occurrencesOf(files, version, newest)
  )
  const versions = withoutOverlaps(found).map(({ literal, text }, index) => {
    const { replacement } = bumpEdit(literal, markVersion(text, index))
    return { literal, text, replacement }
  })
  const digests = outdated.flatMap(({ evaluated }) =>
    ownFetches(evaluated, graph).flatMap((one) => fixedOutputOf(one)?.digest ?? [])
  )
  const hashes = files.flatMap(findHashLiterals).flatMap((literal) => {
    const { digest, file, start, algorithm } = literal
    const isOurs = digest !== null && digests.some((one) => sameDigest(one, digest))
    const overlaps = versions.some((one) => overlap(one.literal, literal))
    if (!isOurs || overlaps) return []
    return [{ literal, dye: dyeDigest(head, `${file}:${start}`, algorithm) }]
  })
  return { files, versions, hashes }
}

interface Occurrence {
  literal: VersionLiteral
  /** What stands for the version there. */
  text: string
}

function occurrencesOf(files: readonly TextFile[], version: string, newest: string): Occurrence[] {
  for (const { old: text } of piecesOf(version, newest)) {
    const found = files.flatMap((file) =>
      findVersionLiterals(file, text).filter((literal) => !isOfInput(file, literal))
    )
    if (found.length > 0) return found.map((literal) => ({ literal, text }))
  }
  return []
}

/** It is in the address of a flake's input, which would be fetched anew, for all packages at once. */
function isOfInput({ path, text }: TextFile, { start }: Span): boolean {
  if (!/(?:^|\/)flake\.nix$/.test(path)) return false
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return /"(?:github|gitlab|sourcehut|flake|path|git\+\w+|tarball\+\w+|file\+\w+):[^"]*$/.test(
    before
  )
}

/** `1.2` in `1.2-unstable-2024-05-01` is a part of that. */
function withoutOverlaps(all: readonly Occurrence[]): Occurrence[] {
  const inFile = Map.groupBy(all, ({ literal: { file } }) => file)
  return [...inFile.values()].flatMap((found) => {
    const lengths = found.toSorted((a, b) => b.literal.text.length - a.literal.text.length)
    const kept: Occurrence[] = []
    for (const one of lengths)
      if (!kept.some(({ literal }) => overlap(literal, one.literal))) kept.push(one)
    return kept
  })
}

function overlap(a: Span, b: Span): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end
}

/** What is put into the copy for a trial. */
export function replacementsFor(
  { versions, hashes }: Marks,
  { marked, dyed }: { marked: boolean; dyed: boolean }
): Replacements {
  const marks = versions.map(({ literal, replacement }) => [literal, replacement] as const)
  const dyes = hashes.map(({ literal, dye }) => [literal, writeDigest(literal, dye)] as const)
  return new Map<Span, string>([...(marked ? marks : []), ...(dyed ? dyes : [])])
}

/** What each package shows with these replacements in the copy, which is as before afterwards; those that do not evaluate so are not in it. */
export async function tryMarks(
  look: LookedAt,
  known: KnownDerivations,
  marks: Marks,
  replacements: Replacements,
  members: readonly Member[]
): Promise<Map<Member, Shown>> {
  const shop = { copy: look.copy, files: marks.files }
  const asked = members.map((member) => ({ ...member, kind: 'one' as const }))
  try {
    await writeCopy(shop, replacements)
    const answers = await evaluateEach(look, asked, { unread: allMeta, patience: mostFailures })
    const evaluated = members.flatMap((member, index) => {
      const answer = answers[index]
      const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null
      if (described === null || 'notDerivation' in described) return []
      return [[member, readPackage(described, member.system)] as const]
    })
    const drvPaths = evaluated.map(([, { drvPath }]) => drvPath)
    const graph = await readDerivations(look.nix, drvPaths, { closure: true, known })
    return new Map(evaluated.map(([member, one]) => [member, shownBy(marks, member, one, graph)]))
  } finally {
    await writeCopy(shop, new Map())
  }
}

function shownBy(
  { versions, hashes }: Marks,
  { evaluated: { version } }: Member,
  evaluated: EvaluatedPackage,
  graph: Graph
): Shown {
  const main = new Set(mainSources(evaluated.drvPath, graph, evaluated.version))
  const texts = ownTexts(evaluated, graph)
    .filter(({ origin }) => origin.kind === 'identity' || isAmong(main, origin))
    .map(({ text }) => text)
  const shown = marksAmong(versions, texts)
  const own = ownFetches(evaluated, graph)
  const isDyedBy = (derivation: Derivation, dye: Digest): boolean => {
    const digest = fixedOutputOf(derivation)?.digest
    return digest !== undefined && sameDigest(digest, dye)
  }
  const literalsOf = (derivations: readonly Derivation[]): HashLiteral[] =>
    hashes.flatMap(({ literal, dye }) =>
      derivations.some((one) => isDyedBy(one, dye)) ? [literal] : []
    )
  const hasVersion = (derivation: Derivation): boolean =>
    saysVersion(derivation, version) ||
    marksAmong(versions, textsOf(derivation)).some((mark) => shown.includes(mark))
  const stale = staleFetches(evaluated, graph, hasVersion)
  return { versions: shown, hashes: literalsOf(own), stale: literalsOf(stale) }
}

function isAmong(
  main: ReadonlySet<Derivation>,
  origin: { kind: string; derivation?: Derivation }
): boolean {
  return origin.derivation !== undefined && main.has(origin.derivation)
}

/** Numbers as marks have them; most texts hold none. */
const mayBeMarked = /9[0-9]{4}|[1-9][0-9]{5}/

function marksAmong(versions: Marks['versions'], texts: readonly string[]): VersionLiteral[] {
  const shown = new Set<number>()
  const marked = new Set(versions.map(({ text }) => text))
  for (const text of texts) {
    if (!mayBeMarked.test(text)) continue
    for (const version of marked)
      for (const mark of marksIn(text, version))
        if (versions[mark]?.text === version) shown.add(mark)
  }
  return versions.flatMap(({ literal }, index) => (shown.has(index) ? [literal] : []))
}
