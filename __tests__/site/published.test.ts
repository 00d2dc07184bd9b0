/** The page of a cache that the bundle published, in a browser: what a reader sees, finds and takes along. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import prettyBytes from 'pretty-bytes'
import { parse } from 'yaml'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { hasChromium, startBrowser, type OpenOptions, type OpenPage } from '../support/browser.ts'
import type { TestBrowser } from '../support/browser.ts'
import { readCatalogue } from '../support/catalogue.ts'
import { startReaderMachines } from '../support/reader-machines.ts'
import { samplePin, sampleRepository, startSampleCache } from '../support/sample-cache.ts'
import type { SampleCache } from '../support/sample-cache.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'

const schemes = ['light', 'dark'] as const
const phone = { width: 390, height: 844 }

if (hasChromium) {
  describe('the page of a published cache', () => {
    inBrowser()
  })
} else {
  test.todo('in a browser: script/chromium installs one (Debian)')
}

function inBrowser(): void {
  let browser: TestBrowser
  let cache: SampleCache
  let rows: readonly CatalogueRow[]
  /** This machine's newest. */
  let hello: CatalogueRow
  let address: string
  const machines = startReaderMachines()

  beforeAll(async () => {
    ;[browser, cache] = await Promise.all([startBrowser(), startSampleCache()])
    await cache.publish(0, {
      packages: ['greeting', 'hello', 'spell', 'tally', 'words'],
      at: new Date('2026-11-01T10:00:00Z')
    })
    await cache.publish(1, {
      packages: ['hello', 'moon', 'tally', 'words'],
      at: new Date('2026-11-10T10:00:00Z'),
      inputs: { systems: ownSystem }
    })
    await cache.publish(2, {
      packages: ['hello', 'words'],
      at: new Date('2026-11-21T10:00:00Z'),
      inputs: samplePin
    })
    ;({ rows } = await readCatalogue(cache.github, sampleRepository, 'main'))
    const isNewest = (row: CatalogueRow): boolean =>
      row.name === 'hello' && row.version === '2.12.2' && row.system === ownSystem
    const found = rows.find(isNewest)
    if (found === undefined) throw new Error('hello is not there')
    hello = found
    address = cache.url.replace(/\/$/, '')
  })
  afterAll(async () => {
    await browser.close()
    for (const machine of machines) {
      await machine.forget(storePaths())
      await machine.close()
    }
    await cache.close()
  })
  afterEach(() => browser.leave())

  const storePaths = (): string[] => rows.map(({ storePath }) => storePath)
  const look = (hash = '', options: OpenOptions = {}): Promise<OpenPage> =>
    browser.open(cache.url + hash, options)
  const all = [
    ...['hello 2.12.2', 'words 2026.11', 'moon 1.0', 'tally 3.1.1'],
    ...['greeting 1.0.3', 'spell 0.9.0']
  ]

  test('shows all names, the newest first, and what the cache is', async () => {
    const { page, requests } = await look()
    await status(page, '6 names, newest first')
    expect(await names(page)).toEqual(all)
    expect(await page.title()).toBe('alice/binstore · Nix binary cache')
    expect(await heading(page)).toBe('alice/binstore')
    const size = rows.reduce((sum, { fileSize }) => sum + fileSize, 0)
    expect(await page.locator('.lead').innerText()).toBe(
      `A binary cache for Nix · 21 artifacts · ${shownBytes(size)}`
    )
    expect(await page.locator('.address code').innerText()).toBe(address)
    // What the first view needs comes first; then the names, which search needs.
    const asked = requests.map((url) => url.slice(cache.url.length))
    expect(asked.slice(0, 4)).toEqual([
      '',
      'catalogue.json',
      'catalogue/newest.json',
      'catalogue/pins.json'
    ])
    expect(asked.slice(4).every((path) => /^catalogue\/names\/\w\w\.json$/.test(path))).toBe(true)
  })

  test('is searched as one types: by beginnings of words, versions, with a typo; the address follows', async () => {
    const { page } = await look()
    const query = page.getByRole('searchbox', { name: 'Search artifacts' })
    await query.pressSequentially('HEL')
    await status(page, '1 name found.')
    expect(await names(page)).toEqual(['hello 2.12.2'])
    expect(page.url()).toBe(`${cache.url}#/?q=HEL`)
    const finds = async (text: string): Promise<string[]> => {
      await query.fill(text)
      await page.getByRole('status').getByText('found').first().waitFor()
      return names(page)
    }
    expect(await finds('wrds')).toEqual(['words 2026.11'])
    expect(await finds('tally 3.1')).toEqual(['tally 3.1.1'])
    expect(await finds('2026')).toEqual(['words 2026.11'])
    expect(await finds('hello moon')).toEqual([])
    await status(page, 'Nothing found.')
    await query.fill('')
    await status(page, '6 names, newest first')
    expect(await names(page)).toEqual(all)
  })

  test('is filtered by system and by pin, and a link to that shows the same', async () => {
    const { page } = await look()
    await page.getByLabel('System').selectOption(foreignSystem)
    await status(page, '5 names found.')
    expect(await names(page)).not.toContain('moon 1.0')
    await page.getByLabel('Pinned').check()
    await status(page, '1 name found.')
    expect(await names(page)).toEqual(['hello 2.12.2'])
    expect(page.url()).toBe(`${cache.url}#/?system=${foreignSystem}&pinned=1`)
    const again = await browser.open(page.url())
    await status(again.page, '1 name found.')
    expect(await names(again.page)).toEqual(['hello 2.12.2'])
    expect(await again.page.getByLabel('System').inputValue()).toBe(foreignSystem)
    expect(await again.page.getByLabel('Pinned').isChecked()).toBe(true)
    // What is opened from there is of that system, and otherwise of the reader's own.
    await again.page.getByRole('link', { name: 'hello 2.12.2' }).click()
    await status(again.page, new RegExp(`^${foreignSystem} `))
    await page.goto(`${cache.url}#/artifact/hello`)
    await status(page, new RegExp(`^${ownSystem} `))
  })

  test('has a view of each artifact: sizes, origin, versions over time, references both ways, its log', async () => {
    const { page } = await look()
    await page.getByRole('link', { name: 'hello 2.12.2' }).click()
    await shows(page, 'hello 2.12.2')
    await page.goto(`${cache.url}#/artifact/hello?path=${hashOf(hello)}`)
    await page.getByText(hello.storePath, { exact: true }).first().waitFor()
    expect(await heading(page)).toBe('hello 2.12.2')
    expect(await fact(page, 'Download')).toBe(shownBytes(hello.fileSize))
    expect(await fact(page, 'Unpacked (NAR)')).toBe(shownBytes(hello.narSize))
    const greeting = rows.find(({ name, system }) => name === 'greeting' && system === hello.system)
    const closure = hello.narSize + (greeting?.narSize ?? 0)
    expect(await fact(page, 'Closure')).toBe(`${shownBytes(closure)}, with all that it needs`)
    await page.getByText('demo-cache-1').first().waitFor()
    expect(await fact(page, 'Signed by')).toBe('demo-cache-1')
    const { serverUrl } = cache.github
    const hrefs = '[...document.querySelectorAll(".facts a")].map((a) => a.href)'
    const links = await page.evaluate<string[]>(hrefs)
    expect(links).toEqual([
      `${serverUrl}/alice/tools/tree/${hello.source?.revision}`,
      `${serverUrl}/alice/tools/actions/runs/7100000002`
    ])

    const versions = page.getByRole('region', { name: 'Versions' }).getByRole('row')
    expect(await versions.getByRole('rowheader').allInnerTexts()).toEqual([
      ...['2.12.2', '2.12.2', '2.12.1', '2.12', '2.12']
    ])
    expect(await versions.nth(3).innerText()).toContain(ownSystem)

    const references = page.getByRole('region', { name: 'References' })
    await references.getByRole('link', { name: 'greeting-1.0.3' }).click()
    await shows(page, 'greeting 1.0.3')
    await page.getByRole('button', { name: /^Look it up/ }).click()
    await references.getByText('artifacts', { exact: false }).last().waitFor()
    await references.getByRole('status').getByText('4 artifacts').waitFor()
    expect((await references.getByRole('link').allInnerTexts()).sort()).toEqual([
      ...['hello 2.12', 'hello 2.12.1', 'hello 2.12.2', 'moon 1.0']
    ])
    await page.getByRole('button', { name: 'Show the log' }).click()
    await page
      .getByRole('region', { name: 'Build log' })
      .getByText('building greeting 1.0.3')
      .waitFor()
  })

  test('opens each view by its link, and goes back and forward between them', async () => {
    const { page } = await look('#/artifact/tally')
    await shows(page, 'tally 3.1.1')
    await page.getByRole('link', { name: 'Use it' }).click()
    await shows(page, 'Use this cache')
    await page.getByRole('link', { name: 'Artifacts', exact: true }).click()
    await status(page, '6 names, newest first')
    await page.goBack()
    await shows(page, 'Use this cache')
    await page.goBack()
    await shows(page, 'tally 3.1.1')
    await page.goForward()
    await shows(page, 'Use this cache')
    expect(page.url()).toBe(`${cache.url}#/cache`)
    const gone = await look('#/artifact/no-such-thing')
    await status(gone.page, /The cache has nothing of this name/)
    const old = await look(`#/artifact/hello?path=${'0'.repeat(32)}`)
    await old.page.getByText('The cache does not have the path of this link').waitFor()
    expect(await heading(old.page)).toBe('hello 2.12.2')
  })

  test('gives commands by its buttons that Nix takes as they are, and what they bring runs', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] }
    const { page } = await look(`#/artifact/hello?path=${hashOf(hello)}`, options)
    const of = async (tab: string): Promise<string[]> => {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      const panel = page.getByRole('tabpanel')
      const copied: string[] = []
      for (const button of await panel.getByRole('button', { name: 'Copy' }).all()) {
        await button.click()
        await button.getByText('Copied').waitFor()
        copied.push(await page.evaluate<string>('navigator.clipboard.readText()'))
      }
      expect(copied).toEqual(await panel.locator('pre').allInnerTexts())
      return copied
    }
    const [run = ''] = await of('Run')
    const installs = await of('Install')
    const [build = '', realise = ''] = await of('Download')
    expect([installs.length, build, realise]).toEqual([2, expect.any(String), expect.any(String)])

    for (const tab of ['Flake', 'NixOS']) {
      const [input = '', ...others] = await of(tab)
      expect([tab, others]).toEqual([tab, []])
      expect(input).toContain(`${hello.source?.repository}`)
      expect(input).toContain(cache.key.public)
      const parsed = spawnSync('nix-instantiate', ['--parse', '-'], { input, encoding: 'utf8' })
      expect([tab, parsed.status, parsed.stderr]).toEqual([tab, 0, ''])
    }
    const [steps = ''] = await of('GitHub job')
    expect(parse(steps)).toMatchObject([
      { uses: expect.stringContaining('@'), with: expect.anything() },
      { run: expect.stringContaining(`${hello.storePath} --command hello`) }
    ])

    for (const inNix of machines) {
      await inNix.forget(storePaths())
      const ran = await inNix.run(run)
      expect([ran.failure, ran.stdout]).toEqual(['', 'Hello from a Git repository\n'])
      for (const command of [build, realise]) {
        await inNix.forget(storePaths())
        expect(await inNix.run(command)).toMatchObject({ failure: '' })
        const result = await inNix.run('readlink result*; ./result*/bin/hello')
        expect(result.stdout).toBe(`${hello.storePath}\nHello from a Git repository\n`)
      }
      for (const command of installs) {
        await inNix.forget(storePaths())
        expect(await inNix.run(command)).toMatchObject({ failure: '' })
        const installed = await inNix.run('"$HOME"/.nix-profile/bin/hello')
        expect(installed.stdout).toBe('Hello from a Git repository\n')
      }
      await inNix.forget(storePaths())
    }
  })

  test('tells each kind of reader how to use the cache, its keys, and how it grew', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] }
    const { page } = await look('#/cache', options)
    await page.getByRole('heading', { level: 2, name: 'What it holds' }).waitFor()
    const tabs = page.getByRole('tablist', { name: 'Kinds of readers' }).getByRole('tab')
    const titles = await tabs.allInnerTexts()
    expect(titles.length).toBeGreaterThan(3)
    const texts: string[] = []
    for (const title of titles) {
      await page.getByRole('tab', { name: title, exact: true }).click()
      texts.push(await page.getByRole('tabpanel').innerText())
    }
    for (const text of texts) expect(text).toContain(cache.key.public)
    const [conf = ''] = texts.flatMap((text) => /^extra-substituters = .*\n.*$/m.exec(text) ?? [])
    expect(conf).toBe(
      `extra-substituters = ${address}\nextra-trusted-public-keys = ${cache.key.public}`
    )
    // What helps when something is missing comes after how it is used.
    const text = await page.getByRole('main').innerText()
    expect(text.indexOf('just published seems to be missing')).toBeGreaterThan(
      text.indexOf('One command')
    )
    // Nix takes it as it stands there.
    for (const inNix of machines) {
      await inNix.forget(storePaths())
      const realised = await inNix.run(`nix-store --realise ${hello.storePath}`, conf)
      expect(realised).toMatchObject({ failure: '' })
    }

    const figures = await page.locator('.figures').innerText()
    expect(figures.replaceAll(/\s+/g, ' ')).toMatch(/Artifacts 21 .*Names 6 Pins 2/)
    const chart = page.getByRole('img', { name: /From 2026-11-01 to 2026-11-21/ })
    expect(await chart.locator('canvas').count()).toBe(1)
    await page.getByText('As a table').click()
    const days = page.getByRole('table').getByRole('rowheader')
    expect(await days.allInnerTexts()).toEqual(['2026-11-21', '2026-11-10', '2026-11-01'])
    await page.getByText(/^2 pins/).click()
    await page.getByText(`main-${ownSystem}-hello`).waitFor()
  })

  test('is used by the keyboard alone: past the header, search, results, tabs', async () => {
    const { page } = await look()
    await status(page, '6 names, newest first')
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.innerText || document.activeElement.id')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to the content')
    await page.keyboard.press('/')
    expect(await focused()).toBe('query')
    await page.keyboard.type('hello')
    await status(page, '1 name found.')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain('hello')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('query')
    await page.keyboard.press('Enter')
    await shows(page, 'hello 2.12.2')
    expect(await focused()).toContain('hello')
    await page.getByRole('tab', { name: 'Run', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Install')
    await page.getByRole('tabpanel').getByText('profile install').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Copy')
  })

  describe.each(schemes)('in the %s scheme', (colorScheme) => {
    test('has no view in which axe finds a fault, or that is wider than a phone', async () => {
      const opened = await look('', { colorScheme, size: phone })
      const { page } = opened
      const judge = async (view: string): Promise<void> => {
        expect([view, await opened.violations(), await opened.overflow()]).toEqual([view, [], 0])
      }
      await status(page, '6 names, newest first')
      await judge('list')
      await page.getByRole('searchbox').fill('nothing of that name')
      await status(page, 'Nothing found.')
      await judge('nothing found')
      await page.goto(`${cache.url}#/artifact/hello?path=${hashOf(hello)}`)
      await page.getByRole('link', { name: 'greeting-1.0.3' }).waitFor()
      await page.getByRole('button', { name: /^Look it up/ }).click()
      await page.getByRole('button', { name: 'Show the log' }).click()
      await page.getByRole('region', { name: 'Build log' }).getByText('building').waitFor()
      await judge('artifact')
      for (const tab of ['Install', 'Download', 'Flake', 'NixOS', 'GitHub job']) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        expect([tab, await opened.overflow()]).toEqual([tab, 0])
      }
      await page.goto(`${cache.url}#/cache`)
      await page.getByText('As a table').click()
      await page.getByText(/^2 pins/).click()
      await judge('cache')
      await page.setViewportSize({ width: 1280, height: 800 })
      await judge('cache, wide')
      const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
      const [red = 0] = /\d+/.exec(ground)?.map(Number) ?? []
      expect(red > 127).toBe(colorScheme === 'light')
    })
  })

  test('says without a script how to use the cache, and what is newest in it', async () => {
    const opened = await look('', { javaScriptEnabled: false, size: phone })
    const { page } = opened
    const text = await page.locator('body').innerText()
    expect(text).toContain(`extra-substituters = ${address}`)
    expect(text).toContain(cache.key.public)
    // It is far below all kinds of readers.
    await page.getByRole('link', { name: 'The newest artifacts' }).click()
    const isSeen = `document.querySelector('iframe').getBoundingClientRect().top < innerHeight`
    expect(await page.evaluate(isSeen)).toBe(true)
    const newest = page.frameLocator('iframe')
    await newest.getByText('hello').first().waitFor()
    // Of each name, system and output the newest version.
    expect(await newest.locator('tbody tr').count()).toBe(13)
    expect(await opened.overflow()).toBe(0)
  })

  test.each(schemes)(
    'has a table without a script that is read in the %s scheme',
    async (colorScheme) => {
      const opened = await look('catalogue/newest.html', { colorScheme, size: phone })
      // It is a part of a page, and has neither a heading nor landmarks of its own.
      const ofPages = /^(landmark-one-main|page-has-heading-one|region):/
      const wrong = await opened.violations()
      expect(wrong.filter((text) => !ofPages.test(text))).toEqual([])
      expect(await opened.page.getByRole('rowheader', { name: 'hello' }).count()).toBe(2)
      // Within the page it lies on the page's own ground.
      const { page } = await look('', { colorScheme, javaScriptEnabled: false })
      const grounds =
        '["iframe", "body"].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)'
      const [frame, ground] = await page.evaluate<string[]>(grounds)
      expect(frame).toBe(ground)
    }
  )

  test('opened from a file it says what to do, and reads the folder that its reader opens', async () => {
    const clone = mkdtempSync(join(cache.folder, 'clone-'))
    for (const path of await cache.github.listFiles(sampleRepository, 'main')) {
      mkdirSync(dirname(join(clone, path)), { recursive: true })
      const content = await cache.github.readFile(sampleRepository, 'main', path)
      writeFileSync(join(clone, path), content ?? '')
    }
    const opened = await browser.open(pathToFileURL(join(clone, 'index.html')).href)
    const { page } = opened
    await page.getByText('Browsers give a page that was opened from a file none').waitFor()
    await page.frameLocator('iframe').getByText('hello').first().waitFor()
    expect(await opened.violations()).toEqual([])
    await page.getByRole('link', { name: 'Use it' }).click()
    await page.getByText(`extra-substituters = ${address}`).first().waitFor({ state: 'attached' })
    await page.goBack()
    await page.getByLabel('Open the folder of the clone').setInputFiles(clone)
    await status(page, '6 names, newest first')
    expect(await names(page)).toEqual(all)
    await page.getByRole('link', { name: 'hello 2.12.2' }).click()
    await shows(page, 'hello 2.12.2')
    await page.getByRole('link', { name: 'greeting-1.0.3' }).waitFor()
  })
}

function hashOf({ storePath }: CatalogueRow): string {
  return storePath.slice('/nix/store/'.length).slice(0, 32)
}

function shownBytes(size: number): string {
  return prettyBytes(size, { nonBreakingSpace: true })
}

function names(page: Page): Promise<string[]> {
  return page.locator('.results .name').allInnerTexts()
}

async function shows(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

function heading(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText()
}

function status(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole('status').getByText(text).waitFor()
}

function fact(page: Page, name: string): Promise<string> {
  return page
    .locator('.facts > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText()
}
