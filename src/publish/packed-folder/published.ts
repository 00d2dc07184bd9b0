import type { PackedFolder } from './read.ts'

/**
 * Store paths of these folders that are published: what jobs packed as such, and of what they only handed on to others whatever any of that
 * refers to, at however many steps (nothing with `closure: bare`); with `closure: cache` all. What a job left to upstream, or excluded, is not published for being handed on.
 */
export function publishedPaths(folders: readonly PackedFolder[]): Set<string> {
  const left = new Set(folders.flatMap(leftOut))
  const references = new Map<string, readonly string[]>()
  const published = new Set<string>()
  for (const { manifest, packed } of folders) {
    const handed = new Set(manifest.handed)
    const artifacts = new Set(manifest.artifacts.map(({ storePath }) => storePath))
    for (const { info } of packed) {
      const { storePath } = info
      const isHanded = handed.has(storePath)
      if (isHanded && left.has(storePath)) continue
      references.set(storePath, manifest.closure === 'bare' ? [] : info.references)
      if (!isHanded || artifacts.has(storePath) || manifest.closure === 'cache') {
        published.add(storePath)
      }
    }
  }
  // A set gives what is added to it while it is read.
  for (const path of published) {
    for (const reference of references.get(path) ?? []) {
      if (references.has(reference)) published.add(reference)
    }
  }
  return published
}

/** What a job has not packed for the target, and readers get elsewhere, or nowhere. */
export function leftOut({ manifest }: Pick<PackedFolder, 'manifest'>): string[] {
  return manifest.skipped.flatMap(({ storePath, reason }) =>
    reason === 'upstream' || reason === 'excluded' ? [storePath] : []
  )
}
