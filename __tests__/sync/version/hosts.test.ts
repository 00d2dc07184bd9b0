/** Each kind of place with answers as it gives them, served on loopback; none of the real ones is asked. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { formOf } from '../../../src/sync/version/form.ts'
import type { NarPublishError } from '../../../src/errors.ts'
import { latestVersion } from '../../../src/sync/version/latest.ts'

/** As they came in 2026, cut to what matters; by address. */
const answers: Readonly<Record<string, string>> = {
  'https://pypi.org/pypi/tool/json': JSON.stringify({
    info: { name: 'tool', version: '2.1.0', yanked: false },
    releases: {
      '1.9.0': [{ filename: 'tool-1.9.0.tar.gz', yanked: false }],
      '2.0.0': [{ filename: 'tool-2.0.0.tar.gz', yanked: false }],
      '2.1.0': [
        { filename: 'tool-2.1.0-py3-none-any.whl', yanked: false },
        { filename: 'tool-2.1.0.tar.gz', yanked: true }
      ],
      '2.2.0': [{ filename: 'tool-2.2.0.tar.gz', yanked: true, yanked_reason: 'broken' }],
      '2.3.0': [],
      '3.0.0b1': [{ filename: 'tool-3.0.0b1.tar.gz', yanked: false }]
    }
  }),
  'https://pypi.org/pypi/lean/json': JSON.stringify({ info: { version: '1.4' } }),
  'https://crates.io/api/v1/crates/tool': JSON.stringify({
    crate: { id: 'tool', max_version: '2.0.0-rc.1', max_stable_version: '1.2.0' },
    versions: [
      { num: '2.0.0-rc.1', yanked: false },
      { num: '1.3.0', yanked: true },
      { num: '1.1.9', yanked: false },
      { num: '1.2.0', yanked: false }
    ]
  }),
  'https://rubygems.org/api/v1/versions/tool.json': JSON.stringify([
    { number: '3.0.0.rc1', platform: 'ruby', prerelease: true },
    { number: '2.10.0', platform: 'java', prerelease: false },
    { number: '2.10.0', platform: 'ruby', prerelease: false },
    { number: '2.9.0', platform: 'ruby', prerelease: false }
  ]),
  'https://hackage.haskell.org/package/tool/preferred.json': JSON.stringify({
    'deprecated-version': ['0.4.0.0'],
    'normal-version': ['0.3.2.1', '0.3.10', '0.2']
  }),
  'https://registry.npmjs.org/tool/latest': JSON.stringify({ name: 'tool', version: '1.8.9' }),
  'https://registry.npmjs.org/tool': JSON.stringify({
    'dist-tags': { latest: '1.8.9' },
    versions: { '1.8.9': {}, '2.3.0': {}, '2.3.1': {}, '3.0.0-beta.2': {} }
  }),
  'https://ftp.gnu.org/gnu/hello/': `<!DOCTYPE HTML>
<title>Index of /gnu/hello</title>
<tr><td><a href="/gnu/">Parent Directory</a></td></tr>
<tr><td valign="top"><a href="hello-2.9.tar.gz">hello-2.9.tar.gz</a></td></tr>
<tr><td><a href="hello-2.12.1.tar.gz">hello-2.12.1.tar.gz</a></td></tr>
<tr><td><a href="hello-2.12.1.tar.gz.sig">hello-2.12.1.tar.gz.sig</a></td></tr>
<tr><td><a href="hello-doc-3.0.tar.gz">hello-doc-3.0.tar.gz</a></td></tr>
<tr><td><a href="hello-2.12.2.tar.lz">hello-2.12.2.tar.lz</a></td></tr>
<tr><td><a href="../../other/hello-9.tar.gz">elsewhere</a></td></tr>`,
  'https://ftp.gnu.org/gnu/gcc/': `<a href="gcc-14.2.0/">gcc-14.2.0/</a> <a href='gcc-15.1.0/'>gcc-15.1.0/</a>`,
  'https://download.savannah.gnu.org/releases/attr/':
    '<a HREF=attr-2.5.2.tar.gz>attr</a><a href="./attr-2.6.0.tar.xz">attr-2.6.0.tar.xz</a>',
  'https://pypi.org/pypi/broken/json': '<html>Bad gateway',
  'https://crates.io/api/v1/crates/hostile': JSON.stringify({
    versions: [{ num: '9.0"; builtins.abort "' }, { num: '../../9' }]
  })
}

