import { afterEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatCacheInfo } from '../../../src/binary-cache/cache-info.ts'
import { beginMarker, endMarker } from '../../../src/catalogue/readme.ts'
import { readToldAddress } from '../../../src/catalogue/told-address.ts'
import { silentLog, type Log } from '../../../src/log.ts'
import type { GitHubTargetOptions } from '../../../src/repository/github/open.ts'
import { siteFiles } from '../../../src/repository/site-files.ts'
import type { Target } from '../../../src/repository/types.ts'
import type { Conditions, PagesSettings, RepositorySetup } from '../../support/github/options.ts'
import { packArtifact } from '../../support/github/pages-artifact.ts'
import { idToken } from '../../support/github/pages-actions.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { openStore, startStore, store } from './fixture.ts'

let github: GitHubServer
afterEach(() => github.close())

/** What a branch has, as far as this is about it: a cache with what Pages needs, its README telling `told`. */
function cacheFiles(branch: string, told: string[] = []): Record<string, string> {
  return {
    'nix-cache-info': formatCacheInfo(),
    'README.md': ['# store', ...told, ''].join('\n'),
    ...Object.fromEntries(
      [...siteFiles({ name: store, branch })].map(([path, content]) => [path, content.toString()])
    )
  }
}

const toldPages = (): string[] => [
  beginMarker,
  `- Substituter: \`${github.pagesUrl(store).slice(0, -1)}\``,
  '- Served by: GitHub Pages',
  endMarker
]

/** A GitHub whose repository has a cache on its branch `main`. */
async function startCache(
  pages: Partial<PagesSettings> | null,
  conditions: Partial<Conditions> = {},
  setup: Partial<RepositorySetup> = {}
): Promise<void> {
  github = await startStore({ ...(pages === null ? {} : { pages }), ...setup }, conditions)
  await github.commitFiles(store, 'main', cacheFiles('main'), 'cache')
}

const said: string[] = []
const listening: Log = {
  ...silentLog,
  info: (text) => said.push(`info: ${text}`),
  warning: (text) => said.push(`warning: ${text}`)
}

async function open(options: Partial<GitHubTargetOptions> = {}): Promise<Target> {
  said.length = 0
  github.reset()
  return openStore(github, {
    substituterUrl: 'auto',
    told: readToldAddress,
    log: listening,
    ...options
  })
}

const raw = (branch = 'main') => ({
  substituterUrl: github.substituterUrl(store, branch),
  servedBy: 'raw'
})
const pages = () => ({
  substituterUrl: github.pagesUrl(store).slice(0, -1),
  servedBy: 'pages'
})
const asked = (kind: string): string[] =>
  github.requests.filter((request) => request.kind === kind).map(({ path }) => path)

describe('auto', () => {
  test('where Pages is off, is the raw files and costs no request', async () => {
    await startCache(null)
    expect(await open()).toMatchObject(raw())
    expect(github.requests.map(({ path }) => path)).toEqual([`/repos/${store}`])
    expect(said).toEqual([])
  })

  test('is Pages when GitHub says that it built this branch: nobody else is asked', async () => {
    await startCache({})
    expect(await open()).toMatchObject(pages())
    expect(asked('pages')).toEqual([])
    expect(asked('api')).toEqual([`/repos/${store}`, `/repos/${store}/pages`])
    expect(said).toEqual([
      `info: readers are told ${pages().substituterUrl}: GitHub Pages serves branch main`
    ])
  })

  test('is the custom domain, as GitHub tells it', async () => {
    await startCache({ cname: 'localhost' })
    const { port } = new URL(github.serverUrl)
    expect(await open()).toMatchObject({
      substituterUrl: `http://localhost:${port}`,
      servedBy: 'pages'
    })
  })

  test.each([
    ['another branch', { branch: 'docs' }],
    ['a folder of it', { path: '/docs' as const }]
  ])('is the raw files when Pages serves %s', async (_what, settings) => {
    await startCache({})
    await github.commitFiles(store, 'docs', { 'index.html': 'docs' }, 'docs')
    await github.configurePages(store, settings)
    expect(await open()).toMatchObject(raw())
    expect(said.join()).toContain('Readers are told the raw files and not GitHub Pages: it serves')
    await github.commitFiles(store, 'main', cacheFiles('main', toldPages()), 'told')
    expect(await open()).toMatchObject(raw())
    expect(said.join()).toContain('warning: Readers are told the raw files')
  })

  test('is the raw files until the first build is done, and stays Pages while a later one is made', async () => {
    await startCache(null, { pagesBuildMs: 60_000 })
    await github.configurePages(store, {})
    expect(await open()).toMatchObject(raw())
    expect(said.join()).toContain('its first build of branch "main" is not done (building)')
    await github.commitFiles(store, 'main', cacheFiles('main', toldPages()), 'told')
    expect(await open()).toMatchObject(pages())
  })

  test('stays Pages when a build fails, and says that readers get an older state', async () => {
    await startCache({})
    github.change({ largestSite: 10 })
    await github.commitFiles(store, 'main', cacheFiles('main', toldPages()), 'told')
    expect(await open()).toMatchObject(pages())
    expect(said.join()).toContain('warning: The last build of GitHub Pages failed')
  })

  test('of a private repository is the raw files, and nobody is asked', async () => {
    await startCache({}, {}, { private: true })
    expect(await open()).toMatchObject(raw())
    expect(asked('pages')).toEqual([])
    expect(asked('api')).toEqual([`/repos/${store}`])
  })
})

