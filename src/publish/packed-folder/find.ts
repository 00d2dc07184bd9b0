import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, NarPublishError } from '../../errors.ts'
import { manifestPath } from './manifest.ts'

/**
 * The packed folders: each given one that has a manifest, or else its sub-folders, which must all have one (as actions/download-artifact
 * makes them, one for each artifact). A folder that is not there holds none: nothing was downloaded. `skipsUnfinished`: what has no manifest,
 * as its job was killed, is left out. Throws PACKED_INVALID.
 */
export function findPackedFolders(
  given: readonly string[],
  { skipsUnfinished }: { skipsUnfinished: boolean } = { skipsUnfinished: false }
): string[] {
  const found = given.flatMap((folder) => {
    const entries = entriesOf(folder)
    if (entries.some(({ name }) => name === manifestPath)) return [folder]
    const stray = entries.find((entry) => !entry.isDirectory())
    if (stray !== undefined && skipsUnfinished) return []
    if (stray !== undefined) throw invalid(join(folder, stray.name), 'it is in no packed folder')
    return entries.flatMap(({ name }) => {
      const inside = join(folder, name)
      if (entriesOf(inside).some((entry) => entry.name === manifestPath)) return [inside]
      if (skipsUnfinished) return []
      throw invalid(inside, `it has no ${manifestPath}: packing it did not come to its end`)
    })
  })
  return [...new Set(found)].sort()
}

function entriesOf(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return []
    throw invalid(folder, `it cannot be read as a folder (${codeOf(cause)})`, cause)
  }
}

const readEntries = (folder: string) => readdirSync(folder, { withFileTypes: true })

function invalid(path: string, reason: string, cause?: unknown): NarPublishError {
  const subject = JSON.stringify(path.slice(0, 300))
  return new NarPublishError({ code: 'PACKED_INVALID', subject, reason, cause })
}
