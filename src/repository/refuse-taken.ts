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
 * What of a change goes into a state, with the executable files among it: of its new files those whose place is free, written as the others
 * are. One question for all of it. Throws PATH_TAKEN.
 */
export async function fitChange<C extends Change>(
  snapshot: Pick<TargetSnapshot, 'itemsAt'>,
  change: C
): Promise<{ change: C; executable: ReadonlySet<string> }> {
  const paths = pathsOf(change)
  const wanted = change.newFiles ?? new Map<string, Buffer>()
  const above = [...wanted.keys()].flatMap(foldersAbove)
  const folders = paths.flatMap(foldersAbove)
  const items = await snapshot.itemsAt([
    ...new Set([...folders, ...above, ...paths, ...wanted.keys()])
  ])
  const isFree = (path: string): boolean =>
    !items.has(path) &&
    foldersAbove(path).every((folder) => (items.get(folder)?.kind ?? 'folder') === 'folder')
  const fitting = [...wanted].filter(([path]) => isFree(path))
  const asked = new Set([...paths, ...folders])
  const others = new Map([...items].filter(([path]) => asked.has(path)))
  const executable = await refuseTaken({ itemsAt: () => Promise.resolve(others) }, paths, folders)
  const files = new Map([...change.files, ...fitting])
  return { change: { ...change, files, newFiles: new Map() }, executable }
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
