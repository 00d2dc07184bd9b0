import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NarPublishError } from '../errors.ts'

/** Node has no xz, so the program does it. Throws COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws. */
export async function* compressXz(
  source: AsyncIterable<Buffer>,
  level: number,
  signal?: AbortSignal
): AsyncGenerator<Buffer> {
  // -T0 gives the same bytes on one core as on many from xz 5.4 on; 5.2 writes one block on a machine with a single core.
  const child = spawn('xz', ['-T0', `-${level}`, '-c'], { signal })
  const lastWords = tailOf(child.stderr)
  const ended = new Promise<NarPublishError | null>((resolve) => {
    child.once('error', (cause) => {
      resolve(spawnError(cause))
    })
    child.once('close', (code, killedBy) => {
      resolve(code === 0 ? null : exitError(killedBy ?? code, lastWords()))
    })
  })
  const closed = new Promise((resolve) => child.once('close', resolve))

  const feeding = pipeline(source, child.stdin)
  feeding.catch(() => undefined) // it is looked at after xz's own end, which tells more than EPIPE
  try {
    yield* child.stdout as AsyncIterable<Buffer>
    const failure = await ended
    if (failure !== null) throw failure
    // xz ends well after a source that failed, too: to it that was the end of the file.
    await feeding
  } finally {
    child.kill('SIGKILL')
    await closed
  }
}

function spawnError(cause: Error): NarPublishError {
  const missing = 'code' in cause && cause.code === 'ENOENT'
  return new NarPublishError({
    code: missing ? 'COMPRESSOR_MISSING' : 'COMPRESSOR_FAILED',
    subject: 'xz',
    reason: missing ? 'there is no such program in PATH' : cause.message,
    cause
  })
}

function exitError(status: string | number | null, lastWords: string): NarPublishError {
  return new NarPublishError({
    code: 'COMPRESSOR_FAILED',
    subject: 'xz',
    reason: `it ended with ${status ?? 'no status'}${lastWords === '' ? '' : `: ${lastWords}`}`
  })
}

/** Gives the last 2,000 characters that the program said so far. */
function tailOf(stream: Readable): () => string {
  let tail = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2000)
  })
  return () => tail.trim()
}
