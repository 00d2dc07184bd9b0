import { NarPublishError } from '../errors.ts'

/** A repository on the GitHub that the workflow runs on. */
export interface TargetAddress {
  owner: string
  repo: string
}

const ownerPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/
const repoPattern = /^[A-Za-z0-9._-]{1,100}$/

/**
 * `owner/name`, or the address of a repository on the host of `serverUrl` (https, ssh or scp-like, with or without `.git`).
 * Empty: the workflow's own repository. Throws REPOSITORY_INVALID, INPUT_MISSING.
 */
export function parseTargetAddress(
  text: string,
  github: { serverUrl: string; repository: string | null }
): TargetAddress {
  if (text === '') {
    if (github.repository === null) {
      throw new NarPublishError({
        code: 'INPUT_MISSING',
        subject: 'input target-repository',
        reason: 'it is empty, and outside of a workflow there is no repository to fall back to'
      })
    }
    return parseTargetAddress(github.repository, github)
  }
  const [owner, repo, ...rest] = pathOnServer(text, new URL(github.serverUrl)).split('/')
  const name = repo?.replace(/\.git$/, '')
  if (
    rest.length > 0 ||
    owner === undefined ||
    name === undefined ||
    !ownerPattern.test(owner) ||
    !repoPattern.test(name) ||
    name === '.' ||
    name === '..'
  ) {
    throw invalid(text, 'it is neither owner/name nor the address of a repository')
  }
  return { owner, repo: name }
}

/** What stands behind the host, without slashes at its ends; a text without a host is taken as it is. */
function pathOnServer(text: string, server: URL): string {
  const scp = /^[A-Za-z0-9_-]+@([^:/]+):(.*)$/s.exec(text)
  if (scp?.[1] !== undefined && scp[2] !== undefined) {
    if (scp[1].toLowerCase() !== server.hostname) throw elsewhere(text, server)
    return trimSlashes(scp[2])
  }
  if (!text.includes('://')) return text
  if (!URL.canParse(text)) throw invalid(text, 'it is not a valid address')
  const url = new URL(text)
  if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
    throw new NarPublishError({
      code: 'REPOSITORY_INVALID',
      subject: 'input target-repository',
      reason: 'the address holds a user name or password',
      hint: 'Give the address without it, and the secret as `token`.'
    })
  }
  const sameHost =
    url.protocol === 'ssh:' ? url.hostname === server.hostname : url.host === server.host
  if (!sameHost || !['https:', 'http:', 'ssh:'].includes(url.protocol))
    throw elsewhere(text, server)
  return trimSlashes(decodeURIComponentOrSelf(url.pathname))
}

function trimSlashes(text: string): string {
  return text.replace(/^\/+|\/+$/g, '')
}

function decodeURIComponentOrSelf(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function elsewhere(text: string, server: URL): NarPublishError {
  return invalid(
    text,
    `it is not on ${server.host}, and this version publishes to that GitHub only`
  )
}

function invalid(text: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'REPOSITORY_INVALID',
    subject: `input target-repository, ${JSON.stringify(text.slice(0, 200))}`,
    reason
  })
}
