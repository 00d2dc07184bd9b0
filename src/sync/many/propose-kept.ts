import { timed } from '../../run.ts'
import type { Book } from '../propose/book.ts'
import { leftAhead } from '../propose/look-ahead.ts'
import type { Bringing, Gathered, Part } from './bringing.ts'
import { workOutAll } from './gather.ts'
import { joinChanges } from './join-changes.ts'
import { mayStillOpen, propose } from './propose-each.ts'

/** A pull request for each change of hashes that are made anew. Packages that share one of these are one change. */
export async function proposeKept<P extends Part>(
  bringing: Bringing<P>,
  book: Book
): Promise<void> {
  const { changes, tally } = bringing
  for (const one of joinChanges(await workOutAll(bringing, changes))) {
    if (tally.stopped !== null) return
    tally.begin([one.change])
    await tally.try(one.change, () => proposeOne(bringing, book, one))
  }
}

async function proposeOne<P extends Part>(
  bringing: Bringing<P>,
  book: Book,
  { change, parts, notes }: Gathered<P>
): Promise<void> {
  const { run, tally, together } = bringing
  const left = await timed(run, 'book', () => leftAhead(book, change.subjects, null))
  if (left !== null) {
    tally.proposed(change, left)
    return
  }
  if (!mayStillOpen(bringing, book, change)) return
  const worked = await together(parts, { proves: parts.length > 1 })
  try {
    tally.proposed(change, await propose(bringing, book, { ...worked, notes }))
  } finally {
    worked.remove()
  }
}
