/** `index.html` as a file of the branch: when it is made, and what it lets a browser do. */
import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe as describeTarget } from '../../src/catalogue/describe.ts'
import { cachePage, isStalePage, pageFiles, tellsOther } from '../../src/page/page.ts'
import { composeChange } from '../../src/publish/compose.ts'
import { missingSiteFiles } from '../../src/repository/site-files.ts'
import { version } from '../../src/version.ts'
import {
  artifactNamed,
  pathOf,
  runWith,
  snapshotOf,
  target,
  packedPath
} from '../publish/support.ts'
import { narInfoOf } from '../../src/publish/compose.ts'

const template = readFileSync(join(import.meta.dirname, '../../dist/page.html'), 'utf8')
const key = `cache-1:${Buffer.alloc(32, 1).toString('base64')}`
const description = describeTarget(target)
const page = cachePage(description, [key])
const pageOfVersion = (version: string, keys = [key]): Buffer =>
  cachePage(description, keys, { template, version })

describe('whose page it is', () => {
  const stale = (found: Buffer): boolean => isStalePage(found, page)

  test('one of ours goes when it says something else, or is older; a newer one that says the same stays', () => {
    expect(stale(page)).toBe(false)
    expect(stale(pageOfVersion('0.0.9'))).toBe(true)
    expect(stale(pageOfVersion('99.0.0'))).toBe(false)
    expect(stale(pageOfVersion('99.0.0', []))).toBe(true)
    expect(tellsOther(pageOfVersion('0.0.9'), page)).toBe(false)
    expect(tellsOther(cachePage({ ...description, servedBy: 'pages' }, [key]), page)).toBe(true)
    // Two versions agree on which is to stay.
    expect(isStalePage(page, pageOfVersion('99.0.0'))).toBe(true)
  })

  test('one that somebody changed or made is not ours', async () => {
    const changed = Buffer.from(page.toString().replace('<title>', '<title>My '))
    for (const theirs of [changed, Buffer.from('<h1>Mine</h1>'), Buffer.alloc(0)]) {
      expect(stale(theirs)).toBe(false)
      const files = new Map([['index.html', theirs]])
      const missing = await missingSiteFiles(
        target,
        snapshotOf(files),
        pageFiles(description, [key], true)
      )
      expect([missing.files.has('index.html'), missing.others]).toEqual([false, ['index.html']])
    }
  })
})

describe('a publish', () => {
  const compose = async (
    files: ReadonlyMap<string, Buffer> | null,
    inputs: Record<string, string> = {},
    names = ['hello-1.0']
  ) => {
    const run = runWith(inputs)
    const contribution = {
      packed: names.map((name) => {
        const packed = packedPath(pathOf(name))
        return { ...packed, narInfo: narInfoOf(run, packed) }
      }),
      ...{ toSign: [], artifacts: names.map(artifactNamed), publishedAt: '2026-11-21T04:05:06Z' }
    }
    return composeChange(run, target, contribution, snapshotOf(files))
  }

  test('makes it once, whatever is published after; leaves another’s, and says so; and none with `site: false`', async () => {
    const first = await compose(null)
    const made = first.change?.files.get('index.html')
    expect(made?.toString()).toContain('<title>o/binstore</title>')
    const branch = new Map([...(first.change?.files ?? [])])
    const second = await compose(branch, {}, ['tool-2.0'])
    expect([...(second.change?.files.keys() ?? [])]).not.toContain('index.html')
    expect(second.pageNotes).toEqual([])
    // Not for itself: what is published is there already.
    const without = new Map([...branch].filter(([path]) => path !== 'index.html'))
    expect((await compose(without)).change).toBeNull()
    expect((await compose(without, {}, ['tool-2.0'])).change?.files.get('index.html')).toEqual(made)

    const theirs = new Map([...branch, ['index.html', Buffer.from('mine')]])
    const third = await compose(theirs, {}, ['tool-2.0'])
    expect(third.change?.files.has('index.html')).toBe(false)
    expect(third.pageNotes).toEqual([expect.stringContaining('is not of nar-publish')])
    const quiet = await compose(theirs, { site: 'false' }, ['tool-2.0'])
    expect([quiet.change?.files.has('index.html'), quiet.pageNotes]).toEqual([false, []])
    expect((await compose(null, { site: 'false' })).change?.files.has('index.html')).toBe(false)
  })
})

describe('the page', () => {
  const text = page.toString()
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? ''

  test('is small, and has in its second line what it says and of which version it is', () => {
    expect(gzipSync(page, { level: 9 }).length).toBeLessThan(60_000)
    expect(text.split('\n', 2)[1]).toMatch(
      new RegExp(`^<!-- nar-publish page ${version} [0-9a-f]{32} [0-9a-f]{32} -->$`)
    )
  })

  test('lets a browser run and show what is in it, and ask its own server alone', () => {
    const hashOf = (element: string): string => {
      const [, body = ''] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(text) ?? []
      return createHash('sha256').update(body).digest('base64')
    }
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hashOf('script')}'`,
      `style-src 'sha256-${hashOf('style')}'`,
      "connect-src 'self'",
      'img-src data:',
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html'
    ])
    expect(text).toContain('<meta name="referrer" content="no-referrer">')
    // Elements of other hosts, and what the policy forbids.
    expect(text).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="?https?:/)
    expect(text.replace(/<script>[^]*<\/script>/, '')).not.toMatch(/ style="| on\w+="/)
    expect(text).not.toMatch(/\bBuffer\b|node:util|process\.env/)
  })

  test('shows names with markup as text, in HTML and in its data', () => {
    const hostile = '</script><script>alert(1)</script><!--"\''
    const of = cachePage(
      {
        ...description,
        repository: `a/${hostile}`,
        branch: hostile,
        substituterUrl: `https://x/${hostile}`,
        login: { host: hostile, name: hostile }
      },
      [`${hostile}:x`]
    ).toString()
    expect(of.match(/<script/g)).toHaveLength(2)
    expect(of.match(/<\/script/g)).toHaveLength(2)
    const [, data = ''] = /id="cache">([^<]*)</.exec(of) ?? []
    expect(JSON.parse(data)).toMatchObject({ repository: `a/${hostile}`, branch: hostile })
    expect(of).not.toContain('alert(1)</p>')
  })

  test('says without a script how each kind of reader uses the cache, and what is newest', () => {
    for (const words of ['nix.conf', 'NixOS', 'Home Manager', 'nix-darwin', 'Flake', 'devenv']) {
      expect(text).toContain(`<h3>${words}</h3>`)
    }
    expect(text).toMatch(/<noscript>[^]*<iframe [^>]*src="catalogue\/newest\.html"[^]*<\/noscript>/)
    const unsigned = cachePage(
      { ...description, substituterUrl: null, servedBy: null },
      []
    ).toString()
    expect(unsigned).toContain('this cache is not signed')
    expect(unsigned).toContain('git clone --depth 1')
    const login = { host: 'raw.githubusercontent.com', name: 'x-access-token' }
    expect(cachePage({ ...description, login }, [key]).toString()).toContain(
      'machine raw.githubusercontent.com login x-access-token password TOKEN'
    )
  })
})
