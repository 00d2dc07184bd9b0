/** Pages in Debian's Chromium (script/chromium installs it), driven by Playwright: with all that they asked for, and what went wrong. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'

/** The program itself: what is in PATH may be Ubuntu's stub for a snap. */
const program = '/usr/lib/chromium/chromium'
export const hasChromium = existsSync(program)

export interface TestBrowser {
  /** A page of its own, with nothing of another's: no storage, no memory of files. */
  open(url: string, options?: OpenOptions): Promise<OpenPage>
  /** Closes all pages. Throws when one of them had a fault, or asked another host than its own. */
  leave(): Promise<void>
  close(): Promise<void>
}

export interface OpenOptions extends Pick<
  BrowserContextOptions,
  'colorScheme' | 'deviceScaleFactor' | 'javaScriptEnabled' | 'httpCredentials' | 'reducedMotion'
> {
  /** CSS pixels. Default: 1280 × 800. */
  size?: { width: number; height: number }
  /** What the page may do without asking. Default: nothing. */
  permissions?: string[]
  /** A time that stands still. Default: this machine's. */
  time?: Date
  /** Is called before the page is asked for. */
  prepare?: (page: Page) => Promise<unknown>
}

export interface OpenPage {
  readonly page: Page
  /** Addresses that were asked for, in their order. */
  readonly requests: readonly string[]
  /** Errors in the console, exceptions that nobody caught, what a security policy refused. Not: that a file is not there. */
  readonly faults: readonly string[]
  /** What axe-core finds wrong now: the rule and the elements. Empty: nothing. */
  violations(): Promise<string[]>
  /** CSS pixels by which the page can be scrolled sideways. */
  overflow(): Promise<number>
  close(): Promise<void>
}

/** One for a whole file of tests: it takes half a second. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: program,
    args: [
      // Chromium refuses to run as root without it; all that it opens here is ours.
      '--no-sandbox',
      // A container's own has 64 MB.
      '--disable-dev-shm-usage',
      // Whoever is asked beside loopback is not there.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
    ]
  })
  const left: OpenPage[] = []
  return {
    open: async (url, options = {}) => {
      const {
        size = { width: 1280, height: 800 },
        permissions = [],
        time,
        prepare,
        ...rest
      } = options
      const context = await browser.newContext({ ...rest, viewport: size, permissions })
      // What does not come in this time does not come.
      context.setDefaultTimeout(20_000)
      const requests: string[] = []
      const faults: string[] = []
      context.on('request', (request) => {
        requests.push(request.url())
      })
      context.on('console', (message) => {
        const isMissing = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !isMissing) faults.push(message.text())
      })
      context.on('weberror', (error) => {
        faults.push(String(error.error()))
      })
      const page = await context.newPage()
      if (time !== undefined) await page.clock.setFixedTime(time)
      await prepare?.(page)
      const opened: OpenPage = {
        page,
        requests,
        faults,
        violations: () => violations(page),
        overflow: () =>
          page.evaluate<number>(
            'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)'
          ),
        close: () => context.close()
      }
      left.push(opened)
      await page.goto(url)
      return opened
    },
    leave: async () => {
      const pages = left.splice(0)
      const wrong = pages.flatMap((opened) => [...opened.faults, ...elsewhere(opened)])
      for (const opened of pages) await opened.close()
      if (wrong.length > 0) throw new Error(wrong.join('\n'))
    },
    close: () => browser.close()
  }
}

function elsewhere({ page, requests }: OpenPage): string[] {
  const { host } = new URL(page.url())
  return requests
    .filter((url) => /^\w+:\/\//.test(url) && new URL(url).host !== host)
    .map((url) => `asked elsewhere: ${url}`)
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
}

/** Brought in by the debugger's own way, which the page's security policy says nothing of. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) {
    await page.evaluate(await readFile(axeFile, 'utf8'))
  }
  const found = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })'
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  )
}
