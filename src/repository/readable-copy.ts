import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pMap from 'p-map'
import { cacheInfoPath } from '../binary-cache/cache-info.ts'
import { parseNarInfo } from '../binary-cache/narinfo.ts'
import { NarPublishError } from '../errors.ts'

/** The files of one commit, for copies on this disk. */
export interface CommitFiles {
  /** The target, for errors. */
  name: string
  /** Writes those of the files that the commit has below `directory`, and answers which these are. */
  copy(paths: readonly string[], directory: string): Promise<ReadonlySet<string>>
  /** Writes a file that is kept beside the tree; false: it is none of this target's, and is downloaded from its own address. */
  copyReleased?: (url: string, file: string) => Promise<boolean>
}

const downloadsAtOnce = 2

/** What a copy takes of the commit before it has read a narinfo. */
export function copiedFirst(hashes: readonly string[], likely: readonly string[]): string[] {
  return [...new Set([cacheInfoPath, ...hashes.map(fileOf), ...likely])]
}

function fileOf(hash: string): string {
  return `${hash}.narinfo`
}

/**
 * What a commit has of these paths, as a cache in a folder; answers its `file://` address. `hashes`: hash parts of store paths; one
 * that has no narinfo there is left out, and who reads the copy misses it. `likely`: where their NARs probably are; those come together
 * with the narinfos, which have the last word. Throws VERIFY_FAILED when a NAR is not there.
 */
export async function makeReadableCopy(
  files: CommitFiles,
  hashes: readonly string[],
  directory: string,
  likely: readonly string[] = []
): Promise<string> {
  const first = new Set(copiedFirst(hashes, likely))
  const there = await files.copy([...first], directory)
  const narInfos = hashes
    .filter((hash) => there.has(fileOf(hash)))
    .map((hash) => {
      const file = join(directory, fileOf(hash))
      // Written a moment ago, and read before a thread would have been asked for it.
      const text = readFileSync(file, 'utf8')
      return { hash, file, text, url: parseNarInfo(text, fileOf(hash)).url }
    })
  const isBeside = ({ url }: { url: string }): boolean => /^[a-z]+:\/\//i.test(url)
  const nars = narInfos.filter((narInfo) => !isBeside(narInfo))
  for (const { hash, url } of nars) refuseOutside(hash, url)
  const others = [...new Set(nars.map(({ url }) => url))].filter((url) => !first.has(url))
  const copied = others.length === 0 ? there : await files.copy(others, directory)
  const missing = nars.find(({ url }) => !there.has(url) && !copied.has(url))
  if (missing !== undefined) {
    throw failed(files.name, `${missing.url} is not in the commit that has ${fileOf(missing.hash)}`)
  }
  await pMap(
    narInfos.filter(isBeside),
    async ({ hash, file, text, url }) => {
      const name = `${hash}.released`
      if ((await files.copyReleased?.(url, join(directory, name))) !== true) return
      // For this copy alone; the address is no part of what is signed.
      await writeFile(file, text.replace(/^URL: .*$/m, `URL: ${name}`))
    },
    { concurrency: downloadsAtOnce }
  )
  return pathToFileURL(directory).href
}

/** Data: no file outside of the folder is written. */
function refuseOutside(hash: string, url: string): void {
  if (url.startsWith('/') || url.split('/').some((part) => ['', '.', '..'].includes(part))) {
    throw failed(
      `${hash}.narinfo`,
      `its URL ${JSON.stringify(url.slice(0, 200))} is no path in the repository`
    )
  }
}

function failed(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'VERIFY_FAILED', subject, reason })
}
