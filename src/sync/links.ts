import { attempt } from '../errors.ts'
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
