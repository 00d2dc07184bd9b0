/** The pictures of the README: what the bundle published and proposed, looked at in a browser. script/pictures tells how it is called. */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from 'playwright-core'
import {
  hasChromium,
  startBrowser,
  type OpenOptions,
  type TestBrowser
} from '../__tests__/support/browser.ts'
import { output } from '../__tests__/support/program.ts'
import {
  samplePin,
  sampleRepository,
  sampleSystems,
  startSampleCache,
  type SampleCache
} from '../__tests__/support/sample-cache.ts'
import type { SigningKey } from '../__tests__/support/scenario.ts'
import { fillCases } from '../__tests__/support/sync-cases.ts'
import { caseTo, lockFile, startSyncRuns } from '../__tests__/support/sync-run.ts'
import { pullRequestPage, readmePage } from './github-look.ts'
import { pictureFile, pictures, pixels, schemes, type PictureName } from './picture-list.ts'

// All that could be another each time: the key, the salt of all builds, the days.
const salt = 'picture'
const days = [
  { day: '2026-09-07', release: 0, packages: ['greeting', 'hello'] },
  { day: '2026-09-18', release: 0, packages: ['moon', 'words'] },
  { day: '2026-10-05', release: 0, packages: ['spell', 'tally'] },
  { day: '2026-10-19', release: 1, packages: ['hello', 'spell', 'tally'] },
  { day: '2026-11-02', release: 1, packages: ['words'] },
  { day: '2026-11-16', release: 2, packages: ['hello', 'moon', 'tally', 'words'] }
]
const today = new Date('2026-11-20T12:00:00Z')
const site = 'https://alice.github.io/binstore/'
const branchPage = `https://github.com/${sampleRepository}/blob/main/`

type Prepare = NonNullable<OpenOptions['prepare']>

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(pictures, name))
if (unknown !== undefined || !hasChromium) {
  const names = Object.keys(pictures).join(', ')
  console.error(hasChromium ? `${unknown} is no picture: ${names}` : 'Chromium is not there')
  process.exit(2)
}

let published: Promise<SampleCache> | undefined
const browser = await startBrowser()
try {
  const publishedSite: Prepare = async (page) => {
    const cache = await (published ??= publishCache())
    for (const from of [site, branchPage]) {
      await page.route(`${from}**`, (route) => answer(route, cache, from))
    }
  }
  const views: Record<PictureName, () => Promise<void>> = {
    page: () => take(browser, 'page', site, publishedSite),
    artifact: () => take(browser, 'artifact', `${site}#/artifact/hello`, publishedSite),
    readme: async () => {
      const cache = await (published ??= publishCache())
      const readme = await cache.github.readFile(sampleRepository, 'main', 'README.md')
      const html = readmePage(sampleRepository, asPublic(cache, `${readme?.toString()}`))
      await takeHtml(browser, 'readme', html, publishedSite)
    },
    'pull-request': async () => takeHtml(browser, 'pull-request', await proposedVersion())
  }
  for (const name of Object.keys(pictures) as PictureName[]) {
    if (wanted.length === 0 || wanted.includes(name)) await views[name]()
  }
} finally {
  await browser.close()
  await (await published)?.close()
}

/** Release after release, as a repository's jobs would have done. */
async function publishCache(): Promise<SampleCache> {
  const cache = await startSampleCache({ salt, key: fixedKey('binstore-1') })
  const storePaths = new Set<string>()
  for (const { day, release, packages } of days) {
    const run = await cache.publish(release, {
      packages,
      at: new Date(`${day}T09:30:00Z`),
      inputs: packages.includes('hello') ? samplePin : {}
    })
    for (const path of JSON.parse(run.outputs['published'] ?? '[]') as string[])
      storePaths.add(path)
  }
  // So that the next time all is built again, and has a log.
  await output('nix-store', ['--delete', ...storePaths])
  return cache
}

/** What Pages serves, with the addresses that it had on GitHub. */
async function answer(route: Route, cache: SampleCache, from: string): Promise<void> {
  const path = new URL(route.request().url()).pathname.slice(new URL(from).pathname.length)
  const served = await fetch(cache.url + path)
  const headers = { 'content-type': served.headers.get('content-type') ?? '' }
  const body = asPublic(cache, await served.text())
  await route.fulfill({ status: served.status, headers, body })
}

function asPublic({ url, github }: SampleCache, text: string): string {
  return text
    .replaceAll(url.replace(/\/$/, ''), site.replace(/\/$/, ''))
    .replaceAll(github.serverUrl, 'https://github.com')
}

/** The page of a pull request that a run of version-sync opened. */
async function proposedVersion(): Promise<string> {
  const repository = 'alice/infer'
  const bot = 'github-actions[bot]'
  const runs = await startSyncRuns({ repositories: [{ name: repository }] }, undefined, salt)
  try {
    const [filled] = await fillCases(runs.set, [caseTo('flake-attribute', '0.76.1')])
    if (filled === undefined) throw new Error('the case is gone')
    const lock = await lockFile(runs.set, filled.before)
    await runs.place(repository, new Map([...filled.before, ['flake.lock', lock]]))
    const inputs = {
      package: '.#infer',
      version: 'v0.76.1',
      systems: sampleSystems.toSorted().toReversed().join(' '),
      'smoke-test': 'infer version',
      token: 'job-token'
    }
    const run = await runs.run(repository, inputs, {
      env: {
        NIX_CONFIG: runs.set.everySystem['NIX_CONFIG'],
        GITHUB_SERVER_URL: 'https://github.com'
      }
    })
    const [made] = runs.github.pullRequests(repository)
    if (made === undefined) throw new Error(run.log)
    const { number, title, body, base, head } = made
    return pullRequestPage(repository, {
      number,
      title,
      body: body ?? '',
      base,
      head: head.branch,
      author: bot
    })
  } finally {
    await runs.close()
  }
}

async function takeHtml(
  browser: TestBrowser,
  name: PictureName,
  html: string,
  more: Prepare = () => Promise.resolve()
): Promise<void> {
  const url = `${branchPage}README.md`
  await take(browser, name, url, async (page) => {
    await more(page)
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  })
}

async function take(
  browser: TestBrowser,
  name: PictureName,
  url: string,
  prepare: Prepare
): Promise<void> {
  for (const colorScheme of schemes) {
    const size = pictures[name]
    const deviceScaleFactor = pixels / size.width
    const options = { size, colorScheme, prepare, time: today, deviceScaleFactor }
    const opened = await browser.open(url, options)
    await opened.page.waitForLoadState('networkidle')
    const file = join(import.meta.dirname, '..', pictureFile(name, colorScheme))
    mkdirSync(join(file, '..'), { recursive: true })
    await opened.page.screenshot({ animations: 'disabled', path: file })
    // 256 colours are enough for text, and a third of the bytes.
    await output('pngquant', ['--force', '--strip', '--speed=1', '--output', file, '--', file])
    console.log(`${pictureFile(name, colorScheme)} ${Math.ceil(statSync(file).size / 1000)} kB`)
    await opened.close()
  }
}

/** As `nix-store --generate-binary-cache-key` makes one, of a seed that anybody may know. */
function fixedKey(name: string): SigningKey {
  const seed = createHash('sha256').update('a picture').digest()
  // PKCS #8 of an Ed25519 key, up to the seed.
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    secret: `${name}:${Buffer.concat([seed, publicKey]).toString('base64')}`,
    public: `${name}:${publicKey.toString('base64')}`
  }
}
