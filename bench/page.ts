/**
 * The page of a cache of 10,000 artifacts in Debian's Chromium (script/chromium):
 *
 *     node bench/page.ts [TURNS]
 *
 * Medians of the turns (default 5), each with an empty cache: from the request for the page to the first artifacts on the screen, and to
 * all names; what the browser's one thread was busy with in one piece, at most; and while a name is typed into the search, from a key to
 * what is then on the screen, at most. Bytes are those of the files, as they lie in the branch.
 */
import { gzipSync } from 'node:zlib'
import { startBrowser, type TestBrowser } from '../__tests__/support/browser.ts'
import { inventedRows, inventedSite } from '../__tests__/support/invented-site.ts'
import { serveSite } from '../__tests__/support/serve-site.ts'
import { median } from './support/median.ts'

interface Turn {
  /** All in milliseconds. */
  firstView: number
  allNames: number
  longestTask: number
  longestWhileTyping: number
  slowestKey: number
}

const turns = Number(process.argv[2] ?? 5)
const typed = 'amber-nimbus 1.2'

/** Before the page's own script: notes when something is there, and what takes long. */
const watch = `
  window.seen = { firstView: null, allNames: null, tasks: [], keys: [] }
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => seen.keys.push(...list.getEntries().filter(({ name }) => name === 'keydown' || name === 'input').map((key) => key.duration)))
    .observe({ type: 'event', durationThreshold: 16, buffered: true })
  const look = () => {
    if (seen.firstView === null && document.querySelector('.results li')) requestAnimationFrame(() => (seen.firstView ??= performance.now()))
    if (seen.allNames === null && /newest first/.test(document.querySelector('.count')?.textContent)) seen.allNames = performance.now()
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })`

const files = inventedSite(inventedRows(10_000))
const site = await serveSite(files)
const browser = await startBrowser()
const all: Turn[] = []
for (let turn = 0; turn < turns; turn++) all.push(await once(browser))
await browser.close()
site.close()

const page = files.get('index.html') ?? Buffer.alloc(0)
const first = ['catalogue.json', 'catalogue/newest.json']
const names = [...files.keys()].filter((path) => path.startsWith('catalogue/names/'))
const figure = (of: (turn: Turn) => number): string => `${Math.round(median(all.map(of)))} ms`
/** A browser tells of what took 50 ms and more. */
const task = (of: (turn: Turn) => number): string =>
  median(all.map(of)) === 0 ? 'under 50 ms' : figure(of)
console.log('| 10,000 artifacts | |\n|---|--:|')
const lines = [
  ['first artifacts on the screen', figure(({ firstView }) => firstView)],
  ['all names', figure(({ allNames }) => allNames)],
  ['longest task until then', task(({ longestTask }) => longestTask)],
  ['longest task while typing', task(({ longestWhileTyping }) => longestWhileTyping)],
  ['slowest key, to the screen', figure(({ slowestKey }) => slowestKey)],
  ['the page', kilobytes(['index.html'])],
  ['what the first view reads besides', kilobytes(first)],
  [`names, ${names.length} files`, kilobytes(names)],
  ['the page, gzipped', `${(gzipSync(page, { level: 9 }).length / 1000).toFixed(1)} kB`]
]
for (const [what, value] of lines) console.log(`| ${what} | ${value} |`)

async function once(browser: TestBrowser): Promise<Turn> {
  const opened = await browser.open(site.url, { prepare: (page) => page.addInitScript(watch) })
  const { page } = opened
  await page.getByText('newest first').waitFor()
  const seen = (): Promise<Seen> => page.evaluate<Seen>('seen')
  const loaded = await seen()
  await page.evaluate('seen.tasks.length = 0; seen.keys.length = 0')
  await page.getByRole('searchbox').pressSequentially(typed, { delay: 60 })
  await page.waitForTimeout(300)
  const after = await seen()
  await browser.leave()
  return {
    firstView: loaded.firstView,
    allNames: loaded.allNames,
    longestTask: Math.max(0, ...loaded.tasks),
    longestWhileTyping: Math.max(0, ...after.tasks),
    slowestKey: Math.max(0, ...after.keys)
  }
}

interface Seen {
  firstView: number
  allNames: number
  tasks: number[]
  keys: number[]
}

function kilobytes(paths: readonly string[]): string {
  const bytes = paths.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0)
  return `${(bytes / 1000).toFixed(1)} kB`
}
