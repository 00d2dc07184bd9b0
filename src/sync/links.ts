import { attempt } from '../errors.ts'
import { isBranchName } from '../repository/branch-name.ts'
import type { Revision } from './types.ts'
import { sourceHost } from './version/source-host.ts'

/** Pages about a new version, for people; null: not known. */
export interface Links {
  releaseUrl: string | null
  compareUrl: string | null
}

/**
 * What changed, as GitHub shows it: when one of the source's addresses is of a repository there and holds the new version's tag.
 * `urls`: where the sources are fetched from at the new version. `tag`: that of the release, when it is known.
 */
export function linksOf(
  urls: readonly string[],
  { oldVersion, newVersion, tag, releaseUrl, revision }: VersionStep,
  serverUrl: string
): Links {
  for (const url of urls) {
    const host = sourceHost(url, serverUrl)
    if (host?.kind !== 'github') continue
    const page = `${host.isOwn ? serverUrl : 'https://github.com'}/${host.owner}/${host.repo}`
    const part = encodeURIComponent
    if (revision !== null) {
      return {
        releaseUrl: releaseUrl ?? (tag === null ? null : `${page}/releases/tag/${part(tag)}`),
        compareUrl: `${page}/compare/${revision.old}...${revision.new}`
      }
    }
    if (oldVersion === null || newVersion === null) continue
    const newTag = tag ?? tagIn(url, newVersion)
    if (newTag?.includes(newVersion) !== true) continue
    const oldTag = newTag.replace(newVersion, () => oldVersion)
    return {
      releaseUrl: releaseUrl ?? `${page}/releases/tag/${part(newTag)}`,
      compareUrl: `${page}/compare/${part(oldTag)}...${part(newTag)}`
    }
  }
  return { releaseUrl, compareUrl: null }
}

/**
 * The links of somebody else's file, as far as they can be made again from their parts: pages of this GitHub or github.com, of a repository
 * that a file of the checkout names, about tags with these versions. null for any other: a pull request would vouch for it. Pure.
 */
export function checkedLinks(
  { releaseUrl, compareUrl }: Links,
  {
    oldVersion,
    newVersion,
    revision
  }: { oldVersion: string | null; newVersion: string | null; revision: Revision | null },
  files: readonly { text: string }[],
  serverUrl: string
): Links {
  const made = (given: string | null, page: RegExp, make: PageMaker): string | null => {
    if (given === null || !URL.canParse(given)) return null
    const { origin, pathname } = new URL(given)
    const server = [serverUrl, 'https://github.com'].find((one) => new URL(one).origin === origin)
    const parts = page.exec(pathname)?.slice(1).map(decoded)
    if (server === undefined || parts === undefined) return null
    const [owner = '', repo = '', ...tags] = parts.map((part) => part ?? '')
    const isNamed = files.some(({ text }) => hasWord(text, owner) && hasWord(text, repo))
    // `fork:tag` is no name, however it is escaped: GitHub would show a stranger's fork on that repository's page.
    const areNames = tags.every((tag) => isBranchName(tag) || isCommit(tag))
    const path = isNamed && areNames ? make(tags.map(encodeURIComponent), tags) : null
    return path === null ? null : `${server}/${owner}/${repo}/${path}`
  }
  return {
    releaseUrl: made(releaseUrl, releasePage, ([part = ''], [tag = '']) =>
      newVersion !== null && tag.includes(newVersion) ? `releases/tag/${part}` : null
    ),
    compareUrl: made(compareUrl, comparePage, (parts, [oldTag = '', tag = '']) => {
      const isOfVersions =
        oldVersion !== null &&
        newVersion !== null &&
        oldTag.includes(oldVersion) &&
        tag.includes(newVersion)
      const isOfCommits = oldTag === revision?.old && tag === revision.new
      return isOfVersions || isOfCommits ? `compare/${parts.join('...')}` : null
    })
  }
}

/** `parts`: the tags, encoded. null: they are not what the page should be about. */
type PageMaker = (parts: readonly string[], tags: readonly string[]) => string | null

const repositoryPart = String.raw`^/((?!\.+/)[\w.-]{1,100})/((?!\.+/)[\w.-]{1,100})`
const tagPart = String.raw`((?!\.+$)[\w.+%~-]{1,200}?)`
const releasePage = new RegExp(`${repositoryPart}/releases/tag/${tagPart}$`)
const comparePage = new RegExp(String.raw`${repositoryPart}/compare/${tagPart}\.\.\.${tagPart}$`)

function decoded(part: string): string | null {
  return attempt(() => decodeURIComponent(part), null)
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = [text[at - 1] ?? ' ', text[at + word.length] ?? ' ']
    if (word !== '' && around.every((one) => !/[\w-]/.test(one))) return true
  }
  return false
}

interface VersionStep {
  oldVersion: string | null
  newVersion: string | null
  tag: string | null
  releaseUrl: string | null
  /** The source's commits; null: it is not pinned by one. */
  revision: Revision | null
}

/** `…/archive/refs/tags/v1.2.3.tar.gz`, `…/archive/v1.2.3.zip`, `…/releases/download/v1.2.3/…` */
function tagIn(url: string, version: string): string | null {
  const { pathname } = new URL(url)
  const [, found] =
    /\/(?:archive\/(?:refs\/tags\/)?|releases\/download\/)(.+?)(?:\.tar\.\w+|\.tgz|\.zip|\/[^/]*)$/.exec(
      pathname
    ) ?? []
  const tag = found === undefined ? null : attempt(() => decodeURIComponent(found), null)
  return tag?.includes(version) === true ? tag : null
}
