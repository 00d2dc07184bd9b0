import type { FetchedBy } from '../evaluation-sources.ts'
import { entriesAround, isInside, type Entry } from '../literals/entry.ts'
import { findVersionLiterals } from '../literals/find.ts'
import { isCommit } from '../literals/revisions.ts'
import { regionsOf } from '../literals/regions.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import { refsInUrl } from '../sources.ts'
import type { Edit, HashLiteral, Region, SyncChange, TextFile, VersionLiteral } from '../types.ts'
import { sourceHost } from '../version/source-host.ts'
import type { CurrentPackage, PinnedSource } from '../version/wanted.ts'

/**
 * What says in a file where evaluation fetches a source, with the hash of it: a pin of npins or niv, the arguments of `fetchTarball`.
 *
 *     "luna": { "version": "v1.2.3", "revision": "48358b91…", "url": "https://…/v1.2.3.tar.gz", "hash": "sha256-…" }
 */
export interface SourcePin {
  file: TextFile
  /** The set that has the hash. */
  entry: Entry
  /** From where it was fetched. */
  address: string
}

/** null: the hash stands in no set. */
export function sourcePin(
  { files }: { files: readonly TextFile[] },
  { literal, address }: Pick<Extract<FetchedBy, { kind: 'hash' }>, 'literal' | 'address'>
): SourcePin | null {
  const file = files.find(({ path }) => path === literal.file)
  const [entry] = file === undefined ? [] : entriesAround(file, literal.start)
  return file === undefined || entry === undefined ? null : { file, entry, address }
}

/** `urls`: that the package's source is fetched from besides. */
export function versionsOfAddress(
  address: string,
  urls: readonly string[]
): Pick<CurrentPackage, 'sourceUrls' | 'refs'> {
  return { sourceUrls: [address, ...urls], refs: refsInUrl(address) }
}

/** Where the files themselves say that what has the hash is fetched from; null: nowhere in full. */
export function writtenAddress(files: readonly TextFile[], literal: HashLiteral): string | null {
  const pin = sourcePin({ files }, { literal, address: '' })
  if (pin === null) return null
  const [value, ...others] = valuesOf(pin).filter(({ start, names: [name] }) => {
    const [innermost] = entriesAround(pin.file, start)
    return name === 'url' && innermost?.start === pin.entry.start
  })
  const text = value?.text.replaceAll('\\/', '/') ?? ''
  return others.length === 0 && URL.canParse(text) ? text : null
}

/**
 * The commit of what is fetched: that in the address; or the only one in the set, which is that of a tag where the address has one. null:
 * there is none, or the address is that of no repository.
 */
export function pinnedCommit(pin: SourcePin, serverUrl: string): PinnedSource | null {
  const host = sourceHost(pin.address, serverUrl)
  if (host?.kind !== 'github' && host?.kind !== 'git') return null
  const values = valuesOf(pin)
  const commits = new Set(values.flatMap(({ text }) => (wholeCommit.test(text) ? [text] : [])))
  const [only, ...others] = commits
  const refs = refsInUrl(pin.address)
  const named = refs.find(isCommit)
  const commit = named ?? (others.length > 0 ? undefined : only)
  if (commit === undefined) return null
  const branch = values.find(({ names: [name] }) => name === 'branch')?.text ?? null
  const isOfTag = named === undefined && refs.length > 0
  return { commit, host, entry: pin.entry, branch, isOfTag }
}

const wholeCommit = /^[0-9a-f]{40}$/

/**
 * The version where the pin has it: in its address, and where a value is that and no more (`v1.2.3`), whoever reads it. Whether the rest of
 * the files' occurrences are the package's is found out by evaluating.
 */
export function versionInPin(
  pin: SourcePin,
  { oldVersion, newVersion }: Pick<SyncChange, 'oldVersion' | 'newVersion'>
): Edit[] {
  const { file, address } = pin
  if (oldVersion === null || newVersion === null || oldVersion === newVersion) return []
  const values = valuesOf(pin)
  const isOwn = (literal: VersionLiteral): boolean =>
    values.some(({ start, text }) => {
      if (literal.start < start || literal.end > start + text.length) return false
      const rest = text.slice(0, literal.start - start) + text.slice(literal.end - start)
      return text.replaceAll('\\/', '/') === address || !/[0-9:]/.test(rest)
    })
  for (const piece of piecesOf(oldVersion, newVersion)) {
    const found = findVersionLiterals(file, piece.old).filter(isOwn)
    if (found.length > 0) return found.map((literal) => bumpEdit(literal, piece.new))
  }
  return []
}

function valuesOf({ file, entry }: SourcePin): Region[] {
  return regionsOf(file).filter(
    ({ start, text, isWhole }) =>
      isWhole && isInside({ file: file.path, start, end: start + text.length }, entry)
  )
}
