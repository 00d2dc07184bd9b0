import type { Bumped } from '../bump.ts'
import { dyesOf } from '../dyed-evaluation.ts'
import type { KeyChange } from '../key-change.ts'
import { findVersionLiterals } from '../literals/find.ts'
import { findOutputHashes } from '../literals/output-hashes.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import type { Followed } from '../revision.ts'
import type { Traced } from '../trace.ts'
import type { Span, TextFile, VersionLiteral } from '../types.ts'
import { replacementsOf, type Workshop } from '../workshop.ts'
import { followLock } from './cargo-keys.ts'
import { ownNixFiles } from './files-read.ts'
import { fetchSource, readInTree, type SourceTree } from './source-tree.ts'

/** What `outputHashes` have to be called where evaluation reads Cargo.lock out of the source. null: there are none, or they stay. */
export async function keysOfNewSource(
  shop: Workshop,
  traced: Traced,
  { oldVersion, newVersion }: Pick<Bumped, 'oldVersion' | 'newVersion'>,
  followed: Followed | null
): Promise<KeyChange | null> {
  const own = ownNixFiles(shop, traced, { versions: [] })
  const sets = own.flatMap(findOutputHashes)
  if (sets.length === 0) return null
  const keys = sets.flatMap(({ entries }) => entries.map(({ key }) => key))
  const isKey = (span: Span): boolean =>
    keys.some((key) => key.file === span.file && key.start <= span.start && span.end <= key.end)
  const pieces = oldVersion === null || newVersion === null ? [] : piecesOf(oldVersion, newVersion)
  const edits = pieces.flatMap((piece) =>
    likeliest(own, piece.old, isKey).map((place) => bumpEdit(place, piece.new))
  )
  const { kept, fetched } = traced.evaluation
  const dyed = traced.literals.filter((one) => !kept.has(one) && !fetched.has(one))
  const old = await fetchSource(shop, [], new Map())
  const now = await fetchSource(
    shop,
    dyed,
    new Map([...dyesOf(shop, dyed), ...replacementsOf([...edits, ...(followed?.edits ?? [])])])
  )
  const [before, after] = [await lockIn(old), await lockIn(now)]
  if (before === null || after === null) return null
  return followLock(own, traced.literals, { before, after })
}

/** Occurrences of a version that go by `version`, else all: a guess, for whom it only has to do to go on. */
export function likeliest(
  files: readonly TextFile[],
  version: string,
  isKey: (span: Span) => boolean
): VersionLiteral[] {
  const found = files.flatMap((file) =>
    findVersionLiterals(file, version)
      .filter((place) => !isKey(place))
      .map((place) => ({ place, before: file.text.slice(0, place.start) }))
  )
  const named = found.filter(({ before }) => /\bversion\s*=\s*"v?$/.test(before))
  return (named.length > 0 ? named : found).map(({ place }) => place)
}

async function lockIn(tree: SourceTree | null): Promise<string | null> {
  for (const folder of tree?.folders ?? []) {
    const text = tree === null ? null : await readInTree(tree, `${folder}/Cargo.lock`)
    if (text !== null) return text
  }
  return null
}
