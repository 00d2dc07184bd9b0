import { basename } from 'node:path/posix'
import type { HashLiteral, Region, Span, TextFile, VersionLiteral } from '../types.ts'
import { lineOf } from './edit.ts'
import { fakesOf } from './fakes.ts'
import { hashesIn } from './hashes.ts'
import { regionsOf, type Found } from './regions.ts'
import { spellingsOf } from './version-spelling.ts'

/**
 * Every hash in a file that an evaluation may read, and every placeholder of one, in order. See `regionsOf` for where it looks.
 * None in `flake.lock`: the hashes there pin the flake's inputs.
 */
export function findHashLiterals(file: TextFile): HashLiteral[] {
  if (basename(file.path) === 'flake.lock') return []
  const found = regionsOf(file).flatMap((region) => hashesIn(region))
  if (file.path.endsWith('.nix')) found.push(...fakesOf(file.text))
  return locate(file, found)
}

/**
 * Every occurrence of the old version in a file, in order. None in a package manager's lock file: a dependency's version there is
 * not the package's; none inside of a hash.
 */
export function findVersionLiterals(file: TextFile, oldVersion: string): VersionLiteral[] {
  if (isLockFile(file.path) || !mayHold(file, oldVersion)) return []
  const found = locate(
    file,
    regionsOf(file).flatMap((region) => occurrencesIn(region, oldVersion))
  )
  return found.length === 0 ? [] : withoutOverlaps(found, findHashLiterals(file))
}

/** `flake.lock`, `Cargo.lock`, `package-lock.json`, `packages.lock.json`, `pnpm-lock.yaml`, `gradle.lockfile`, … */
const lockFile =
  /(?:\.lock|[.-]lock\.(?:json|ya?ml)|\.lockfile|^npm-shrinkwrap\.json|^go\.sum|^Package\.resolved)$/

/** Whether a path is that of a package manager's lock file. */
export function isLockFile(path: string): boolean {
  return lockFile.test(basename(path))
}

/** Most files do not, and need no closer look. */
function mayHold({ text }: TextFile, version: string): boolean {
  return spellingsOf(version).some(({ spelling }) => text.includes(spelling))
}

/** Where two literals share characters, only one can be replaced. Both lists are in order. */
function withoutOverlaps(
  found: VersionLiteral[],
  hashes: readonly HashLiteral[]
): VersionLiteral[] {
  let next = 0
  return found.filter(({ start, end }) => {
    while ((hashes[next]?.end ?? Infinity) <= start) next++
    return (hashes[next]?.start ?? Infinity) >= end
  })
}

function locate<Literal extends Span>({ path, text }: TextFile, found: Found<Literal>[]) {
  let known = { offset: 0, line: 1 }
  return found
    .toSorted((a, b) => a.start - b.start)
    .map((literal) => {
      known = { offset: literal.start, line: lineOf(text, literal.start, known) }
      return { ...literal, file: path, line: known.line }
    })
}

/**
 * Where a version stands in a region. A version goes on to neither side there: `v0.76.0` and `infer-0.76.0-rc1.tar.gz` hold 0.76.0;
 * `10.76.0`, `0.76.01`, `0.76.0.1`, `1.0.76.0` and `0.76.0b` do not. One of few digits and nothing else (`7`) is looked for as a
 * whole value only, or after its `v`.
 */
function occurrencesIn(region: Region, version: string): Found<VersionLiteral>[] {
  if (version === '') return []
  const found = spellingsOf(version).flatMap(({ spelling, separator }) =>
    offsetsOf(region, spelling, separator).map((offset) => {
      const start = region.start + offset
      return { start, end: start + spelling.length, text: spelling, separator }
    })
  )
  // `1-2-1_2_1` holds 1.2.1 in two spellings that share a digit.
  let end = 0
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((occurrence) => {
      if (occurrence.start < end) return false
      end = occurrence.end
      return true
    })
}

/** Versions without any separator are found inside of other text from this length on: a date is, `7` or `4523` is not. */
const shortestInText = 6

function offsetsOf({ text, isWhole }: Region, spelling: string, separator: string): number[] {
  const isCompound = /[._+-]/.test(spelling)
  if (!isCompound && spelling.length < shortestInText) {
    const isValue =
      isWhole && text.endsWith(spelling) && /^v?$/i.test(text.slice(0, -spelling.length))
    return isValue ? [text.length - spelling.length] : []
  }
  // The version goes on: in digits or letters, or in one more part. `.7z` is the ending of an archive.
  const goesOnBefore = isCompound
    ? new RegExp(`[0-9]$|[0-9][.${separator}]$`)
    : /[0-9A-UW-Za-uw-z]$|[0-9A-Za-z][vV]$/
  const goesOnAfter = new RegExp(`^(?:[0-9A-Za-z]|[.${separator}](?!7z\\b)[0-9])`)
  const offsets: number[] = []
  for (
    let offset = text.indexOf(spelling);
    offset !== -1;
    offset = text.indexOf(spelling, offset + 1)
  ) {
    const end = offset + spelling.length
    if (goesOnBefore.test(text.slice(Math.max(0, offset - 2), offset))) continue
    if (goesOnAfter.test(text.slice(end, end + 4))) continue
    offsets.push(offset)
  }
  return offsets
}
