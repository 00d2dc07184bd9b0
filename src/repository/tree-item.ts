import type { TreeItem } from './types.ts'

/** Of an entry of a tree, by its mode, which Git itself takes for the nearest of those that it writes: of old there were more. */
export function treeItem(mode: string, object: string): TreeItem {
  const bits = Number.parseInt(mode, 8)
  const kind = kinds[bits & 0o170000] ?? 'submodule'
  return { kind, isExecutable: kind === 'file' && (bits & 0o100) !== 0, object }
}

const kinds: Readonly<Record<number, TreeItem['kind']>> = {
  0o040000: 'folder',
  0o100000: 'file',
  0o120000: 'link'
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
