import { NarPublishError } from '../errors.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { workTreeEnvironment } from '../repository/git/environment.ts'
import { runGit, type Git } from '../repository/git/run.ts'
import { ownRepository } from '../repository/own-repository.ts'

export interface Checkout {
  /** Absolute. */
  root: string
  owner: string
  repo: string
}

/** The work tree that the run stands in, and its repository on GitHub. Throws CHECKOUT_INVALID, REPOSITORY_INVALID, GIT_MISSING. */
export async function findCheckout(environment: Environment, log: Log): Promise<Checkout> {
  const { workspace, childEnvironment, serverUrl } = environment
  const git = gitIn(workspace, childEnvironment, log)
  const { status, stdout } = await runGit(git, ['rev-parse', '--show-toplevel'])
  const root = stdout.toString('utf8').replace(/\n$/, '')
  if (status !== 0 || root === '') {
    throw new NarPublishError({
      code: 'CHECKOUT_INVALID',
      subject: workspace,
      reason: 'it is in no work tree of Git, or in one of another user',
      hint: 'Run `nar-publish init` in the checkout of the repository that is to publish.'
    })
  }
  const name = await ownRepository({ ...environment, workspace: root }, log)
  const [owner, repo] = name?.split('/') ?? []
  if (owner === undefined || repo === undefined) {
    throw new NarPublishError({
      code: 'REPOSITORY_INVALID',
      subject: `${root}, remote origin`,
      reason: `it is missing, or no repository at ${serverUrl}`,
      hint: `\`git remote add origin ${serverUrl}/OWNER/REPO\` names it; GITHUB_SERVER_URL and GITHUB_API_URL name another GitHub.`
    })
  }
  return { root, owner, repo }
}

/** Whether Git has the file as it stands: committed, or at least nothing to be said about it. */
export async function isCommitted(root: string, path: string, run: RunPlace): Promise<boolean> {
  const git = gitIn(root, run.environment.childEnvironment, run.log)
  const { status, stdout } = await runGit(git, ['status', '--porcelain', '--ignored', '--', path])
  return status === 0 && stdout.length === 0
}

interface RunPlace {
  environment: Environment
  log: Log
}

function gitIn(directory: string, env: Readonly<Record<string, string>>, log: Log): Git {
  return { directory, isWorkTree: true, url: directory, env: workTreeEnvironment(env), log }
}
