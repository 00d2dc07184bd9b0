import { commitAddress } from '../../harmless.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { BranchHead } from '../../repository/github/branch-head.ts'
import { writeCommit } from '../../repository/github/commit-write.ts'
import { moveFrom } from '../../repository/github/history-update.ts'
import { readRepository } from '../../repository/github/repository.ts'
import { writeFiles } from '../../repository/github/tree-write.ts'
import { hashParagraphs, treeTrailer } from '../propose/commit-message.ts'
import type { HeadCommit, HeadFile } from './check.ts'
import type { RepairedPullRequest } from './find-pull-request.ts'
import { rewritten } from './join.ts'
import type { RepairEdit } from './types.ts'

interface Landing {
  head: HeadCommit
  files: readonly HeadFile[]
  edits: readonly RepairEdit[]
  runUrl: string | null
}

/**
 * One commit on top of the head, and the branch moved to it, only while it is at the head: by no force. null: it has moved on, and stays as it
 * is. Throws TOKEN_FORBIDDEN, BRANCH_RULE, REPOSITORY_READ_ONLY, and what any request to GitHub may.
 */
export async function landRepair(
  api: GitHubApi,
  { author, branch: name }: RepairedPullRequest,
  { head, files, edits, runUrl }: Landing
): Promise<string | null> {
  const { id } = await readRepository(api)
  const modes = new Map(files.map(({ path, mode }) => [path, mode]))
  const tree = await writeFiles(
    api,
    head.tree,
    rewritten(files, edits).map(({ path, after }) => ({
      path,
      mode: modes.get(path) ?? '100644',
      content: Buffer.from(after)
    }))
  )
  const message = repairMessage(edits, { author, runUrl, tree })
  const { sha } = await writeCommit(api, { message, tree, parents: [head.sha] })
  const branch = new BranchHead(api, name)
  const move = { from: { commit: head.sha, tree: head.tree }, to: sha, force: false }
  return (await moveFrom(api, branch, id, move)) ? sha : null
}

/**
 * Dependabot goes on rebasing a pull request of its own over a commit that says so, which throws the commit away: the new head is
 * repaired anew. https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/manage-your-dependency-security/managing-pull-requests-for-dependency-updates
 */
const dependabot = { login: 'dependabot[bot]', words: '[dependabot skip]' }

/** As of a proposal: each hash with what it was, and the trailer by which a commit is known for ours. */
export function repairMessage(
  edits: readonly RepairEdit[],
  { author, runUrl, tree }: { author: string | null; runUrl: string | null; tree: string }
): string {
  return [
    edits.length === 1 ? 'Update a Nix hash' : 'Update Nix hashes',
    ...hashParagraphs(edits),
    ...(runUrl === null ? [] : [`run: ${commitAddress(runUrl, 300)}`]),
    // No person's login has brackets.
    ...(author === dependabot.login ? [dependabot.words] : []),
    treeTrailer(tree)
  ].join('\n\n')
}
