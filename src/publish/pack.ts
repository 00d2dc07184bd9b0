import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import prettyBytes from 'pretty-bytes'
import { pnameOf } from '../binary-cache/nar-name.ts'
import { packNar } from '../binary-cache/pack.ts'
import type { PackedNar } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { dumpNar } from '../nix/dump.ts'
import type { PathInfo } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { PublishRun } from './publish.ts'
import type { Selected } from './select.ts'

/** A NAR on the disk and what Nix's database says of its path. */
export interface PackedPath {
  info: PathInfo
  nar: PackedNar
}

export interface Packed extends Selected {
  packed: PackedPath[]
}

/** Dumps, checks and compresses the selected paths to the scratch folder. The first failure stops the others. */
export async function packPaths(run: PublishRun, selected: Selected): Promise<Packed> {
  const { inputs, log, scratch } = run
  const paths = selected.selected
  if (paths.length === 0) return { ...selected, packed: [] }
  return log.group(`Pack ${paths.length} path(s) (${inputs.compression})`, async () => {
    const directory = join(scratch, 'nars')
    mkdirSync(directory, { recursive: true })
    const total = paths.reduce((sum, { narSize }) => sum + narSize, 0)
    let done = 0
    // The compressor has threads of its own; more paths at once than this only fill the disk's queue.
    const limit = pLimit(Math.min(4, availableParallelism()))
    const stop = new AbortController()
    const pack = async (info: PathInfo): Promise<PackedPath> => {
      stop.signal.throwIfAborted()
      const nar = await packNar(dumpNar(selected.nix, info.storePath, stop.signal), info, {
        directory,
        pname: pnameOf(parseStorePath(info.storePath).name),
        compression: inputs.compression,
        level: inputs.compressionLevel,
        signal: stop.signal,
        onProgress: (bytes) => {
          done += bytes
          log.progress('Pack', done, total)
        }
      })
      log.info(
        `${info.storePath}: ${prettyBytes(info.narSize)} → ${prettyBytes(nar.fileSize)} ${nar.cachePath}`
      )
      return { info, nar }
    }
    // The largest first, so that no long one is left over when the others are done.
    const order = paths.toSorted((a, b) => b.narSize - a.narSize)
    const packing = order.map((info) => limit(pack, info))
    try {
      const packed = await Promise.all(packing)
      for (const { nar } of packed) refuseOversized(nar, selected)
      return { ...selected, packed }
    } catch (error) {
      stop.abort(error)
      await Promise.allSettled(packing)
      throw error
    }
  })
}

function refuseOversized(nar: PackedNar, { target }: Selected): void {
  if (nar.fileSize <= target.largestFile) return
  throw new NarPublishError({
    code: 'NAR_TOO_LARGE',
    subject: nar.storePath,
    reason:
      `its NAR has ${nar.fileSize} bytes as ${nar.compression} and ` +
      `the API of ${target.name} takes files up to ${target.largestFile} bytes`
  })
}
