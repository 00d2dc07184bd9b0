import { NarPublishError, type ErrorCode } from '../errors.ts'
import { printCommand } from './print-command.ts'
import { endGroup, howItEnded, startProgram, type Place, type ProgramExit } from './start.ts'
import { lastLines, Tail } from './tail.ts'

interface ProgramRun extends Place {
  argv: readonly [string, ...string[]]
  /** Milliseconds after which it is ended, with all that it started. */
  timeLimit: number
}

type ProgramEnd =
  /** `code`: the system's, `ENOENT` when the program is in no folder of PATH or its interpreter is missing. */
  | { kind: 'not-started'; code: string }
  | ({
      kind: 'ended'
      /** Of standard output, else of standard error: the first line that says something, without colours. */
      firstLine: string
      /** The last 20 lines of both. */
      lastLines: string
    } & Omit<ProgramExit, 'stderr'>)

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
    const out = new Head()
    const err = new Head()
    const tail = new Tail(kept)
    const readInto = (head: Head) => (chunk: Buffer) => {
      head.push(chunk)
      tail.push(chunk)
      write(chunk)
    }
    const place = { cwd, env, timeLimit, isGroup: true }
    const { child, stdout, exit } = startProgram(
      { program, args },
      { ...place, onStderr: readInto(err) }
    )
    stdout.on('data', readInto(out))
    const endAll = (): void => {
      endGroup(child)
    }
    child.once('exit', () => {
      endAll()
      setTimeout(() => {
        stdout.destroy()
        child.stderr?.destroy()
      }, grace).unref()
    })
    try {
      const { status, signal, isTooLate } = await exit
      const said = { firstLine: out.firstLine || err.firstLine, lastLines: lastLines(tail.text) }
      return { kind: 'ended', status, signal, isTooLate, ...said }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      return { kind: 'not-started', code: code ?? message }
    }
  })
}

/** A program that ended badly, with its last words. `subject`: what it is about. */
export function programFailure(
  code: ErrorCode,
  subject: string,
  ended: Extract<ProgramEnd, { kind: 'ended' }>,
  timeLimit: number
): NarPublishError {
  const how = ended.isTooLate ? `did not end within ${timeLimit / 1000} s` : howItEnded(ended)
  const reason = `it ${how}; its last lines:\n${ended.lastLines || '(it said nothing)'}\n`
  return new NarPublishError({ code, subject, reason })
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
