import pLimit from 'p-limit'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { refuseForApi } from '../file-size.ts'
import type { LargeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { blobHasher } from './git-objects.ts'
import { readChunks, readWhole } from './read-chunks.ts'

/** Bytes that become a blob; `read` may be called again for another try. */
interface BlobSource {
  path: string
  /** bytes */
  size: number
  /** A stream where they are many. */
  read: () => AsyncIterable<Buffer> | Buffer
}

/** A multiple of 3, so that every chunk but the last is base64 without padding. */
const chunkSize = 3 * 64 * 1024

/**
 * Four hide the time that GitHub takes to store one while the next is on the line. More would meet its secondary limits sooner
 * (80 content-creating requests a minute, 100 at once for a user or App, whatever else runs under the same token).
 */
const uploadsAtOnce = 4

const blobReply = z.object({ sha: z.string() })

/**
 * Uploads the files and answers repository path → blob. Memory does not grow with them. The first failure ends the others.
 * Throws NAR_TOO_LARGE before anything is sent.
 */
export async function uploadFiles(
  api: GitHubApi,
  files: readonly LargeFile[]
): Promise<Map<string, string>> {
  for (const file of files) refuseForApi(file, api.limits)
  const unique = [...new Map(files.map((file) => [file.path, file])).values()]
  const total = unique.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const limit = pLimit(uploadsAtOnce)
  const stop = new AbortController()
  const uploads = unique.map((file) =>
    limit(async (): Promise<[string, string]> => {
      stop.signal.throwIfAborted()
      const read = (): AsyncIterable<Buffer> | Buffer =>
        file.size <= chunkSize ? readWhole(file) : readChunks(file, chunkSize)
      const source = { ...file, read }
      const sha = await uploadBlob(api, source, stop.signal, (bytes) => {
        done += bytes
        api.log.progress('Upload', done, total)
      })
      return [file.path, sha]
    })
  )
  try {
    return new Map(await Promise.all(uploads))
  } catch (error) {
    stop.abort(error)
    await Promise.allSettled(uploads)
    throw error
  }
}

/** A small file that cannot ride in a tree: it is not text, or too long. */
export async function uploadBuffer(api: GitHubApi, path: string, content: Buffer): Promise<string> {
  refuseForApi({ path, size: content.length }, api.limits)
  const read = (): AsyncIterable<Buffer> | Buffer =>
    content.length <= chunkSize ? content : chunksOf(content)
  const source = { path, size: content.length, read }
  return uploadBlob(api, source, undefined, () => undefined)
}

async function uploadBlob(
  api: GitHubApi,
  source: BlobSource,
  signal: AbortSignal | undefined,
  onProgress: (bytes: number) => void
): Promise<string> {
  let expected = ''
  let sent = 0
  const { sha } = await api.call(
    {
      route: 'POST /repos/{owner}/{repo}/git/blobs',
      stream: () => {
        // What an earlier try sent does not count.
        onProgress(-sent)
        sent = 0
        return jsonBody(source, {
          onBytes: (bytes) => {
            sent += bytes
            onProgress(bytes)
          },
          onEnd: (sha) => {
            expected = sha
          }
        })
      },
      ...(signal === undefined ? {} : { signal })
    },
    blobReply
  )
  if (sha !== expected) {
    throw new NarPublishError({
      code: 'GITHUB_REFUSED',
      subject: source.path,
      reason: `${api.repository} stored it as blob ${sha}, but its bytes are blob ${expected}`
    })
  }
  return sha
}

/** `{"encoding":"base64","content":"…"}`, made while it is sent where it is long. It never yields an empty chunk: undici waits for ever after one. */
function jsonBody(
  source: BlobSource,
  { onBytes, onEnd }: { onBytes: (bytes: number) => void; onEnd: (sha: string) => void }
): { length: number; chunks: AsyncIterable<Uint8Array> | Uint8Array } {
  const head = Buffer.from('{"encoding":"base64","content":"')
  const tail = Buffer.from('"}')
  const hasher = blobHasher(source.size)
  const encode = (chunk: Buffer): Buffer => {
    hasher.update(chunk)
    onBytes(chunk.length)
    return Buffer.from(chunk.toString('base64'), 'latin1')
  }
  const bytes = source.read()
  if (Buffer.isBuffer(bytes)) {
    const chunks = Buffer.concat([head, encode(bytes), tail])
    onEnd(hasher.digest('hex'))
    return { length: chunks.length, chunks }
  }
  async function* chunks(stream: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
    yield head
    for await (const chunk of stream) yield encode(chunk)
    onEnd(hasher.digest('hex'))
    yield tail
  }
  const base64Length = Math.ceil(source.size / 3) * 4
  return { length: head.length + base64Length + tail.length, chunks: chunks(bytes) }
}

async function* chunksOf(content: Buffer): AsyncGenerator<Buffer> {
  for (let position = 0; position < content.length; position += chunkSize) {
    yield await Promise.resolve(content.subarray(position, position + chunkSize))
  }
}
