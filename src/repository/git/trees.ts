import { NarPublishError } from '../../errors.ts'
import { stdoutLimit } from '../../process/start.ts'
import { treeItem } from '../tree-item.ts'
import type { TreeItem } from '../types.ts'
import type { ObjectReader } from './cat-file.ts'
import type { Repository } from './repository.ts'

type Folder = ReadonlyMap<string, TreeItem>

/** The folders of one tree, all of which are here. Each is read when it is first looked into; those of one depth together. */
export class Trees {
  readonly #objects: Pick<ObjectReader, 'read'>
  readonly #root: string
  /** By Git's name: many folders may be the same. */
  readonly #folders = new Map<string, Promise<Folder>>()

  constructor(objects: Pick<ObjectReader, 'read'>, root: string) {
    this.#objects = objects
    this.#root = root
  }

  /** What stands at these paths, be it a file or not; one that is left out is not there. */
  async itemsAt(paths: readonly string[]): Promise<Map<string, TreeItem>> {
    const found = new Map<string, TreeItem>()
    let waiting = paths.map((path) => ({ path, names: path.split('/'), folder: this.#root }))
    while (waiting.length > 0) {
      const folders = await this.#read(waiting.map(({ folder }) => folder))
      waiting = waiting.flatMap(({ path, names: [name = '', ...names], folder }) => {
        const item = folders.get(folder)?.get(name)
        if (item === undefined) return []
        if (names.length > 0) {
          return item.kind === 'folder' ? [{ path, names, folder: item.object }] : []
        }
        found.set(path, item)
        return []
      })
    }
    return found
  }

  /** What a folder (empty: the root) has, by name; nothing when it is none. */
  async itemsIn(path: string): Promise<Folder> {
    const item = path === '' ? undefined : (await this.itemsAt([path])).get(path)
    if (path !== '' && item?.kind !== 'folder') return new Map()
    const folder = item?.object ?? this.#root
    return (await this.#read([folder])).get(folder) ?? new Map()
  }

  /**
   * Every file, links among them, in Git's order: path → blob. Throws GIT_FAILED when the list would be over `most` bytes: a few trees
   * that have each other many times make any number of files.
   */
  async files(most = stdoutLimit): Promise<Map<string, string>> {
    const all = new Map<string, Folder>()
    let waiting = [this.#root]
    while (waiting.length > 0) {
      const folders = await this.#read(waiting)
      for (const [object, folder] of folders) all.set(object, folder)
      const below = [...folders.values()].flatMap((folder) => [...folder.values()])
      waiting = below.flatMap(({ kind, object }) =>
        kind === 'folder' && !all.has(object) ? [object] : []
      )
    }
    const files = new Map<string, string>()
    let bytes = 0
    // No recursion: however deep the folders are.
    const open = [entriesOf(all, this.#root, '')]
    for (let entries = open.at(-1); entries !== undefined; entries = open.at(-1)) {
      const { value } = entries.next()
      if (value === undefined) {
        open.pop()
        continue
      }
      const [path, { kind, object }] = value
      bytes += path.length + object.length
      if (bytes > most) throw refused(this.#root, `the list of its files is over ${most} bytes`)
      if (kind === 'folder') open.push(entriesOf(all, object, `${path}/`))
      else if (kind !== 'submodule') files.set(path, object)
    }
    return files
  }

  async #read(objects: readonly string[]): Promise<Map<string, Folder>> {
    const unknown = [...new Set(objects)].filter((object) => !this.#folders.has(object))
    if (unknown.length > 0) {
      const reading = this.#objects.read('tree', unknown)
      for (const object of unknown) this.#folders.set(object, reading.then(folderOf(object)))
    }
    const folders = [...new Set(objects)].map(async (object) => {
      return [object, (await this.#folders.get(object)) ?? new Map<string, TreeItem>()] as const
    })
    return new Map(await Promise.all(folders))
  }
}

/** The blobs of those of the paths at which a tree has a file, or a link. */
export async function blobsAt(
  { objects }: Repository,
  tree: string,
  paths: readonly string[]
): Promise<string[]> {
  const items = await new Trees(objects, tree).itemsAt(paths)
  return [...items.values()].flatMap((item) => blobOf(item) ?? [])
}

/** Of a file, or a link; null: of what is neither. */
export function blobOf(item: TreeItem | undefined): string | null {
  return item?.kind === 'file' || item?.kind === 'link' ? item.object : null
}

function folderOf(object: string) {
  return (read: Awaited<ReturnType<ObjectReader['read']>>): Folder => {
    const tree = read.get(object)
    const items = tree === undefined ? null : parseTree(tree.content, object.length / 2)
    if (items !== null) return items
    throw refused(
      object,
      `it ${tree === undefined ? 'is not here' : 'is none that Git would make'}`
    )
  }
}

function refused(tree: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'GIT_FAILED', subject: `tree ${tree}`, reason })
}

function* entriesOf(
  folders: ReadonlyMap<string, Folder>,
  object: string,
  above: string
): Generator<[string, TreeItem], undefined> {
  for (const [name, item] of folders.get(object) ?? []) yield [above + name, item]
}

/** A tree as Git stores it: `<mode> <name>`, a NUL and the object's name in binary, for each item; null: it is none. `nameLength`: bytes of such a name. */
export function parseTree(content: Buffer, nameLength: number): Map<string, TreeItem> | null {
  const items = new Map<string, TreeItem>()
  for (let at = 0; at < content.length;) {
    const blank = content.indexOf(0x20, at)
    const end = content.indexOf(0, blank)
    const next = end + 1 + nameLength
    if (blank < 0 || end < 0 || end === blank + 1 || next > content.length) return null
    const mode = content.toString('latin1', at, blank)
    const name = content.toString('utf8', blank + 1, end)
    items.set(name, treeItem(mode, content.toString('hex', end + 1, next)))
    at = next
  }
  return items
}
