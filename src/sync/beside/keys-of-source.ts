import { bumpVersion, type Bumped } from '../bump.ts'
import { NarPublishError } from '../../errors.ts'
import { dyeOf } from '../dyed-evaluation.ts'
import type { KeyChange } from '../key-change.ts'
import { writeDigest } from '../literals/dye.ts'
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

interface Step {
  oldVersion: string | null
  newVersion: string | null
}

/**
 * `bumpVersion`; where the package does not evaluate at its new version, once more with `outputHashes` that have the names of the new
 * source's Cargo.lock, as evaluation reads that. Throws what `bumpVersion` throws.
 */
export async function bumpFollowingLock(
  shop: Workshop,
  traced: Traced,
  step: Step,
  followed: Followed | null
): Promise<Bumped> {
  try {
    return await bumpVersion(shop, traced, step, followed)
  } catch (error) {
    const mayBeKeys =
      error instanceof NarPublishError &&
      ['EVALUATION_FAILED', 'VERSION_UNTRACED'].includes(error.code)
    const keys = mayBeKeys ? await keysOfNewSource(shop, traced, step, followed) : null
    if (keys === null) throw error
    shop.log.info(
      `outputHashes: ${keys.edits.map(({ text, replacement }) => `${text.trim()} → ${replacement || '(gone)'}`).join(', ')}`
    )
    return bumpVersion(shop, traced, step, followed, keys)
  }
}

/** null: there are no such names, or they stay. */
async function keysOfNewSource(
  shop: Workshop,
  traced: Traced,
  { oldVersion, newVersion }: Step,
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
    new Map([
      ...dyed.map((one): [Span, string] => [one, writeDigest(one, dyeOf(shop, one))]),
      ...replacementsOf([...edits, ...(followed?.edits ?? [])])
    ])
  )
  const [before, after] = [await lockIn(old), await lockIn(now)]
  if (before === null || after === null) return null
  return followLock(own, traced.literals, { before, after })
}

/** What goes by `version`, else all: it only has to do for the source to be found. */
function likeliest(
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
