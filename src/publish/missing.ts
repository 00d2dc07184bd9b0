import { NarPublishError } from '../errors.ts'
import type { Expected } from '../inputs/expected.ts'
import { list } from '../report/words.ts'
import type { PackedFolder } from './packed-folder/read.ts'

/** So many are named. */
const longestList = 20

/** PACKED_MISSING when a job that was expected left nothing, or when nobody left anything; null: all are there. */
export function missingError(
  { systems, rows }: Expected,
  folders: readonly PackedFolder[],
  given: readonly string[]
): NarPublishError | null {
  const packedSystems = new Set(
    folders.flatMap(({ manifest }) => [
      ...manifest.systems,
      ...manifest.artifacts.map(({ system }) => system)
    ])
  )
  // What failed to build is told as that.
  const attributes = new Set(
    folders.flatMap(({ manifest }) => [
      ...manifest.artifacts.map(({ attribute }) => attribute),
      ...manifest.failures.map(({ installable }) => installable)
    ])
  )
  const missing = [
    ...(systems ?? []).filter((system) => !packedSystems.has(system)),
    ...(rows ?? [])
      .filter((row) => row.attributes.some((attribute) => !attributes.has(attribute)))
      .map(({ name, system }) => `${name} (${system})`)
  ]
  if (missing.length > 0) {
    const more = missing.length - longestList
    const names = [...missing.slice(0, longestList), ...(more > 0 ? [`${more} more`] : [])]
    return error(list(names), 'no build job left a packed folder for it')
  }
  const isNothingExpected = rows?.length === 0
  return folders.length === 0 && !isNothingExpected
    ? error(given.map((folder) => JSON.stringify(folder)).join(', '), 'it holds no packed folder')
    : null
}

function error(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'PACKED_MISSING', subject, reason })
}
