import { resolve } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { decoded } from '../text.ts'

/**
 * Where the cache goes: a repository on the GitHub that the workflow runs on, which its API reaches, or any other that git can
 * push to.
 */
export type TargetAddress =
  | { kind: 'github'; owner: string; repo: string }
  /** `url`: as git takes it, without secrets; a local path is absolute. */
  | { kind: 'git'; url: string }

const ownerPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/
const repoPattern = /^[A-Za-z0-9._-]{1,100}$/
/** What git is allowed to use: `ext::` and other helpers would run what the address names. */
const protocols = ['https:', 'http:', 'ssh:', 'file:']
/** `user@host:path`, or `host:path`. A host that began with a dash would be an option for ssh. */
const scpPattern = /^(?:[A-Za-z0-9_.-]+@)?([A-Za-z0-9][A-Za-z0-9.-]*):(?!\/\/|:)([^\p{Cc}]+)$/u

/**
 * `owner/name`, the address of a repository on the host of `serverUrl` (https, ssh or scp-like, with or without `.git`): GitHub's.
 * Another https, ssh, scp-like or file address, or a path (`/…`, `./…`, `../…`, about `workspace`): git's. Empty: the workflow's
 * own repository. Throws REPOSITORY_INVALID, INPUT_MISSING.
 */
export function parseTargetAddress(
  text: string,
  run: { serverUrl: string; repository: string | null; workspace: string }
): TargetAddress {
  if (text === '') {
    if (run.repository === null) {
      throw new NarPublishError({
        code: 'INPUT_MISSING',
        subject: 'input target-repository',
        reason: 'it is empty, and outside of a workflow there is no repository to fall back to',
        terminal: { reason: 'it is empty' }
      })
    }
    return parseTargetAddress(run.repository, run)
  }
  if (/\p{Cc}/u.test(text)) throw invalid(text, 'it holds a control character')
  if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') {
    return { kind: 'git', url: resolve(run.workspace, text) }
  }
  const server = new URL(run.serverUrl)
  if (text.includes('://')) return parseUrl(text, server)
  const scp = scpPattern.exec(text)
  if (scp?.[1] === undefined || scp[2] === undefined) return gitHubRepository(text, text)
  return scp[1].toLowerCase() === server.hostname
    ? gitHubRepository(scp[2], text)
    : { kind: 'git', url: text }
}

function parseUrl(text: string, server: URL): TargetAddress {
  if (!URL.canParse(text)) throw invalid(text, 'it is not a valid address')
  const url = new URL(text)
  if (!protocols.includes(url.protocol)) {
    throw invalid(text, 'git pushes to https, http, ssh and file addresses, and to paths')
  }
  const isSsh = url.protocol === 'ssh:'
  if (url.password !== '' || (url.username !== '' && !isSsh)) {
    throw new NarPublishError({
      code: 'REPOSITORY_INVALID',
      subject: 'input target-repository',
      reason: 'the address holds a user name or password',
      hint: 'Give the address without it: GitHub’s secret as `token`, another host’s through a credential helper of git.'
    })
  }
  const isGitHub =
    url.protocol !== 'file:' &&
    (isSsh ? url.hostname === server.hostname : url.host === server.host)
  if (isGitHub) return gitHubRepository(decoded(url.pathname), text)
  if (url.search !== '' || url.hash !== '') throw invalid(text, 'it has a query or a fragment')
  // A host that began with a dash would be an option for ssh.
  if (url.hostname.startsWith('-')) throw invalid(text, 'it is not a valid address')
  return { kind: 'git', url: text }
}

/** `path`: what stands behind the host; `text`: the whole, for the error. */
function gitHubRepository(path: string, text: string): TargetAddress {
  const [owner, repo, ...rest] = path.replace(/^\/+|\/+$/g, '').split('/')
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
  return { kind: 'github', owner, repo: name }
}

function invalid(text: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'REPOSITORY_INVALID',
    subject: `input target-repository, ${JSON.stringify(text.slice(0, 200))}`,
    reason
  })
}
