import { afterAll, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { LargeFile } from '../../../src/repository/types.ts'
import { compiledSources } from '../../support/compiled-sources.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { Scratch, startStore, store } from './fixture.ts'

const scratch = new Scratch()
afterAll(() => {
  scratch.remove()
})

/** Requests of a whole run into a repository that has no release yet. */
const wholeRun = 13

/** Runs the publisher and kills it when so many requests have been answered; it may come to its end before. */
async function publishUntil(
  github: GitHubServer,
  files: readonly LargeFile[],
  requests: number
): Promise<'killed' | number | null> {
  const script = join(import.meta.dirname, 'release-publisher.ts')
  const paths = files.flatMap(({ path, diskPath }) => [path, diskPath])
  const args = [script, github.serverUrl, `${files[0]?.size}`, ...paths]
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...compiledSources }
  })
  const before = github.requests.length
  const ended = once(child, 'exit')
  while (child.exitCode === null && child.signalCode === null) {
    if (github.requests.length - before >= requests) child.kill('SIGKILL')
    await setTimeout(1)
  }
  const [code] = (await ended) as [number | null]
  return child.signalCode === 'SIGKILL' ? 'killed' : code
}

async function narInfo(github: GitHubServer): Promise<string | null> {
  const file = await github.readFile(store, 'main', 'x.narinfo')
  return file === null ? null : (/^URL: (.*)\n/.exec(file.toString())?.[1] ?? '')
}

test.each([false, true])(
  'killed after each request, the branch names nothing that is not there, and the next run completes it (immutable releases: %p)',
  async (immutableReleases) => {
    const moments = Array.from({ length: wholeRun }, (_, index) => index + 1)
    let killed = 0
    for (const moment of moments.filter((at) => at % 2 === Number(immutableReleases))) {
      const github = await startStore({}, { immutableReleases, latencyMs: 5 })
      const file: LargeFile = { ...scratch.nar(randomBytes(300_000)), placement: 'release' }
      if ((await publishUntil(github, [file], moment)) === 'killed') killed++
      const url = await narInfo(github)
      if (url !== null) expect((await fetch(url)).status).toBe(200)

      expect(await publishUntil(github, [file], Infinity)).toBe(0)
      const response = await fetch((await narInfo(github)) ?? '')
      expect((await response.arrayBuffer()).byteLength).toBe(file.size)
      // What was uploaded once was not uploaded again.
      const uploads = github.requests.filter(
        ({ kind, status }) => kind === 'upload' && status === 201
      )
      expect(uploads).toHaveLength(1)
      await github.close()
    }
    expect(killed).toBeGreaterThan(3)
  }
)

test.each([false, true])(
  'killed in the midst of many uploads, the next run sends only what is missing (immutable releases: %p)',
  async (immutableReleases) => {
    const github = await startStore({}, { immutableReleases, latencyMs: 20 })
    const files = Array.from({ length: 12 }, (): LargeFile => ({
      ...scratch.nar(randomBytes(1000)),
      placement: 'release'
    }))
    const sent = (): string[] =>
      github.requests
        .filter(({ kind, status }) => kind === 'upload' && status === 201)
        .map(({ query }) => String(query['name']))
    // Eight requests make the release.
    expect(await publishUntil(github, files, 8 + 5)).toBe('killed')
    const before = sent().length
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(files.length)
    expect(await narInfo(github)).toBeNull()

    const requestsBefore = github.requests.filter(({ kind }) => kind === 'upload').length
    expect(await publishUntil(github, files, Infinity)).toBe(0)
    expect(sent().sort()).toEqual(files.map(({ path }) => basename(path)).sort())
    // Nor were the bytes of what is there offered again. One may have been under way when the first run died.
    const requests = github.requests.filter(({ kind }) => kind === 'upload').length
    expect(requests - requestsBefore).toBeLessThanOrEqual(files.length - before)
    await github.close()
  }
)
