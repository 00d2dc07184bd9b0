import { NarPublishError } from '../../errors.ts'
import { editsOf } from '../change.ts'
import {
  differentEdits,
  mergeBeside,
  mergeEdits,
  refuseOverlaps,
  type From
} from '../computed/merge-edits.ts'
import type { Computed } from '../computed/types.ts'
import type { Edit, MadeFile } from '../types.ts'

/** What several packages change together, each once; all of it is about the same commit. */
export interface Union {
  edits: Edit[]
  /** Whole files; edits of them are about what is here. */
  made: MadeFile[]
}

/**
 * The changes of several packages as one: what two of them change alike is changed once. Throws COMPUTED_CONFLICT, which names two packages
 * and the place, where they differ.
 */
export function unite(parts: readonly Pick<Computed, 'change'>[]): Union {
  const answers = parts.map(({ change }) => ({ change, file: change.package.text }))
  try {
    const edits = mergeEdits(answers, ({ change }) => editsOf(change), sameOfBoth)
    refuseOverlaps(answers, edits, ({ change }) => editsOf(change))
    return { edits, made: mergeBeside(answers).files }
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    const hint =
      'Bring the packages that share what stands there to one version, or give each a literal of its own.'
    throw error.with({ hint })
  }
}

function sameOfBoth(one: From<Edit>, other: From<Edit>): Edit {
  const [mine, theirs] = [one.edit, other.edit]
  if (mine.text === theirs.text && mine.replacement === theirs.replacement) return mine
  const error = differentEdits(one, other)
  const [here, there] = [one, other].map(({ answer: { change } }) => change.newVersion ?? 'none')
  if (here === there) throw error
  throw error.with({
    reason: `${error.reason}; the first is brought to ${here ?? ''}, the second to ${there ?? ''}`
  })
}
