import pLimit from 'p-limit'
import { z } from 'zod'
import { cacheInfoPath } from '../../binary-cache/cache-info.ts'
import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from './api.ts'
import { fetchTree, filesOf } from './list-files.ts'
import type { RawFiles } from './raw-files.ts'
import { readMany, type ReadByGit } from './read-many.ts'
import { TreeReader } from './tree-read.ts'

/** Each costs a request; who has more is told so. */
const mostBranches = 200
const branchesAtOnce = 4

const branchShape = z.object({ name: z.string(), commit: z.object({ sha: z.string() }) })

export interface BranchReader {
  api: GitHubApi
  raw: RawFiles
  readByGit: ReadByGit | null
}

/**
 * The texts of the narinfos of every branch but `branch` that has a `nix-cache-info`. A request for each branch; narinfos are read at
 * their raw addresses. Throws GITHUB_REFUSED when there are too many branches to look at, and what reading throws.
 */
export async function narInfosElsewhere(reader: BranchReader, branch: string): Promise<string[]> {
  const branches = await listBranches(reader.api)
  const limit = pLimit(branchesAtOnce)
  const texts = await limit.map(
    branches.filter(({ name }) => name !== branch),
    ({ name, commit }) => readNarInfos(reader, name, commit.sha)
  )
  return texts.flat()
}

async function readNarInfos(reader: BranchReader, name: string, commit: string): Promise<string[]> {
  const { api } = reader
  const root = await fetchTree(api, commit)
  if (root.truncated) throw unreadable(api, `GitHub does not list all files of its branch ${name}`)
  if (!root.items.has(cacheInfoPath)) return []
  const files = [...filesOf(root.items)]
  const contents = await readMany(
    { ...reader, commit, trees: new TreeReader(api, commit, commit) },
    new Map(
      files.flatMap(([path, { blob }]) =>
        path.endsWith('.narinfo') ? [[path, blob] as const] : []
      )
    )
  )
  return [...contents.values()].map((content) => content.toString('utf8'))
}

async function listBranches(api: GitHubApi): Promise<z.output<typeof branchShape>[]> {
  const route = 'GET /repos/{owner}/{repo}/branches'
  const branches = await api.callPages({ route }, branchShape, mostBranches)
  if (branches.length < mostBranches) return branches
  throw unreadable(api, `it has ${mostBranches} branches or more, too many to look at`)
}

function unreadable(api: GitHubApi, reason: string): NarPublishError {
  return new NarPublishError({ code: 'GITHUB_REFUSED', subject: api.repository, reason })
}
