import { basename } from 'node:path/posix'
import type { HashLiteral, Span, TextFile, VersionLiteral } from '../types.ts'
import { lineOf } from './edit.ts'
import { fakesOf } from './fakes.ts'
import { hashesIn } from './hashes.ts'
import { occurrencesIn } from './occurrences.ts'
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
  if (lockFile.test(basename(file.path)) || !mayHold(file, oldVersion)) return []
  const found = locate(
    file,
    regionsOf(file).flatMap((region) => occurrencesIn(region, oldVersion))
  )
  return found.length === 0 ? [] : withoutOverlaps(found, findHashLiterals(file))
}

/** `flake.lock`, `Cargo.lock`, `package-lock.json`, `packages.lock.json`, `pnpm-lock.yaml`, `gradle.lockfile`, … */
const lockFile =
  /(?:\.lock|[.-]lock\.(?:json|ya?ml)|\.lockfile|^npm-shrinkwrap\.json|^go\.sum|^Package\.resolved)$/

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
