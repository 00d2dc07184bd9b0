import { attempt } from '../../errors.ts'

/** Where a package's source is published, and how that place is asked for versions. */
export type SourceHost =
  /** `isOwn`: on the GitHub that this run belongs to, and not on github.com from elsewhere. */
  | { kind: 'github'; owner: string; repo: string; isOwn: boolean }
  /** `url`: of a Git repository, as git takes it. */
  | { kind: 'git'; url: string }
  /** `url`: answers with a JSON object that has `version`. */
  | { kind: 'registry'; url: string }

const namePattern = /^(?!\.{1,2}$)[\w.-]{1,100}$/
const archivePattern = /\.(tar|tgz|tbz2?|txz|zip|gz|bz2|xz|zst|crate|gem|jar|whl|deb|rpm)$/i
const protocols = ['https:', 'http:', 'ssh:', 'file:']
/** Hosts whose two-part paths are repositories, beside those that say `git.` in their name. */
const forges = ['gitlab.com', 'codeberg.org', 'bitbucket.org', 'git.sr.ht']

/** Reads it from an address that a source is fetched from, or from a homepage; null when it does not tell. Pure. */
export function sourceHost(address: string, serverUrl: string): SourceHost | null {
  const text = address.replace(/^git\+/, '')
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!protocols.includes(url.protocol) || url.hostname.startsWith('-')) return null
  // Credentials in an address are for the fetch alone.
  url.username = url.protocol === 'ssh:' ? url.username : ''
  url.password = ''
  return gitHubRepository(url, serverUrl) ?? registryPackage(url) ?? gitRepository(url)
}

/** `/o/r/archive/…`, `/o/r/releases/download/…`, `/o/r.git`, codeload's `/o/r/…`, the API's `/repos/o/r/tarball/…`. */
function gitHubRepository(url: URL, serverUrl: string): SourceHost | null {
  const own = new URL(serverUrl).host
  const host = url.host === own ? own : url.host.replace(/^(www|codeload|api)\./, '')
  if (host !== own && host !== 'github.com') return null
  const parts = decodedParts(url)
  const [owner = '', repo = ''] = parts[0] === 'repos' ? parts.slice(1) : parts
  const name = repo.replace(/\.git$/, '')
  if (!namePattern.test(owner) || !namePattern.test(name)) return null
  return { kind: 'github', owner, repo: name, isOwn: host === own }
}

/** `<origin>/<name>/-/<file>.tgz`: the tarball of a JavaScript package; the name may have a scope. */
function registryPackage(url: URL): SourceHost | null {
  const base = /^(\/.+)\/-\/[^/]+\.tgz$/.exec(url.pathname)?.[1]
  return base === undefined ? null : { kind: 'registry', url: `${url.origin}${base}/latest` }
}

function gitRepository(url: URL): SourceHost | null {
  const path = repositoryPath(url)
  if (path === null) return null
  const user = url.username === '' ? '' : `${url.username}@`
  return { kind: 'git', url: `${url.protocol}//${user}${url.host}${path}` }
}

/** What stands for the repository in the address; null when nothing says that it is one. */
function repositoryPath({ host, protocol, pathname }: URL): string | null {
  // GitLab's API has the whole path in one part: `/api/v4/projects/o%2Fr/repository/archive.tar.gz`.
  const project = /^\/api\/v4\/projects\/([^/]+)\/repository\/archive/.exec(pathname)?.[1]
  if (project !== undefined) return `/${project.replace(/%2f/gi, '/')}.git`
  const [, before = ''] =
    // GitLab; Gitea, Forgejo and SourceHut; a release's file of Gitea; Bitbucket; cgit.
    /^(\/.+?)\/(?:-\/archive|archive|releases\/download|get|snapshot)\//.exec(pathname) ?? []
  if (before !== '' && (protocol === 'https:' || protocol === 'http:')) {
    // Gitea's API.
    return before.replace(/^\/api\/v1\/repos\//, '/')
  }
  const path = pathname.replace(/\/+$/, '')
  if (path.endsWith('.git') || (protocol === 'ssh:' && path !== '')) return path
  const isForge = forges.includes(host) || host.startsWith('git.')
  return isForge && /^\/[^/]+\/[^/]+/.test(path) && !archivePattern.test(path) ? path : null
}

function decodedParts({ pathname }: URL): string[] {
  const parts = pathname.split('/').filter((part) => part !== '')
  return attempt(() => parts.map(decodeURIComponent), parts)
}
