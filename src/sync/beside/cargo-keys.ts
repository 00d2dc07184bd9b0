import type { KeyChange } from '../key-change.ts'
import {
  addition,
  entryName,
  findOutputHashes,
  removalEdit,
  renameEdit,
  type OutputHash,
  type OutputHashes
} from '../literals/output-hashes.ts'
import type { HashLiteral, TextFile } from '../types.ts'

interface GitCrate {
  crate: string
  /** The repository with its commit. */
  source: string
}

/** Crates of a Cargo.lock that come out of Git repositories, by name and version. */
export function gitCrates(lock: string): Map<string, GitCrate> {
  const crates = new Map<string, GitCrate>()
  for (const block of lock.split(/^\[\[package\]\][ \t\r]*$/m).slice(1)) {
    const valueOf = (key: string): string =>
      new RegExp(`^${key} = "([^"\\\\\\n]*)"[ \\t\\r]*$`, 'm').exec(block)?.[1] ?? ''
    const source = valueOf('source')
    const crate = valueOf('name')
    const name = `${crate}-${valueOf('version')}`
    if (source.startsWith('git+') && entryName.test(name)) crates.set(name, { crate, source })
  }
  return crates
}

/**
 * What becomes of the names in `outputHashes` when the lock file does: the same crate at another version keeps its entry, one that is
 * gone makes room for one that comes. Of several crates out of one commit, one entry is enough. null: nothing changes.
 */
export function followLock(
  files: readonly TextFile[],
  literals: readonly HashLiteral[],
  { before, after }: { before: string; after: string }
): KeyChange | null {
  const [was, now] = [gitCrates(before), gitCrates(after)]
  const change: KeyChange = { edits: [], gone: [], added: [] }
  for (const set of files.flatMap(findOutputHashes)) {
    // Those of another lock file have other names.
    if (set.entries.some(({ name }) => was.has(name))) followIn(set, literals, { was, now }, change)
  }
  return change.edits.length + change.added.length === 0 ? null : change
}

function followIn(
  set: OutputHashes,
  literals: readonly HashLiteral[],
  { was, now }: { was: ReadonlyMap<string, GitCrate>; now: ReadonlyMap<string, GitCrate> },
  change: KeyChange
): void {
  const gone = set.entries.filter(({ name }) => was.has(name) && !now.has(name))
  const covered = new Set(set.entries.map(({ name }) => now.get(name)?.source))
  const missing = new Map<string, string>()
  for (const [name, { source }] of now) {
    if (covered.has(source)) continue
    covered.add(source)
    missing.set(source, name)
  }
  const rename = (entry: OutputHash, source: string): void => {
    const name = missing.get(source) ?? ''
    change.edits.push(renameEdit(entry, name))
    missing.delete(source)
    gone.splice(gone.indexOf(entry), 1)
  }
  for (const entry of [...gone]) {
    const crate = was.get(entry.name)?.crate
    for (const [name, { crate: other, source }] of now) {
      if (other !== crate || !missing.has(source)) continue
      missing.set(source, name)
      rename(entry, source)
      break
    }
  }
  for (const source of [...missing.keys()]) {
    const [entry] = gone
    if (entry !== undefined) rename(entry, source)
  }
  for (const entry of gone) {
    change.edits.push(removalEdit(entry))
    change.gone.push(...literals.filter((literal) => isWithin(literal, entry)))
  }
  const slots = [...set.slots]
  for (const name of missing.values()) {
    const slot = slots.shift()
    // Each place takes one; Nix names what is missing then.
    if (slot !== undefined) change.added.push(addition(set, slot, name))
  }
}

function isWithin({ file, start, end }: HashLiteral, { entry }: OutputHash): boolean {
  return file === entry.file && entry.start <= start && end <= entry.end
}
