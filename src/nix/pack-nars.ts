import { lstatSync } from 'node:fs'
import { platform } from 'node:os'
import type { Readable } from 'node:stream'
import pMap, { pMapIterable } from 'p-map'
import prettyBytes from 'pretty-bytes'
import { pnameOf } from '../binary-cache/nar-name.ts'
import { packFiles, packNar, packWholeNar, type PackOptions } from '../binary-cache/pack.ts'
import type { Compression, PackedNar, PackedPath, PathInfo } from '../binary-cache/types.ts'
import { asNarPublishError, NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { parseStorePath } from '../store-path.ts'
import { buildIdsIn } from './build-ids.ts'
import { exportNars } from './export.ts'
import { nixFailure, startNix } from './run.ts'
import type { Nix } from './types.ts'

/**
 * Up to this many bytes, NARs that cannot be read here come from one export stream for all, each whole in memory for a moment; a process
 * for each costs more than the packing. Larger ones have a process of their own.
 */
const smallNar = 4 * 1024 * 1024
// zstd and xz have threads of their own: more at once than this only takes memory.
const smallAtOnce = 4
const largeAtOnce = 2

interface PackPlace {
  /** Scratch folder, which is there already. */
  directory: string
  compression: Compression
  /** null: the compression's default. */
  level: number | null
  log: Log
}

interface PackedNars {
  /** In no order. */
  packed: PackedPath[]
  /** Those whose content is not what Nix's database says, or cannot be read: store path → why, and how it is repaired. */
  damaged: Map<string, NarPublishError>
}

/** The NARs of these paths on the disk. One that is damaged leaves the others alone; what is the machine's failure is thrown. */
export async function packNars(
  nix: Nix,
  paths: readonly PathInfo[],
  place: PackPlace
): Promise<PackedNars> {
  const stop = new AbortController()
  const byPath = new Map(paths.map((info) => [info.storePath, info]))
  const small = paths.filter(({ narSize }) => narSize <= smallNar)
  const large = paths
    .filter(({ narSize }) => narSize > smallNar)
    // The largest first, so that no long one is left over when the others are done.
    .sort((a, b) => b.narSize - a.narSize)
  const pack = packerOf({ ...place, env: nix.env }, paths, stop.signal)
  const packed = new Map<string, PackedPath>()
  const damaged = new Map<string, NarPublishError>()
  const packSingly = (infos: readonly PathInfo[], concurrency: number): Promise<unknown> =>
    pMap(
      infos,
      async (info) => {
        const { storePath } = info
        try {
          const path = await pack(info, (_, options) =>
            isReadableHere(storePath)
              ? packFiles(storePath, info, options)
              : packNar(dumpNar(nix, storePath, stop.signal), info, options)
          )
          const buildIds = isReadableHere(storePath) ? buildIdsIn(storePath) : []
          packed.set(storePath, buildIds.length === 0 ? path : { ...path, buildIds })
          damaged.delete(storePath)
        } catch (error) {
          if (!isOfPath(error) && !isUnreadable(error, storePath)) throw error
          damaged.set(storePath, damage(storePath, error))
        }
      },
      { concurrency, signal: stop.signal }
    )
  const missing = (): PathInfo[] => small.filter(({ storePath }) => !packed.has(storePath))
  const packExported = async (infos: readonly PathInfo[]): Promise<void> => {
    const names = infos.map(({ storePath }) => storePath)
    // Not pMap, which (7.1.1) takes the end after a generator's error for the end when it has asked for more meanwhile.
    const stream = pMapIterable(
      exportNars(nix, names, smallNar, stop.signal),
      ({ storePath, nar }) =>
        pack(byPath.get(storePath), (info, options) => packWholeNar(nar, info, options)),
      { concurrency: smallAtOnce }
    )
    try {
      for await (const path of stream) {
        packed.set(path.info.storePath, path)
        damaged.delete(path.info.storePath)
      }
    } catch (error) {
      if (!isOfPath(error)) throw error
    }
  }
  const packSmall = async (): Promise<void> => {
    await packSingly(
      small.filter(({ storePath }) => isReadableHere(storePath)),
      smallAtOnce
    )
    // What is in a store elsewhere; also when another content has its name here.
    await packExported(missing())
    // The stream ends at a path that it cannot give: those that it has not given yet are read one by one.
    await packSingly(missing(), largeAtOnce)
  }
  const packing = [packSmall(), packSingly(large, largeAtOnce)]
  try {
    await Promise.all(packing)
    return { packed: [...packed.values()], damaged }
  } catch (error) {
    stop.abort(error)
    await Promise.allSettled(packing)
    throw error
  }
}

/** Whether a path's content is to blame, and not the machine: it is another one than Nix knows, or Nix cannot read it. */
function isOfPath(thrown: unknown): thrown is NarPublishError {
  return (
    thrown instanceof NarPublishError &&
    (['NAR_HASH_MISMATCH', 'NAR_EMPTY', 'NIX_FAILED'].includes(thrown.code) ||
      / ended \d+ bytes early$| is neither a file/.test(thrown.reason))
  )
}

/** Whether the system does not give us one of its files, and not for having too many of them open, or no memory. */
function isUnreadable(thrown: unknown, storePath: string): thrown is Error {
  const error = Object((thrown as Error).cause ?? thrown) as NodeJS.ErrnoException
  const isReading = error.syscall === 'read' || String(error.path).startsWith(storePath)
  return isReading && !['EMFILE', 'ENFILE', 'ENOMEM'].includes(error.code ?? '')
}

function damage(storePath: string, error: Error): NarPublishError {
  const { code, reason } = asNarPublishError(error)
  return new NarPublishError({
    code: ['NAR_HASH_MISMATCH', 'NAR_EMPTY'].includes(code)
      ? 'NAR_HASH_MISMATCH'
      : 'STORE_PATH_DAMAGED',
    subject: storePath,
    // In the reason: of several paths that failed each has its own command.
    reason: `${reason.trimEnd()}; \`nix-store --repair-path ${storePath}\` gets it anew from a cache, or builds it again`,
    hint: 'Where it can do neither, delete the path (`nix-store --delete`) and make it again. Then run this again.',
    cause: error
  })
}

/**
 * Whether the path's files can be read without Nix: not when its store is elsewhere (another root, another machine), nor on
 * macOS, where Nix changes names that differ in case alone. What is read is compared with Nix's hash in any case.
 */
function isReadableHere(storePath: string): boolean {
  return platform() !== 'darwin' && lstatSync(storePath, { throwIfNoEntry: false }) !== undefined
}

function packerOf(
  { log, ...place }: PackPlace & Pick<PackOptions, 'env'>,
  paths: readonly PathInfo[],
  signal: AbortSignal
): (
  info: PathInfo | undefined,
  packOne: (info: PathInfo, options: PackOptions) => Promise<PackedNar>
) => Promise<PackedPath> {
  const total = paths.reduce((sum, { narSize }) => sum + narSize, 0)
  let done = 0
  return async (info, packOne) => {
    if (info === undefined) throw new Error('nix-store --export gave a path that was not asked for')
    const nar = await packOne(info, {
      ...place,
      pname: pnameOf(parseStorePath(info.storePath).name),
      signal,
      onProgress: (bytes) => {
        done += bytes
        log.progress('Pack', done, total)
      }
    })
    const sizes = `${prettyBytes(info.narSize)} → ${prettyBytes(nar.fileSize)}`
    log.info(`${info.storePath}: ${sizes} ${nar.cachePath}`)
    return { info, nar }
  }
}

interface NarStream {
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
