import { spawn, type ChildProcess } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../errors.ts'
import type { Log } from '../log.ts'
import { ownEnvironment } from '../passed-on.ts'
import { printCommand, type Command } from './print-command.ts'
import { lastLines, Tail } from './tail.ts'

/** Where a program runs. */
export interface Place {
  /** An existing folder. */
  cwd: string
  /** The whole environment; the program is looked for in its PATH. */
  env: Readonly<Record<string, string>>
  log: Log
  /** Ends what runs there; none is started afterwards. */
  stop?: Stop
}

/** Ends programs, and lets who waits for them wait for that. */
export interface Stop {
  when: AbortSignal
  /** Of what does not hear SIGTERM: SIGKILL. */
  by: NodeJS.Signals
}

/** Without `cwd`: that of this process. Without `env`: of its own what any program may know. `log` is shown the command. */
export interface StartOptions extends Partial<Omit<Place, 'env'>> {
  env?: Place['env'] | undefined
  /** What it reads, when it has room for it. Default: nothing. */
  input?: Iterable<string | Buffer> | AsyncIterable<Buffer>
  /** Open files that take its output instead of `Started.stdout` and `ProgramExit.stderr`. */
  files?: { stdout?: number; stderr?: number }
  /** Sees stderr as it comes. */
  onStderr?: (chunk: Buffer) => void
  /** Ends it; `exit` rejects at once. */
  signal?: AbortSignal | undefined
  /** Milliseconds after which it is ended, with its group if it has one. */
  timeLimit?: number
  /** Whether it and all that it starts are a group of their own, which `endGroup` ends. Default: see `groupPrograms`. */
  isGroup?: boolean
  /** Whether it goes on when this process ends. */
  isLasting?: boolean
  /** Whether it is a process of Node's that sends messages. */
  isMessenger?: boolean
}

/** How a program ended. */
export interface ProgramExit {
  /** Exit status; null when a signal ended it, as a time limit does. */
  status: number | null
  signal: NodeJS.Signals | null
  isTooLate: boolean
  /** The last 64 KiB or so, without colours. */
  stderr: string
}

export interface Started {
  child: ChildProcess
  /** The program waits while nobody reads. Empty where a file takes it. */
  stdout: Readable
  /** Settles when all of `input` is handed over; rejects with what that threw, or EPIPE when the program reads no more. */
  fed: Promise<void>
  /** Settles when it has ended and its output was read. Rejects when it does not start (see `isMissing`), or was aborted. */
  exit: Promise<ProgramExit>
}

let areGroups = false

/**
 * From now on each program is a group of its own: a signal for this process alone, as GitHub's runner sends it, is passed on to all that
 * the program has started. Not on a terminal, which does so itself, and where ssh may ask for a passphrase.
 */
export function groupPrograms(): void {
  areGroups = true
}

/** What is to end with this process. */
const running = new Map<ChildProcess, { isGroup: boolean }>()

function noteRunning(child: ChildProcess, isGroup: boolean): void {
  if (running.size === 0) process.once('exit', killRunning)
  running.set(child, { isGroup })
  const forget = (): void => {
    running.delete(child)
    if (running.size === 0) process.off('exit', killRunning)
  }
  child.once('error', forget)
  child.once('close', forget)
}

/** Nix ends its builders at SIGTERM; at SIGKILL it could not. */
function killRunning(): void {
  signalRunning('SIGTERM')
}

function signalRunning(signal: NodeJS.Signals): void {
  for (const [child, { isGroup }] of running) {
    if (isGroup) signalGroup(child, signal)
    else child.kill(signal)
  }
}

/** What an interrupted program gets to clean up: the runner kills this process 10 s after its first signal. */
const grace = 3000

/** Passes a signal on to all that this process waits for, and resolves when it has ended: what does not is killed. */
export async function endPrograms(signal: NodeJS.Signals): Promise<void> {
  signalRunning(signal)
  const until = Date.now() + grace
  while (running.size > 0 && Date.now() < until) await sleep(20)
  signalRunning('SIGKILL')
}

