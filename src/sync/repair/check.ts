import { isUtf8 } from 'node:buffer'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { TreeReader } from '../../repository/github/tree-read.ts'
import { checkHash, spanKey } from '../computed/check.ts'
import { computedInvalid } from '../computed/schema.ts'
import { findHashLiterals, isLockFile } from '../literals/find.ts'
import { largestFile } from '../project/project.ts'
import { isOwnCommit } from '../propose/commit-message.ts'
import { placeOf, type TextFile } from '../types.ts'
import type { RepairEdit } from './types.ts'

/** A commit as GitHub has it. */
export interface HeadCommit {
  sha: string
  tree: string
  message: string
}

/** An edited file at the head. */
export interface HeadFile extends TextFile {
  mode: '100644' | '100755'
}

const commitReply = z.object({
  tree: z.object({ sha: z.string() }),
  message: z.string()
})

/** By its name, of the base repository: which has the commits of its pull requests, those of forks too. */
export async function readHead(api: GitHubApi, sha: string): Promise<HeadCommit> {
  const { tree, message } = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
      parameters: { commit_sha: sha }
    },
    commitReply
  )
  return { sha, tree: tree.sha, message }
}

/** A pull request changes hashes in a few. */
const mostFiles = 50
/** Each folder on the way to them is a request. */
const mostFolders = 200

/**
 * Reads the files that the edits name at the head, by GitHub, and lets the edits through when each replaces a hash that stands there by
 * another one of the same algorithm in the same form. Whoever wrote them had the pull request's code run beside it: they are believed only as far
 * as this goes. Throws COMPUTED_INVALID.
 */
export async function readEdited(
  api: GitHubApi,
  head: HeadCommit,
  edits: readonly RepairEdit[]
): Promise<HeadFile[]> {
  const byFile = Map.groupBy(edits, ({ file }) => file)
  if (byFile.size > mostFiles) {
    throw computedInvalid('computed', `it edits ${byFile.size} files, over ${mostFiles}`)
  }
  const folders = new Set([...byFile.keys()].flatMap(foldersOf))
  if (folders.size > mostFolders) {
    throw computedInvalid(
      'computed',
      `it edits files in ${folders.size} folders, over ${mostFolders}`
    )
  }
  for (const path of byFile.keys()) refuseOthers(path)
  const trees = new TreeReader(api, head.sha, head.tree)
  const files: HeadFile[] = []
  for (const [path, own] of byFile) {
    const file = await readFile(trees, path)
    const literals = new Map(findHashLiterals(file).map((literal) => [spanKey(literal), literal]))
    for (const edit of own) checkHash(edit, literals.get(spanKey(edit)))
    files.push(file)
  }
  return files
}

/** `.github/workflows/x.yml` and `.gitmodules` hold no hashes of packages; what a lock file holds is for its package manager to believe. */
function refuseOthers(path: string): void {
  if (path.split('/').some((part) => /^\.git/i.test(part))) {
    throw computedInvalid(path, 'it is Git’s or GitHub’s own')
  }
  if (isLockFile(path)) throw computedInvalid(path, 'it is a package manager’s lock file')
}

/** `a`, `a/b` of `a/b/c.nix`. */
function foldersOf(path: string): string[] {
  const names = path.split('/')
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'))
}

async function readFile(trees: TreeReader, path: string): Promise<HeadFile> {
  const found = await trees.find(path)
  const mode = found.kind === 'blob' ? found.mode : null
  if (found.kind !== 'blob' || (mode !== '100644' && mode !== '100755')) {
    throw computedInvalid(path, 'it is no plain file of the pull request’s head')
  }
  const content = await trees.readBlob(found.sha, path)
  if (content.length > largestFile || content.includes(0) || !isUtf8(content)) {
    throw computedInvalid(path, `it is no text, or has over ${largestFile} bytes`)
  }
  return { path, mode, text: content.toString('utf8') }
}

/** Throws HASH_DRIFT when the head is a repair itself that wrote one of these hashes a moment ago: it would be another one each time. */
export function refuseDrift({ tree, message }: HeadCommit, edits: readonly RepairEdit[]): void {
  if (!isOwnCommit({ message, tree })) return
  const again = edits.find(
    ({ oldHash }) => oldHash !== null && message.includes(`\n  new: ${oldHash}\n`)
  )
  if (again === undefined) return
  throw new NarPublishError({
    code: 'HASH_DRIFT',
    subject: placeOf(again),
    reason: `the pull request’s last commit repaired it, and by now it is ${again.newHash}: what is fetched is another one each time`,
    hint: 'Fetch something that stays as it is.'
  })
}
