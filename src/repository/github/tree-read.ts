import { z } from 'zod'
import { largestText } from '../../bodies.ts'
import type { TreeItem } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { blobSha } from './git-objects.ts'
import { fetchTree } from './list-files.ts'

type Listing = Awaited<ReturnType<typeof fetchTree>>

const blobReply = z
  .object({ content: z.string(), encoding: z.literal('base64') })
  .transform(({ content }) => Buffer.from(content, 'base64'))

/**
 * What a commit has at a path. `mode`: Git's, null where no listing showed it. `unknown`: GitHub's listing was cut, which it says of
 * a folder with over 100,000 entries.
 */
export type Found =
  { kind: 'blob'; sha: string; mode: string | null } | { kind: 'absent' } | { kind: 'unknown' }

/** Each publish reads files of this folder and of one below it: both are listed by one request. */
const wholeFolder = 'catalogue'

/** The folders of one commit, each asked for at most once. */
export class TreeReader {
  readonly #api: GitHubApi
  readonly #commit: string
  readonly #rootTree: string
  readonly #listings = new Map<string, Promise<Listing>>()

  constructor(api: GitHubApi, commit: string, rootTree: string) {
    this.#api = api
    this.#commit = commit
    this.#rootTree = rootTree
  }

  /** Whether looking at the root folder costs no request. */
  get isRootKnown(): boolean {
    return this.#listings.has(this.#rootTree)
  }

  /** What the root folder has, by name; `isWhole` false: GitHub lists it only in part. */
  async root(): Promise<{ items: ReadonlyMap<string, TreeItem>; isWhole: boolean }> {
    const { items, truncated } = await this.#list(this.#rootTree)
    return { items, isWhole: !truncated }
  }

  async find(path: string): Promise<Found> {
    const item = await this.#walk(path, (tree, folder) => this.#list(tree, folder))
    if (typeof item === 'string') return { kind: item }
    const mode = blobMode(item)
    return mode === null ? { kind: 'absent' } : { kind: 'blob', sha: item.object, mode }
  }

  /** What is at a path, be it a file or not, as far as listings tell that are here already. */
  peek(path: string): Promise<TreeItem | 'absent' | 'unknown'> {
    return this.#walk(path, (tree) => this.#listings.get(tree))
  }

  async #walk(
    path: string,
    list: (tree: string, folder: string) => Promise<Listing> | undefined
  ): Promise<TreeItem | 'absent' | 'unknown'> {
    const names = path.split('/')
    let tree = this.#rootTree
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/')
      const listing = await list(tree, folder)
      if (listing === undefined) return 'unknown'
      const isLast = depth === names.length - 1 || folder === wholeFolder
      const item = listing.items.get(isLast ? names.slice(depth).join('/') : name)
      if (item === undefined) return listing.truncated ? 'unknown' : 'absent'
      if (isLast) return item
      if (item.kind !== 'folder') return 'absent'
      tree = item.object
    }
    return 'absent'
  }

  /** A file that no listing shows, by its path: for folders whose listing is cut. */
  async findByPath(path: string): Promise<Found> {
    const reply = await this.#api.ask(
      {
        route: 'GET /repos/{owner}/{repo}/contents/{path}',
        parameters: { path, ref: this.#commit }
      },
      z.union([z.object({ type: z.string(), sha: z.string() }), z.array(z.unknown())]),
      ['not-found']
    )
    if (reply.kind === 'not-found' || Array.isArray(reply.data)) return { kind: 'absent' }
    const { type, sha } = reply.data
    return type === 'file' ? { kind: 'blob', sha, mode: null } : { kind: 'absent' }
  }

  /** `path`: says how large it can be. */
  async readBlob(sha: string, path: string): Promise<Buffer> {
    // As JSON: Octokit would decode the raw media type as text, and lose what is not UTF-8.
    return this.#api.call(
      {
        route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
        parameters: { file_sha: sha },
        // Base64 in lines of 60, and what says so.
        largest: Math.ceil(largestText(path) * 1.4) + 65_536
      },
      blobReply.refine((content) => blobSha(content) === sha)
    )
  }

  #list(tree: string, folder = ''): Promise<Listing> {
    const known = this.#listings.get(tree)
    if (known !== undefined) return known
    const listing = fetchTree(this.#api, tree, folder === wholeFolder ? { recursive: '1' } : {})
    this.#listings.set(tree, listing)
    return listing
  }
}

/** null: it is no blob. */
function blobMode({ kind, isExecutable }: TreeItem): string | null {
  if (kind === 'file') return isExecutable ? '100755' : '100644'
  return kind === 'link' ? '120000' : null
}
