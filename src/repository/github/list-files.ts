import pLimit from 'p-limit'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { treeItem } from '../tree-item.ts'
import type { TreeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { lookUp, type ListedItem } from './look-up.ts'
import { readTree } from './read-tree.ts'

const foldersAtOnce = 8

const entryShape = z.object({
  path: z.string(),
  mode: z.string(),
  sha: z.string(),
  size: z.number().optional()
})

/** What a tree has, by its path. `truncated`: GitHub lists it only in part. */
interface Listing {
  items: Map<string, ListedItem>
  truncated: boolean
}

/** The files of a listing, links among them. */
export function filesOf(items: ReadonlyMap<string, ListedItem>): Map<string, TreeFile> {
  return new Map(
    [...items].flatMap(([path, { kind, object, size }]): [string, TreeFile][] =>
      kind === 'file' || kind === 'link' ? [[path, { blob: object, size }]] : []
    )
  )
}

/**
 * Everything that a commit has, by its path. One request; for more than 100,000 entries, or 7 MB, one for the root folder and one for
 * each hundred of the others, level by level. Throws GITHUB_REFUSED for a folder that GitHub does not list whole.
 */
export async function listItems(api: GitHubApi, commit: string): Promise<Map<string, ListedItem>> {
  const whole = await fetchTree(api, commit, { recursive: '1' })
  if (!whole.truncated) return whole.items
  const items = await fetchWhole(api, commit, '')
  for (let level = foldersOf(items); level.length > 0;) {
    const found = new Map<string, ListedItem>()
    for (const [folder, listed] of await listFolders(api, commit, level)) {
      for (const [name, item] of listed) found.set(`${folder}/${name}`, item)
    }
    for (const [path, item] of found) items.set(path, item)
    level = foldersOf(found)
  }
  return items
}

type Folder = [path: string, tree: string]

function foldersOf(items: Listing['items']): Folder[] {
  return [...items].flatMap(([path, { kind, object }]): Folder[] =>
    kind === 'folder' ? [[path, object]] : []
  )
}

/** By the REST API each is a request of its own. */
async function listFolders(
  api: GitHubApi,
  commit: string,
  folders: readonly Folder[]
): Promise<(readonly [folder: string, Listing['items']])[]> {
  const asked = new Map(folders.map(([path]) => [path, 'sizes'] as const))
  const looked = await lookUp(api, commit, asked)
  // Each is there: what its folder's listing names.
  if (looked?.size === folders.length) {
    return [...looked].map(([path, { items }]) => [path, items])
  }
  return pLimit(foldersAtOnce).map(folders, async ([path, tree]) => {
    return [path, await fetchWhole(api, tree, path)] as const
  })
}

async function fetchWhole(api: GitHubApi, tree: string, folder: string): Promise<Listing['items']> {
  const { items, truncated } = await fetchTree(api, tree)
  if (!truncated) return items
  throw new NarPublishError({
    code: 'GITHUB_REFUSED',
    subject: `${api.repository}, folder ${JSON.stringify(folder && `${folder}/`)}`,
    reason: 'GitHub does not list all of its files',
    hint: 'A clone can be read all the same: `nar-publish doctor ./clone`. GitHub advises at most 3,000 files in a folder.'
  })
}

/** `tree`: a tree, or a commit whose root folder is meant. */
export function fetchTree(
  api: GitHubApi,
  tree: string,
  query: Record<string, string> = {}
): Promise<Listing> {
  return api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
      parameters: { tree_sha: tree, ...query },
      receive: readListing
    },
    listingShape
  )
}

/** An entry that is none is left in `tree`. */
async function readListing(body: unknown): Promise<unknown> {
  const items: Listing['items'] = new Map()
  const invalid: unknown[] = []
  const answer = await readTree(body, (item) => {
    const { data } = entryShape.safeParse(item)
    if (data === undefined) invalid.push(item)
    else items.set(data.path, { ...treeItem(data.mode, data.sha), size: data.size ?? null })
  })
  const rest = answerShape.safeParse(answer)
  return rest.success ? { ...rest.data, tree: invalid, items } : answer
}

const answerShape = z.object({ tree: z.array(z.unknown()), truncated: z.boolean() })
const listingShape = answerShape.extend({
  tree: z.array(entryShape),
  items: z.custom<Listing['items']>()
})
