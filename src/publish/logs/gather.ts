import { existsSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import type { PackedPath } from '../../binary-cache/types.ts'
import { asNarPublishError } from '../../errors.ts'
import { knownSecrets } from '../../known-secrets.ts'
import { localLogs } from '../../nix/local-logs.ts'
import type { Nix } from '../../nix/types.ts'
import { storePathBaseName } from '../../store-path.ts'
import { largestLog, publishedLog, type LogEnd } from './log-text.ts'
import { longestEach, type BuildLogs } from './build-logs.ts'

const readAtOnce = 8

/**
 * The logs of the builds on this machine that made the packed paths, as they are published. A path that came from elsewhere has none: of what
 * was substituted Nix knows a signature, and not that it was built here; a log of an earlier build of the same derivation is not of that.
 */
export async function gatherLogs(
  nix: Nix,
  packed: readonly PackedPath[],
  scratch: string
): Promise<BuildLogs> {
  const built = packed.flatMap(({ info: { storePath, deriver, ultimate, signatures } }) =>
    deriver !== null && (ultimate === true || signatures.length === 0)
      ? [{ storePath, deriver }]
      : []
  )
  const [first] = built
  if (first === undefined) return new Map()
  const directory = join(scratch, 'logs')
  const derivers = [...new Set(built.map(({ deriver }) => deriver))]
  try {
    const files = await localLogs(nix, derivers, {
      directory,
      isElsewhere: !existsSync(first.storePath)
    })
    const sizes = await pMap(files, ([drvPath, file]) =>
      readable(nix, drvPath, async () => ({ drvPath, file, size: (await stat(file)).size }))
    )
    // Nothing is what many a builder says.
    const logs = sizes.flat().filter(({ size }) => size > 0)
    const longest = longestEach(
      logs.map(({ size }) => size),
      largestLog
    )
    const texts = await pMap(
      logs,
      ({ drvPath, file, size }) =>
        readable(nix, drvPath, async () => {
          const text = publishedLog(await readEnd(file, size, longest), knownSecrets, longest)
          return [storePathBaseName(drvPath), text] as const
        }),
      { concurrency: readAtOnce }
    )
    return new Map(texts.flat().sort(([a], [b]) => (a < b ? -1 : 1)))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What is read, or nothing where this user may not read it, or it has gone: no publish ends for a log. */
async function readable<T>(nix: Nix, drvPath: string, read: () => Promise<T>): Promise<T[]> {
  try {
    return [await read()]
  } catch (thrown) {
    const error = asNarPublishError(thrown)
    if (error.code !== 'FILE_UNUSABLE') throw error
    nix.log.info(`the log of ${drvPath} cannot be read: ${error.reason}`)
    return []
  }
}

async function readEnd(file: string, size: number, longest: number): Promise<LogEnd> {
  const before = Math.max(0, size - longest)
  const handle = await open(file)
  try {
    const bytes = Buffer.alloc(size - before)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, before)
    return { bytes: bytes.subarray(0, bytesRead), before, beginsLine: before === 0 }
  } finally {
    await handle.close()
  }
}
