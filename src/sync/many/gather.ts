import { NarPublishError } from '../../errors.ts'
import { timed } from '../../run.ts'
import { expectCommittable } from '../commit-checkout.ts'
import { unifiedDiff } from '../diff.ts'
import { mayOpen, type Book } from '../propose/book.ts'
import { leftAhead, saidNo } from '../propose/look-ahead.ts'
import { writeCheckout } from '../write-checkout.ts'
import type { Bringing, Change, Gathered, Part, WorkedSet } from './bringing.ts'
import { commitEach } from './commit-each.ts'
import { propose } from './propose-each.ts'
import { FailedTogether } from './prove-union.ts'
import { showOne } from './show-each.ts'
import { stops } from './stops.ts'
import { unite } from './union.ts'

/**
 * Brings all changes to one place: a group's pull request, the checkout, a diff. One that does not go with those before it is left out and told:
 * it has its turn when they are there. `book`: null where no pull request is opened.
 */
export async function gather<P extends Part>(
  bringing: Bringing<P>,
  book: Book | null
): Promise<void> {
  const { destination, dryRun, tally } = bringing
  const isWritten = destination.kind === 'pull-request' ? book !== null : !dryRun
  if (!isWritten) tally.diff = ''
  const wanted = book === null ? bringing.changes : await wantedByAll(bringing, book)
  const gathered = await workOutAll(bringing, wanted)
  if (tally.stopped !== null) return
  await proveAll(bringing, gathered, async (all, worked) => {
    if (isWritten) await write(bringing, book, all, worked)
    else await show(bringing, all, worked)
  })
}

/** Of the group's changes those that nobody has declined; none where its pull request is in somebody's hands, or may not be opened. */
async function wantedByAll<P extends Part>(
  { run, many, changes, tally }: Bringing<P>,
  book: Book
): Promise<readonly Change<P>[]> {
  const { group, limit } = many
  const wanted: Change<P>[] = []
  for (const change of changes) {
    const no = await timed(run, 'book', () => saidNo(book, change.subjects))
    if (no === null) wanted.push(change)
    else tally.proposed(change, no)
  }
  if (wanted.length === 0) return []
  const subjects = wanted.flatMap((change) => change.subjects)
  const left = await timed(run, 'book', () => leftAhead(book, subjects, group))
  if (left === null && mayOpen(book, limit, subjects, group)) return wanted
  for (const change of wanted) {
    if (left !== null) tally.proposed(change, left)
    else tally.limited(change, limit, book.openOnes)
  }
  return []
}

/** All that can be worked out, and goes together with those before it; what cannot is told. */
export async function workOutAll<P extends Part>(
  { destination, dryRun, tally }: Bringing<P>,
  changes: readonly Change<P>[]
): Promise<Gathered<P>[]> {
  const gathered: Gathered<P>[] = []
  for (const change of changes) {
    if (tally.stopped !== null) break
    await tally.try(change, async () => {
      const { parts, notes, remove } = await change.work()
      remove()
      const [first] = parts
      if (first === undefined) {
        tally.set(change, { done: 'current' })
        return
      }
      const commits = destination.kind === 'commit' && !dryRun
      // Said with the first, before the others are computed.
      if (commits && gathered.length === 0) await expectCommittable(first.project)
      unite([...gathered.flatMap((one) => one.parts), ...parts].map(({ computed }) => computed))
      gathered.push({ change, parts, notes })
    })
  }
  return gathered
}

/** Proves all together, without those that do not go with the others, and hands them on. */
async function proveAll<P extends Part>(
  { together, tally }: Bringing<P>,
  gathered: readonly Gathered<P>[],
  deliver: (all: readonly Gathered<P>[], worked: WorkedSet<P>) => Promise<void>
): Promise<void> {
  let all = gathered
  while (all.length > 0) {
    const parts = all.flatMap((one) => one.parts)
    const worked = await together(parts, { proves: true }).catch((error: unknown) => {
      if (error instanceof FailedTogether && !stops(error)) return error
      throw error
    })
    if (!(worked instanceof NarPublishError)) {
      try {
        await deliver(all, { ...worked, notes: all.flatMap(({ notes }) => notes) })
      } finally {
        worked.remove()
      }
      return
    }
    const { text } = worked.reference
    const isOf = ({ computed: { change } }: Part): boolean => change.package.text === text
    for (const { change, parts } of all) if (parts.some(isOf)) tally.failed(change, worked)
    all = all.filter((one) => !one.parts.some(isOf))
  }
}

async function show<P extends Part>(
  bringing: Bringing<P>,
  all: readonly Gathered<P>[],
  { copy }: WorkedSet<P>
): Promise<void> {
  if (copy !== null) bringing.tally.diff = unifiedDiff(await copy.rewrittenFiles())
  for (const one of all) showOne(bringing, one.change, one)
}

async function write<P extends Part>(
  bringing: Bringing<P>,
  book: Book | null,
  all: readonly Gathered<P>[],
  worked: WorkedSet<P>
): Promise<void> {
  const { run, destination, tally } = bringing
  const { copy, notes } = worked
  if (copy === null) return
  if (book !== null) {
    const proposed = await propose(bringing, book, worked)
    for (const { change } of all) tally.proposed(change, proposed)
    return
  }
  tally.note(notes)
  if (destination.kind === 'commit') {
    await commitEach(bringing, all, copy.project)
    return
  }
  const files = await copy.rewrittenFiles()
  await timed(run, 'write', () => writeCheckout(copy.project.root, files))
  for (const { change } of all) tally.set(change, { done: 'written' })
}
