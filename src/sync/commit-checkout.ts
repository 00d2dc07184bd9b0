import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { committerEnvironment } from '../repository/git/environment.ts'
import { gitWords, runGit, type Git, type GitExit } from '../repository/git/run.ts'
import type { Project } from './project/locate-package.ts'
import { isNixpkgs } from './project/project.ts'
import { expectCleanTree, headOf, invalidCheckout } from './project/work-tree.ts'
import { proposalMessage } from './propose/commit-message.ts'
import { proposalTitle } from './propose/title.ts'
import type { RewrittenFile, SyncChange } from './types.ts'
import { changedMeanwhile, writeCheckout } from './write-checkout.ts'

type Checkout = Pick<Project, 'root' | 'git' | 'env'>

/** Asks git, before anything takes long, whether it could commit here. Throws CHECKOUT_INVALID, COMMIT_REFUSED. */
export async function expectCommittable({ root, git, env }: Checkout): Promise<void> {
  if ((await runGit(git, ['symbolic-ref', '--quiet', 'HEAD'])).status !== 0) {
    throw invalidCheckout(
      root,
      'it is at no branch, so that a commit would be on none',
      'Switch to a branch first, with `git switch BRANCH` or `git switch --create BRANCH`.'
    )
  }
  for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    const ended = await runGit(usersOwn(git, env), ['var', who])
    if (ended.status !== 0) throw refused(root, ended)
  }
}

/**
 * Writes files of the checkout and commits these and nothing else, as the user's own `git commit` would: with their name, their hooks and
 * their signature. What else is staged stays so. When git refuses, the files are what they were. Throws CHECKOUT_CHANGED, CHECKOUT_INVALID,
 * TREE_DIRTY, COMMIT_REFUSED.
 *
 * @returns the commit, and what a reader should know of it
 */
export async function commitCheckout(
  project: Project,
  { changes, group }: { changes: readonly SyncChange[]; group: string | null },
  files: readonly RewrittenFile[]
): Promise<{ sha: string; notes: string[] }> {
  const { root, git, env, head } = project
  const paths = files.map(({ path }) => path)
  await expectCommittable(project)
  if ((await headOf(git)) !== head) throw changedMeanwhile('HEAD')
  await expectCleanTree(git, paths)
  const title = proposalTitle({ changes, group }, isNixpkgs(project) ? 'nixpkgs' : '', null)
  const added = files.filter(({ before }) => before === null).map(literalPath)
  await writeCheckout(root, files, async (undo) => {
    const commit = [
      ...['commit', '--quiet', '--only', '--file=-', '--cleanup=whitespace', '--'],
      ...files.map(literalPath)
    ]
    const stdin = `${proposalMessage(title, changes, null, null)}\n`
    // `--only` takes what Git knows of.
    const add = ['add', '--intent-to-add', '--', ...added]
    const staged = added.length === 0 ? null : await runGit(git, add)
    const ended =
      staged !== null && staged.status !== 0
        ? staged
        : // Its hooks may talk to anybody.
          await runGit(usersOwn(git, env), commit, { stdin, isOnline: true })
    if (ended.status === 0) return
    // At once where a signal has ended it, as this process ends next; and not when it failed after it had committed.
    if (ended.status === null || (await headOf(git)) === head) {
      undo()
      if (added.length > 0) await runGit(git, ['reset', '--quiet', '--', ...added])
    }
    throw refused(root, ended)
  })
  return { sha: await headOf(git), notes: await hookNotes(project, files) }
}

function literalPath({ path }: RewrittenFile): string {
  return `:(top,literal)${path}`
}

/** A hook may have put something else into the commit than what was proved. */
async function hookNotes(
  { root, git }: Project,
  files: readonly RewrittenFile[]
): Promise<string[]> {
  const paths = files.map(({ path }) => path)
  const isAsWritten = async ({ path, after }: RewrittenFile): Promise<boolean> =>
    (await readFile(join(root, path), 'utf8').catch(() => null)) === after
  const areSame = (await Promise.all(files.map(isAsWritten))).every(Boolean)
  const isClean = await expectCleanTree(git, paths).then(
    () => true,
    () => false
  )
  return areSame && isClean
    ? []
    : ['a hook of the repository has changed the files: what was committed is not what was proved']
}

function usersOwn(git: Git, env: Project['env']): Git {
  return { ...git, env: committerEnvironment(env) }
}

function refused(root: string, ended: GitExit): NarPublishError {
  return new NarPublishError({ code: 'COMMIT_REFUSED', subject: root, reason: gitWords(ended) })
}
