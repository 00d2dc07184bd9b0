import { attempt } from '../errors.ts'
import { urlsOf } from '../nix/derivations.ts'
import { closureOf, type Graph } from './definitions.ts'
import { isFixed } from './roles.ts'
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
  { oldVersion, newVersion, tag, releaseUrl }: VersionStep,
  serverUrl: string
): Links {
  for (const url of urls) {
    const host = sourceHost(url, serverUrl)
    if (host?.kind !== 'github') continue
    const newTag = tag ?? tagIn(url, newVersion)
    if (newTag?.includes(newVersion) !== true) continue
    const page = `${host.isOwn ? serverUrl : 'https://github.com'}/${host.owner}/${host.repo}`
    const oldTag = newTag.replace(newVersion, () => oldVersion)
    const part = encodeURIComponent
    return {
      releaseUrl: releaseUrl ?? `${page}/releases/tag/${part(newTag)}`,
      compareUrl: `${page}/compare/${part(oldTag)}...${part(newTag)}`
    }
  }
  return { releaseUrl, compareUrl: null }
}

interface VersionStep {
  oldVersion: string
  newVersion: string
  tag: string | null
  releaseUrl: string | null
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

/** Addresses that a package's sources are fetched from, those nearest to the package first. Data. */
export function sourceUrls(drvPath: string, graph: Graph): string[] {
  const needed = closureOf(graph, [drvPath], (derivation) => !isFixed(derivation))
  const urls = needed.filter(isFixed).flatMap(urlsOf)
  return [...new Set(urls.filter((url) => URL.canParse(url)))]
}
