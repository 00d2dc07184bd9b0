import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pMap from 'p-map'
import { cacheInfoPath, formatCacheInfo } from '../binary-cache/cache-info.ts'
import { formatSha256 } from '../binary-cache/hash.ts'
import { formatNarInfo, parseNarInfo } from '../binary-cache/narinfo.ts'
import { sign, type SecretKey } from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { parseStorePath } from '../store-path.ts'

/** Of the folder, which is a binary cache as Nix reads it: NARs uncompressed, as the archive that it becomes is compressed whole. */
export const narFolder = 'nar'

const mostEntries = 100_000
/** bytes */
const longestNarInfo = 1024 * 1024

/**
 * The entries of a restored folder that are what they say and that `accepts` takes; all others are passed over, whatever is wrong with
 * them, and a folder that is not there has none. Each NAR is compared with its hash here, because Nix would fail a build for one that it
 * finds broken.
 */
export async function readCacheFolder(
  directory: string,
  accepts: (narInfo: NarInfo) => boolean
): Promise<NarInfo[]> {
  if (!(await isFolder(directory)) || !(await isFolder(join(directory, narFolder)))) return []
  const names = (await readdir(directory)).filter((name) => name.endsWith('.narinfo'))
  const read = await pMap(
    names.slice(0, mostEntries),
    async (name) => {
      const narInfo = await readEntry(directory, name).catch(() => null)
      if (narInfo === null || !accepts(narInfo)) return null
      return (await isWhole(directory, narInfo).catch(() => false)) ? narInfo : null
    },
    { concurrency: 4 }
  )
  return read.filter((narInfo) => narInfo !== null)
}

async function readEntry(directory: string, name: string): Promise<NarInfo | null> {
  const file = join(directory, name)
  const found = await lstat(file)
  if (!found.isFile() || found.size > longestNarInfo) return null
  const narInfo = parseNarInfo(await readFile(file, 'utf8'), name)
  const isOurs =
    name === narInfoName(narInfo) &&
    narInfo.compression === 'none' &&
    /^nar\/[0-9A-Za-z_+-][0-9A-Za-z._+-]*$/.test(narInfo.url)
  return isOurs ? narInfo : null
}

async function isWhole(directory: string, { url, narSize, narHash }: NarInfo): Promise<boolean> {
  const file = join(directory, url)
  const found = await lstat(file)
  if (!found.isFile() || found.size !== narSize) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return formatSha256(hash.digest()) === narHash
}

/**
 * Makes the folder a binary cache of just these entries, whose NARs lie in it: all else that it holds goes. `key` signs them; null: they
 * carry no signature.
 */
export async function writeCacheFolder(
  directory: string,
  entries: readonly NarInfo[],
  key: SecretKey | null
): Promise<void> {
  await mkdir(join(directory, narFolder), { recursive: true })
  await removeOthers(directory, new Set([narFolder]))
  await removeOthers(
    join(directory, narFolder),
    new Set(entries.map(({ url }) => url.slice(`${narFolder}/`.length)))
  )
  for (const entry of entries) {
    const narInfo = { ...entry, signatures: key === null ? [] : [sign(key, entry)] }
    await writeFile(join(directory, narInfoName(entry)), formatNarInfo(narInfo))
  }
  // Asked before all others: it is on this machine.
  const info = formatCacheInfo().replace(/^Priority: .*$/m, 'Priority: 10')
  await writeFile(join(directory, cacheInfoPath), info)
}

async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!kept.has(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function narInfoName({ storePath }: Pick<NarInfo, 'storePath'>): string {
  return `${parseStorePath(storePath).hash}.narinfo`
}

async function isFolder(path: string): Promise<boolean> {
  // Not stat: a link leads elsewhere.
  return (await lstat(path).catch(() => null))?.isDirectory() === true
}
