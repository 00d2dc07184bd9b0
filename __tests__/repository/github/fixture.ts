import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { silentLog } from '../../../src/log.ts'
import { openGitHubTarget, type GitHubTargetOptions } from '../../../src/repository/github/open.ts'
import type { Pace } from '../../../src/repository/pace.ts'
import type { ComposeChange, LargeFile, Target } from '../../../src/repository/types.ts'
import type { GitHubOptions } from '../../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'

export const store = 'alice/store'

/** A GitHub with one repository `alice/store`, and a writer, a reader and a stranger. */
export function startStore(
  setup: Partial<GitHubOptions['repositories'][number]> = {},
  conditions: NonNullable<GitHubOptions['conditions']> = {}
): Promise<GitHubServer> {
  return startGitHub({
    repositories: [{ name: store, ...setup }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      reader: { login: 'bob', access: 'read' },
      stranger: { login: 'eve', access: 'write', repositories: ['eve/other'] }
    },
    conditions
  })
}

/** Time that passes `speed` times as fast, with chance of its own for each `seed`. */
export function fastPace(speed = 100, seed = 1): Pace {
  let state = seed
  return {
    sleep: (ms, signal) =>
      setTimeout(ms / speed, undefined, signal === undefined ? {} : { signal }),
    now: () => performance.now() * speed + performance.timeOrigin,
    random: () => {
      // mulberry32
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
  }
}

export function openStore(
  github: GitHubServer,
  options: Partial<GitHubTargetOptions> = {}
): Promise<Target> {
  const [owner = '', repo = ''] = store.split('/')
  return openGitHubTarget({
    owner,
    repo,
    branch: null,
    token: 'writer',
    apiUrl: github.apiUrl,
    serverUrl: github.serverUrl,
    substituterUrl: 'raw',
    log: silentLog,
    pace: fastPace(),
    ...options
  })
}

/** A folder for one test file's NARs. */
export class Scratch {
  readonly path = mkdtempSync(join(tmpdir(), 'nar-publish-target-'))

  nar(content: string | Buffer): LargeFile {
    const bytes = Buffer.from(content)
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}-x.nar`
    const diskPath = join(this.path, name)
    writeFileSync(diskPath, bytes)
    return {
      path: `nar/${name.slice(0, 2)}/${name}`,
      diskPath,
      size: bytes.length,
      placement: 'tree'
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** 32 characters as a narinfo's name has them. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

export const indexPath = 'catalogue.json'

/** Publishes as the real thing does: a narinfo for each NAR, an index that is merged, a README that follows from it. */
export function publishing(nars: readonly LargeFile[]): ComposeChange {
  return async (snapshot) => {
    const [index, readme] = await Promise.all([
      snapshot.readFile(indexPath),
      snapshot.readFile('README.md')
    ])
    const old = index === null ? [] : index.toString().split('\n').slice(0, -1)
    const merged = [...new Set([...old, ...nars.map(({ path }) => path)])].sort()
    if (merged.length === old.length) return null
    const text = (readme?.toString() ?? '# store\n').replace(/(?:<!-- begin -->.*)?$/s, '')
    return {
      message: `publish ${nars.length} NARs\n\nbody\n`,
      files: new Map([
        ['README.md', Buffer.from(`${text}<!-- begin -->${merged.length}\n`)],
        [indexPath, Buffer.from(merged.map((path) => `${path}\n`).join(''))],
        ...nars.map(({ path }): [string, Buffer] => [
          `${hashOf(path)}.narinfo`,
          Buffer.from(`URL: ${path}\n`)
        ])
      ]),
      largeFiles: nars
    }
  }
}

/** Opens, looks and publishes, as a run does. */
export async function publish(
  github: GitHubServer,
  nars: readonly LargeFile[],
  options: Partial<GitHubTargetOptions> = {}
) {
  const target = await openStore(github, options)
  const result = await target.commit(nars, await target.snapshot(), publishing(nars))
  return { target, ...result }
}
