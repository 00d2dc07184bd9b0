import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { terminalWords } from '../../../src/cli/terminal-words.ts'
import { commands } from '../../../src/commands.ts'
import { readEnvironment, type Environment } from '../../../src/environment.ts'
import type { ErrorCode, NarPublishError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { followedBranch, type SourceInput } from '../../../src/sync/flake-inputs/source-input.ts'
import { newestCommit } from '../../../src/sync/version/commit.ts'
import { formOf, plainForm } from '../../../src/sync/version/form.ts'
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
  'alice/previews',
  'alice/backports',
  'alice/renumbered',
  'alice/stopped',
  'alice/curlish'
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
  // Released last, and so what the forge calls the latest, as nobody unticked it.
  for (const tag of ['v1.8.8', 'v2.3.0', 'v2.3.1', 'v1.8.9']) release('alice/backports', tag)
  for (const tag of ['2019.12.1', 'v1.4.0', 'v1.5.0']) release('alice/renumbered', tag)
  release('alice/stopped', 'v1.0.0')
  await tagGitHub('alice/stopped', ['v1.0.0', 'v2.0.0', 'v2.1.0'])
  await tagGitHub('alice/curlish', ['curl-8_10_1', 'curl-8_11_0', 'curl-8_12_0-rc1', 'tiny-1_2'])
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

function ask(question: Partial<LatestQuestion>): ReturnType<typeof latestVersion> {
  return latestVersion({
    sourceUrls: [],
    homepage: null,
    tagPrefix: '',
    versionRegex: null,
    present: { version: null, form: plainForm },
    allowPreRelease: false,
    environment,
    token: '',
    scratch: mkdtempSync(join(hosts.root, 'scratch-')),
    log: silentLog,
    ...question
  })
}

async function latest(
  question: Partial<LatestQuestion>
): Promise<Awaited<ReturnType<typeof latestVersion>> | ErrorCode> {
  try {
    return await ask(question)
  } catch (error) {
    return (error as { code: ErrorCode }).code
  }
}

function refusal(question: Partial<LatestQuestion>): Promise<NarPublishError> {
  return caught(ask(question))
}

function caught(asked: Promise<unknown>): Promise<NarPublishError> {
  return asked.then(
    () => {
      throw new Error('it was not refused')
    },
    (error: unknown) => error as NarPublishError
  )
}

/** The package at a version, whose source goes by a name. */
function at(version: string, ref: string): Pick<LatestQuestion, 'present'> {
  return { present: { version, form: formOf(version, [ref]) } }
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

  test.each([
    ['1.8.8', '2.3.1'],
    // It is newer than what is called the latest.
    ['2.3.0', '2.3.1']
  ])('is not a back-port that is marked so, at %s', async (present, version) => {
    const question = { sourceUrls: [archive('alice/backports')], ...at(present, `v${present}`) }
    expect(await latest(question)).toMatchObject({
      version,
      url: `${github.serverUrl}/alice/backports/releases/tag/v${version}`
    })
  })

  test('is no number from before a change of numbering', async () => {
    const sourceUrls = [archive('alice/renumbered')]
    expect(await latest({ sourceUrls, ...at('1.4.0', 'v1.4.0') })).toMatchObject({
      version: '1.5.0'
    })
    // Who is at the old ones is told of the highest of both.
    expect(await latest({ sourceUrls, ...at('2019.11', '2019.11') })).toMatchObject({
      version: '2019.12.1'
    })
  })

  test('is among the tags where these went on after the last release', async () => {
    const sourceUrls = [archive('alice/stopped')]
    expect(await latest({ sourceUrls, ...at('2.0.0', 'v2.0.0') })).toMatchObject({
      version: '2.1.0'
    })
  })

  test('is read in the package’s own form, known from its source or from its tag', async () => {
    const sourceUrls = [archive('alice/curlish')]
    const found = { version: '8.11.0', tag: 'curl-8_11_0' }
    expect(await latest({ sourceUrls, ...at('8.10.1', 'curl-8_10_1') })).toMatchObject(found)
    expect(await latest({ sourceUrls, ...at('8.10.1', 'main') })).toMatchObject(found)
    const prefix = { tagPrefix: 'curl-', ...at('8.9.0', 'main') }
    expect(await latest({ sourceUrls, ...prefix })).toMatchObject(found)
  })

  test('is what the expression finds', async () => {
    const question = { sourceUrls: [archive('alice/curlish')], ...at('8.10.1', 'main') }
    const tiny = { ...question, versionRegex: '^tiny-(.+)' }
    expect(await latest(tiny)).toMatchObject({ version: '1.2', tag: 'tiny-1_2' })
    // A pre-release does not become a release by being cut.
    const cut = { ...question, versionRegex: '^curl-([0-9_]+)' }
    expect(await latest(cut)).toMatchObject({ version: '8.11.0' })
  })

  test('is unknown with a tag as an example, and the prefix to give', async () => {
    const question = { sourceUrls: [archive('alice/curlish')] }
    expect(await refusal(question)).toMatchObject({
      code: 'LATEST_UNKNOWN',
      reason: expect.stringContaining('one that it has is "curl-8_10_1"') as unknown,
      hint: 'Set `tag-prefix` to "curl-" if "8_10_1" is meant.'
    })
    expect(await refusal({ ...question, tagPrefix: 'x-' })).toMatchObject({
      reason: expect.stringContaining('behind the prefix "x-"') as unknown
    })
  })

  test('is unknown with what may be followed instead, which on a terminal is no option `--branch`', async () => {
    const command = commands.find(({ name }) => name === 'version-sync') ?? null
    const host = { kind: 'github', owner: 'alice', repo: 'plain', isOwn: true } as const
    const asker = { environment, token: '', scratch: hosts.root, log: silentLog }
    const input = { name: 'tool', node: {}, path: 'flake.lock' } as SourceInput
    const errors = [
      await refusal({ sourceUrls: [archive('alice/untagged')] }),
      await caught(newestCommit(host, 'gone', asker)),
      await caught(Promise.resolve().then(() => followedBranch(input, 'gone')))
    ]
    expect(errors.map((error) => terminalWords(error, command).hint)).toEqual([
      'Give `VERSION`; `branch` follows the newest commit.',
      'Give another one as `branch:NAME`; `branch` is the repository’s default.',
      'Write the branch into its `url`, or give `branch`, without a name.'
    ])
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
    const error = await refusal({ sourceUrls })
    expect(String(error)).toContain('LATEST_UNKNOWN https://example.org/x.tar.gz')
    expect(String(error)).not.toContain('hunter2')
  })

  test('is unknown without an address, and there is no tag for which a prefix could be given', async () => {
    const said = String(await refusal({}))
    expect(said).toContain('LATEST_UNKNOWN the package: it has no source that is fetched')
    expect(said).toContain('`meta.homepage`')
    expect(said).not.toContain('tag-prefix')
  })

  test('is unknown without an address that tells', async () => {
    expect(await latest({ sourceUrls: ['https://example.org/x.tar.gz'], homepage: 'x' })).toBe(
      'LATEST_UNKNOWN'
    )
  })
})
