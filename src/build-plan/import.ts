import { createHash } from 'node:crypto'
import { createReadStream, openSync } from 'node:fs'
import { join } from 'node:path'
import { formatSha256 } from '../binary-cache/hash.ts'
import { decompressZstd } from '../binary-cache/zstd-frames.ts'
import { codeOf, NarPublishError } from '../errors.ts'
import { readNoFollow } from '../job-files.ts'
import { holdDerivations, holdPaths } from '../nix/gc-roots.ts'
import { importPaths } from '../nix/import.ts'
import type { Nix } from '../nix/types.ts'
import { count } from '../text.ts'
import { planInvalid } from './parse.ts'
import type { BuildPlan, PathOrigin, PlannedRow } from './plan.ts'

/** bytes; the disk of a runner has 14 GB */
const largestStream = 16 * 1024 ** 3

/**
 * Brings the streams of a row into this machine's store, in their order, and keeps what they hold from the garbage collector. Each is
 * compared with its hash before Nix sees any of it. Answers with what the plan says of paths in them. Throws PLAN_INVALID.
 */
export async function importStreams(
  nix: Nix,
  folder: string,
  { streams }: Pick<BuildPlan, 'streams'>,
  row: Pick<PlannedRow, 'streams'>,
  largest = largestStream
): Promise<Map<string, PathOrigin>> {
  const origins = new Map<string, PathOrigin>()
  for (const name of row.streams) {
    const stream = streams.find(({ file }) => file === name)
    if (stream === undefined) throw new Error('a plan has the streams of its rows')
    const path = join(folder, name)
    const subject = JSON.stringify(path.slice(-300))
    try {
      await checkFile(path, stream, subject)
      const bytes = bounded(decompressZstd(readPlain(path)), largest)
      const paths = await importPaths(nix, bytes)
      await hold(nix, paths)
      const brought = new Set(paths)
      for (const origin of stream.origins) {
        const { storePath } = origin
        if (!brought.has(storePath))
          throw new SyntaxError(`it has no ${storePath}, of which the plan tells`)
        origins.set(storePath, origin)
      }
      nix.log.info(`${name}: ${count(paths.length, 'path')}`)
    } catch (error) {
      throw asPlanInvalid(subject, error)
    }
  }
  return origins
}

async function checkFile(
  path: string,
  { size, hash }: BuildPlan['streams'][number],
  subject: string
): Promise<void> {
  const digest = createHash('sha256')
  let length = 0
  for await (const chunk of readPlain(path)) {
    digest.update(chunk)
    length += chunk.length
    if (length > size) break
  }
  const found = formatSha256(digest.digest())
  if (length === size && found === hash) return
  const what = length === size ? `its hash is ${found}` : `it has not ${size} bytes`
  throw planInvalid(subject, `${what}, and the plan says ${hash} of ${size} bytes`)
}

function readPlain(path: string): AsyncIterable<Buffer> {
  return createReadStream('', { fd: openSync(path, readNoFollow) }) as AsyncIterable<Buffer>
}

/** A small file may unpack to anything. */
async function* bounded(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > most) throw new SyntaxError(`it unpacks to more than ${most} bytes`)
    yield chunk
  }
}

async function hold(nix: Nix, paths: readonly string[]): Promise<void> {
  if (nix.roots === undefined) return
  const { derivations = [], others = [] } = Object.groupBy(paths, (path) =>
    path.endsWith('.drv') ? 'derivations' : 'others'
  )
  await holdDerivations(nix, derivations)
  await holdPaths(nix, others)
}

/** A full disk, and whatever else is the machine's, is told as that. */
function asPlanInvalid(subject: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return planInvalid(subject, error.message, error)
  if (error instanceof NarPublishError) {
    return error.code === 'NIX_FAILED' ? planInvalid(subject, error.reason, error) : error
  }
  return ['ENOENT', 'ELOOP', 'EISDIR'].includes(codeOf(error))
    ? planInvalid(subject, `it cannot be read (${codeOf(error)})`, error)
    : error
}
