import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { BranchHead, type BranchState } from '../../repository/github/branch-head.ts'
import { blobSha } from '../../repository/github/git-objects.ts'
import type { Found, TreeReader } from '../../repository/github/tree-read.ts'
import type { Head } from '../../repository/types.ts'
import type { ChangedFile } from '../types.ts'
import { foldersOf, type Destination } from './destination.ts'

/**
 * The newest commit of the base branch, which has each file as the checkout had it. Only the folders on the way to the files are
 * listed. `checkout`: the commit that is checked out. Throws BASE_MISSING, CHECKOUT_STALE.
 */
export async function readBase(
  destination: Destination,
  files: readonly ChangedFile[],
  checkout: string
): Promise<Head> {
  const { upstream, base } = destination
  const branch = new BranchHead(upstream, base)
  const checkoutState: BranchState = { kind: 'at', head: { commit: checkout, tree: '' } }
  const left = new Set([checkout])
  for (;;) {
    const head = await readHead(branch, upstream)
    const difference = await findDifference(foldersOf(destination, upstream, head), files)
    if (difference === null) return head
    // A job that was started by a push can be quicker than GitHub: what it reads of the branch may be half a minute old.
    const isOld = !left.has(head.commit) && (await branch.contains(checkoutState, head.commit))
    if (!isOld) throw staleCheckout(branch, upstream, head, difference)
    left.add(head.commit)
    branch.leave({ kind: 'at', head })
  }
}

async function readHead(branch: BranchHead, { repository }: GitHubApi): Promise<Head> {
  const state = await branch.read()
  if (state.kind === 'at') return state.head
  throw new NarPublishError({
    code: 'BASE_MISSING',
    subject: `${repository} branch ${JSON.stringify(branch.branch)}`,
    reason: state.kind === 'empty' ? 'the repository is empty' : 'there is no such branch'
  })
}

/** The first file that is not as the checkout has it, and in what; null: there is none. */
async function findDifference(
  trees: TreeReader,
  files: readonly ChangedFile[]
): Promise<Difference | null> {
  for (const file of files) {
    const words = differenceOf(await findFile(trees, file.path), file)
    if (words !== null) return { path: file.path, words }
  }
  return null
}

interface Difference {
  path: string
  words: string
}

function staleCheckout(
  { branch }: BranchHead,
  { repository }: GitHubApi,
  { commit }: Head,
  { path, words }: Difference
): NarPublishError {
  return new NarPublishError({
    code: 'CHECKOUT_STALE',
    subject: `${repository} branch ${JSON.stringify(branch)}, ${path}`,
    reason: `${words} at ${commit.slice(0, 12)}`
  })
}

/** Whether a commit has each file as the checkout had it. */
export async function hasOldFiles(
  trees: TreeReader,
  files: readonly ChangedFile[]
): Promise<boolean> {
  for (const { path, oldBlob } of files) {
    const found = await findFile(trees, path)
    if ((found.kind === 'blob' ? found.sha : null) !== oldBlob) return false
  }
  return true
}

async function findFile(trees: TreeReader, path: string): Promise<Found> {
  const found = await trees.find(path)
  return found.kind === 'unknown' ? trees.findByPath(path) : found
}

/** What the base branch has instead of the checkout's file, in words. */
function differenceOf(found: Found, { mode, oldBlob, content }: ChangedFile): string | null {
  if (found.kind !== 'blob') return oldBlob === null ? null : 'the branch does not have it'
  if (found.sha === blobSha(content)) return 'the branch already has what this run would write'
  if (oldBlob === null) return 'it is new in the checkout, and the branch has it by now'
  if (found.sha !== oldBlob) return 'it was changed on the branch since the checkout was made'
  if (found.mode !== null && found.mode !== mode) {
    return `its mode is ${found.mode} there and ${mode} in the checkout`
  }
  return null
}
