import { spawn } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { NarPublishError } from '../errors.ts'
import { compressions, type Compression } from './types.ts'
import { decompressZstd } from './zstd-frames.ts'

export function isCompression(name: string): name is Compression {
  return (compressions as readonly string[]).includes(name)
}

/**
 * The NAR inside of a file, as it comes. Throws SyntaxError when the file is not of that compression or breaks off,
 * COMPRESSOR_MISSING, and whatever `source` throws.
 */
export function decompress(
  source: AsyncIterable<Buffer>,
  compression: Compression,
  childEnvironment: Record<string, string>
): AsyncIterable<Buffer> {
  switch (compression) {
    case 'none':
      return source
    case 'zstd':
      return decompressZstd(source)
    case 'xz':
      return decompressXz(source, childEnvironment)
  }
}

/** Node has no xz, so the program does it. */
async function* decompressXz(
  source: AsyncIterable<Buffer>,
  env: Record<string, string>
): AsyncGenerator<Buffer> {
  // One thread: with more, xz keeps whole blocks in memory.
  const child = spawn('xz', ['-dc', '-T1'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise<Error | null>((resolve) => {
    child.once('error', (cause) => {
      resolve(startFailure(cause))
    })
    child.once('close', (status) => {
      resolve(status === 0 ? null : new SyntaxError('it is no xz file, or breaks off'))
    })
  })
  const feeding = pipeline(source, child.stdin)
  const fed = feeding.then(
    () => null,
    (error: unknown) => error
  )
  try {
    yield* child.stdout as AsyncIterable<Buffer>
    const failure = await ended
    // A download that broke off is no fault of the file; that xz closed its input is.
    const feedFailure = await fed
    if (feedFailure instanceof NarPublishError) throw feedFailure
    if (failure !== null) throw failure
  } finally {
    child.kill('SIGKILL')
  }
}

function startFailure(cause: Error): NarPublishError {
  const missing = 'code' in cause && cause.code === 'ENOENT'
  return new NarPublishError({
    code: missing ? 'COMPRESSOR_MISSING' : 'COMPRESSOR_FAILED',
    subject: 'xz',
    reason: missing ? 'there is no such program in PATH' : cause.message,
    cause
  })
}
