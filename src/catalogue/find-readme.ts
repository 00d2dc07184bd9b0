import { posix } from 'node:path'
import { foldersAbove } from '../repository/tree-item.ts'
import type { TargetSnapshot, TreeItem } from '../repository/types.ts'
import { compareBytes } from './byte-order.ts'
import { blockLines, readmePath } from './readme.ts'

/** The README of a state of the branch, which has our block, or gets it. */
export interface Readme {
  /** Where its text is: a `README.md` that is a link is followed. */
  path: string
  /** What stands in the root folder; `README.md`, unless it is spelled otherwise there. */
  name: string
  /** null: there is none yet. */
  content: Buffer | null
}

export const noReadme: Readme = { path: readmePath, name: readmePath, content: null }

type Files = Pick<TargetSnapshot, 'readFile' | 'itemsAt' | 'itemsIn'>

/** A link that leads to a link, and so on. */
const mostLinks = 5

/**
 * Finds it as GitHub does: in any case of letters, through a link to a Markdown file of the branch. A link that leads to none stands for no
 * README; the commit refuses to write in its place. A `README.md` that has our block costs no more than the root folder's listing.
 */
export async function findReadme(files: Files): Promise<Readme> {
  const usual = await files.readFile(readmePath)
  if (usual !== null && blockLines(usual) !== null) {
    return { path: readmePath, name: readmePath, content: usual }
  }
  const root = await files.itemsIn('')
  const names = markdownNames(root)
  // Somebody may have written another one since.
  for (const other of names.length > 1 ? names : []) {
    const content = await files.readFile(other)
    if (blockLines(content) !== null) return { path: other, name: other, content }
  }
  const name = names[0] ?? null
  const path = name === null ? null : await followLinks(files, name, root.get(name))
  if (name === null) return noReadme
  if (path === null) return { path: name, name, content: null }
  return { path, name, content: path === readmePath ? usual : await files.readFile(path) }
}

/** Names that GitHub takes for a README, by what it shows first: what it renders, by the alphabet, and then plain text. */
const rendered =
  /\.(?:md|mkdn?|mdown|markdown|textile|rdoc|org|creole|mediawiki|wiki|a(?:sciidoc|doc|sc)|rst|pod)$/i
const readmeName = /^readme(?:\.[a-z0-9]+)?$/i

/**
 * Sentences for when people do not see on GitHub what readers of the cache are told, or see it from now on in place of another README. It
 * looks into `.github`, the root and `docs`, in this order. A request of the host's API where the branch has a folder `.github` or `docs`.
 */
export async function readmeNotes(
  files: Files,
  { name, path, content }: Readme
): Promise<string[]> {
  const root = await files.itemsIn('')
  const shownIn = async (folder: string): Promise<string | null> => {
    if (root.get(folder)?.kind !== 'folder') return null
    const [first] = shownNames(await files.itemsIn(folder))
    return first === undefined ? null : `${folder}/${first}`
  }
  const [shown] = shownNames(root, name)
  const instead = (await shownIn('.github')) ?? (shown === name ? null : (shown ?? null))
  if (instead !== null) {
    // One may be a link to the other.
    const item = (await files.itemsAt([instead])).get(instead)
    if ((await followLinks(files, instead, item)) === path) return []
    return [
      `GitHub shows ${instead} to who opens the branch, and not ${name}, which tells how to use the cache: a link to it there helps.`
    ]
  }
  if (content !== null) return []
  const before = shownNames(root)[0] ?? (await shownIn('docs'))
  return before === null
    ? []
    : [`${name} is new, and GitHub shows it in place of ${before}: a link to that in it helps.`]
}

/** `added`: a name that will be there. */
function shownNames(items: ReadonlyMap<string, TreeItem>, added?: string): string[] {
  const there = [...items].flatMap(([name, { kind }]) =>
    readmeName.test(name) && (kind === 'file' || kind === 'link') ? [name] : []
  )
  const isPlain = (name: string): number => (rendered.test(name) ? 0 : 1)
  return [...new Set([...there, ...(added === undefined ? [] : [added])])].sort(
    (a, b) =>
      isPlain(a) - isPlain(b) ||
      compareBytes(a.toLowerCase(), b.toLowerCase()) ||
      compareBytes(a, b)
  )
}

/** The usual one first. */
function markdownNames(root: ReadonlyMap<string, TreeItem>): string[] {
  const names = [...root].flatMap(([name, { kind }]) =>
    /^readme\.md$/i.test(name) && (kind === 'file' || kind === 'link') ? [name] : []
  )
  const isOther = (name: string): number => Number(name !== readmePath)
  return names.sort((a, b) => isOther(a) - isOther(b) || compareBytes(a, b))
}

/** null: it leads to no Markdown file of the branch, or to one among the cache's own. */
async function followLinks(
  files: Files,
  name: string,
  found: TreeItem | undefined
): Promise<string | null> {
  let path = name
  let item = found
  for (let links = 0; item?.kind === 'link' && links < mostLinks; links++) {
    const text = (await files.readFile(path))?.toString() ?? ''
    path = posix.normalize(posix.join(posix.dirname(path), text))
    if (
      text.startsWith('/') ||
      !/^(?!\.\.\/|nar\/|pins\/|log\/)[^\p{Cc}]+\.(?:md|markdown)$/iu.test(path)
    ) {
      return null
    }
    const folders = foldersAbove(path)
    const items = await files.itemsAt([...folders, path])
    if (folders.some((folder) => items.get(folder)?.kind !== 'folder')) return null
    item = items.get(path)
  }
  return item?.kind === 'file' ? path : null
}
