import { NarPublishError } from '../errors.ts'
import { quote } from '../text.ts'
import { foldersAbove } from './tree-item.ts'
import type { Change, TargetSnapshot, TreeItem } from './types.ts'

const names: Readonly<Record<TreeItem['kind'], string>> = {
  file: 'a file',
  link: 'a symbolic link',
  folder: 'a folder',
  submodule: 'a submodule'
}

/** Where a change puts files into the tree. */
export function pathsOf({ files, largeFiles }: Pick<Change, 'files' | 'largeFiles'>): string[] {
  const inTree = largeFiles.filter(({ placement }) => placement === 'tree')
  return [...files.keys(), ...inTree.map(({ path }) => path)]
}

/**
 * Refuses to put files in the place of something else, or below what is no folder: Git would drop that without a word. Answers which of
 * the files that are there are executable; they stay so. `folders`: those above the files, unless others are meant. Throws PATH_TAKEN.
 */
export async function refuseTaken(
  snapshot: Pick<TargetSnapshot, 'itemsAt'>,
  paths: readonly string[],
  folders: readonly string[] = paths.flatMap(foldersAbove)
): Promise<ReadonlySet<string>> {
  const isFolder = new Set(folders)
  const items = await snapshot.itemsAt([...isFolder, ...paths])
  for (const [path, { kind }] of items) {
    const wanted = isFolder.has(path) ? 'folder' : 'file'
    if (kind !== wanted) throw taken(path, kind, wanted)
  }
  return new Set([...items].flatMap(([path, { isExecutable }]) => (isExecutable ? [path] : [])))
}

function taken(path: string, kind: TreeItem['kind'], wanted: 'file' | 'folder'): NarPublishError {
  return new NarPublishError({
    code: 'PATH_TAKEN',
    subject: quote(path),
    reason: `it is ${names[kind]} in the branch, where the cache has ${names[wanted]} of that name`
  })
}
