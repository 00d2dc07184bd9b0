import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from '../environment.ts'
import { attempt, NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { TargetAddress } from './address.ts'
import { gitEnvironment } from './git/environment.ts'
import { runGit } from './git/run.ts'
import { isSameName } from './github/repository.ts'
import { remoteAddress } from './remote-address.ts'

/** `owner/name` that the workflow runs in; on a terminal what the checkout's remote `origin` is on this GitHub. null: there is none. */
export async function ownRepository(environment: Environment, log: Log): Promise<string | null> {
  if (environment.repository !== null) return environment.repository
  const lines = await askCheckout(environment, log, [
    'config',
    '--local',
    '--get',
    'remote.origin.url'
  ])
  const address = remoteAddress(lines[0] ?? '', environment)
  return address === null ? null : `${address.owner}/${address.repo}`
}

/**
 * Whether a target is the repository of the source: the one that the workflow runs in; on a terminal the checkout itself, or what its
 * remote `origin` or `upstream` is, or its only one.
 */
export async function isOwnTarget(
  target: TargetAddress,
  environment: Environment,
  log: Log
): Promise<boolean> {
  const { repository, workspace } = environment
  if (repository !== null) {
    return target.kind === 'github' && isSameName(`${target.owner}/${target.repo}`, repository)
  }
  // As git itself takes them, whatever `insteadOf` makes of them.
  const listed = await askCheckout(environment, log, ['remote', '--verbose'])
  const remotes = listed.flatMap((line) => {
    const [, name, url] = /^(\S+)\t(.*) \((?:fetch|push)\)$/.exec(line) ?? []
    return name === undefined || url === undefined ? [] : [{ name, url }]
  })
  const isLone = new Set(remotes.map(({ name }) => name)).size === 1
  const urls = remotes.flatMap(({ name, url }) =>
    isLone || name === 'origin' || name === 'upstream' ? [url] : []
  )
  if (target.kind === 'github') {
    return urls.some((url) => {
      const address = remoteAddress(url, environment)
      return (
        address !== null &&
        isSameName(`${address.owner}/${address.repo}`, `${target.owner}/${target.repo}`)
      )
    })
  }
  const folders = await askCheckout(environment, log, [
    ...['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir']
  ])
  const own = [...folders, ...urls.map((url) => placeOf(url, folders[0] ?? workspace))]
  return own.includes(placeOf(target.url, workspace))
}

/** One name for the ways to write an address: `host/path` of a remote one, a path without links. */
function placeOf(url: string, folder: string): string {
  const remote =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/]+)\/(.*)$/i.exec(url) ??
    /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.*)$/.exec(url)
  const trimmed = (text: string): string => text.replace(/\/+$/, '').replace(/\.git$/, '')
  if (remote !== null)
    return `${(remote[1] ?? '').toLowerCase()}/${trimmed(remote[2] ?? '').replace(/^\/+/, '')}`
  const path = resolve(
    folder,
    url.startsWith('file://') ? attempt(() => fileURLToPath(url), url) : url
  )
  return attempt(() => realpathSync(path), path)
}

/** Lines that git prints in the checkout; none where there is no checkout, or no git. */
async function askCheckout(
  { workspace, childEnvironment }: Environment,
  log: Log,
  args: readonly string[]
): Promise<string[]> {
  const env = gitEnvironment(childEnvironment, [])
  const git = { directory: workspace, isWorkTree: true, url: workspace, env, log }
  try {
    const { stdout } = await runGit(git, args)
    return stdout
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'GIT_MISSING') return []
    throw error
  }
}
