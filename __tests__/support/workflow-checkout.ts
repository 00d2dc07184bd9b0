/** actions/checkout, with git itself and from a real repository, as far as our workflows use it. */
import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { output } from './program.ts'
import type { StandIn } from './workflow-job.ts'

export interface CheckoutOf {
  /** Address of a repository, by `owner/name`. */
  remoteOf: (repository: string) => string
  /** What is checked out where the step does not say: the run's. `sha` null: the newest of its default branch. */
  repository: string
  sha: string | null
  /** The job's own. */
  token: string
}

const known = ['repository', 'ref', 'path', 'fetch-depth', 'persist-credentials', 'token']

/** Leaves the token in the clone's configuration, as that does, unless `persist-credentials: false`. */
export function checkoutAction({ remoteOf, repository, sha, token }: CheckoutOf): StandIn {
  return async ({ inputs, workspace }) => {
    for (const name of Object.keys(inputs)) {
      if (!known.includes(name)) throw new Error(`checkout’s ${name} is not known here`)
    }
    const folder = resolve(workspace, inputs['path'] ?? '')
    if (relative(workspace, folder).startsWith('..')) {
      throw new Error(`Repository path '${folder}' is not under '${workspace}'`)
    }
    mkdirSync(folder, { recursive: true })
    const from = inputs['repository'] ?? repository
    const given = inputs['ref'] ?? ''
    const ref = given !== '' ? given : from === repository && sha !== null ? sha : 'HEAD'
    const url = remoteOf(from)
    const credentials = Buffer.from(`x-access-token:${inputs['token'] ?? token}`).toString('base64')
    const header = [
      `http.${new URL(url).origin}/.extraheader`,
      `AUTHORIZATION: basic ${credentials}`
    ] as const
    const git = (...args: string[]): Promise<string> =>
      output('git', args, { cwd: folder, env: gitEnvironment })
    await git('init', '--quiet', '--initial-branch=main')
    await git('remote', 'add', 'origin', url)
    await git('config', ...header)
    const depth = inputs['fetch-depth'] ?? '1'
    const isCommit = /^[0-9a-f]{40}$/.test(ref)
    const isBranch = !isCommit && ref !== 'HEAD' && !ref.startsWith('refs/pull/')
    const branch = ref.replace(/^refs\/heads\//, '')
    await git(
      ...[
        'fetch',
        '--quiet',
        '--no-tags',
        ...(depth === '0' ? [] : [`--depth=${depth}`]),
        'origin'
      ],
      isBranch ? `+refs/heads/${branch}:refs/remotes/origin/${branch}` : ref
    )
    await (isBranch
      ? git('checkout', '--quiet', '-B', branch, `refs/remotes/origin/${branch}`)
      : git('checkout', '--quiet', '--detach', 'FETCH_HEAD'))
    if (inputs['persist-credentials'] === 'false') await git('config', '--unset', header[0])
    return { commit: await git('rev-parse', 'HEAD'), ref }
  }
}

const gitEnvironment = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0'
}

/** Whether a checkout holds a token that later steps can read. */
export async function hasCredentials(folder: string): Promise<boolean> {
  const options = { cwd: join(folder), env: gitEnvironment }
  return (await output('git', ['config', '--list', '--local'], options)).includes('extraheader')
}
