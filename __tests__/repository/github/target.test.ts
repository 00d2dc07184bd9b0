import { afterEach, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GitHubServer } from '../../support/github/server.ts'
import { openStore, publish, Scratch, startStore, store } from './fixture.ts'

let github: GitHubServer
afterEach(async () => {
  await github.close()
})

async function expectRefusal(action: Promise<unknown>, code: string): Promise<void> {
  const before = await github.head(store, 'main')
  await expect(action).rejects.toMatchObject({ code })
  expect(await github.head(store, 'main')).toBe(before)
}

describe('openGitHubTarget', () => {
  test('takes the default branch when none is given', async () => {
    github = await startStore({ defaultBranch: 'trunk' })
    const target = await openStore(github)
    expect(target).toMatchObject({
      name: store,
      branch: 'trunk',
      isPrivate: false,
      readerCredentials: null
    })
    expect(target.substituterUrl).toBe(`${github.serverUrl}/${store}/raw/trunk`)
    expect(target.webUrl('nar/a b')).toBe(`${github.serverUrl}/${store}/blob/trunk/nar/a%20b`)
    expect(target.requests).toEqual({ api: 1, raw: 0 })
  })

  test('tells readers the address that was given, and names commits by the repository’s own', async () => {
    github = await startStore()
    const target = await openStore(github, { substituterUrl: { address: 'https://cache.example' } })
    expect(target.substituterUrl).toBe('https://cache.example')
    expect(target.substituterUrlAt('c0ffee')).toBe(`${github.serverUrl}/${store}/raw/c0ffee`)
  })

  test('gives readers of a private repository what a netrc needs', async () => {
    github = await startStore({ private: true })
    expect((await openStore(github)).readerCredentials).toEqual({
      host: '127.0.0.1',
      login: 'x-access-token',
      password: 'writer'
    })
  })

  test.each([
    ['a token that GitHub does not know', {}, { token: 'expired' }, 'TOKEN_REJECTED'],
    ['a repository that is not there', {}, { repo: 'nope' }, 'REPOSITORY_NOT_FOUND'],
    [
      'a private one that the token cannot see',
      { private: true },
      { token: 'stranger' },
      'REPOSITORY_NOT_FOUND'
    ],
    ['an archived one', { archived: true }, {}, 'REPOSITORY_READ_ONLY'],
    ['a branch name that Git refuses', {}, { branch: 'a..b' }, 'BRANCH_INVALID']
  ] as const)('refuses %s', async (_, setup, options, code) => {
    github = await startStore(setup)
    await expectRefusal(openStore(github, options), code)
  })

  test('says what a token lacks, and that a fork’s may only read', async () => {
    github = await startStore()
    const scratch = new Scratch()
    const action = publish(github, [scratch.nar('x')], { token: 'reader', isForkPullRequest: true })
    await expect(action).rejects.toMatchObject({
      code: 'TOKEN_FORBIDDEN',
      subject: store,
      reason: expect.stringMatching(
        /Resource not accessible.*permission contents=write.*pull request from a fork/
      )
    })
    await expectRefusal(action, 'TOKEN_FORBIDDEN')
    scratch.remove()
  })

  test('names the rule that keeps the branch', async () => {
    github = await startStore({ protectedBranches: ['main'] })
    const scratch = new Scratch()
    const action = publish(github, [scratch.nar('x')])
    await expect(action).rejects.toMatchObject({
      reason: expect.stringContaining('through a pull request')
    })
    await expectRefusal(action, 'BRANCH_RULE')
    scratch.remove()
  })

  test('follows a redirect to another host without the token', async () => {
    github = await startStore()
    const seen: (string | undefined)[] = []
    const elsewhere = await listen((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
    const front = await listen((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(301, { location: `${elsewhere.url}${request.url ?? ''}` }).end()
    })
    await expect(
      openStore(github, { apiUrl: front.url, limits: { requestAttempts: 1 } })
    ).rejects.toMatchObject({ code: 'GITHUB_ANSWER_INVALID' })
    expect(seen).toEqual(['token writer', undefined])
    front.server.close()
    elsewhere.server.close()
  })
})

async function listen(
  answer: Parameters<typeof createServer>[1] & object
): Promise<{ server: Server; url: string }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
