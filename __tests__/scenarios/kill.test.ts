import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { isCatalogueFile } from '../../src/catalogue/whole.ts'
import { catalogueAmong } from '../support/catalogue.ts'
import { git } from '../support/github/git-objects.ts'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { copyFlake, removeFolder } from '../support/nix.ts'
import { readPublishedStore } from '../support/published-store.ts'
import { inventedStorePath, startPublisher } from '../support/publisher-process.ts'
import { queueJob } from '../support/queue-job.ts'
import { runAction } from '../support/runner.ts'
import { seededRandom } from '../support/virtual-time.ts'

const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
/** How many publishers have to die before their end. */
const kills = isLong ? 100 : 6
/** Publishers of one wave, to one branch at once, each killed at a moment of its own. */
const victims = isLong ? 8 : 4
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

    const isEnough = (): boolean =>
      outcomes.killedBefore > 0 && outcomes.killedBefore + outcomes.killedAfter >= kills
    for (let wave = 0; !isEnough(); wave++) {
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

/** A way of the bundle to write, and what there is to be whole after it was killed. */
interface Way {
  /** How often it is killed. */
  kills: number
  /** Makes a place of its own, in the state that the action finds. */
  place: (name: string) => Promise<Place>
}
interface Place {
  /** Runs the action to its end, or until it is killed by who is told its process. */
  act: (
    onStart?: (pid: number) => void
  ) => Promise<{ exitCode: number | null; signal: string | null }>
  /** Throws at what is not whole; answers with the names of what is published, null when nothing is there yet. */
  look: () => Promise<string[] | null>
  close?: () => Promise<void>
}

/** The action with these inputs, in a checkout of its own that it has to leave as it is. */
function action(name: string, inputs: Record<string, string>): Place['act'] {
  const workspace = join(folder, `project-${name}`)
  mkdirSync(workspace)
  copyFlake(workspace)
  const filesOf = (): string[] => readdirSync(workspace, { recursive: true }).map(String).sort()
  const before = filesOf()
  return async (onStart) => {
    const ended = await runAction({
      ...{ github, workspace, parent: folder },
      inputs: { 'target-repository': repository, token: 'writer', verify: 'none', ...inputs },
      ...(onStart === undefined ? {} : { onStart })
    })
    expect(filesOf()).toEqual(before)
    return ended
  }
}

async function lookAt(branch: string): Promise<string[] | null> {
  if ((await github.head(repository, branch)) === null) return null
  return lookAtGit(await rebuildGitRepository(github, repository, branch, folder), branch)
}

const artifact = { 'flake-attribute': '.#dependent' }

const ways: Record<string, Way> = {
  'publishes by GitHub’s API': {
    kills: isLong ? 40 : 1,
    place: (name) =>
      Promise.resolve({
        act: action(name, { ...artifact, 'target-branch': name }),
        look: () => lookAt(name)
      })
  },
  'publishes by a push': {
    kills: isLong ? 25 : 1,
    place: async (name) => {
      const store = join(folder, `${name}.git`)
      await git(folder, ['init', '--quiet', '--bare', '--initial-branch=main', store])
      return {
        act: action(name, { ...artifact, 'target-repository': store, token: '' }),
        look: () => lookAtGit(store)
      }
    }
  },
  prunes: {
    kills: isLong ? 20 : 1,
    place: async (name) => {
      const generations = ['1.0', '2.0'].map((version) => inventedStorePath(`tool-${version}`))
      const publisher = await startPublisher({
        ...{ github, repository, directory: folder, branch: name },
        storePath: generations.join('\n')
      })
      publisher.start()
      await publisher.result
      const squash = random() < 0.5 ? 'true' : 'false'
      const inputs = { mode: 'prune', 'keep-generations': '1', 'squash-history': squash }
      return {
        act: action(name, { ...inputs, 'target-branch': name, verify: '' }),
        look: () => lookAt(name)
      }
    }
  },
  'publishes what a job built': {
    kills: isLong ? 15 : 1,
    place: async (name) => {
      const job = queueJob({
        github,
        inputs: {
          ...{ 'target-repository': repository, 'target-branch': name, token: 'writer' },
          verify: 'none'
        }
      })
      await job.main()
      await job.buildWith(`whole-${name}`, `part-${name}`, 'echo $part > $out')
      return {
        act: async (onStart) => {
          // Either of the two that are at work when a job ends.
          const isBackground = random() < 0.5
          // Who lost the background process alone has done its work.
          if (!existsSync(job.queueFolder())) return { exitCode: 0, signal: null }
          const { exitCode } = await job.post(undefined, (pid) => {
            onStart?.(isBackground ? (job.background() ?? pid) : pid)
          })
          return { exitCode, signal: null }
        },
        look: async () =>
          (await lookAt(name))?.map((artifact) => artifact.replace(name, '')) ?? null,
        close: () => job.close()
      }
    }
  }
}

/** In a bare repository: what git finds, and a narinfo for each NAR and the other way about. Answers with the artifacts' names. */
async function lookAtGit(store: string, branch = 'main'): Promise<string[] | null> {
  expect(await git(store, ['fsck', '--strict', '--full', '--no-dangling'])).toBe('')
  const heads = await git(store, ['for-each-ref', '--format=%(refname)'])
  if (heads.trim() === '') return null
  const show = (path: string): Promise<string> => git(store, ['show', `${branch}:${path}`])
  const files = (await git(store, ['ls-tree', '-r', '--name-only', branch])).trim().split('\n')
  const texts = await Promise.all(files.filter((file) => file.endsWith('.narinfo')).map(show))
  const urls = texts.map((text) => parseNarInfo(text, 'a narinfo').url)
  expect(files.filter((file) => file.startsWith('nar/')).sort()).toEqual([...new Set(urls)].sort())
  const own = files.filter(isCatalogueFile)
  const contents = await Promise.all(own.map(async (file) => [file, await show(file)] as const))
  const { rows } = catalogueAmong(new Map(contents))
  // A test's flake has a salt of its own, and so a hash in its names.
  return rows.map(({ storePath }) => storePath.slice(44).replace(/-[0-9a-f]{12}$/, '')).sort()
}

test.each(Object.entries(ways))(
  'so does the action itself, which %s',
  async (what, { kills, place }) => {
    const prefix = what.replace(/\W+/g, '-')
    const undisturbed = await place(`${prefix}-undisturbed`)
    const begin = performance.now()
    expect(await undisturbed.act()).toMatchObject({ exitCode: 0 })
    let duration = performance.now() - begin
    const whole = await undisturbed.look()
    expect(whole?.length).toBeGreaterThan(0)
    await undisturbed.close?.()

    const outcomes = { killed: 0, tooLate: 0, landed: 0 }
    for (let attempt = 0; outcomes.killed < kills; attempt++) {
      // Each end in time shortens the next wait.
      expect(attempt).toBeLessThan(kills * 4 + 20)
      const { act, look, close } = await place(`${prefix}-${attempt}`)
      // Before that, Node is still reading the bundle; after it, there is its end and the post step.
      const moment = (0.1 + 0.7 * random()) * duration
      const started = performance.now()
      const signals: boolean[] = []
      const timers: NodeJS.Timeout[] = []
      await act((pid) => {
        timers.push(setTimeout(() => signals.push(endProcess(pid)), moment))
      })
      timers.forEach(clearTimeout)
      const isKilled = signals.includes(true)
      outcomes[isKilled ? 'killed' : 'tooLate']++
      // The machine was busier when it was measured.
      if (!isKilled) duration = Math.min(duration, performance.now() - started)
      const left = await look()
      if (JSON.stringify(left) === JSON.stringify(whole)) outcomes.landed++
      const next = await act()
      expect({ ...next, attempt, seed, moment }).toMatchObject({ exitCode: 0 })
      expect(await look()).toEqual(whole)
      await close?.()
    }
    console.log(
      `bundle, which ${what}: seed ${seed}, ${duration.toFixed(0)} ms undisturbed, ${JSON.stringify(outcomes)}`
    )
  }
)

/** Whether there was one. */
function endProcess(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