/** Bytes of stdout that are gathered. Path info of a closure of 10,000 paths, or the catalogue of a large store, is some 10 MB. */
export const stdoutLimit = 256 * 1024 * 1024
const stderrTail = 64 * 1024

/**
 * The one start of programs: a list of arguments, no shell. `fed` and `exit` need not be looked at.
 *
 * @actions/exec carries the questions of ask.ts alone. It cannot stop a child, nor its group; gathers output without bound, and gives no
 * backpressure; does not tell which signal ended it; a child that leaves its input unread ends this process (EPIPE, which nobody
 * hears), and a call with a NUL in an argument never returns.
 */
export function startProgram(
  { program, args }: Command,
  {
    log,
    input,
    files = {},
    onStderr,
    timeLimit,
    isGroup = areGroups,
    isLasting = false,
    isMessenger = false,
    stop,
    ...options
  }: StartOptions
): Started {
  stop?.when.throwIfAborted()
  log?.debug(printCommand({ program, args }))
  const child = spawn(program, args, {
    ...options,
    env: options.env ?? ownEnvironment('program'),
    detached: isGroup,
    stdio: [
      input === undefined ? 'ignore' : 'pipe',
      files.stdout ?? 'pipe',
      files.stderr ?? 'pipe',
      ...(isMessenger ? (['ipc'] as const) : [])
    ]
  })
  if (!isLasting) noteRunning(child, isGroup)
  const stderr = new Tail(stderrTail)
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr.push(chunk)
    onStderr?.(chunk)
  })
  let isTooLate = false
  const end = (): void => {
    isTooLate = true
    if (isGroup) endGroup(child)
    else child.kill()
  }
  const stopIt = (): void => {
    if (stop === undefined) return
    if (isGroup) signalGroup(child, stop.by)
    else child.kill(stop.by)
  }
  stop?.when.addEventListener('abort', stopIt)
  // Not spawn's own: its timer stays when the program does not start.
  const timer = timeLimit === undefined ? undefined : setTimeout(end, timeLimit)
  const exit = new Promise<ProgramExit>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => {
      resolve({ status, signal, isTooLate, stderr: stderr.text })
    })
  }).finally(() => {
    clearTimeout(timer)
    stop?.when.removeEventListener('abort', stopIt)
  })
  const fed = input && child.stdin ? pipeline(input, child.stdin) : Promise.resolve()
  for (const promise of [exit, fed]) promise.catch(() => undefined)
  return { child, stdout: child.stdout ?? Readable.from([]), fed, exit }
}

/** Its exit, with the whole of its stdout. One that prints over `limit` bytes is ended, and `isTooLong`. */
export async function gatherOutput<Exit extends object>(
  { child, stdout, exit }: Pick<Started, 'child' | 'stdout'> & { exit: Promise<Exit> },
  limit = stdoutLimit
): Promise<Exit & { stdout: Buffer; isTooLong: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else child.kill()
  })
  return { ...(await exit), stdout: Buffer.concat(chunks), isTooLong: size > limit }
}

/** Ends a child that is a group, with whatever it started: that may be left when the child itself has ended. */
export function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGKILL')
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Nothing is left of it.
  }
}

/** Whether a start failed because PATH has no such program; so it does when the working folder or its interpreter is missing. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

export function howItEnded({ status, signal }: Pick<ProgramExit, 'status' | 'signal'>): string {
  return status === null ? `was ended by ${signal ?? 'a signal'}` : `exited with ${status}`
}

/** `` `git fetch …` exited with 128: `` and the last 20 lines that it said. */
export function exitWords(
  command: Command,
  exit: Pick<ProgramExit, 'status' | 'signal' | 'stderr'>
): string {
  return `\`${printCommand(command)}\` ${howItEnded(exit)}:\n${lastLines(exit.stderr) || '(it said nothing)'}`
}
