import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { NarPublishError, type ErrorCode } from '../errors.ts'
import type { Log } from '../log.ts'
import { printCommand } from './print-command.ts'
import { lastLines, Tail } from './tail.ts'

export interface ProgramRun {
  argv: readonly [string, ...string[]]
  /** An existing folder. */
  cwd: string
  /** The whole environment; the program is looked for in its PATH. */
  env: Readonly<Record<string, string>>
  log: Log
  /** Milliseconds after which it is ended, with all that it started. */
  timeLimit: number
}

export type ProgramEnd =
  /** `code`: the system's, `ENOENT` when the program is in no folder of PATH or its interpreter is missing. */
  | { kind: 'not-started'; code: string }
  | {
      kind: 'ended'
      /** Exit status; null when a signal ended it. */
      status: number | null
      signal: NodeJS.Signals | null
      isTooLate: boolean
      /** Of standard output, else of standard error: the first line that says something, without colours. */
      firstLine: string
      /** The last 20 lines of both. */
      lastLines: string
    }

const kept = 64 * 1024
/** What a program leaves running may keep its output open; it gets so long to say the rest, in milliseconds. */
const grace = 1000

/**
 * Runs a program of the package's or of the machine's: a list, no shell, nothing on standard input, its output fenced into the log.
 * Whatever it has started ends with it.
 */
export async function runProgram({
  argv: [program, ...args],
  cwd,
  env,
  log,
  timeLimit
}: ProgramRun): Promise<ProgramEnd> {
  log.debug(printCommand({ program, args }))
  return log.fenced(async (write) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which is ended as a whole.
      detached: true
    })
    const out = new Head()
    const err = new Head()
    const tail = new Tail(kept)
    const read = (stream: Readable, head: Head): void => {
      stream.on('data', (chunk: Buffer) => {
        head.push(chunk)
        tail.push(chunk)
        write(chunk)
      })
    }
    read(child.stdout, out)
    read(child.stderr, err)
    const endAll = (): void => {
      endGroup(child.pid)
    }
    let isTooLate = false
    const timer = setTimeout(() => {
      isTooLate = true
      endAll()
    }, timeLimit)
    // An interrupted run of ours does not leave it behind.
    process.once('exit', endAll)
    try {
      return await new Promise<ProgramEnd>((resolve) => {
        child.once('error', (error) => {
          resolve({
            kind: 'not-started',
            code: 'code' in error ? String(error.code) : error.message
          })
        })
        child.once('exit', (status, signal) => {
          const done = (): void => {
            resolve({
              kind: 'ended',
              status,
              signal,
              isTooLate,
              firstLine: out.firstLine || err.firstLine,
              lastLines: lastLines(tail.text)
            })
          }
          child.once('close', done)
          setTimeout(done, grace).unref()
          endAll()
        })
      })
    } finally {
      clearTimeout(timer)
      process.off('exit', endAll)
      child.stdout.destroy()
      child.stderr.destroy()
    }
  })
}

/** A program that ended badly, with its last words. `subject`: what it is about. */
export function programFailure(
  code: ErrorCode,
  subject: string,
  { status, signal, isTooLate, lastLines }: Extract<ProgramEnd, { kind: 'ended' }>,
  timeLimit: number
): NarPublishError {
  const how = isTooLate
    ? `did not end within ${timeLimit / 1000} s`
    : status === null
      ? `was ended by ${signal ?? 'a signal'}`
      : `exited with ${status}`
  const reason = `it ${how}; its last lines:\n${lastLines || '(it said nothing)'}\n`
  return new NarPublishError({ code, subject, reason })
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of it has ended already.
  }
}

/** The beginning of a stream of text, in bounded memory. */
class Head {
  readonly #chunks: Buffer[] = []
  #size = 0

  push(chunk: Buffer): void {
    if (this.#size >= kept) return
    this.#chunks.push(chunk)
    this.#size += chunk.length
  }

  get firstLine(): string {
    const tail = new Tail(2 * kept)
    for (const chunk of this.#chunks) tail.push(chunk)
    const line = tail.text.split('\n').find((text) => text.trim() !== '')
    return (line ?? '').trim()
  }
}
