/** The page over catalogues that nobody published: hostile ones, broken ones, a private one, one of ten thousand artifacts. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { hasChromium, startBrowser, type OpenPage, type TestBrowser } from '../support/browser.ts'
import { inventedCache, inventedRow, inventedRows, inventedSite } from '../support/invented-site.ts'
import { serveSite, type ServedSite } from '../support/serve-site.ts'

if (hasChromium) {
  describe('the page over any catalogue', () => {
    inBrowser()
  })
} else {
  test.todo('in a browser: script/chromium installs one (Debian)')
}

function inBrowser(): void {
  let browser: TestBrowser
  const sites: ServedSite[] = []
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const site of sites.splice(0)) site.close()
    await browser.leave()
  })

  const serve: typeof serveSite = async (files, options) => {
    const site = await serveSite(files, options)
    sites.push(site)
    return site
  }

  describe('ten thousand artifacts', () => {
    test('are shown a hundred at a time, searched without asking the server again, and counted right', async () => {
      const rows = inventedRows(10_000)
      const site = await serve(inventedSite(rows))
      const { page } = await browser.open(site.url)
      await status(page, '10,000 names, newest first')
      expect(await page.locator('.results li').count()).toBe(100)
      expect(await page.locator('*').count()).toBeLessThan(1_500)
      // The page, the index, the newest, the pins, and 64 files of names at most.
      expect(site.asked.length).toBeLessThanOrEqual(4 + 64)
      expect(new Set(site.asked).size).toBe(site.asked.length)
      site.forgetAsked()
      await page.getByRole('searchbox').pressSequentially('amber-')
      await status(page, /^\d+ names found\.$/)
      // What is called so comes before what only looks like it.
      const found = await page.locator('.results .name').allInnerTexts()
      const amber = rows.filter(({ name }) => name.startsWith('amber-')).length
      expect([found.length, amber > 100]).toEqual([100, true])
      expect(found.filter((name) => !name.startsWith('amber-'))).toEqual([])
      await page.getByRole('button', { name: /^Show more/ }).click()
      expect(await page.locator('.results li').count()).toBeGreaterThan(amber)
      expect(site.asked).toEqual([])
      const [last] = rows.slice(-1)
      await page.getByRole('searchbox').fill(last?.name ?? '')
      await page
        .getByRole('link', { name: last?.name ?? '' })
        .first()
        .click()
      await page
        .getByText(last?.storePath ?? '', { exact: true })
        .first()
        .waitFor()
      // One shard and one narinfo.
      expect(site.asked.filter((path) => path.startsWith('catalogue/'))).toHaveLength(1)
    })
  })

  test('an empty cache says so, and counts nothing', async () => {
    const site = await serve(inventedSite([]))
    const { page } = await browser.open(`${site.url}#/cache`)
    const names = page.locator('.figures div').filter({ hasText: 'Names' })
    await names.getByText('0').waitFor({ timeout: 3000 })
    await page.getByRole('link', { name: 'Artifacts' }).click()
    await status(page, 'Nothing is published here yet.')
    expect(await page.locator('.lead').innerText()).toContain('0 artifacts')
  })

  describe('a private cache', () => {
    test('is read with the login that its server asks for, and commands say what Nix needs', async () => {
      const login = { host: 'store.example', name: 'reader' }
      const description = {
        ...inventedCache,
        login,
        substituterUrl: 'https://store.example/cache'
      }
      const files = inventedSite([inventedRow('secret-tool', '1.0')], description)
      const site = await serve(files, { login: 'reader:word' })
      const httpCredentials = { username: 'reader', password: 'word' }
      const { page } = await browser.open(site.url, { httpCredentials })
      await status(page, '1 name, newest first')
      await page.getByRole('link', { name: /secret-tool/ }).click()
      await page.getByText('/nix/store/').first().waitFor()
      // Each of the ways needs it.
      await page.getByText('This cache is private: Nix needs a token for it first').waitFor()
      await page.getByRole('link', { name: 'how', exact: true }).click()
      expect(await page.getByRole('main').innerText()).toContain('netrc')
      expect((await fetch(`${site.url}catalogue.json`)).status).toBe(401)
    })
  })

  describe('a hostile catalogue', () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    /** Longer than any name in a store; it has no view. */
    const endless = inventedRow('x'.repeat(4000), 'y'.repeat(4000))
    const hostile = [
      inventedRow(evil, evil, {
        system: evil,
        mainProgram: '$(touch hacked)',
        attribute: "';hacked",
        source: { repository: 'javascript:window.hacked=1//', revision: evil },
        runUrl: 'javascript:window.hacked=1'
      }),
      inventedRow('__proto__', 'constructor', { output: '__proto__', system: 'toString' }),
      inventedRow('\u202egnp.exe\u0000\u001b[31m', '1\n2'),
      endless,
      inventedRow('fine', '1.0')
    ]

    async function look(files: ReadonlyMap<string, Buffer | string>, hash = ''): Promise<OpenPage> {
      const site = await serve(files)
      return browser.open(site.url + hash)
    }

    /** Nothing ran, nothing was made of text, and no link leads to a script. */
    async function expectHarmless({ page }: OpenPage, view: string): Promise<void> {
      expect([view, await page.evaluate('window.hacked === undefined')]).toEqual([view, true])
      expect([view, await page.locator('main img').count()]).toEqual([view, 0])
      const schemes = await page.evaluate<string[]>(
        '[...document.querySelectorAll("a[href], iframe")].map((a) => new URL(a.href ?? a.src).protocol)'
      )
      const others = schemes.filter((scheme) => !['http:', 'https:'].includes(scheme))
      expect([view, others]).toEqual([view, []])
      const width = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth'
      expect([view, await page.evaluate(width)]).toEqual([view, true])
    }

    test('is text on every view, and nothing else', async () => {
      const site = await serve(inventedSite(hostile))
      const opened = await browser.open(site.url, { size: { width: 390, height: 844 } })
      const { page } = opened
      await status(page, '5 names, newest first')
      await page.getByText(evil).first().waitFor()
      await expectHarmless(opened, 'list')
      expect(await opened.violations()).toEqual([])
      for (const { name } of hostile.filter((row) => row !== endless)) {
        await page.goto(`${site.url}#/artifact/${encodeURIComponent(name)}`)
        await page.getByRole('region', { name: 'Versions' }).waitFor()
        expect(await page.getByRole('main').innerText()).not.toMatch(/[\u202e\u0000\u001b]/)
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click()
          await expectHarmless(opened, name)
          expect(await page.getByRole('tabpanel').innerText()).not.toContain('touch hacked')
        }
      }
      expect(await opened.violations()).toEqual([])
      for (const hash of [
        '#/%%%',
        `#/artifact/${evil}`,
        '#/artifact/__proto__?path=%00',
        '#/cache?x'
      ]) {
        await page.goto(site.url + hash)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await expectHarmless(opened, hash)
      }
    })

    test('has narinfos and logs that are text as well', async () => {
      const files = inventedSite([inventedRow('fine', '1.0')])
      const { storePath } = inventedRow('fine', '1.0')
      const drv = `${'a'.repeat(32)}-fine-1.0.drv`
      const narInfo = [
        `StorePath: ${storePath}`,
        'URL: javascript:window.hacked=1',
        'Compression: none',
        `FileHash: sha256:${'0'.repeat(52)}`,
        'FileSize: 1',
        `NarHash: sha256:${'0'.repeat(52)}`,
        'NarSize: 1',
        `References: ${'b'.repeat(32)}-${evil.replaceAll(' ', '')} ${'c'.repeat(32)}-lib-1`,
        `Deriver: ${drv}`,
        `Sig: ${evil}:AAAA`,
        ''
      ].join('\n')
      files.set(`${storePath.slice(11, 43)}.narinfo`, Buffer.from(narInfo))
      files.set(`log/${drv}`, Buffer.from(`building\n${evil}\u001b[31mred\u001b[0m\n`))
      const opened = await look(files, '#/artifact/fine')
      const { page } = opened
      await page.getByText(storePath, { exact: true }).first().waitFor()
      await page.getByRole('region', { name: 'References' }).waitFor()
      await expectHarmless(opened, 'narinfo')
      const button = page.getByRole('button', { name: 'Show the log' })
      await button.click()
      const log = page.locator('pre').getByText(evil)
      await log.waitFor()
      expect(await log.innerText()).not.toContain('\u001b')
      await expectHarmless(opened, 'log')
    })

    test('that is too long, of the wrong types or no JSON costs what it says and no more; what cannot be read is named', async () => {
      const huge = JSON.stringify({ pins: null, artifacts: [{ name: 'z'.repeat(10_000_000) }] })
      const wrong = [
        ['catalogue/newest.json', huge, /newest\.json.*longer than/],
        ['catalogue/newest.json', '{"artifacts":{"__proto__":1}}', /newest\.json/],
        ['catalogue/newest.json', '{"artifacts":[1,null,{"name":{}},[]]}', /4 of its entries/],
        [
          'catalogue/pins.json',
          '{"pins":[["a","javascript:1"],[]],"omitted":-1}',
          /2 of its entries/
        ],
        ['catalogue/pins.json', '[', /no JSON/],
        ['catalogue.json', '{"version":3}', /version of the catalogue/],
        ['catalogue.json', 'null', /catalogue\.json/]
      ] as const
      for (const [path, content, told] of wrong) {
        const files = inventedSite(hostile)
        files.set(path, Buffer.from(content))
        const opened = await look(files)
        await opened.page.getByText('Not all of the cache’s list could be read').waitFor()
        expect(await opened.page.locator('.problem').innerText()).toMatch(told)
        await opened.page.getByRole('searchbox').fill('fine')
        await expectHarmless(opened, content.slice(0, 40))
      }
    })

    test('whose server fails says so, and what is there is shown all the same', async () => {
      const files = inventedSite(hostile)
      const site = await serve(files)
      const names = [...files.keys()].filter((path) => path.startsWith('catalogue/names/'))
      for (const path of names) site.answer(path, 503)
      const opened = await browser.open(site.url)
      const { page } = opened
      await page.getByText('the server answered 503').first().waitFor()
      await page.getByRole('link', { name: /^fine/ }).click()
      await page.getByText('its narinfo is not there').waitFor()
      const shards = [...files.keys()].filter((path) => /^catalogue\/..\.json$/.test(path))
      for (const path of shards) site.answer(path, 500)
      const again = await browser.open(`${site.url}#/artifact/fine`)
      await again.page.getByText('its part of the catalogue could not be read').waitFor()
      expect(await again.violations()).toEqual([])
      site.answer('catalogue.json', 404)
      site.answer('catalogue/newest.json', 404)
      const empty = await browser.open(site.url)
      await status(empty.page, 'Nothing is published here yet.')
      expect(await empty.violations()).toEqual([])
    })
  })
}

function status(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole('status').getByText(text).first().waitFor()
}
