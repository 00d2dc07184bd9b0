import pLimit from 'p-limit'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { treeItem } from '../tree-item.ts'
import type { TreeFile, TreeItem } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { readItems } from './json-items.ts'

const foldersAtOnce = 8

const entryShape = z.object({
  path: z.string(),
  mode: z.string(),
  sha: z.string(),
  size: z.number().optional()
})

/** An item of a listing. `size`: bytes, of a file; null: not said. */
type ListedItem = TreeItem & { size: number | null }

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
 * Everything below a tree, by its path. One request; for more than 100,000 entries, or 7 MB, one for each folder. Throws
 * GITHUB_REFUSED for a folder that GitHub does not list whole.
 */
export async function listItems(api: GitHubApi, tree: string): Promise<Map<string, ListedItem>> {
  const items = new Map<string, ListedItem>()
  const limit = pLimit(foldersAtOnce)
  const walk = async (sha: string, folder: string): Promise<void> => {
    const reply = await limit(() => fetchTree(api, sha))
    if (reply.truncated) {
      throw new NarPublishError({
        code: 'GITHUB_REFUSED',
        subject: `${api.repository}, folder ${JSON.stringify(folder)}`,
        reason: 'GitHub does not list all of its files',
        hint: 'A clone can be read all the same: `nar-publish doctor ./clone`. GitHub advises at most 3,000 files in a folder.'
      })
    }
    for (const [path, item] of reply.items) items.set(folder + path, item)
    const folders = [...reply.items].filter(([, { kind }]) => kind === 'folder')
    await Promise.all(folders.map(([path, { object }]) => walk(object, `${folder}${path}/`)))
  }
  const whole = await fetchTree(api, tree, { recursive: '1' })
  if (!whole.truncated) return whole.items
  await walk(tree, '')
  return items
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
  const answer = await readItems(body, (item) => {
    const { data } = entryShape.safeParse(item)
    if (data === undefined) invalid.push(item)
    else items.set(data.path, { ...treeItem(data.mode, data.sha), size: data.size ?? null })
  })
  const rest = answerShape.safeParse(answer)
  return rest.success ? { ...rest.data, tree: [...rest.data.tree, ...invalid], items } : answer
}

const answerShape = z.object({ tree: z.array(z.unknown()), truncated: z.boolean() })
const listingShape = answerShape.extend({
  tree: z.array(entryShape),
  items: z.custom<Listing['items']>()
})
