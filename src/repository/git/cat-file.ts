import { PassThrough, type Readable } from 'node:stream'
import type { ChildProcess } from 'node:child_process'
import { ByteReader } from '../../binary-cache/byte-reader.ts'
import { NarPublishError } from '../../errors.ts'
import { stdoutLimit } from '../../process/start.ts'
import { longest, nameLines, startGit, type Git, type StartedGit } from './run.ts'

/** An object as git announces it, before its bytes. */
interface ObjectHead {
  /** Git's name of it, in hexadecimal. */
  object: string
  type: string
  /** bytes */
  size: number
}

/** What becomes of one blob's bytes: all of them are to be taken before it ends. `index`: among those that were asked for. */
export type TakeBlob = (index: number, size: number, bytes: AsyncIterable<Buffer>) => Promise<void>

type Take = (index: number, head: ObjectHead, bytes: AsyncIterable<Buffer>) => Promise<void>

/** So long (milliseconds) git waits for another question: it finds what was fetched or written meanwhile, too. */
const patience = 2000

/**
 * The objects of a repository, from one process of git for all questions that come soon after each other. It keeps nobody waiting: the
 * program that it belongs to may end while git is idle. What git does not have, or what is not of the kind asked for, is left out.
 */
export class ObjectReader {
  readonly #git: Git
  readonly #largest: number
  #running: Running | null = null
  #queue: Promise<unknown> = Promise.resolve()

  /** `largest`: bytes of an object that is read whole. */
  constructor(git: Git, largest = stdoutLimit) {
    this.#git = git
    this.#largest = largest
  }

  /** Gives each blob to `take` in turn, as it comes. Throws what `take` throws, and GIT_FAILED. */
  takeBlobs(blobs: readonly string[], take: TakeBlob): Promise<void> {
    return this.#ask(blobs, async (index, { type, size }, bytes) => {
      if (type === 'blob') await take(index, size, bytes)
    })
  }

  /** The contents of objects of a kind, by the names that they were asked for by. Throws GIT_FAILED, about one that is too large as well. */
  async read(
    kind: 'blob' | 'tree' | 'commit',
    names: readonly string[]
  ): Promise<Map<string, { object: string; content: Buffer }>> {
    const found = new Map<string, { object: string; content: Buffer }>()
    await this.#ask(names, async (index, { type, object, size }, bytes) => {
      if (type !== kind) return
      if (size > this.#largest) throw tooLarge(`${kind} ${object}`, size)
      const content = Buffer.concat(await Array.fromAsync(bytes))
      found.set(names[index] ?? '', { object, content })
    })
    return found
  }

  #ask(names: readonly string[], take: Take): Promise<void> {
    if (names.length === 0) return Promise.resolve()
    const asked = this.#queue.then(() => this.#askNow(names, take))
    this.#queue = asked.catch(() => undefined)
    return asked
  }

  async #askNow(names: readonly string[], take: Take): Promise<void> {
    const lines = nameLines(this.#git, names)
    const running = (this.#running ??= new Running(this.#git))
    running.resume()
    try {
      await running.ask(lines, names.length, take)
      running.pause(() => (this.#running = null))
    } catch (error) {
      this.#running = null
      throw await running.failure(error)
    }
  }
}

/** One process. */
class Running {
  readonly #started: StartedGit
  readonly #questions = new PassThrough()
  readonly #answers: ByteReader
  #timer: NodeJS.Timeout | undefined

  constructor(git: Git) {
    this.#started = startGit(git, ['cat-file', '--batch'], this.#questions)
    this.#answers = new ByteReader(this.#started.stdout)
  }

  async ask(lines: string, count: number, take: Take): Promise<void> {
    this.#questions.write(lines)
    for (let index = 0; index < count; index++) {
      // `<object> <type> <size>`, and the content with a newline; or `<name> missing`.
      const line = await this.#answers.line()
      const [, object, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(line) ?? []
      if (object === undefined || type === undefined) continue
      const left = { bytes: Number(size) }
      const bytes = counted(this.#answers.pieces(left.bytes), left)
      await take(index, { object, type, size: left.bytes }, bytes)
      await this.#answers.skip(left.bytes + 1)
    }
  }

  /** For a question, to which the answer is waited for. */
  resume(): void {
    clearTimeout(this.#timer)
    this.#hold(true)
    this.#timer = setTimeout(() => this.#started.child.kill(), longest.offline)
  }

  /** Until the next one, or for good: `end` is told that. */
  pause(end: () => void): void {
    clearTimeout(this.#timer)
    this.#hold(false)
    this.#timer = setTimeout(() => {
      end()
      this.#questions.end()
    }, patience).unref()
  }

  /** Ends it, as what it says belongs to no question any more; why it broke off, in git's own words where that is all that is known. */
  failure(error: unknown): unknown {
    clearTimeout(this.#timer)
    if (!(error instanceof SyntaxError)) this.#started.child.kill()
    this.#started.stdout.destroy()
    this.#questions.end()
    return error instanceof SyntaxError ? this.#started.failure() : error
  }

  /** Whether this process goes on as long as that one does. */
  #hold(isHeld: boolean): void {
    const { child, stdout } = this.#started
    const handles: (Handle | Readable | null)[] = [child, child.stdin as Handle | null, stdout]
    for (const handle of [...handles, child.stderr]) {
      if (isHeld) (handle as Handle | null)?.ref?.()
      else (handle as Handle | null)?.unref?.()
    }
  }
}

/** A host may send few bytes for it. */
function tooLarge(subject: string, size: number): NarPublishError {
  const reason = `its ${size} bytes are more than are read`
  return new NarPublishError({ code: 'GIT_FAILED', subject, reason })
}

type Handle = Partial<Pick<ChildProcess, 'ref' | 'unref'>>

async function* counted(
  pieces: AsyncIterable<Buffer>,
  left: { bytes: number }
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    left.bytes -= piece.length
    yield piece
  }
}
