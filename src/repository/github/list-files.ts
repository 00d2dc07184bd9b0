import pLimit from 'p-limit'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { treeItem } from '../tree-item.ts'
import type { TreeFile, TreeItem } from '../types.ts'
import type { GitHubApi } from './api.ts'

const foldersAtOnce = 8

const treeReply = z.object({
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.number().optional()
    })
  ),
  truncated: z.boolean()
})
type TreeReply = z.output<typeof treeReply>

/** An item of a listing. `size`: bytes, of a file; null: not said. */
type ListedItem = TreeItem & { size: number | null }

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
  const add = ({ tree: entries }: TreeReply, folder: string): void => {
    for (const { path, mode, sha, size } of entries) {
      items.set(folder + path, { ...treeItem(mode, sha), size: size ?? null })
    }
  }
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
    add(reply, folder)
    const folders = reply.tree.filter(({ type }) => type === 'tree')
    await Promise.all(folders.map(({ path, sha: inner }) => walk(inner, `${folder}${path}/`)))
  }
  const whole = await fetchTree(api, tree, { recursive: '1' })
  if (whole.truncated) await walk(tree, '')
  else add(whole, '')
  return items
}

/** `tree`: a tree, or a commit whose root folder is meant. */
export function fetchTree(
  api: GitHubApi,
  tree: string,
  query: Record<string, string> = {}
): Promise<TreeReply> {
  return api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
      parameters: { tree_sha: tree, ...query }
    },
    treeReply
  )
}
