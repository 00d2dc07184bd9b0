import type { Book } from '../propose/book.ts'
import { keepDashboard, type DashboardRow } from '../propose/dashboard.ts'
import type { Done, ManyReport, ManyRow } from './report.ts'
import type { Tally } from './tally.ts'

/** Keeps the issue that lists the packages up to date; what stands in its way is a note. */
export async function keepListed(book: Book, tally: Tally): Promise<ManyReport['dashboard']> {
  const rows = tally.rows.flatMap((row) => boardRow(row) ?? [])
  const { url, notes } = await keepDashboard(book, { rows })
  tally.note(notes)
  return url === null ? null : { url }
}

/** What a run does that opens no pull requests, and so keeps no dashboard. */
type Elsewhere = 'computed' | 'dry-run' | 'fork' | 'written' | 'committed'
const elsewhere: ReadonlySet<Done> = new Set<Elsewhere>([
  'computed',
  'dry-run',
  'fork',
  'written',
  'committed'
])

function boardRow({ done, ...row }: ManyRow): DashboardRow | null {
  return isElsewhere(done) ? null : { ...row, state: done }
}

function isElsewhere(done: Done): done is Elsewhere {
  return elsewhere.has(done)
}
