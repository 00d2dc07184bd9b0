import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { checkRequests, createClient, headOf, writer } from './client.ts'

const store = 'alice/store'
const api = '/repos/alice/store'
const source = { branch: 'nix-cache', path: '/' }
let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub({
    repositories: [
      { name: store },
      { name: 'alice/alice.github.io', pages: {} },
      { name: 'alice/secret', private: true }
    ],
    tokens: {
      writer,
      admin: { login: 'alice', access: 'write', administers: true },
      'without-pages': { login: 'alice', access: 'write', lacks: ['pages'] }
    }
  })
  await github.commitFiles(store, 'nix-cache', { 'nix-cache-info': 'StoreDir: /nix/store\n' }, 'a')
})
afterEach(() => {
  checkRequests(github)
  return github.close()
})

const get = (path: string, init?: RequestInit) =>
  fetch(github.pagesUrl(store) + path, { redirect: 'manual', ...init })
const text = async (path: string) => (await get(path)).text()

describe('the settings', () => {
  test('an administrator switches Pages on, with the request that gh api sends', async () => {
    const admin = createClient(github, 'admin')
    expect((await admin.call('GET', api)).json?.['has_pages']).toBe(false)
    expect((await admin.call('GET', `${api}/pages`)).status).toBe(404)
    expect((await get('nix-cache-info')).status).toBe(404)

    const page = {
      url: `${github.apiUrl}${api}/pages`,
      status: 'built',
      cname: null,
      custom_404: false,
      html_url: `${github.serverUrl}/pages/alice/store/`,
      build_type: 'legacy',
      source,
      public: true,
      https_enforced: false
    }
    const made = await admin.call('POST', `${api}/pages`, { source })
    expect([made.status, made.json]).toEqual([201, page])
    const seen = await createClient(github).call('GET', `${api}/pages`)
    expect([seen.status, seen.json]).toEqual([200, page])
    expect((await admin.call('GET', api)).json?.['has_pages']).toBe(true)
    expect(await text('nix-cache-info')).toBe('StoreDir: /nix/store\n')

    expect((await admin.call('POST', `${api}/pages`, { source })).status).toBe(409)
    expect((await admin.call('DELETE', `${api}/pages`)).status).toBe(204)
    expect((await get('nix-cache-info')).status).toBe(404)
  })

  test('who does not administer the repository cannot, and a job’s token may see nothing', async () => {
    const client = createClient(github)
    expect(await client.call('POST', `${api}/pages`, { source })).toMatchObject({
      status: 403,
      message: 'Resource not accessible by integration'
    })
    await github.configurePages(store, source as { branch: string; path: '/' })
    expect((await createClient(github, null).call('GET', `${api}/pages`)).status).toBe(404)
    github.change({ pagesHidden: true })
    for (const what of ['pages', 'pages/builds/latest']) {
      const hidden = await client.call('GET', `${api}/${what}`)
      expect([hidden.status, hidden.message]).toEqual([
        403,
        'Resource not accessible by integration'
      ])
      expect(hidden.headers.get('x-accepted-github-permissions')).toBe('pages=read')
    }
    // Anybody still learns that there is a site.
    expect((await client.call('GET', api)).json?.['has_pages']).toBe(true)
    expect((await createClient(github, 'admin').call('GET', `${api}/pages`)).status).toBe(200)
  })

  test('a branch that is not there and a private repository have no site', async () => {
    const admin = createClient(github, 'admin')
    const missing = { source: { branch: 'nope', path: '/' } }
    expect(await admin.call('POST', `${api}/pages`, missing)).toMatchObject({
      status: 422,
      message: 'The nope branch must exist before GitHub Pages can be built.'
    })
    const main = { source: { branch: 'main', path: '/' } }
    const secret = await admin.call('POST', '/repos/alice/secret/pages', main)
    expect([secret.status, secret.message]).toEqual([
      422,
      'Your current plan does not support GitHub Pages for this repository.'
    ])
  })
})

