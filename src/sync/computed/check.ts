import { parseDigest, sriOf } from '../../binary-cache/digest.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import { writeDigest } from '../literals/dye.ts'
import { findHashLiterals, findVersionLiterals } from '../literals/find.ts'
import {
  addition,
  entryName,
  findOutputHashes,
  type OutputHashes
} from '../literals/output-hashes.ts'
import {
  commitEdit,
  findCommitDays,
  findRevisionLiterals,
  wholeDay
} from '../literals/revisions.ts'
import {
  placeOf,
  type Edit,
  type HashEdit,
  type HashLiteral,
  type Revision,
  type Span,
  type SyncChange,
  type TextFile
} from '../types.ts'
import { computedInvalid } from './schema.ts'

/** The checkout that the change is to be written to. */
interface Checkout {
  /** Its commit. */
  head: string
  /** The tracked text files that hashes and versions are looked for in. */
  files: readonly TextFile[]
}

/**
 * Lets through a change that consists of hashes, versions and the source's commit in the checkout, each replaced by the new one in
 * its own spelling, and of nothing else. Whoever wrote the file had the package's code run beside it: what it says is believed only as far as this goes.
 * Nothing is evaluated. Throws COMPUTED_INVALID.
 */
export function checkComputed(checkout: Checkout, change: SyncChange): void {
  if (change.head !== checkout.head) {
    throw computedInvalid(
      'the checkout',
      `the change was computed at commit ${change.head}, and ${checkout.head} is checked out`
    )
  }
  const files = new Map(checkout.files.map((file) => [file.path, file]))
  const literals = new Map<string, Literals>()
  const literalsOf = (edit: Edit): Literals => {
    const known = literals.get(edit.file)
    if (known !== undefined) return known
    const file = files.get(edit.file)
    if (file === undefined) throw computedInvalid(placeOf(edit), 'it is no tracked text file')
    const found = findLiterals(file, change)
    literals.set(edit.file, found)
    return found
  }
  for (const edit of change.versions) {
    const isDay = literalsOf(edit).days.has(spanKey(edit)) && wholeDay.test(edit.replacement)
    if (isDay) continue
    if (literalsOf(edit).versions.get(spanKey(edit))?.has(edit.replacement) !== true) {
      throw computedInvalid(
        placeOf(edit),
        `${JSON.stringify(edit.text)} → ${JSON.stringify(edit.replacement)} does not replace the old version${change.revision === null ? '' : ' or commit'} by the new one there`
      )
    }
  }
  for (const edit of change.hashes) {
    const { hashes, additions } = literalsOf(edit)
    checkHash(edit, hashes.get(spanKey(edit)) ?? additionAt(edit, additions))
  }
}

interface Literals {
  hashes: Map<string, HashLiteral>
  /** Where a hash more may stand. */
  additions: OutputHashes[]
  /** With the texts that may take the place. */
  versions: Map<string, Set<string>>
  /** The days of commits. */
  days: Set<string>
}

function findLiterals(file: TextFile, { oldVersion, newVersion, revision }: SyncChange): Literals {
  const pieces = oldVersion === null || newVersion === null ? [] : piecesOf(oldVersion, newVersion)
  const edits = [
    ...pieces.flatMap((piece) =>
      findVersionLiterals(file, piece.old).map((literal) => bumpEdit(literal, piece.new))
    ),
    ...(revision === null ? [] : revisionEdits(file, revision))
  ]
  const versions = Map.groupBy(edits, spanKey)
  return {
    hashes: new Map(findHashLiterals(file).map((literal) => [spanKey(literal), literal])),
    additions: findOutputHashes(file),
    days: new Set(revision === null ? [] : findCommitDays(file).map(spanKey)),
    versions: new Map(
      [...versions].map(([key, found]) => [
        key,
        new Set(found.map(({ replacement }) => replacement))
      ])
    )
  }
}

function revisionEdits(file: TextFile, { old, new: commit }: Revision): Edit[] {
  return findRevisionLiterals(file, old).map((span) => commitEdit(span, commit))
}

/** One more entry of `outputHashes`, by the name that the edit gives it. */
function additionAt(
  { start, end, text, replacement }: HashEdit,
  additions: readonly OutputHashes[]
): HashLiteral | undefined {
  const name = /"([^"]*)" = "[^"]*";$/.exec(replacement)?.[1] ?? ''
  if (start !== end || text !== '' || !entryName.test(name)) return undefined
  return additions
    .flatMap((one) => one.slots.map((slot) => addition(one, slot, name)))
    .find((literal) => literal.start === start)
}

/** Where it stands and what stands there. */
export function spanKey({ start, end, line, text }: Span): string {
  return JSON.stringify([start, end, line, text])
}

/** Throws COMPUTED_INVALID unless the edit replaces the hash that stands there by another one in its form. */
export function checkHash(edit: HashEdit, literal: HashLiteral | undefined): void {
  if (literal === undefined) {
    throw computedInvalid(
      placeOf(edit),
      `${JSON.stringify(edit.text)} is no hash that stands there`
    )
  }
  const oldHash = literal.digest === null ? null : sriOf(literal.digest)
  if (edit.oldHash !== oldHash) {
    throw computedInvalid(
      placeOf(edit),
      `the old hash is ${String(oldHash)}, not ${String(edit.oldHash)}`
    )
  }
  const digest = parseDigest(edit.newHash)
  if (digest?.algorithm !== literal.algorithm) {
    throw computedInvalid(
      placeOf(edit),
      `${edit.newHash} is no ${literal.algorithm} as the old one is`
    )
  }
  if (edit.replacement !== writeDigest(literal, digest)) {
    throw computedInvalid(
      placeOf(edit),
      `${JSON.stringify(edit.replacement)} is not ${edit.newHash} in the old one’s form`
    )
  }
}
