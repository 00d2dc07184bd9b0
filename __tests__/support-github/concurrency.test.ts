import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

const store = 'alice/store'
let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ name: store }], tokens: { writer } })
})
afterAll(() => github.close())

test('of 64 updates at once from one commit, exactly one is taken', async () => {
  const client = createClient(github)
  const head = await headOf(github, store)
  const commits = await Promise.all(
    Array.from({ length: 64 }, (_, n) => client.commitOn(store, head, `racer-${n}`))
  )
  const answers = await Promise.all(commits.map((sha) => client.updateRef(store, 'main', sha)))
  const taken = commits.filter((_, index) => answers[index]?.status === 200)
  expect(taken).toEqual([await github.head(store, 'main')])
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(63)
})

test('64 clients that start over when the ref moved all land', async () => {
  const client = createClient(github)
  let refused = 0
  const publish = async (path: string): Promise<void> => {
    for (;;) {
      const sha = await client.commitOn(store, await headOf(github, store), path)
      if ((await client.updateRef(store, 'main', sha)).status === 200) return
      refused++
    }
  }
  const paths = Array.from({ length: 64 }, (_, n) => `client-${n}`)
  // In four gangs, so that a round of refusals stays short.
  const gangs = [0, 1, 2, 3].map((gang) => paths.filter((_, n) => n % 4 === gang))
  await Promise.all(
    gangs.map(async (gang) => {
      for (const path of gang) await publish(path)
    })
  )
  expect(await github.listFiles(store, 'main')).toEqual(expect.arrayContaining(paths))
  expect(refused).toBeGreaterThan(0)
})

// Without the lock of repository.ts, one of these is lost.
test('a file, a ref and somebody else’s commit at once lose nothing', async () => {
  const client = createClient(github)
  const put = (path: string) =>
    client.call('PUT', `/repos/${store}/contents/${path}`, { message: path, content: 'eA==' })
  const [first, second] = await Promise.all([
    put('by-file-1'),
    put('by-file-2'),
    github.commitFiles(store, 'main', { 'by-hand': 'x' }, 'by hand')
  ])
  expect([first.status, second.status]).toEqual([201, 201])
  expect(await github.listFiles(store, 'main')).toEqual(
    expect.arrayContaining(['by-file-1', 'by-file-2', 'by-hand'])
  )
})
