import type { Readable } from 'node:stream'
import { nixFailure, startNix } from './run.ts'
import type { Nix } from './types.ts'

export interface NarStream {
  /** The NAR's bytes; Nix waits while nobody reads. */
  stream: Readable
  /** Settles when Nix has ended and the stream is read or destroyed. Rejects with NIX_FAILED: a stream that ends is not yet a whole NAR. */
  done: Promise<void>
}

/** A store path as a NAR, uncompressed. `signal` stops Nix. */
export function dumpNar(nix: Nix, storePath: string, signal?: AbortSignal): NarStream {
  const { stdout, exit } = startNix(
    nix,
    { program: 'nix-store', args: ['--dump', '--', storePath] },
    { signal }
  )
  const done = exit.then((ended) => {
    if (ended.status !== 0) throw nixFailure(ended, { subject: storePath })
  })
  // Who reads the stream may fail before he asks for this: its rejection must not end the process then.
  done.catch(() => undefined)
  return { stream: stdout, done }
}
