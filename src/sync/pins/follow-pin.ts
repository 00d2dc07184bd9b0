import { followRevision, type Followed, type SourceStep } from '../revision.ts'
import type { Traced } from '../trace.ts'
import type { Edit } from '../types.ts'
import type { PinnedSource } from '../version/wanted.ts'
import type { Workshop } from '../workshop.ts'
import { versionInPin, type SourcePin } from './source-pin.ts'

/** A pin at another version or commit. null: it has neither. Throws REVISION_UNTRACED, and what an evaluation throws. */
export async function followPin(
  shop: Workshop,
  traced: Traced,
  { pin, pinned }: { pin: SourcePin; pinned: PinnedSource | null },
  step: SourceStep
): Promise<Followed | null> {
  const { revision } = step
  const followed =
    pinned === null || revision === null
      ? null
      : await followRevision(shop, traced, pinned, { ...revision, date: step.date })
  const known = followed?.edits ?? []
  const isKnown = (edit: Edit): boolean =>
    known.some(({ file, start, end }) => file === edit.file && start < edit.end && edit.start < end)
  const edits = [...versionInPin(pin, step).filter((edit) => !isKnown(edit)), ...known]
  return edits.length === 0 ? null : { revision, edits, files: [], isAddressed: false }
}
