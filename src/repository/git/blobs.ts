import { NarPublishError } from '../../errors.ts'
import type { Repository } from './repository.ts'
import { expectGit } from './run.ts'

/**
 * The contents of blobs. What is asked for at the same time comes in one connection and from one process; a blob that nobody asks for
 * is never fetched.
 */
export class BlobReader {
  readonly #repository: Repository
  #waiting = new Map<string, PromiseWithResolvers<Buffer>>()

  constructor(repository: Repository) {
    this.#repository = repository
  }

  read(blob: string): Promise<Buffer> {
    const known = this.#waiting.get(blob)
    if (known !== undefined) return known.promise
    if (this.#waiting.size === 0) setImmediate(() => void this.#readWaiting())
    const waiting = Promise.withResolvers<Buffer>()
    this.#waiting.set(blob, waiting)
    return waiting.promise
  }

  async #readWaiting(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = new Map()
    try {
      const contents = await readBlobs(this.#repository, [...batch.keys()])
      for (const [blob, { resolve, reject }] of batch) {
        const content = contents.get(blob)
        if (content === undefined) reject(absent(this.#repository, blob))
        else resolve(content)
      }
    } catch (error) {
      for (const { reject } of batch.values()) reject(error)
    }
  }
}

async function readBlobs(
  repository: Repository,
  blobs: readonly string[]
): Promise<Map<string, Buffer>> {
  await repository.fetchBlobs(blobs)
  const output = await expectGit(repository.git, ['cat-file', '--batch'], {
    stdin: `${blobs.join('\n')}\n`
  })
  return parseBatch(output)
}

/** `<name> <type> <size>\n<content>\n` for each object that was asked for, or `<name> missing\n`. */
function parseBatch(output: Buffer): Map<string, Buffer> {
  const contents = new Map<string, Buffer>()
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(10, at)
    const line = output.toString('latin1', at, lineEnd)
    at = lineEnd + 1
    const header = /^([0-9a-f]+) blob (\d+)$/.exec(line)
    if (header?.[1] === undefined) continue
    const size = Number(header[2])
    contents.set(header[1], Buffer.from(output.subarray(at, at + size)))
    at += size + 1
  }
  return contents
}

function absent(repository: Repository, blob: string): NarPublishError {
  return new NarPublishError({
    code: 'GIT_FAILED',
    subject: repository.git.url,
    reason: `it lists the file ${blob} and does not give it`
  })
}
