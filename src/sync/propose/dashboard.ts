import { NarPublishError } from '../../errors.ts'
import { Issues, type Issue } from '../../repository/github/issues.ts'
import { isViewer, loginsOf } from '../../repository/github/viewer.ts'
import type { Book } from './book.ts'
import { readBoard, renderBoard, type DashboardRow } from './dashboard-text.ts'

export type { DashboardRow } from './dashboard-text.ts'

const title = 'nar-publish: packages'

export interface KeptDashboard {
  /** `closed`: somebody has closed it, and it is left alone. `refused`: GitHub does not let it be kept. */
  operation: 'created' | 'updated' | 'unchanged' | 'closed' | 'refused'
  /** null: there is none. */
  url: string | null
  /** For people, plain text. */
  notes: string[]
}

/**
 * Reads from the dashboard what people have ticked, which from then on is opened whatever the limit is and whoever has declined it. Where there is no
 * dashboard, or it is closed, nobody has. What GitHub refuses is told when it is kept; an answer that never came is told at once.
 *
 * @returns how many boxes are ticked
 */
export async function readDashboard(book: Book): Promise<number> {
  try {
    const found = await findDashboard(book)
    if (found?.state === 'open') book.wishes = readBoard(found.body)?.ticked ?? new Set()
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    const { log } = book.run
    const why = `The dashboard could not be read: what is ticked there is for another run. ${error.message}`
    if (error.code === 'GITHUB_UNAVAILABLE') log.warning(why)
    else log.debug(why)
  }
  return book.wishes.size
}

/**
 * Keeps one issue up to date that lists the packages: opened once, edited where something has changed, left alone once somebody has closed
 * it. Ours is what has our marker and is by the token's owner; a marker alone anybody can write. A repository without issues, or a token
 * that may not write them, fails nothing.
 */
export async function keepDashboard(
  book: Book,
  { rows }: { rows: readonly DashboardRow[] }
): Promise<KeptDashboard> {
  const { log } = book.run
  try {
    const kept = await keep(book, rows)
    log.info(`dashboard ${kept.operation}${kept.url === null ? '' : `: ${kept.url}`}`)
    return kept
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    log.warning(`The dashboard was not kept up to date. ${error.message}`)
    const hint = error.code === 'TOKEN_FORBIDDEN' ? `. ${error.hint}` : ''
    const note = `the dashboard was not kept up to date: ${error.reason}${hint}`
    return { operation: 'refused', url: null, notes: [note] }
  }
}

async function keep(book: Book, rows: readonly DashboardRow[]): Promise<KeptDashboard> {
  const issues = new Issues(book.destination.upstream)
  const { runUrl } = book.run.environment
  const known = await findDashboard(book)
  if (known === null) {
    if (book.login === null) {
      const note =
        'no dashboard was opened: GitHub does not say whose the token is, so that it could not be found again'
      return { operation: 'refused', url: null, notes: [note] }
    }
    const { text: body } = renderBoard(rows, new Set(), runUrl)
    const opened = await issues.open({ title, body }, () => {
      book.dashboard = undefined
      return findDashboard(book)
    })
    book.dashboard = opened
    const isFound = isViewer(opened.author, book.login)
    const by = `${opened.author ?? 'nobody'}, and the token is ${book.login}’s`
    const note = `the dashboard ${opened.url} is by ${by}: the next run will not find it. Switch \`dashboard\` off`
    return { operation: 'created', url: opened.url, notes: isFound ? [] : [note] }
  }
  // Somebody may have ticked a box, or closed it, while the run was at work.
  const now = await issues.read(known.number)
  const { url } = now
  if (now.state === 'closed') {
    const note = `the dashboard ${url} is closed, and left alone: open it again to have it kept up to date`
    return { operation: 'closed', url, notes: [note] }
  }
  const board = readBoard(now.body)
  const { text, digest } = renderBoard(rows, board?.ticked ?? new Set(), runUrl)
  if (board?.digest === digest) return { operation: 'unchanged', url, notes: [] }
  const { before, after } = board ?? { before: '', after: '' }
  await issues.update(now.number, { body: before + text + after })
  return { operation: 'updated', url, notes: [] }
}

/** The issue of ours, an open one first, of these the oldest: two runs at once may have opened two. */
async function findDashboard(book: Book): Promise<Issue | null> {
  const { login, destination } = book
  if (book.dashboard !== undefined || login === null) return book.dashboard ?? null
  const issues = new Issues(destination.upstream)
  let found: Issue | undefined
  for (const name of loginsOf(login)) {
    found ??= (await issues.by(name))
      .filter(({ author, body }) => isViewer(author, login) && readBoard(body) !== null)
      .toSorted(
        (a, b) => Number(b.state === 'open') - Number(a.state === 'open') || a.number - b.number
      )[0]
  }
  book.dashboard = found ?? null
  return book.dashboard
}
