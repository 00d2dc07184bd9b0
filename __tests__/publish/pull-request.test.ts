/** What a run for a pull request writes, and what it tells; and of pure text, that nothing in it steers. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PullRequestEvent } from '../../src/pull-request-events.ts'
import { silentLog } from '../../src/log.ts'
import { publish } from '../../src/publish/publish.ts'
import { pullRequestBlocks } from '../../src/publish/pull-request/blocks.ts'
import { checkRunsOf } from '../../src/publish/pull-request/check-runs.ts'
import { closureChange } from '../../src/publish/pull-request/closure-change.ts'
import { commentBody, commentMarker } from '../../src/publish/pull-request/comment.ts'
import { pullRequestPins } from '../../src/publish/pull-request/pins.ts'
import { refuseSecrets } from '../../src/publish/pull-request/refuse-secrets.ts'
import { tryCommands } from '../../src/publish/pull-request/try-it.ts'
import type { AttributeView, PullRequestView } from '../../src/publish/pull-request/view.ts'
import { mayWrite } from '../../src/publish/run.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'
import { environmentOf } from './phases.ts'
import { artifactNamed, pathOf, someSecret } from './support.ts'

const head = 'a'.repeat(40)
const store = 'alice/store'
const project = 'alice/project'

let github: GitHubServer
let folder: string
let storePath: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pull-request-'))
  storePath = addStorePath('hello-1.0', 300)
  github = await startGitHub({
    repositories: [{ name: store }, { name: project }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      silent: { login: 'alice', access: 'write', lacks: ['pull-requests', 'checks'] }
    }
  })
  const branch = { author: 'alice', body: '', base: 'main', head: 'change' }
  const main = (await github.head(project, 'main')) ?? ''
  await github.commitFiles(project, 'change', { x: main }, 'change')
  // The number 1, and eleven others up to 12.
  for (let number = 1; number <= 12; number++) {
    github.openPullRequest(project, { ...branch, title: `change ${number}` })
  }
})
afterAll(async () => {
  await github.close()
  // With the roots that runs have made.
  await removeFolder(folder)
  deleteStorePaths([storePath])
})

/** A run whose event is about #1, unless it says otherwise. */
async function told(inputs: Record<string, string>, event: Partial<PullRequestEvent> | null = {}) {
  const payload = join(mkdtempSync(join(folder, 'event-')), 'event.json')
  const { number = 1, isClosed = false } = event ?? {}
  const repo = { full_name: project }
  const ends = { head: { sha: head, repo }, base: { sha: 'b'.repeat(40), repo } }
  const action = isClosed ? 'closed' : 'synchronize'
  writeFileSync(payload, JSON.stringify({ action, pull_request: { number, ...ends } }))
  const given = {
    token: 'writer',
    'signing-key': someSecret,
    ...(isClosed ? {} : { paths: storePath }),
    ...inputs
  }
  const parts = environmentOf(given, {
    ...{ github, folder },
    env: {
      GITHUB_EVENT_NAME: event === null ? 'pull_request_target' : 'pull_request',
      GITHUB_EVENT_PATH: payload
    }
  })
  const scratch = mkdtempSync(join(folder, 'scratch-'))
  return publish({ ...parts, scratch, log: silentLog, timings: [] })
}

const comments = () => github.pullRequests(project)[0]?.comments ?? []
const files = async () => (await github.listFiles(store, 'main')).sort()

