import { internalError, type NarPublishError } from '../../errors.ts'
import type { Edit } from '../types.ts'

/**
 * A text with edits made, in whatever order they come. Throws INTERNAL when what an edit expects does not stand at its span, or
 * when two want the same place: then a span is about another text than this one, and nothing may be written.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  let done = 0
  let previous: Edit | undefined
  for (const edit of inOrder) {
    const isSpan = edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length
    if (!isSpan || text.slice(edit.start, edit.end) !== edit.text) {
      throw misplaced(edit, 'what is to be replaced does not stand there')
    }
    // Two insertions at one place have no order of their own.
    if (edit.start < done || (edit.end === previous?.start && edit.end === previous.end)) {
      throw misplaced(edit, 'two edits are about the same place')
    }
    pieces.push(text.slice(done, edit.start), edit.replacement)
    done = edit.end
    previous = edit
  }
  return pieces.join('') + text.slice(done)
}

/** The line of an offset, from 1. `known`: an earlier place of the same text, so that a file is counted through once. */
export function lineOf(text: string, offset: number, known = { offset: 0, line: 1 }): number {
  return known.line + text.slice(known.offset, offset).split('\n').length - 1
}

function misplaced({ file, line, start, end }: Edit, reason: string): NarPublishError {
  return internalError(`${file}:${line} (characters ${start} to ${end})`, reason)
}
