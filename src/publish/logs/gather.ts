import { constants, existsSync } from 'node:fs'
import { lstat, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import type { PathInfo } from '../../binary-cache/types.ts'
import { codeOf } from '../../errors.ts'
import { knownSecrets } from '../../known-secrets.ts'
import { localLogs } from '../../nix/local-logs.ts'
import type { Nix } from '../../nix/types.ts'
import { storePathBaseName } from '../../store-path.ts'
import { largestLog, publishedLog, type LogEnd } from './log-text.ts'
import { longestEach, type BuildLogs } from './build-logs.ts'

const readAtOnce = 8

/**
 * The logs of the builds on this machine that made the paths, as they are published. A path that came from elsewhere has none: of what
 * was substituted Nix knows a signature, and not that it was built here; a log of an earlier build of the same derivation is not of that.
 */
export async function gatherLogs(
  nix: Nix,
  paths: readonly PathInfo[],
  scratch: string
): Promise<BuildLogs> {
  const built = paths.flatMap(({ storePath, deriver, ultimate, signatures }) =>
    deriver !== null && isAddress(deriver) && (ultimate === true || signatures.length === 0)
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
    const found = await pMap(files, async ([drvPath, file]) => {
      const item = await lstat(file).catch(() => null)
      return { drvPath, file, size: item?.isFile() === true ? item.size : 0 }
    })
    // Nothing is what many a builder says.
    const logs = found.filter(({ size }) => size > 0)
    const longest = longestEach(
      logs.map(({ size }) => size),
      largestLog
    )
    const texts = await pMap(
      logs,
      async ({ drvPath, file, size }): Promise<[string, Buffer][]> => {
        const end = await readEnd(file, size, longest).catch((error: unknown) => {
          // Of a daemon that keeps them to itself, say: the build is there all the same.
          nix.log.info(`the log of ${drvPath} cannot be read (${codeOf(error)})`)
          return null
        })
        return end === null
          ? []
          : [[storePathBaseName(drvPath), publishedLog(end, knownSecrets, longest)]]
      },
      { concurrency: readAtOnce }
    )
    return new Map(texts.flat().sort(([a], [b]) => (a < b ? -1 : 1)))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/**
 * Whether `nix log` finds it: of a name with a question mark, as a patch from an address may have, it asks for what stands before that. A
 * clone on Windows would end with such a file's name, and so does an upload of a packed folder.
 */
function isAddress(drvPath: string): boolean {
  return !drvPath.includes('?')
}

/** A link could be to any file of this user. */
const readNoFollow = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

async function readEnd(file: string, size: number, longest: number): Promise<LogEnd> {
  const before = Math.max(0, size - longest)
  const handle = await open(file, readNoFollow)
  try {
    const bytes = Buffer.alloc(size - before)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, before)
    return { bytes: bytes.subarray(0, bytesRead), before, beginsLine: before === 0 }
  } finally {
    await handle.close()
  }
}
