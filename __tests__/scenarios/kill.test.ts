import { randomInt } from 'node:crypto'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { copyFlake, removeFolder } from '../support/nix.ts'
import { readPublishedStore } from '../support/published-store.ts'
import { inventedStorePath, startPublisher } from '../support/publisher-process.ts'
import { runAction } from '../support/runner.ts'
import { seededRandom } from '../support/virtual-time.ts'

const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
/** How many publishers have to die before their end. */
const kills = isLong ? 100 : 12
/** Publishers of one wave, to one branch at once, each killed at a moment of its own. */
const victims = isLong ? 8 : 4
const bundleKills = isLong ? 8 : 2
const testTime = isLong ? 600_000 : 180_000
const repository = 'alice/store'

// NAR_PUBLISH_SEED repeats a run; how far each process has come by its moment is up to the machine all the same.
const seed = Number(process.env['NAR_PUBLISH_SEED'] ?? randomInt(2 ** 31))
const random = seededRandom(seed)

let folder: string
let github: GitHubServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-kill-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } },
    conditions: { latencyMs: 20 }
  })
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
})

const prepare = (storePath: string) =>
  startPublisher({ github, repository, directory: folder, storePath })

test(
  `a publisher killed at any of ${kills} moments leaves a whole branch, and the next run completes it`,
  async () => {
    const undisturbed = await prepare(inventedStorePath('undisturbed-1.0'))
    undisturbed.start()
    const duration = (await undisturbed.result)?.milliseconds ?? 0
    const landed = new Set([inventedStorePath('undisturbed-1.0')])
    const outcomes = { killedBefore: 0, killedAfter: 0, finished: 0 }

    for (let wave = 0; outcomes.killedBefore + outcomes.killedAfter < kills; wave++) {
      const storePaths = Array.from({ length: victims }, (_, index) =>
        inventedStorePath(`victim${wave}-${index}.0`)
      )
      const publishers = await Promise.all(storePaths.map(prepare))
      const results = await Promise.all(
        publishers.map(async ({ start, kill, result }) => {
          start()
          // The first attempts collide: some moments must lie in the second ones.
          await Promise.race([sleep(random() * 2 * duration), result])
          kill()
          return result
        })
      )
      const { rows } = await readPublishedStore(github, repository, 'main')
      const found = new Set(rows.map(({ storePath }) => storePath))
      for (const [index, storePath] of storePaths.entries()) {
        if (results[index] !== null) outcomes.finished++
        else if (found.has(storePath)) outcomes.killedAfter++
        else outcomes.killedBefore++
        if (results[index] !== null) expect(found).toContain(storePath)
      }
      for (const storePath of landed) expect(found).toContain(storePath)

      const again = await Promise.all(storePaths.map(prepare))
      for (const { start } of again) start()
      await Promise.all(again.map(({ result }) => result))
      for (const storePath of storePaths) landed.add(storePath)
      const completed = await readPublishedStore(github, repository, 'main')
      expect(new Set(completed.rows.map(({ storePath }) => storePath))).toEqual(landed)
      expect(completed.rows).toHaveLength(landed.size)
    }

    console.log(`kill: seed ${seed}, ${duration} ms undisturbed, ${JSON.stringify(outcomes)}`)
    expect(outcomes.killedBefore).toBeGreaterThan(0)
    // What a dead publisher leaves is objects that nothing refers to: Git forgets them.
    expect(await github.objects.branches(github.repository(repository))).toEqual(['main'])
    await rebuildGitRepository(github, repository, 'main', folder)
  },
  testTime
)

test('a publisher killed while its update takes effect has published', async () => {
  const storePath = inventedStorePath('at-the-last-moment-1.0')
  const victim = await prepare(storePath)
  const unhook = github.beforeRefUpdate(victim.kill)
  victim.start()
  expect(await victim.result).toBeNull()
  unhook()
  const again = await prepare(storePath)
  again.start()
  expect(await again.result).toMatchObject({ changed: false, attempts: 0 })
  const { rows } = await readPublishedStore(github, repository, 'main')
  expect(rows.map((row) => row.storePath)).toContain(storePath)
})

test(
  'so does the action itself',
  async () => {
    const workspace = join(folder, 'project')
    mkdirSync(workspace)
    copyFlake(workspace)
    const act = (branch: string, onStart?: (pid: number) => void) =>
      runAction({
        github,
        workspace,
        parent: folder,
        inputs: {
          'flake-attribute': '.#dependent',
          'target-repository': repository,
          'target-branch': branch,
          token: 'writer',
          verify: 'none'
        },
        ...(onStart === undefined ? {} : { onStart })
      })
    const begin = Date.now()
    expect(await act('undisturbed')).toMatchObject({ exitCode: 0 })
    const last = github.requests.at(-1)
    const duration = (last?.startedAt ?? 0) + (last?.durationMs ?? 0) - begin
    const { narInfos } = await readPublishedStore(github, repository, 'undisturbed')

    for (let kill = 0; kill < bundleKills; kill++) {
      const branch = `killed-${kill}`
      // Before that, Node is still reading the bundle.
      const moment = (0.2 + 0.8 * random()) * duration
      const { signal } = await act(branch, (pid) => {
        setTimeout(() => {
          endProcess(pid)
        }, moment)
      })
      const isThere = (await github.head(repository, branch)) !== null
      if (isThere) await readPublishedStore(github, repository, branch)
      console.log(
        `bundle: seed ${seed}, ${moment.toFixed(0)} ms: ${signal ?? 'ended'}, ${isThere ? 'landed' : 'no branch'}`
      )

      expect(await act(branch)).toMatchObject({ exitCode: 0 })
      const completed = await readPublishedStore(github, repository, branch)
      expect(completed.narInfos).toHaveLength(narInfos.length)
      expect(completed.commits).toHaveLength(1)
    }
  },
  testTime
)

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}