let server: Server
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[decodeURIComponent((request.url ?? '').slice(1))]
    response.writeHead(answer === undefined ? 404 : 200).end(answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function latest(address: string, present: string): Promise<{ version: string }> {
  const { port } = server.address() as AddressInfo
  return latestVersion({
    sourceUrls: [address],
    homepage: null,
    tagPrefix: '',
    versionRegex: null,
    // Of the source's tags, which a registry does not know.
    present: { version: present, form: formOf(present, [`tool_${present.replaceAll('.', '_')}`]) },
    allowPreRelease: false,
    environment: readEnvironment({}),
    token: '',
    scratch: tmpdir(),
    log: silentLog,
    read: async (url) => {
      asked.push(url)
      const answer = await fetch(`http://127.0.0.1:${port}/${encodeURIComponent(url)}`)
      if (!answer.ok) throw new Error(`the answer is ${answer.status}`)
      return answer.text()
    }
  })
}

describe('the newest', () => {
  test.each([
    ['PyPI', 'mirror://pypi/t/tool/tool-1.9.0.tar.gz', '1.9.0', '2.1.0'],
    ['PyPI, of which only the newest is told', 'https://pypi.org/project/lean', '1.0', '1.4'],
    ['crates.io', 'https://crates.io/api/v1/crates/tool/1.0.0/download', '1.0.0', '1.2.0'],
    ['RubyGems', 'https://rubygems.org/gems/tool-2.9.0.gem', '2.9.0', '2.10.0'],
    ['Hackage', 'mirror://hackage/tool-0.3.2.1.tar.gz', '0.3.2.1', '0.3.10'],
    ['npm', 'https://registry.npmjs.org/tool/-/tool-1.8.8.tgz', '1.8.8', '1.8.9'],
    ['npm, past a back-port', 'https://registry.npmjs.org/tool/-/tool-2.3.0.tgz', '2.3.0', '2.3.1'],
    ['GNU', 'mirror://gnu/hello/hello-2.9.tar.gz', '2.9', '2.12.2'],
    [
      'GNU, with a folder for each',
      'mirror://gnu/gcc/gcc-14.2.0/gcc-14.2.0.tar.xz',
      '14.2.0',
      '15.1.0'
    ],
    ['Savannah', 'mirror://savannah/attr/attr-2.5.2.tar.gz', '2.5.2', '2.6.0'],
    ['a package that keeps its v', 'https://crates.io/crates/tool', 'v1.0.0', 'v1.2.0']
  ])('of %s', async (_what, address, present, version) => {
    expect(await latest(address, present)).toMatchObject({ version })
  })

  test.each([
    ['an answer that is none', 'https://pypi.org/project/broken', 'broken on PyPI'],
    ['nothing there', 'https://rubygems.org/gems/missing', 'missing on RubyGems'],
    ['versions that are none', 'https://crates.io/crates/hostile', 'hostile on crates.io']
  ])('is unknown for %s', async (_what, address, name) => {
    const error: NarPublishError = await latest(address, '1.0').then(
      () => {
        throw new Error('it was not refused')
      },
      (thrown: unknown) => thrown as NarPublishError
    )
    expect(error).toMatchObject({ code: 'LATEST_UNKNOWN', subject: name })
  })

  test('is asked of the real names, by https', () => {
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((url) => !url.startsWith('https://'))).toEqual([])
  })
})
