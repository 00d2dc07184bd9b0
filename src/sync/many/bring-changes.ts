import { timed, type Reported } from '../../run.ts'
import type { PullRequestDestination } from '../inputs.ts'
import { openBook, type Book } from '../propose/book.ts'
import { readDashboard } from '../propose/dashboard.ts'
import { hashDrift } from '../report/report.ts'
import type { Bringing, Part } from './bringing.ts'
import { keepListed } from './dashboard.ts'
import { gather } from './gather.ts'
import { proposeEach } from './propose-each.ts'
import { proposeKept } from './propose-kept.ts'
import { packagesFailed, type ManyReport } from './report.ts'
import { showEach } from './show-each.ts'

/**
 * Brings changes to where they belong, and tells what became of each. `counts`: when all is done, apart from what GitHub was asked here;
 * `computedBy`: see ProposeRun.
 */
export async function bringChanges<P extends Part>(
  bringing: Bringing<P>,
  counts: () => ManyReport['counts'],
  computedBy?: string
): Promise<Reported<ManyReport>> {
  const { run, destination, dryRun, many, changes, tally } = bringing
  const isPullRequest = destination.kind === 'pull-request'
  const writes = isPullRequest && !dryRun && !run.environment.isForkPullRequest
  const book = writes ? await tally.whole(() => openDesk(bringing, destination, computedBy)) : null
  if (tally.stopped === null) await tally.whole(() => bring(bringing, book))
  tally.leave(changes)
  const keeps = book !== null && many.dashboard && tally.stopped === null
  const dashboard = keeps ? await tally.whole(() => keepListed(book, tally)) : null
  const { requests, ...others } = counts()
  const report = tally.report({
    repository: isPullRequest ? `${destination.upstream.owner}/${destination.upstream.repo}` : null,
    counts: { ...others, requests: requests + (book?.requests ?? 0) },
    dashboard,
    timings: run.timings
  })
  const error = tally.stopped ?? packagesFailed(report.rows) ?? hashDrift(tally.drift)
  return { report, error }
}

async function bring<P extends Part>(bringing: Bringing<P>, book: Book | null): Promise<void> {
  const { destination, many, isKept } = bringing
  const isEach = destination.kind === 'pull-request' && many.group === null
  // Which of them are one change shows when all are worked out.
  if (!isEach || (isKept && book === null)) await gather(bringing, book)
  else if (book === null) await showEach(bringing)
  else if (isKept) await proposeKept(bringing, book)
  else await proposeEach(bringing, book)
}

/** Asks the repository what all pull requests need to know. Throws what opening the book does. */
function openDesk(
  { run, many }: Pick<Bringing, 'run' | 'many'>,
  destination: PullRequestDestination,
  computedBy: string | undefined
): Promise<Book> {
  const { environment, log } = run
  const by = computedBy === undefined ? {} : { computedBy }
  return timed(run, 'book', async () => {
    const book = await openBook({ destination, environment, log, ...by })
    if (many.dashboard) await readDashboard(book)
    return book
  })
}
