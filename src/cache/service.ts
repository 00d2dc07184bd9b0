import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { ownProcesses } from '../own-processes.ts'
import { ownEnvironment, passedOn } from '../passed-on.ts'
import { findProgram } from '../process/find-program.ts'
import { endGroup, startProgram, type Started } from '../process/start.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import { containTar } from './contained-tar.ts'
import {
  serviceAnswer,
  type HandedOver,
  type ServiceAnswer,
  type ServiceRequest
} from './service-process.ts'

/** From where the cache service is asked. */
export interface ServicePlace {
  /** The file that this process was started with. */
  entry: string
  environment: Pick<Environment, 'childEnvironment' | 'scratchParent' | 'workspace'>
  log: Log
  /** What the job's own services are reached with; see readServiceEnvironment. */
  service: Readonly<Record<string, string>>
  /** How long one task may take; shorter in tests. */
  limitMs?: number
}

/** What came of a task. `key` null: nothing was restored or saved, and `reason`, where there is one, says why. */
export interface ServiceResult {
  key: string | null
  reason: string | null
}

// 2 GB at 15 MB a second; a service that hangs costs a run no more than this.
const limits = { restore: 3 * 60_000, save: 3 * 60_000 } as const

/**
 * Restores or saves a folder. Never throws: whatever the service does, the run goes on. In a process of its own, which can be ended with
 * all its connections and children when the service hangs, and whose words are read before they are shown.
 */
export async function askService(
  place: ServicePlace,
  request: ServiceRequest
): Promise<ServiceResult> {
  const { environment } = place
  const { childEnvironment: env } = environment
  // @actions/cache needs them.
  const missing = ['tar', 'zstd'].filter((program) => findProgram(program, env) === null)
  if (missing.length > 0) {
    return { key: null, reason: `PATH has no program ${missing.join(' and no ')}` }
  }
  const archives = makeScratch(environment.scratchParent)
  try {
    return await ask(place, request, archives)
  } catch (thrown) {
    return { key: null, reason: thrown instanceof Error ? thrown.message : String(thrown) }
  } finally {
    removeScratch(archives, environment.scratchParent)
  }
}

async function ask(
  { entry, environment, log, service, limitMs }: ServicePlace,
  request: ServiceRequest,
  archives: string
): Promise<ServiceResult> {
  const limit = limitMs ?? limits[request.task]
  const words = new ServiceWords((line) => {
    log.debug(line)
  })
  const started = startProgram(
    { program: process.execPath, args: [entry, ownProcesses.cacheService] },
    {
      cwd: environment.workspace,
      env: {
        ...ownEnvironment('node'),
        ...passedOn(environment.childEnvironment, 'program'),
        ...containTar(join(archives, 'programs'), environment.childEnvironment, {
          workspace: environment.workspace,
          directory: request.directory
        }),
        // Where it puts the archive; names in it are relative to the workspace.
        RUNNER_TEMP: archives,
        GITHUB_WORKSPACE: environment.workspace
      },
      input: [JSON.stringify({ request, service } satisfies HandedOver)],
      timeLimit: limit,
      // So that tar is ended with it.
      isGroup: true,
      isMessenger: true
    }
  )
  const { child } = started
  try {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        words.push(chunk)
      })
    }
    const answer = await answerOf(started)
    if (answer === null) {
      return {
        key: null,
        reason: (await started.exit).isTooLate
          ? `the cache service did not answer within ${Math.ceil(limit / 1000)} s`
          : (words.reason ?? 'the process that asks the cache service ended early')
      }
    }
    if (answer.kind === 'failed') return { key: null, reason: answer.reason }
    return { key: answer.key, reason: answer.key === null ? words.reason : null }
  } finally {
    endGroup(child)
  }
}

/** null: it ended without one. */
async function answerOf({ child, exit }: Started): Promise<ServiceAnswer | null> {
  let answer: ServiceAnswer | null = null
  child.once('message', (message) => {
    answer = serviceAnswer.safeParse(message).data ?? null
    // It may keep connections open; what it printed before is read to its end.
    endGroup(child)
  })
  await exit
  return answer
}

/**
 * Reads what @actions/cache prints, which is meant for the runner: workflow commands, most of them debug. Nothing of it is a command of
 * ours, and addresses are shown without the signatures in them.
 */
export class ServiceWords {
  #rest = ''
  #reason: string | null = null
  readonly #show: (line: string) => void

  constructor(show: (line: string) => void) {
    this.#show = show
  }

  /** Why nothing came of it, as it was said last; null when nothing was. */
  get reason(): string | null {
    return this.#reason
  }

  push(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop()?.slice(-10_000) ?? ''
    for (const line of lines) this.#read(line.trim())
  }

  #read(line: string): void {
    const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? []
    if (command === 'add-mask' || line === '') return
    const words = withoutQueries(command === undefined ? line : unescape(data)).slice(0, 1000)
    const failed =
      command === 'warning' || command === 'error'
        ? words
        : /^Failed to (?:reserve cache: (?:Error: )?|save: )(.*)$/.exec(words)?.[1]
    // The reservation's own words tell more than what follows from it.
    const isGuess = (failed ?? '').includes('another job may be creating this cache')
    if (failed !== undefined && !(isGuess && this.#reason !== null)) this.#reason = failed
    this.#show(words)
  }
}

/** As @actions/core escapes what a command carries; on one line. */
function unescape(data: string): string {
  return data.replace(/%0[AD]/g, ' ').replaceAll('%25', '%')
}

/** A signed address is as good as a password. */
function withoutQueries(text: string): string {
  return text
    .replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1?…')
    .replace(/\bsig=[^\s"'&]*/g, 'sig=…')
}