describe('auto, with a token that may not see the settings', () => {
  test('is Pages when its site is made of this branch, which is asked without the token', async () => {
    await startCache({}, { pagesHidden: true })
    expect(await open()).toMatchObject(pages())
    expect(asked('pages')).toHaveLength(2)
    const shown = github.requests.filter(
      ({ kind, headers }) => kind === 'pages' && headers['authorization'] !== undefined
    )
    expect(shown).toEqual([])
  })

  test('is the custom domain that the usual address redirects to', async () => {
    await startCache({ cname: 'localhost' }, { pagesHidden: true })
    const { port } = new URL(github.serverUrl)
    expect(await open()).toMatchObject({
      substituterUrl: `http://localhost:${port}`,
      servedBy: 'pages'
    })
  })

  test('is the raw files when the site is a cache of another branch', async () => {
    await startCache({}, { pagesHidden: true })
    await github.commitFiles(store, 'nix-cache', cacheFiles('nix-cache'), 'cache')
    expect(await open({ branch: 'nix-cache' })).toMatchObject(raw('nix-cache'))
    expect(said.join()).toContain('was not seen to be made of branch "nix-cache" yet')
  })

  test('is Pages no more when its site has become that of another branch', async () => {
    await startCache({}, { pagesHidden: true })
    await github.commitFiles(store, 'main', cacheFiles('main', toldPages()), 'told')
    await github.commitFiles(store, 'nix-cache', cacheFiles('nix-cache'), 'cache')
    await github.configurePages(store, { branch: 'nix-cache' })
    expect(await open()).toMatchObject(raw())
    expect(said.join()).toMatch(
      /^warning: .* but of another one.* Until now they were told Pages\.$/
    )
  })

  test('is the raw files when the site is no cache', async () => {
    await startCache({}, { pagesHidden: true })
    await github.commitFiles(store, 'docs', { 'index.html': 'docs' }, 'docs')
    await github.configurePages(store, { branch: 'docs' })
    expect(await open()).toMatchObject(raw())
    expect(said.join()).toContain('is no binary cache, or not yet')
  })

  test.each<[string, () => void]>([
    ['is broken', () => github.failNext({ path: /^\/pages\// }, { status: 503, message: '' }, 99)],
    ['does not answer', () => github.failNext({ path: /^\/pages\// }, 'reset', 99)],
    ['is busy', () => github.failNext({ path: /^\/pages\// }, { status: 429, message: '' }, 99)]
  ])('stays what it was when the site %s', async (_what, breakSite) => {
    await startCache({}, { pagesHidden: true })
    breakSite()
    expect(await open()).toMatchObject(raw())
    expect(said.join()).toContain('could not be asked')
    await github.commitFiles(store, 'main', cacheFiles('main', toldPages()), 'told')
    expect(await open()).toMatchObject(pages())
    expect(said.join()).toContain('warning: Readers are still told')
  })

  test('goes on when GitHub’s API of Pages is down', async () => {
    await startCache({})
    const down = github.failNext(
      { path: `/repos/${store}/pages` },
      { status: 502, message: 'Bad Gateway' },
      9
    )
    expect(await open()).toMatchObject(pages())
    expect(down.hits).toBe(1)
  })

  test('as a stranger, who has no token, finds it too', async () => {
    await startCache({})
    expect(await open({ token: '', toRead: true })).toMatchObject(pages())
  })
})

describe('auto, when a workflow deploys the site', () => {
  test('is Pages as soon as what was deployed is made of this branch', async () => {
    await startCache({ buildType: 'workflow' })
    expect(await open()).toMatchObject(raw())
    await deploy({ 'index.html': 'docs' })
    expect(await open()).toMatchObject(raw())
    await deploy(cacheFiles('main'))
    expect(await open()).toMatchObject(pages())
    expect(await open({ branch: 'other' })).toMatchObject(raw('other'))
  })
})

/** As a workflow does with what it has made. */
async function deploy(files: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const artifact = github.storeArtifact(store, await packArtifact(folder, true))
  rmSync(folder, { recursive: true })
  const answer = await fetch(`${github.apiUrl}/repos/${store}/pages/deployments`, {
    method: 'POST',
    headers: { authorization: 'Bearer writer', 'content-type': 'application/json' },
    body: JSON.stringify({
      artifact_id: artifact,
      pages_build_version: 'c0ffee',
      oidc_token: idToken(store)
    })
  })
  if (!answer.ok) throw new Error(`deployment: ${answer.status}`)
}

describe('pages', () => {
  test.each([
    ['off', null],
    ['serving another folder', { path: '/docs' as const }]
  ])('is refused where Pages is %s', async (_what, settings) => {
    await startCache(settings)
    await expect(open({ substituterUrl: 'pages' })).rejects.toMatchObject({
      code: 'PAGES_OFF',
      subject: 'alice/store, branch "main"'
    })
  })

  test('is told before the site was seen, with a warning', async () => {
    await startCache({ buildType: 'workflow' })
    expect(await open({ substituterUrl: 'pages' })).toMatchObject(pages())
    expect(said.join()).toContain('warning: Readers are told')
  })
})

describe('raw, and an address', () => {
  test('ask nobody', async () => {
    await startCache({})
    expect(await open({ substituterUrl: 'raw' })).toMatchObject(raw())
    const given = { address: 'https://mirror.example' }
    expect(await open({ substituterUrl: given })).toMatchObject({
      substituterUrl: 'https://mirror.example',
      servedBy: 'other'
    })
    expect(asked('api')).toEqual([`/repos/${store}`])
    expect(await open({ substituterUrl: { address: raw().substituterUrl } })).toMatchObject(raw())
  })
})
