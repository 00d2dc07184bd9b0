import { NarPublishError } from '../../errors.ts'
import { bumpVersion, bumpWithFiles, type Bumped } from '../bump.ts'
import type { Stays } from '../keep-places.ts'
import { sameKeys } from '../key-change.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import type { Followed } from '../revision.ts'
import type { Traced } from '../trace.ts'
import { nothingBeside, type LeftFile, type MadeFile } from '../types.ts'
import { replacementsOf, type Workshop } from '../workshop.ts'
import { ownNixFiles } from './files-read.ts'
import { keysOfNewSource, likeliest } from './keys-of-source.ts'
import { runCommand } from './scripts.ts'
import { useFiles } from './use-files.ts'

type Step = Pick<Bumped, 'oldVersion' | 'newVersion'>

/**
 * `bumpVersion`. Where the package does not evaluate at its new version, it is tried once more with what evaluation reads brought to it:
 * with `outputHashes` that have the names of the new source's Cargo.lock, or else with what the command of `before-hash` makes. Throws
 * what `bumpVersion` throws.
 */
export async function bumpBeside(
  shop: Workshop,
  traced: Traced,
  step: Step,
  followed: Followed | null,
  stays: Stays
): Promise<Bumped> {
  try {
    return await bumpVersion(shop, traced, step, followed, { stays })
  } catch (error) {
    const isEvaluation =
      error instanceof NarPublishError &&
      ['EVALUATION_FAILED', 'VERSION_UNTRACED'].includes(error.code)
    if (!isEvaluation) throw error
    const keys = await keysOfNewSource(shop, traced, step, followed)
    if (keys !== null) {
      const names = keys.edits.map(
        (edit) => `${edit.text.trim()} → ${edit.replacement || '(gone)'}`
      )
      shop.log.info(`outputHashes: ${names.join(', ')}`)
      return bumpVersion(shop, traced, step, followed, { stays, keys })
    }
    const bumped = await bumpAfterCommand(shop, traced, step, followed)
    if (bumped === null) throw error
    return bumped
  }
}

/** null: there is no command, it changes nothing, or where the version stands is not plain without an evaluation. */
async function bumpAfterCommand(
  shop: Workshop,
  traced: Traced,
  { oldVersion, newVersion }: Step,
  followed: Followed | null
): Promise<Bumped | null> {
  const { beforeHash } = shop.work
  if (beforeHash === null || oldVersion === null || newVersion === null) return null
  const own = ownNixFiles(shop, traced, { versions: [] })
  const [place, ...others] = piecesOf(oldVersion, newVersion).flatMap((piece) =>
    likeliest(own, piece.old, () => false).map((one) => bumpEdit(one, piece.new))
  )
  if (place === undefined || others.length > 0) return null
  const { evaluation, literals } = traced
  const alone: Bumped = {
    ...{ oldVersion, newVersion, literals, evaluation },
    versions: [place, ...(followed?.edits ?? [])],
    occurrences: [],
    told: [],
    revision: followed?.revision ?? null,
    beside: { ...nothingBeside, files: followed?.files ?? [] },
    stale: [],
    source: null,
    fed: new Map()
  }
  const making = {
    replacements: replacementsOf(alone.versions),
    source: null,
    locks: alone.beside.files,
    files: new Map<string, MadeFile>(),
    left: new Map<string, LeftFile>()
  }
  await runCommand(shop, alone, making, beforeHash)
  const files = [...making.files.values()]
  if (files.length === 0) return null
  await useFiles(shop, files)
  return bumpWithFiles(shop, traced, alone, { files, left: [] }, sameKeys)
}
