import { attempt } from '../../errors.ts'
import { archiveEnding, type ListingPlace } from './hosts/file-listing.ts'
import type { GitPlace } from './hosts/git.ts'
import type { GitHubPlace } from './hosts/github.ts'
import type { RegistryPlace } from './hosts/registries.ts'

/** Where a package's source is published; what it is asked with is in `hosts/`. */
export type SourceHost =
  | RepositoryHost
  /** `url`: of the package in a JavaScript registry. */
  | { kind: 'npm'; url: string }
  | ({ kind: Registry } & RegistryPlace)
  | ({ kind: 'listing' } & ListingPlace)

/** A place that has commits. */
export type RepositoryHost = ({ kind: 'github' } & GitHubPlace) | ({ kind: 'git' } & GitPlace)

type Registry = 'pypi' | 'crates' | 'gems' | 'hackage'

const namePattern = /^(?!\.{1,2}$)[\w.-]{1,100}$/
/** nixpkgs leaves the choice among mirrors to the fetch: `mirror://gnu/hello/hello-2.12.tar.gz`. */
const protocols = ['https:', 'http:', 'ssh:', 'file:', 'mirror:']
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
  return (
    gitHubRepository(url, serverUrl) ??
    npmPackage(url) ??
    registryPackage(url) ??
    fileListing(url) ??
    (url.protocol === 'mirror:' ? null : gitRepository(url, text !== address))
  )
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
function npmPackage(url: URL): SourceHost | null {
  const base = /^(\/.+)\/-\/[^/]+\.tgz$/.exec(url.pathname)?.[1]
  return base === undefined ? null : { kind: 'npm', url: `${url.origin}${base}` }
}

/** Each registry's addresses: of files (also by nixpkgs' names of mirrors), and of pages. The first group is the name. */
const registries: [Registry, RegExp][] = [
  // fetchPypi's; a file's own address says the name by its file.
  ['pypi', /^mirror:\/\/pypi\/[^/]+\/([^/]+)\//],
  [
    'pypi',
    /^(?:files\.pythonhosted\.org|pypi\.(?:org|io|python\.org))\/packages\/(?:source|py[^/]*|[0-9.]+)\/[^/]\/([^/]+)\//
  ],
  [
    'pypi',
    /^files\.pythonhosted\.org\/packages\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]+\/([^/]+?)-v?[0-9][^/]*$/
  ],
  ['pypi', /^pypi\.(?:org|python\.org)\/(?:project|pypi)\/([^/]+)/],
  ['crates', /^(?:static\.|index\.)?crates\.io\/(?:api\/v1\/)?crates\/([^/]+)/],
  ['gems', /^rubygems\.org\/(?:gems|downloads)\/([^/]+?)-[0-9][^/]*\.gem$/],
  ['gems', /^rubygems\.org\/gems\/([^/]+)/],
  [
    'hackage',
    /^(?:mirror:\/\/hackage|hackage\.haskell\.org\/package)\/(?:[^/]+\/)?([^/]+?)-[0-9][0-9.]*(?:\/[^/]*|\.tar\.gz)?$/
  ],
  ['hackage', /^hackage\.haskell\.org\/package\/([^/]+)\/?$/]
]

function registryPackage(url: URL): SourceHost | null {
  const address = addressOf(url)
  for (const [kind, pattern] of registries) {
    const name = pattern.exec(address)?.[1]
    if (name !== undefined && namePattern.test(name)) return { kind, name }
  }
  return null
}

/** `pypi.org/project/x`, `mirror://pypi/x/…`. */
function addressOf(url: URL): string {
  const path = `${url.host}/${decodedParts(url).join('/')}`
  return url.protocol === 'mirror:' ? `mirror://${path}` : path.replace(/^www\./, '')
}

const gnu = 'https://ftp.gnu.org/gnu'
const savannah = 'https://download.savannah.gnu.org/releases'
/** Servers that list what they have, and the one of them that is asked. */
const listings: [address: RegExp, server: string][] = [
  [
    /^(?:mirror:\/\/gnu|ftp\.gnu\.org\/(?:pub\/)?gnu|ftpmirror\.gnu\.org(?:\/gnu)?|mirrors\.kernel\.org\/gnu)\/(.+)$/,
    gnu
  ],
  [
    /^(?:mirror:\/\/savannah|download(?:-mirror)?\.savannah\.(?:non)?gnu\.org\/releases(?:-noredirect)?)\/(.+)$/,
    savannah
  ]
]

function fileListing(url: URL): SourceHost | null {
  const address = addressOf(url)
  const project = /^gnu\.org\/software\/([\w.+-]+)\/?$/.exec(address)?.[1]
  if (project !== undefined)
    return { kind: 'listing', url: `${gnu}/${project}/`, name: `${project}-` }
  for (const [pattern, server] of listings) {
    const parts = pattern.exec(address)?.[1]?.split('/') ?? []
    const file = parts.pop()
    const name = /^(.*?[-_])v?[0-9]/.exec(file ?? '')?.[1]
    if (file === undefined || name === undefined || !archiveEnding.test(file)) continue
    // `gcc/gcc-14.2.0/gcc-14.2.0.tar.xz`: a folder for each version.
    if (parts.at(-1)?.startsWith(name) === true && parts.length > 1) parts.pop()
    return {
      kind: 'listing',
      url: `${[server, ...parts.map(encodeURIComponent)].join('/')}/`,
      name
    }
  }
  return null
}

/** `isOne`: whatever the address looks like, as Nix has it (`git+https://…`). */
function gitRepository(url: URL, isOne: boolean): SourceHost | null {
  const found = repositoryPath(url) ?? (isOne ? url.pathname : null)
  if (found === null) return null
  // Savannah has its repositories to look at and to clone at two addresses.
  const isSavannah = /^git\.(?:sv|savannah)\.(?:non)?gnu\.org$/.test(url.host)
  const path = isSavannah ? found.replace(/^\/(?:cgit|gitweb)\//, '/git/') : found
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
  // Bitbucket's own uploads stand beside the repository's pages.
  const path = (
    host === 'bitbucket.org'
      ? pathname.replace(/^(\/[^/]+\/[^/]+)\/downloads\/.*$/, '$1')
      : pathname
  ).replace(/\/+$/, '')
  if (path.endsWith('.git') || (protocol === 'ssh:' && path !== '')) return path
  const isForge = forges.includes(host) || host.startsWith('git.')
  return isForge && /^\/[^/]+\/[^/]+/.test(path) && !archiveEnding.test(path) ? path : null
}

function decodedParts({ pathname }: URL): string[] {
  const parts = pathname.split('/').filter((part) => part !== '')
  return attempt(() => parts.map(decodeURIComponent), parts)
}
