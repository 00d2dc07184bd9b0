/** The page that stays open: what a view leaves behind, and what it does where a browser refuses or lacks something. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { hasChromium, startBrowser, type TestBrowser } from '../support/browser.ts'
import { inventedRow, inventedRows, inventedSite } from '../support/invented-site.ts'
import { serveSite, type ServedSite } from '../support/serve-site.ts'

if (hasChromium) {
  describe('the page that stays open', () => {
    inBrowser()
  })
} else {
  test.todo('in a browser: script/chromium installs one (Debian)')
}

function inBrowser(): void {
  const rows = inventedRows(300)
  const questionable = inventedRow('what', '1?.0')
  const drv = `${'a'.repeat(32)}-what-1?.0.drv`
  let browser: TestBrowser
  let site: ServedSite
  beforeAll(async () => {
    const files = inventedSite([...rows, questionable])
    const { storePath } = questionable
    const narInfo = `StorePath: ${storePath}\nReferences: \nDeriver: ${drv}\n`
    files.set(`${storePath.slice(11, 43)}.narinfo`, Buffer.from(narInfo))
    files.set(`log/${drv}`, Buffer.from('built, whatever its name\n'))
    ;[browser, site] = await Promise.all([startBrowser(), serveSite(files)])
  })
  afterAll(async () => {
    await browser.close()
    site.close()
  })
  afterEach(() => browser.leave())

  test('leaves nothing of a picture behind when its view goes', async () => {
    const counting = `for (const [name, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
      const own = MediaQueryList.prototype[name]
      window.listeners = 0
      MediaQueryList.prototype[name] = function (...args) {
        window.listeners += by
        return own.apply(this, args)
      }
    }`
    const { page } = await browser.open(`${site.url}#/cache`, {
      prepare: (page) => page.addInitScript(counting)
    })
    const listeners = async (): Promise<number> => {
      await page.locator('canvas').waitFor()
      // What goes is noticed when the browser draws.
      const drawn =
        'new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))'
      await page.evaluate(drawn)
      return page.evaluate<number>('window.listeners')
    }
    const once = await listeners()
    expect(once).toBeGreaterThan(0)
    for (let visit = 0; visit < 3; visit++) {
      await page.getByRole('link', { name: 'Artifacts', exact: true }).click()
      await page.locator('canvas').waitFor({ state: 'detached' })
      await page.getByRole('link', { name: 'Use it', exact: true }).click()
      await page.locator('canvas').waitFor()
    }
    expect(await listeners()).toBe(once)
  })

  test('looks no further for who refers to a path when its view goes', async () => {
    const { page } = await browser.open(`${site.url}#/artifact/${rows[0]?.name}`)
    await page.route('**/catalogue/??.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      await route.continue()
    })
    site.forgetAsked()
    await page.getByRole('button', { name: /^Look it up/ }).click()
    await page.getByText(/^Reading: [1-9]/).waitFor()
    await page.getByRole('link', { name: 'Artifacts', exact: true }).click()
    await page.getByRole('searchbox').waitFor()
    await page.waitForLoadState('networkidle')
    const shards = site.asked.filter((path) => /^catalogue\/..\.json$/.test(path))
    expect(shards.length).toBeLessThan(100)
  })

  test('goes on with its search where the browser lets the address follow no more', async () => {
    const { page } = await browser.open(site.url, {
      prepare: (page) =>
        page.addInitScript(
          'history.replaceState = () => { throw new DOMException("too often", "SecurityError") }'
        )
    })
    await page.getByRole('searchbox').fill('what')
    await status(page, '1 name found.')
    expect(await page.locator('.results .name').allInnerTexts()).toEqual(['what 1?.0'])
  })

  test('reads a log by a name that has a question mark', async () => {
    const { page } = await browser.open(`${site.url}#/artifact/what`)
    await page.getByRole('button', { name: 'Show the log' }).click()
    await page.getByText('built, whatever its name').waitFor()
    expect(site.asked).toContain(`log/${drv}`)
  })

  test('says how to use the cache in a browser that lacks what its script needs', async () => {
    const old = await browser.open(site.url, {
      prepare: (page) => page.addInitScript('delete Map.groupBy')
    })
    const text = await old.page.locator('main').innerText()
    expect(text).toContain('extra-substituters = https://alice.github.io/store')
    expect(old.faults.join('\n')).toContain('groupBy')
    await expect(browser.leave()).rejects.toThrow('groupBy')
  })
}

function status(page: Page, text: string): Promise<void> {
  return page.getByRole('status').getByText(text).first().waitFor()
}
