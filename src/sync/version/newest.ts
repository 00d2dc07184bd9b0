import { NarPublishError } from '../../errors.ts'
import { isOlder, isPreRelease } from './compare.ts'
import { versionFromTag } from './parse.ts'

interface TaggedVersion {
  tag: string
  version: string
}

/** The highest version among tags; those that are none, lack the prefix or are pre-releases do not count. Null: none is left. */
export function newestVersion(
  tags: Iterable<string>,
  { tagPrefix, allowPreRelease }: { tagPrefix: string; allowPreRelease: boolean }
): TaggedVersion | null {
  let newest: TaggedVersion | null = null
  for (const tag of tags) {
    const version = versionOrNull(tag, tagPrefix)
    if (version === null || (isPreRelease(version) && !allowPreRelease)) continue
    if (newest === null || isOlder(newest.version, version)) newest = { tag, version }
  }
  return newest
}

/** A repository has tags of all kinds, most of them not ours to complain about. */
export function versionOrNull(tag: string, tagPrefix: string): string | null {
  try {
    return versionFromTag(tag, tagPrefix)
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'VERSION_INVALID') return null
    throw error
  }
}
