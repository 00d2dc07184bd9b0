import type { CacheState, KnownContents } from './cache-state.ts'

/**
 * Bytes of the branch's files, before and after these are deleted and written. Where a size is not known (git tells none of what it has
 * not fetched), a NAR counts as its narinfo says, and any other file as nothing.
 */
export function treeBytes(
  { files, narInfos }: Pick<CacheState, 'files' | 'narInfos'>,
  known: KnownContents,
  changes: { deletedFiles: readonly string[]; index: ReadonlyMap<string, Buffer> }
): { before: number; after: number } {
  const announced = new Map([...narInfos.values()].map(({ url, fileSize }) => [url, fileSize]))
  const sizeOf = (path: string): number => {
    const file = files.get(path)
    if (file === undefined) return 0
    return file.size ?? known.get(file.blob)?.length ?? announced.get(path) ?? 0
  }
  const total = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + sizeOf(path), 0)
  const before = total(files.keys())
  const written = [...changes.index.values()].reduce((sum, { length }) => sum + length, 0)
  const after = before - total(changes.deletedFiles) - total(changes.index.keys()) + written
  return { before, after }
}
