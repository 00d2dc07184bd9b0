import type { NarEntry } from '../../binary-cache/nar-entries.ts'

/** Where two builds of a store path differ. */
export interface FileDifference {
  /** In the store path; `.` is all of it. */
  path: string
  /**
   * content: of two files, or the target of two links. kind: one is a folder, a program (executable), a link, and the other is not.
   * only-built, only-rebuilt: the other build does not have it, nor what is in it.
   */
  what: 'content' | 'kind' | 'only-built' | 'only-rebuilt'
  /** bytes; null: it is not there, or a folder */
  size: number | null
  otherSize: number | null
}

export interface TreeDifferences {
  /** The first ones, in the order of their names. */
  files: FileDifference[]
  /** Of them all. */
  count: number
}

/** Compares two NARs entry by entry as they come; memory does not grow with them. `most`: differences that are listed. Throws what the trees throw. */
export async function compareTrees(
  built: AsyncIterable<NarEntry>,
  rebuilt: AsyncIterable<NarEntry>,
  most: number
): Promise<TreeDifferences> {
  const files: FileDifference[] = []
  let count = 0
  let top: readonly string[] | null = null
  for await (const [one, other] of paired(built, rebuilt)) {
    const path = (one ?? other)?.path ?? []
    // What stands in a folder that only one has is told with that.
    if (top !== null && isBelow(path, top)) continue
    const what = differenceOf(one, other)
    if (what === null) continue
    const isFolder = one?.kind === 'folder' || other?.kind === 'folder'
    top = isFolder ? path : null
    count += 1
    if (files.length < most) {
      files.push({ path: nameOf(path), what, size: sizeOf(one), otherSize: sizeOf(other) })
    }
  }
  return { files, count }
}

type Pair = readonly [NarEntry | null, NarEntry | null]

/** Entries of the same path together; both trees have the same order. */
async function* paired(
  built: AsyncIterable<NarEntry>,
  rebuilt: AsyncIterable<NarEntry>
): AsyncGenerator<Pair> {
  const [ones, others] = [built[Symbol.asyncIterator](), rebuilt[Symbol.asyncIterator]()]
  const next = async (entries: AsyncIterator<NarEntry>): Promise<NarEntry | null> => {
    const result = await entries.next()
    return result.done === true ? null : result.value
  }
  let [one, other] = [await next(ones), await next(others)]
  while (one !== null || other !== null) {
    const order = one === null ? 1 : other === null ? -1 : comparePaths(one.path, other.path)
    yield [order <= 0 ? one : null, order >= 0 ? other : null]
    if (order <= 0) one = await next(ones)
    if (order >= 0) other = await next(others)
  }
}

function comparePaths(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((name, index) => name !== other[index])
  if (at === -1) return one.length - other.length
  const [name = '', otherName] = [one[at], other[at]]
  return otherName === undefined || name > otherName ? 1 : -1
}

function isBelow(path: readonly string[], top: readonly string[]): boolean {
  return path.length > top.length && top.every((name, index) => name === path[index])
}

function differenceOf(one: NarEntry | null, other: NarEntry | null): FileDifference['what'] | null {
  if (other === null) return 'only-built'
  if (one === null) return 'only-rebuilt'
  if (one.kind !== other.kind) return 'kind'
  return one.hash === other.hash ? null : 'content'
}

function sizeOf(entry: NarEntry | null): number | null {
  return entry === null || entry.kind === 'folder' ? null : entry.size
}

/** As people read it; bytes that are no UTF-8 are replaced. */
function nameOf(path: readonly string[]): string {
  return path.length === 0 ? '.' : Buffer.from(path.join('/'), 'latin1').toString('utf8')
}
