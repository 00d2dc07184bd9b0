import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { request as httpRequest } from 'node:http'
import { githubLimits, startGitHub, type GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub({ repositories: [{ name: 'alice/store' }], tokens: { writer } })
})
afterEach(() => {
  jest.restoreAllMocks()
  return github.close()
})

/** So that no test depends on how long its requests take. */
function goOn(milliseconds: number): void {
  const now = Date.now() + milliseconds
  jest.spyOn(Date, 'now').mockReturnValue(now)
}

const readme = () => `${github.substituterUrl('alice/store', 'main')}/README.md`
const withToken = { headers: { authorization: 'Bearer writer' } }
async function statuses(times: number, url: string, init?: RequestInit): Promise<number[]> {
  const found: number[] = []
  for (let time = 0; time < times; time++) found.push((await fetch(url, init)).status)
  return found
}

test('gives a stranger 60 raw files, missing ones included, and then 429', async () => {
  github.change({ rawLimit: githubLimits.raw })
  expect(await statuses(10, `${readme()}.missing`)).toEqual(Array(10).fill(404))
  expect(await statuses(52, readme())).toEqual([...Array<number>(50).fill(200), 429, 429])
  const refused = await fetch(readme())
  expect([await refused.text(), refused.headers.get('retry-after')]).toEqual([
    '429: Too Many Requests',
    null
  ])
})

test('counts neither what comes with a token, nor the API, nor what other addresses ask', async () => {
  github.change({ rawLimit: { requests: 1, windowMs: 3_600_000 } })
  expect(await statuses(3, readme(), withToken)).toEqual([200, 200, 200])
  await createClient(github, null).call('GET', '/repos/alice/store')
  expect(await statuses(2, readme())).toEqual([200, 429])
  expect(await statuses(1, readme(), withToken)).toEqual([200])
  const fromAnother = await new Promise<number | undefined>((resolve, reject) => {
    httpRequest(readme(), { localAddress: '127.0.0.2', agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(fromAnother).toBe(200)
})

test('gives as many again once the window is over', async () => {
  github.change({ rawLimit: { requests: 2, windowMs: 3_600_000 } })
  expect(await statuses(3, readme())).toEqual([200, 200, 429])
  goOn(3_600_000)
  expect(await statuses(3, readme())).toEqual([200, 200, 429])
})

test('is closed to strangers, or to everybody, from the start', async () => {
  github.change({ rawClosedTo: 'strangers' })
  expect([...(await statuses(1, readme())), ...(await statuses(1, readme(), withToken))]).toEqual([
    429, 200
  ])
  github.change({ rawClosedTo: 'everybody' })
  expect([...(await statuses(1, readme())), ...(await statuses(1, readme(), withToken))]).toEqual([
    429, 429
  ])
  expect((await createClient(github).call('GET', '/repos/alice/store')).status).toBe(200)
})

test('is late with a commit by whomever, and with a branch that moved to an old one', async () => {
  const late = 3_600_000
  const old = await headOf(github, 'alice/store')
  const commit = await github.commitFiles('alice/store', 'main', { f: 'f' }, 'f')
  goOn(late)
  github.change({ missingRawMs: late })
  const raw = (ref: string, path: string) =>
    fetch(`${github.substituterUrl('alice/store', ref)}/${path}`).then(({ status }) => status)
  expect([await raw('main', 'f'), await raw(commit, 'f')]).toEqual([200, 200])

  await createClient(github).updateRef('alice/store', 'main', old, true)
  expect([await raw('main', 'README.md'), await raw('HEAD', 'README.md')]).toEqual([404, 404])
  expect(await raw(old, 'README.md')).toBe(200)
  const next = await github.commitFiles('alice/store', 'other', { g: 'g' }, 'g')
  expect([await raw('other', 'g'), await raw(next, 'g')]).toEqual([404, 404])
  goOn(late)
  expect([await raw('main', 'README.md'), await raw('other', 'g'), await raw(next, 'g')]).toEqual([
    200, 200, 200
  ])
})