describe('a run for a pull request', () => {
  test('writes nothing to the cache, and has one comment that is written anew only when it says something else', async () => {
    const before = await github.head(store, 'main')
    const { report, error } = await told({})
    expect(error).toBeNull()
    expect(report).toMatchObject({ outcome: 'pull-request', pullRequest: { view: { number: 1 } } })
    expect(await github.head(store, 'main')).toBe(before)
    expect(comments()).toMatchObject([{ body: expect.stringContaining(storePath) }])
    expect(report.pullRequest?.commentUrl).toContain('/comments/')
    github.reset()
    await told({})
    const writes = github.requests.filter(
      ({ method, path }) => method !== 'GET' && path !== '/graphql'
    )
    expect(writes).toEqual([])
    // Of another target's call it is not the comment.
    await told({ 'target-branch': 'other' })
    expect(comments()).toHaveLength(2)
  })

  test('leaves what somebody else wrote under its marker', async () => {
    const [own] = comments()
    if (own === undefined) throw new Error('there is no comment')
    own.author = 'mallory'
    await told({})
    expect(comments().filter(({ author }) => author === 'mallory')).toEqual([own])
    expect(comments()).toHaveLength(3)
  })

  test('goes on without leave to comment and to make check runs, and says what is lacking', async () => {
    const { report, error } = await told({
      ...{ token: 'silent', annotate: 'true' },
      'target-branch': 'silent'
    })
    expect(error).toBeNull()
    expect(report.notes).toEqual([
      expect.stringMatching(/^The pull request has no comment of this run: .*pull-requests: write/),
      expect.stringMatching(/^Not all attributes have a check run: .*checks: write/)
    ])
  })

  test('with annotate makes a check run on the head for each attribute', async () => {
    await told({ annotate: 'true', comment: 'false' })
    expect(github.checkRuns(project)).toMatchObject([{ head_sha: head, conclusion: 'success' }])
  })

  test('is refused where its event hands out secrets', async () => {
    await expect(told({}, null)).rejects.toThrow(/^PULL_REQUEST_SECRETS event pull_request_target/)
  })

  test('is refused where nobody says what its event is about', () => {
    const run = (eventName: string, way: string) =>
      environmentOf(
        { token: 'writer', unsigned: 'true', paths: storePath, 'on-pull-request': way },
        { github, folder, env: { GITHUB_EVENT_NAME: eventName } }
      )
    const refused = (eventName: string, way: string) => () => {
      const { inputs, environment } = run(eventName, way)
      if (inputs.phase !== 'all') throw new Error('it is the whole of it')
      refuseSecrets({ inputs, environment, scratch: folder, log: silentLog, timings: [] })
    }
    expect(refused('workflow_run', 'build')).toThrow(/^PULL_REQUEST_SECRETS event workflow_run/)
    expect(refused('pull_request', 'pin')).toThrow(/^INPUT_INVALID input on-pull-request, "pin"/)
    expect(refused('pull_request', 'build')).not.toThrow()
    expect(refused('pull_request_review', 'pin')).toThrow(/^INPUT_INVALID/)
    expect(refused('workflow_run', 'publish')).not.toThrow()
  })

  test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'a run of %s writes nothing, whether or not its event says what it is about',
    (eventName) => {
      const environment = { eventName, isForkPullRequest: false, pullRequest: null }
      const may = (onPullRequest: 'build' | 'publish'): boolean =>
        mayWrite({ inputs: { dryRun: false, onPullRequest }, environment })
      expect([may('build'), may('publish')]).toEqual([false, true])
    }
  )
})

describe('with on-pull-request: pin', () => {
  const pin = { 'on-pull-request': 'pin', comment: 'false' }
  const pinsThere = async () => (await files()).filter((file) => file.startsWith('pins/'))

  test('what was built lands with a pin, and the index knows nothing of it', async () => {
    for (const number of [1, 12]) {
      const { report, error } = await told({ ...pin, pin: `main=${storePath}` }, { number })
      expect({ error, outcome: report.outcome }).toEqual({ error: null, outcome: 'published' })
      // The second finds it held, where no row of the index tells its size.
      expect(report.pullRequest?.view.attributes).toMatchObject([{ narSize: expect.any(Number) }])
    }
    const names = [1, 12].map((number) => `pins/pr-${number}-x86_64-linux-hello`)
    expect(await pinsThere()).toEqual(names.sort())
    expect((await files()).filter((file) => file.endsWith('.narinfo'))).toHaveLength(1)
    const index = (await files()).filter((file) => /^catalogue|^README/.test(file))
    for (const file of index) {
      const text = (await github.readFile(store, 'main', file))?.toString() ?? ''
      expect({ file, told: /pr-1-|hello/.test(text) }).toEqual({ file, told: false })
    }
  })

  test('its closing takes its own pins away and no other’s, and again there is nothing to do', async () => {
    const closed = await told(pin, { isClosed: true })
    expect(closed).toMatchObject({ error: null, report: { unpinned: ['pr-1-x86_64-linux-hello'] } })
    expect(await pinsThere()).toEqual(['pins/pr-12-x86_64-linux-hello'])
    const again = await told({ ...pin, phase: 'commit' }, { isClosed: true })
    expect(again).toMatchObject({ error: null, report: { outcome: 'nothing-new' } })
  })

  test('one that was closed while it was built has no pins either', async () => {
    const [, second] = github.pullRequests(project)
    if (second === undefined) throw new Error('there is no #2')
    second.state = 'closed'
    const { report } = await told(pin, { number: 2 })
    expect(report.notes.at(-1)).toContain('closed meanwhile')
    expect(await pinsThere()).toEqual(['pins/pr-12-x86_64-linux-hello'])
  })
})

