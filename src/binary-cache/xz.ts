import { NarPublishError } from '../errors.ts'
import { passedOn } from '../passed-on.ts'
import { isMissing, startProgram, type ProgramExit, type StartOptions } from '../process/start.ts'

export type XzOptions = Pick<StartOptions, 'env' | 'signal'>

/** Node has no xz, so the program does it. Throws COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws. */
export async function* compressXz(
  source: AsyncIterable<Buffer>,
  level: number,
  options?: XzOptions
): AsyncGenerator<Buffer> {
  // -T0 gives the same bytes on one core as on many from xz 5.4 on; 5.2 writes one block on a machine with a single core.
  const { exit, fed } = yield* throughXz(source, ['-T0', `-${level}`, '-c'], options)
  if (exit.status !== 0) throw exitError(exit)
  // xz ends well after a source that failed, too: to it that was the end of the file.
  await fed
}

/** Throws SyntaxError when it is no xz file or breaks off, COMPRESSOR_MISSING, COMPRESSOR_FAILED, and what `source` throws. */
export async function* decompressXz(
  source: AsyncIterable<Buffer>,
  options: XzOptions
): AsyncGenerator<Buffer> {
  // One thread: with more, xz keeps whole blocks in memory.
  const { exit, fed } = yield* throughXz(source, ['-dc', '-T1'], options)
  // A download that broke off is no fault of the file; that xz closed its input is.
  await fed.catch((error: unknown) => {
    if (error instanceof NarPublishError) throw error
  })
  if (exit.status !== 0) throw new SyntaxError('it is no xz file, or breaks off')
}

/** What xz makes of the source. xz has ended when this has, or when its reader stops early. */
async function* throughXz(
  source: AsyncIterable<Buffer>,
  args: readonly string[],
  { env, signal }: XzOptions = {}
): AsyncGenerator<Buffer, { exit: ProgramExit; fed: Promise<void> }> {
  const xz = startProgram(
    { program: 'xz', args },
    { signal, input: source, env: env && passedOn(env, 'program') }
  )
  const closed = new Promise((resolve) => xz.child.once('close', resolve))
  try {
    yield* xz.stdout as AsyncIterable<Buffer>
    // Its own end first, which tells more than EPIPE.
    const exit = await xz.exit.catch((error: unknown) => {
      throw startError(error)
    })
    return { exit, fed: xz.fed }
  } finally {
    xz.child.kill('SIGKILL')
    await closed
  }
}

function startError(cause: unknown): NarPublishError {
  return new NarPublishError({
    code: isMissing(cause) ? 'COMPRESSOR_MISSING' : 'COMPRESSOR_FAILED',
    subject: 'xz',
    reason: isMissing(cause) ? 'there is no such program in PATH' : (cause as Error).message,
    cause
  })
}

function exitError({ status, signal, stderr }: ProgramExit): NarPublishError {
  const lastWords = stderr.slice(-2000).trim()
  return new NarPublishError({
    code: 'COMPRESSOR_FAILED',
    subject: 'xz',
    reason: `it ended with ${signal ?? status ?? 'no status'}${lastWords === '' ? '' : `: ${lastWords}`}`
  })
}
