import { NarPublishError } from '../../errors.ts'
import type { Repository } from './repository.ts'

/**
 * The contents of blobs. What is asked for at the same time comes in one connection and from one process; a blob that nobody asks for
 * is never fetched.
 */
export class BlobReader {
  readonly #repository: Repository
  #waiting = new Map<string, PromiseWithResolvers<Buffer>>()
  readonly #alongside = new Set<string>()

  constructor(repository: Repository) {
    this.#repository = repository
  }

  /** `alongside`: blobs that will be asked for soon, which come here in the next connection. */
  read(blob: string, alongside: readonly string[] = []): Promise<Buffer> {
    for (const other of alongside) this.#alongside.add(other)
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
      if (this.#repository.lacks(batch.keys())) {
        const wanted = [...batch.keys(), ...this.#alongside]
        this.#alongside.clear()
        await this.#repository.fetchBlobs(wanted)
      }
      const contents = await this.#repository.objects.read('blob', [...batch.keys()])
      for (const [blob, { resolve, reject }] of batch) {
        const content = contents.get(blob)?.content
        if (content === undefined) reject(absent(this.#repository, blob))
        else resolve(content)
      }
    } catch (error) {
      for (const { reject } of batch.values()) reject(error)
    }
  }
}

function absent(repository: Repository, blob: string): NarPublishError {
  return new NarPublishError({
    code: 'GIT_FAILED',
    subject: repository.git.url,
    reason: `it lists the file ${blob} and does not give it`
  })
}