const attribute: AttributeView = {
  ...{ attribute: '.#hello', output: null, system: 'x86_64-linux', state: 'built', code: null },
  ...{ storePath: pathOf('hello-2'), buildSeconds: 125, narSize: 2000, closureSize: 9000 },
  base: {
    ...{ storePath: pathOf('hello-1'), version: '1', isOfBase: true },
    ...{ narSize: 1000, closureSize: 9000 }
  }
}
const view: PullRequestView = {
  number: 1,
  head: { sha: head, url: `https://github.com/${project}/commit/${head}` },
  runUrl: null,
  attributes: [attribute],
  closures: [{ attributes: ['.#hello'], lines: ['curl: 8.1 → 8.2'], came: 2, went: 1 }],
  isCut: true,
  failures: [],
  tryIt: ['nix build x']
}

describe('what is told', () => {
  test('has state, time, sizes with their difference, and what came and went', () => {
    const text = pullRequestBlocks(view).join('\n')
    for (const words of [
      '| built | 2 min 5 s | 2 kB (+1 kB) | 9 kB |',
      'curl: 8.1 → 8.2',
      '2 store paths came, 1 went'
    ])
      expect(text).toContain(words)
  })

  test('is data, whatever names and logs say', () => {
    const hostile = '@alice <img src=x> ```\n| $(x) #1'
    const drvPath = pathOf('x.drv')
    const text = pullRequestBlocks({
      ...view,
      attributes: [{ ...attribute, attribute: hostile, state: 'failed', code: 'BUILD_FAILED' }],
      closures: [{ attributes: [hostile], lines: [`${hostile}: 1 → 2`], came: 1, went: 1 }],
      failures: [
        {
          installable: hostile,
          code: 'BUILD_FAILED',
          reason: '',
          builds: [{ drvPath, lines: hostile }]
        }
      ]
    }).join('\n\n')
    const outside = text.replace(/^(`{3,})[^]*?^\1$/gm, '')
    expect(outside).not.toMatch(/@alice|<img|#1/)
  })

  test('fits into a comment, of however many attributes', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      ...attribute,
      attribute: `.#p${index}`
    }))
    const body = commentBody({ ...view, attributes: many }, commentMarker(['o/r', 'main']))
    expect(Buffer.byteLength(body)).toBeLessThan(65_536)
    expect(body).toContain('… and 2')
    expect(checkRunsOf({ ...view, attributes: many })).toHaveLength(50)
  })

  test('a name whose versions are the same is built anew, and another one is named', () => {
    const before = new Set(['curl-8.1', 'dep-1', 'same-1'].map(pathOf))
    const after = new Set(['curl-8.2', 'new-3', 'same-1'].map(pathOf))
    expect(closureChange(before, after)).toEqual({
      lines: ['curl: 8.1 → 8.2', 'dep: 1 → ∅', 'new: ∅ → 3'],
      ...{ came: 2, went: 2 }
    })
  })

  test('pins are unique and of harmless characters', () => {
    const [one, two] = ['a', 'b'].map((name) => ({ ...artifactNamed(name), name: '$(x)/y' }))
    if (one === undefined || two === undefined) throw new Error('two artifacts')
    expect(pullRequestPins(7, [two, one])).toEqual([
      { name: 'pr-7-x86_64-linux---x--y', storePath: one.storePath },
      { name: 'pr-7-x86_64-linux---x--y-2', storePath: two.storePath }
    ])
  })

  test('what is to be tried is the head, or the path where the cache has it', () => {
    const place = { serverUrl: 'https://github.com', repository: project, head }
    expect(tryCommands([attribute], { ...place, cache: null })).toEqual([
      `nix build 'github:${project}/${head}#hello'`
    ])
    const cache = { substituterUrl: 'https://c.example', publicKeys: ['k:x'] }
    expect(tryCommands([attribute], { ...place, cache })).toEqual([
      `nix build ${pathOf('hello-2')} --extra-substituters https://c.example --extra-trusted-public-keys k:x`
    ])
    expect(tryCommands([{ ...attribute, attribute: '.#$(x)' }], { ...place, cache: null })).toEqual(
      []
    )
  })
})
