import { basename, join } from 'node:path/posix'
import type { LeftFile, MadeFile, TextFile } from '../types.ts'
import { isLock } from './known-files.ts'
import { readInTree, type SourceTree } from './source-tree.ts'

/** What is known of a file beside the package, now that the sources were looked into. */
export type FromSource =
  { kind: 'made'; file: MadeFile } | { kind: 'current' } | { kind: 'left'; file: LeftFile }

/**
 * The file out of the new source, when the one beside the package is the old source's: byte for byte, but for line endings. One that
 * somebody changed is somebody's.
 */
export async function lockFromSource(
  { path, text }: TextFile,
  old: SourceTree | null,
  now: SourceTree | null
): Promise<FromSource> {
  const left = (reason: string): FromSource => ({ kind: 'left', file: { path, reason } })
  if (!isLock(path)) return left('only a program can make it, which `before-hash` can name')
  if (now === null) return left('the package has no source that could be looked into')
  if (old === null) return left('the old version’s source could not be fetched to compare with')
  let isThere = false
  for (const folder of now.folders) {
    const place = join(folder, basename(path))
    const before = await readInTree(old, place)
    if (before === null) continue
    isThere = true
    if (unixLines(before) !== unixLines(text)) continue
    const after = await readInTree(now, place)
    if (after === null) return left(`the new version’s source has no ${place} any more`)
    if (unixLines(after) === unixLines(text)) return { kind: 'current' }
    const own = text.includes('\r\n') ? unixLines(after).replaceAll('\n', '\r\n') : after
    return { kind: 'made', file: { path, text: own, isNew: false, by: 'source' } }
  }
  return left(
    isThere
      ? 'it is not what the old version’s source has, so that the new one’s cannot take its place'
      : 'the source has no such file'
  )
}

function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
