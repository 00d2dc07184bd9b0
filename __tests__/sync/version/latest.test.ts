import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readEnvironment, type Environment } from '../../../src/environment.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { latestVersion, type LatestQuestion } from '../../../src/sync/version/latest.ts'
import { cleanEnvironment, git, Hosts } from '../../repository/git/fixture.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'

let github: GitHubServer
let registry: Server
let registryUrl: string
let hosts: Hosts
let environment: Environment

const repositories = [
  'alice/plain',
  'alice/monorepo',
  'alice/tags',
  'alice/untagged',
  'alice/previews'
]

beforeAll(async () => {
  github = await startGitHub({
    repositories: [
      ...repositories.map((name) => ({ name })),
      { name: 'alice/secret', private: true }
    ],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  hosts = new Hosts()
  environment = {
    ...readEnvironment({ GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }),
    childEnvironment: cleanEnvironment()
  }
  const release = (name: string, tag: string, isPrerelease = false): void => {
    github.makeRelease(name, { tag, isPrerelease })
  }
  release('alice/plain', 'v1.9.0')
  release('alice/plain', 'v1.10.0')
  github.makeRelease('alice/plain', { tag: 'v9.0.0', isDraft: true })
  release('alice/plain', 'v2.0.0-rc.1', true)
  release('alice/secret', 'v1.0.0')
  release('alice/previews', 'nightly')
  for (const tag of ['cli-v3.0.0', 'cli-v3.2.0', 'cli-v3.1.0', 'web-v8.0.0']) {
    release('alice/monorepo', tag)
  }
  const tags = ['v0.9.0', 'v0.10.0', 'v0.11.0-beta.1', 'infer-1.0.0', 'stable']
  await tagGitHub('alice/tags', tags)
  registry = createServer((request, response) => {
    const answers: Record<string, string> = {
      '/left-pad/latest': JSON.stringify({ name: 'left-pad', version: '1.3.0' }),
      '/@scope/name/latest': JSON.stringify({ version: '4.0.1' }),
      '/broken/latest': '{"version":',
      '/hostile/latest': JSON.stringify({ version: '1.0; rm -rf ~' })
    }
    const answer = answers[request.url ?? '']
    response.writeHead(answer === undefined ? 404 : 200).end(answer)
  })
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  registryUrl = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
})

afterAll(async () => {
  await github.close()
  registry.closeAllConnections()
  registry.close()
  hosts.remove()
})

async function tagGitHub(name: string, tags: readonly string[]): Promise<void> {
  const sha = await github.head(name, 'main')
  for (const tag of tags) {
    const answer = await fetch(`${github.apiUrl}/repos/${name}/git/refs`, {
      method: 'POST',
      headers: { authorization: 'token writer', 'content-type': 'application/json' },
      body: JSON.stringify({ ref: `refs/tags/${tag}`, sha })
    })
    if (answer.status !== 201) throw new Error(await answer.text())
  }
}

async function latest(
  question: Partial<LatestQuestion>
): Promise<{ version: string; tag: string; url: string | null } | ErrorCode> {
  try {
    return await latestVersion({
      sourceUrls: [],
      homepage: null,
      tagPrefix: '',
      allowPreRelease: false,
      environment,
      token: '',
      scratch: mkdtempSync(join(hosts.root, 'scratch-')),
      log: silentLog,
      ...question
    })
  } catch (error) {
    return (error as { code: ErrorCode }).code
  }
}

const archive = (name: string): string => `${github.serverUrl}/${name}/archive/v1.tar.gz`

describe('on GitHub', () => {
  test('is what GitHub calls the latest release: neither a draft nor a pre-release', async () => {
    expect(await latest({ sourceUrls: [archive('alice/plain')] })).toEqual({
      version: '1.10.0',
      tag: 'v1.10.0',
      url: `${github.serverUrl}/alice/plain/releases/tag/v1.10.0`
    })
  })

  test('counts pre-releases for who has one, and drafts for nobody', async () => {
    const question = { sourceUrls: [archive('alice/plain')], allowPreRelease: true }
    expect(await latest({ ...question, token: 'writer' })).toMatchObject({
      version: '2.0.0-rc.1'
    })
  })

  test('with a prefix is the highest of that prefix', async () => {
    const question = { sourceUrls: [archive('alice/monorepo')], tagPrefix: 'cli-' }
    expect(await latest(question)).toMatchObject({ version: '3.2.0', tag: 'cli-v3.2.0' })
  })

  test('without releases is the highest tag that is a version', async () => {
    const sourceUrls = [archive('alice/tags')]
    expect(await latest({ sourceUrls })).toEqual({ version: '0.10.0', tag: 'v0.10.0', url: null })
    expect(await latest({ sourceUrls, tagPrefix: 'infer-' })).toMatchObject({ version: '1.0.0' })
    expect(await latest({ sourceUrls, allowPreRelease: true })).toMatchObject({
      version: '0.11.0-beta.1'
    })
  })

  test('is nothing where no release and no tag is a version', async () => {
    expect(await latest({ sourceUrls: [archive('alice/previews')] })).toBe('LATEST_UNKNOWN')
    expect(await latest({ sourceUrls: [archive('alice/untagged')] })).toBe('LATEST_UNKNOWN')
  })

  test('is asked with the token where there is one', async () => {
    const sourceUrls = [archive('alice/secret')]
    expect(await latest({ sourceUrls })).toBe('REPOSITORY_NOT_FOUND')
    expect(await latest({ sourceUrls, token: 'writer' })).toMatchObject({ version: '1.0.0' })
    expect(await latest({ sourceUrls, token: 'expired' })).toBe('TOKEN_REJECTED')
  })
})

describe('of any other Git repository', () => {
  test('is the highest tag, without pre-releases and what is no version', async () => {
    const path = await hosts.bare()
    await hosts.commit(path, { a: 'a' })
    const tags = ['v1.2', 'v1.10', 'v1.11-rc1', 'v1.9', 'latest', 'evil;id', '$(id)']
    for (const tag of tags) await git(path, 'tag', '--', tag, 'main')
    await git(path, 'tag', '--annotate', '--message=x', 'v1.10.1', 'main')
    expect(await latest({ sourceUrls: [`file://${path}`] })).toEqual({
      version: '1.10.1',
      tag: 'v1.10.1',
      url: null
    })
  })

  test('is not guessed when the repository is not there', async () => {
    const sourceUrls = [`file://${hosts.root}/missing.git`]
    expect(await latest({ sourceUrls })).toBe('REPOSITORY_NOT_FOUND')
  })
})

describe('in a registry', () => {
  test.each([
    ['left-pad/-/left-pad-1.0.0.tgz', '1.3.0'],
    ['@scope/name/-/name-1.0.0.tgz', '4.0.1']
  ])('of %s is what it calls the latest', async (path, version) => {
    expect(await latest({ sourceUrls: [`${registryUrl}/${path}`] })).toEqual({
      version,
      tag: version,
      url: null
    })
  })

  test.each(['missing', 'broken', 'hostile'])('is unknown when the answer is %s', async (name) => {
    expect(await latest({ sourceUrls: [`${registryUrl}/${name}/-/${name}-1.tgz`] })).toBe(
      'LATEST_UNKNOWN'
    )
  })
})

describe('where to ask', () => {
  test('is the first source that tells, and the homepage after all of them', async () => {
    const sourceUrls = ['mirror://gnu/x.tar.gz', 'https://example.org/x-1.0.tar.gz']
    const homepage = `${github.serverUrl}/alice/tags`
    expect(await latest({ sourceUrls, homepage })).toMatchObject({ version: '0.10.0' })
    expect(
      await latest({ sourceUrls: [...sourceUrls, archive('alice/plain')], homepage })
    ).toMatchObject({ version: '1.10.0' })
  })

  test('is unknown without showing the password of an address', async () => {
    const sourceUrls = ['https://user:hunter2@example.org/x.tar.gz']
    const question = { sourceUrls, homepage: null, tagPrefix: '', allowPreRelease: false }
    const place = { environment, token: '', scratch: hosts.root, log: silentLog }
    const error = await latestVersion({ ...question, ...place }).catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('LATEST_UNKNOWN https://example.org/x.tar.gz')
    expect(String(error)).not.toContain('hunter2')
  })

  test('is unknown without an address that tells', async () => {
    expect(await latest({})).toBe('LATEST_UNKNOWN')
    expect(await latest({ sourceUrls: ['https://example.org/x.tar.gz'], homepage: 'x' })).toBe(
      'LATEST_UNKNOWN'
    )
  })
})
