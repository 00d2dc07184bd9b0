import { timed } from '../../run.ts'
import { changedFiles } from '../project/changed-files.ts'
import { mayOpen, type Book } from '../propose/book.ts'
import { leftAhead } from '../propose/look-ahead.ts'
import { proposeChange, type Proposal, type Proposed } from '../propose/propose.ts'
import type { BringingEach, Change, Gathered, Part, WorkedSet } from './bringing.ts'

/** A pull request for each change, as far as nobody has it in hand and as many as may be open. */
export async function proposeEach(bringing: BringingEach, book: Book): Promise<void> {
  const { changes, tally } = bringing
  for (const change of changes) {
    if (tally.stopped !== null) return
    await tally.try(change, () => proposeOne(bringing, book, change))
  }
}

async function proposeOne(bringing: BringingEach, book: Book, change: Change): Promise<void> {
  const { run, tally } = bringing
  const { subjects } = change
  const left = await timed(run, 'book', () => leftAhead(book, subjects, null))
  if (left !== null) {
    tally.proposed(change, left)
    return
  }
  if (!mayStillOpen(bringing, book, change)) return
  const worked = await change.work()
  try {
    if (worked.copy === null) tally.set(change, { done: 'current' })
    else tally.proposed(change, await propose(bringing, book, worked))
  } finally {
    worked.remove()
  }
}

/** Otherwise it is told that it waits. */
export function mayStillOpen(
  { many, tally }: BringingEach,
  book: Book,
  change: Gathered['change']
): boolean {
  if (mayOpen(book, many.limit, change.subjects)) return true
  tally.limited(change, many.limit, book.openOnes)
  return false
}

/** Opens or updates the pull request of what was worked out; `worked.copy` is there. */
export async function propose(
  { run, formattedWith, many, tally }: BringingEach,
  book: Book,
  { parts, copy, notes }: Omit<WorkedSet, 'remove'>
): Promise<Proposed> {
  const proposal: Proposal = {
    parts: parts.map(({ computed }: Part) => computed),
    group: many.group,
    files: copy === null ? [] : await changedFiles(copy),
    formattedWith,
    notes: [...notes]
  }
  const proposed = await timed(run, 'propose', () =>
    run.log.group('Pull request', () => proposeChange(book.run, proposal, book))
  )
  tally.note(notes)
  return proposed
}