describe('a branch that is served', () => {
  beforeEach(() => github.configurePages(store, { branch: 'nix-cache' }))

  test('its files come with an ETag and ten minutes in caches, whatever token comes along', async () => {
    const answer = await get('nix-cache-info', { headers: { authorization: 'Bearer nobody' } })
    const etag = String(answer.headers.get('etag'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('max-age=600')
    expect(answer.headers.get('content-length')).toBe('21')
    const again = await get('nix-cache-info', { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])

    await github.commitFiles(store, 'nix-cache', { 'nix-cache-info': 'changed' }, 'b')
    const changed = await get('nix-cache-info', { headers: { 'if-none-match': etag } })
    expect([changed.status, await changed.text()]).toEqual([200, 'changed'])
    const head = await get('nix-cache-info', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      '7',
      ''
    ])
    expect((await get('nix-cache-info', { method: 'POST' })).status).toBe(405)
  })

  test('what is not there is GitHub’s page of 9 KB, or the branch’s own', async () => {
    const github404 = await get('nope.narinfo')
    expect([github404.status, github404.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8'
    ])
    expect(await github404.text()).toHaveLength(9_379)
    await github.commitFiles(store, 'nix-cache', { '404.html': 'small' }, 'page')
    const own = await get('nope.narinfo')
    expect([own.status, await own.text()]).toEqual([404, 'small'])
    const page = await createClient(github).call('GET', `${api}/pages`)
    expect(page.json?.['custom_404']).toBe(true)
  })

  test('without .nojekyll, what begins with a line or a dot is left out', async () => {
    const files = { 'nar/_a/x': 'x', _b: 'b', '.c': 'c', 'nar/d_': 'd' }
    await github.commitFiles(store, 'nix-cache', files, 'files')
    const all = async () => {
      const found: number[] = []
      for (const path of Object.keys(files)) found.push((await get(path)).status)
      return found
    }
    expect(await all()).toEqual([404, 404, 404, 200])
    await github.commitFiles(store, 'nix-cache', { '.nojekyll': '' }, 'no Jekyll')
    expect(await all()).toEqual([200, 200, 200, 200])
  })

  test('a folder is its index, and a page is found without its ending', async () => {
    const files = { 'index.html': 'root', 'log/index.html': 'logs', 'about.html': 'about' }
    await github.commitFiles(store, 'nix-cache', files, 'pages')
    expect([await text(''), await text('log/'), await text('about')]).toEqual([
      'root',
      'logs',
      'about'
    ])
    const folder = await get('log')
    expect([folder.status, folder.headers.get('location')]).toEqual([
      301,
      '/pages/alice/store/log/'
    ])
    const root = await fetch(github.pagesUrl(store).slice(0, -1))
    expect([root.url, await root.text()]).toEqual([github.pagesUrl(store), 'root'])
  })

  test('names with spaces and plus signs are served', async () => {
    await github.commitFiles(store, 'nix-cache', { 'nar/a b+c.nar': 'nar' }, 'names')
    expect(await text('nar/a%20b+c.nar')).toBe('nar')
  })

  test('the folder /docs can be served alone', async () => {
    await github.commitFiles(store, 'nix-cache', { 'docs/f': 'f', '404.html': 'root' }, 'docs')
    await github.configurePages(store, { path: '/docs' })
    expect([await text('f'), (await get('nix-cache-info')).status]).toEqual(['f', 404])
    expect(await text('nope')).toHaveLength(9_379)
  })

  test('a custom domain serves it, and GitHub’s address leads there', async () => {
    const change = { cname: 'localhost' }
    const put = await createClient(github, 'admin').call('PUT', `${api}/pages`, change)
    expect(put.status).toBe(204)
    const page = await createClient(github).call('GET', `${api}/pages`)
    const own = `http://localhost:${new URL(github.serverUrl).port}/`
    expect([page.json?.['cname'], page.json?.['html_url']]).toEqual(['localhost', own])
    expect(await text('nix-cache-info')).toBe('StoreDir: /nix/store\n')
    const old = await fetch(`${github.serverUrl}/pages/alice/store/nix-cache-info`, {
      redirect: 'manual'
    })
    expect([old.status, old.headers.get('location')]).toEqual([301, `${own}nix-cache-info`])
  })

  test('a repository called OWNER.github.io has the owner’s whole address', async () => {
    expect(github.pagesUrl('alice/alice.github.io')).toBe(`${github.serverUrl}/pages/alice/`)
    const answer = await fetch(`${github.serverUrl}/pages/alice/README.md`)
    expect(await answer.text()).toBe('# alice.github.io\n')
  })

  test('it costs no quota and has no limit', async () => {
    github.change({
      rawClosedTo: 'everybody',
      primaryLimit: { remaining: 0, resetSeconds: 60 }
    })
    for (let time = 0; time < 100; time++) {
      expect((await get('nix-cache-info')).status).toBe(200)
    }
    expect(github.counts()).toMatchObject({ api: 0, raw: 0, pages: 100 })
  })
})

describe('builds', () => {
  const put = (content: string) => github.commitFiles(store, 'nix-cache', { f: content }, content)
  const latest = async () =>
    (await createClient(github).call('GET', `${api}/pages/builds/latest`)).json
  const status = async () =>
    (await createClient(github).call('GET', `${api}/pages`)).json?.['status']

  /** What is served as `f`, from now until that is so. */
  async function served(last: string): Promise<string[]> {
    const seen: string[] = []
    for (;;) {
      const answer = await get('f')
      const now = answer.status === 200 ? await answer.text() : String(answer.status)
      if (seen.at(-1) !== now) seen.push(now)
      if (now === last) return seen
      await sleep(20)
    }
  }

  test('a commit is served when its build is done, and says so', async () => {
    await github.configurePages(store, { branch: 'nix-cache' })
    const commit = await put('new')
    github.change({ pagesBuildMs: 3_600_000 })
    expect(await latest()).toMatchObject({ status: 'building', error: { message: null } })
    expect([await status(), (await get('f')).status]).toEqual(['building', 404])
    github.change({ pagesBuildMs: 100 })
    expect(await served('new')).toContain('new')
    expect(await status()).toBe('built')
    expect(await latest()).toMatchObject({ status: 'built', commit, duration: 100 })
  })

  test('of commits that wait for a build, only the newest is built', async () => {
    await put('none')
    await github.configurePages(store, { branch: 'nix-cache' })
    github.change({ pagesBuildMs: 1_000 })
    await served('none')
    await put('first')
    await put('second')
    const third = await put('third')
    expect(await served('third')).toEqual(['none', 'first', 'third'])
    expect(await latest()).toMatchObject({ status: 'built', commit: third })
  })

  test('a site over the limit fails to build, and the one before stays', async () => {
    await github.configurePages(store, { branch: 'nix-cache' })
    await put('small')
    github.change({ largestSite: 1_000 })
    const commit = await github.commitFiles(
      store,
      'nix-cache',
      { 'nar/big': Buffer.alloc(1_001), g: 'g' },
      'big'
    )
    expect(await latest()).toMatchObject({
      status: 'errored',
      commit,
      error: { message: 'Page build failed.' }
    })
    expect(await status()).toBe('errored')
    expect([await text('f'), (await get('g')).status]).toEqual(['small', 404])
    await github.commitFiles(store, 'nix-cache', { 'nar/big': null }, 'smaller')
    expect([await status(), await text('g')]).toEqual(['built', 'g'])
  })

  test('a push through the API starts one as well', async () => {
    await github.configurePages(store, { branch: 'nix-cache' })
    const client = createClient(github)
    const sha = await client.commitOn(store, await headOf(github, store, 'nix-cache'), 'pushed')
    await client.updateRef(store, 'nix-cache', sha)
    expect(await text('pushed')).toBe('pushed')
  })
})
