import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { GitHubApi } from '../../../src/repository/github/api.ts'
import { releaseTag } from '../../../src/repository/github/release-names.ts'
import { Releases } from '../../../src/repository/github/releases.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import { gitHubVersions } from '../../../src/sync/version/hosts/github.ts'
import { fastPace } from './fixture.ts'

/** As GitHub gives it: with who uploaded it, and addresses of all that one can ask of that. */
const asset = (id: number): object => ({
  ...{ id, name: `${id}.nar.xz`, state: 'uploaded', size: 1, digest: null },
  created_at: '2026-01-01T00:00:00Z',
  browser_download_url: `https://github.example/alice/store/releases/download/x/${id}.nar.xz`,
  uploader: { login: 'alice', urls: 'x'.repeat(1600) }
})
const assets = Array.from({ length: 1000 }, (_, id) => asset(id))
const release = (number: number): object => ({
  ...{ id: number, tag_name: releaseTag(number), draft: false, body: '', assets },
  upload_url: 'https://github.example/upload',
  created_at: '2026-01-01T00:00:00Z'
})

test('a list of twenty full releases, some 40 MB, is read', async () => {
  const page = JSON.stringify(Array.from({ length: 20 }, (_, index) => release(index + 1)))
  expect(page.length).toBeGreaterThan(36_000_000)
  const server = createServer((request, response) => {
    const isLatest = request.url?.endsWith('/latest') === true
    response
      .writeHead(isLatest ? 404 : 200, { 'content-type': 'application/json' })
      .end(isLatest ? '{"message":"Not Found"}' : page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const api = new GitHubApi({
    ...{ owner: 'alice', repo: 'store', token: 'writer', isForkPullRequest: false },
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ limits: defaultLimits, pace: fastPace(), log: silentLog }
  })
  try {
    expect(await new Releases(api).list()).toHaveLength(20)
    const environment = readEnvironment({ GITHUB_API_URL: api.apiUrl })
    const asker = { environment, token: '', log: silentLog, scratch: '', tagPrefix: '' }
    const place = { owner: 'alice', repo: 'store', isOwn: true }
    const lists = gitHubVersions(place, { ...asker, read: () => Promise.resolve('') })
    expect((await lists.next()).value).toMatchObject({ of: 'tags', listed: { length: 20 } })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
