import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { compiledSources } from './compiled-sources.ts'
import type { PublisherResult } from './publisher-main.ts'

export interface PublisherOptions {
  github: { apiUrl: string; serverUrl: string }
  /** `owner/name` of the target. */
  repository: string
  branch?: string
  /** Text of a secret key; without it nothing is signed. */
  signingKey?: string
  /** Default: the action's own choice. */
  route?: 'api' | 'push'
  /** A folder of its own is made in here. */
  directory: string
  /** The artifact, or several, one a line: `/nix/store/<hash>-<pname>-<version>`. */
  storePath: string
  /** Name of the path whose library the artifact needs; default: its own. */
  libraryOf?: string
}

/** A publisher that waits for its signal. */
export interface Publisher {
  /** Lets it go. */
  start: () => void
  /** What it says at its end; null when it was killed. Rejects when it failed. */
  result: Promise<PublisherResult | null>
  kill: () => void
}

const program = join(import.meta.dirname, 'publisher-main.ts')

const publisherResult: z.ZodType<PublisherResult> = z.object({
  attempts: z.number(),
  rounds: z.number(),
  changed: z.boolean(),
  commit: z.string().nullable(),
  api: z.number(),
  raw: z.number(),
  milliseconds: z.number(),
  memory: z.number()
})

/** A store path that nobody has built. */
export function inventedStorePath(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').replaceAll('e', 'z').slice(0, 32)
  return `/nix/store/${hash}-${name}`
}

/** Starts a process (publisher-main.ts), and resolves when it has packed and waits. */
export async function startPublisher(options: PublisherOptions): Promise<Publisher> {
  mkdirSync(options.directory, { recursive: true })
  const folder = mkdtempSync(join(options.directory, 'publisher-'))
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      ...compiledSources,
      RUNNER_TEMP: folder,
      GITHUB_WORKSPACE: folder,
      GITHUB_API_URL: options.github.apiUrl,
      GITHUB_SERVER_URL: options.github.serverUrl,
      'INPUT_TARGET-REPOSITORY': options.repository,
      'INPUT_TARGET-BRANCH': options.branch ?? 'main',
      INPUT_TOKEN: 'writer',
      INPUT_COMPRESSION: 'none',
      INPUT_ROUTE: options.route ?? '',
      INPUT_PATHS: options.storePath,
      'INPUT_SIGNING-KEY': options.signingKey ?? '',
      LIBRARY_OF: options.libraryOf
    }
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  child.stdin.on('error', () => undefined) // it was killed before it read
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const result = once(child, 'close').then(([status, signal]): PublisherResult | null => {
    if (signal === 'SIGKILL') return null
    if (status !== 0) throw new Error(`${options.storePath}: ${errors}`)
    return publisherResult.parse(JSON.parse(lines.at(-1) ?? 'null'))
  })
  await Promise.race([once(reader, 'line'), result])
  return {
    start: () => child.stdin.end('go\n'),
    result,
    kill: () => child.kill('SIGKILL')
  }
}
