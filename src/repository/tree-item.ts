import type { TreeItem } from './types.ts'

/** Of an entry of a tree, by Git's mode. */
export function treeItem(mode: string, object: string): TreeItem {
  return { kind: kinds[mode.padStart(6, '0')] ?? 'file', isExecutable: mode === '100755', object }
}

const kinds: Readonly<Record<string, TreeItem['kind']>> = {
  '040000': 'folder',
  '120000': 'link',
  '160000': 'submodule'
}

/** The folders on the way to a path, the topmost first. */
export function foldersAbove(path: string): string[] {
  const names = path.split('/')
  return names.slice(1).map((_name, index) => names.slice(0, index + 1).join('/'))
}

/** With a slash at its end; empty: the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
