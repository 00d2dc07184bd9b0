/**
 * Publishers, each a process of its own, and a prune that replaces the history again and again while they publish. Each counts on a library
 * that the cache holds, for the old generation of another artifact, and that the prune takes with that.
 */
import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PruneReport } from '../../src/prune/report/types.ts'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import type { Conditions } from '../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { readPublishedStore } from '../support/published-store.ts'
import { inventedStorePath, startPublisher } from '../support/publisher-process.ts'
import { environmentWith, runPrune } from './support.ts'

const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
const publishers = isLong ? 24 : 5
const squashes = isLong ? 8 : 2
const testTime = isLong ? 600_000 : 180_000
const repository = 'alice/store'
const holders = Array.from({ length: publishers }, (_, index) => `holder${index}`)
const folder = mkdtempSync(join(tmpdir(), 'nar-publish-squashes-'))
afterAll(() => removeFolder(folder))

const githubs: [string, Partial<Conditions>][] = [
  ['that is well', {}],
  ['that loses answers', { seed: 5, latencyMs: 20, badGateway: 0.03, loseReply: 0.05 }]
]

describe.each(isLong ? githubs : githubs.slice(0, 1))('on a GitHub %s', (_, conditions) => {
  test(
    'publishers whose ground is taken away again and again all land, and nothing of theirs is lost',
    async () => {
      const github = await startGitHub({
        repositories: [{ name: repository }],
        tokens: { writer: { login: 'alice', access: 'write' } }
      })
      try {
        const { storePaths, results, reports } = await race(github, conditions)
        const attempts = results.map((result) => result?.attempts ?? 0)
        console.log(
          `${reports.length} squashes; updates of the branch by each publisher: ${attempts.join(' ')}`
        )
        // One that loses the race for long finds the publishers done.
        expect(reports.length).toBeGreaterThan(0)
        expect(attempts.filter((number) => number > 1).length).toBeGreaterThan(0)
        expect(results.every((result) => result?.changed === true)).toBe(true)
        // The one whose update the first prune came before counted on a library that was gone then.
        const rounds = results.map((result) => result?.rounds ?? 0)
        console.log(`rounds of each publisher: ${rounds.join(' ')}`)
        expect(Math.max(...rounds)).toBeGreaterThan(1)
        await expectAllThere(github, storePaths)
      } finally {
        await github.close()
      }
    },
    testTime
  )
})

/** The first updates by publishers each find that the history was replaced just before they came. */
async function race(github: GitHubServer, conditions: Partial<Conditions>) {
  await github.commitFiles(repository, 'main', { 'README.md': '# Store\n' }, 'start')
  const generations = ['1.0', '2.0'].flatMap((version) =>
    holders.map((name) => `${name}-${version}`)
  )
  const first = await startPublisher({
    ...{ github, repository, directory: folder },
    storePath: generations.map(inventedStorePath).join('\n')
  })
  first.start()
  await first.result
  await github.commitFiles(repository, 'main', { 'nar/aa/left-over.nar': 'of nobody\n' }, 'more')
  const storePaths = Array.from({ length: publishers }, (_, index) =>
    inventedStorePath(`tool${index}-1.${index}`)
  )
  const waiting = await Promise.all(
    storePaths.map((storePath, index) =>
      startPublisher({
        ...{ github, repository, directory: folder, storePath },
        libraryOf: `${holders[index] ?? ''}-1.0`
      })
    )
  )
  github.change(conditions)
  const reports: PruneReport[] = []
  let isSquashing = false
  github.beforeRefUpdate(async () => {
    if (isSquashing || reports.length === squashes) return
    isSquashing = true
    try {
      const report = await squash(github)
      if (report.squashed !== null) reports.push(report)
    } finally {
      isSquashing = false
    }
  })
  for (const publisher of waiting) publisher.start()
  const results = await Promise.all(waiting.map(({ result }) => result))
  github.change({ latencyMs: 0, badGateway: 0, loseReply: 0 })
  return { storePaths, results, reports }
}

async function squash(github: GitHubServer): Promise<PruneReport> {
  const environment = environmentWith(
    { 'target-repository': repository, 'squash-history': 'true' },
    { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }
  )
  const { report, error } = await runPrune(environment, folder, Date.now())
  if (error !== null) throw error
  return report
}

async function expectAllThere(github: GitHubServer, storePaths: readonly string[]): Promise<void> {
  const { narInfos, rows, commits } = await readPublishedStore(github, repository, 'main')
  const newer = holders.map((name) => inventedStorePath(`${name}-2.0`))
  expect(rows.map(({ storePath }) => storePath).sort()).toEqual([...storePaths, ...newer].sort())
  // Each has a library; one more they have in common.
  expect(narInfos).toHaveLength(4 * storePaths.length + 1)
  // What was there before the last squash is one commit.
  expect(commits.length).toBeLessThanOrEqual(storePaths.length)
  expect(await github.listFiles(repository, 'main')).not.toContain('nar/aa/left-over.nar')
  await rebuildGitRepository(github, repository, 'main', folder)
}
