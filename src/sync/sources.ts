import { attempt } from '../errors.ts'
import { urlsOf, type Derivation } from '../nix/derivations.ts'
import { closureOf, type Graph } from './definitions.ts'
import { isFixed } from './roles.ts'
import { archiveEnding } from './version/hosts/file-listing.ts'

/** What is fetched for a package: its `src` or `srcs` first, then what is nearest. */
function allSources(drvPath: string, graph: Graph): Derivation[] {
  const needed = closureOf(graph, [drvPath], (derivation) => !isFixed(derivation))
  const named = namedSources(drvPath, graph)
  return [...new Set([...named, ...[...needed].filter(isFixed)])]
}

/** Its `src` or `srcs`; without one what is fetched for nothing that has another version than the package: for its unwrapped one, say. */
export function mainSources(drvPath: string, graph: Graph, version: string | null): Derivation[] {
  const named = namedSources(drvPath, graph)
  if (named.length > 0) return named
  const goesOn = (derivation: Derivation): boolean => {
    const other = attributesOf(derivation)['version']
    return !isFixed(derivation) && (other === undefined || other === version)
  }
  return [...closureOf(graph, [drvPath], goesOn)].filter(isFixed)
}

function namedSources(drvPath: string, graph: Graph): Derivation[] {
  const own = graph.get(drvPath)
  if (own === undefined) return []
  const { src, srcs } = attributesOf(own)
  const named = JSON.stringify([src, srcs])
  return [...own.inputDrvs.keys()]
    .flatMap((input) => graph.get(input) ?? [])
    .filter(
      (input) =>
        isFixed(input) &&
        [...input.outputs.values()].some(({ path }) => path !== null && named.includes(path))
    )
}

function attributesOf({ structuredAttrs, env }: Derivation): Record<string, unknown> {
  return structuredAttrs ?? env
}

/** Addresses that a package's sources are fetched from, the main one's first. Data. */
export function sourceUrls(drvPath: string, graph: Graph): string[] {
  const urls = allSources(drvPath, graph).flatMap(urlsOf)
  return [...new Set(urls.filter((url) => URL.canParse(url)))]
}

/**
 * What a source is called in its repository: the tag, branch or commit of its `rev`, or in its address. Data.
 *
 *     https://github.com/o/r/archive/refs/tags/v1.2.3.tar.gz   v1.2.3
 *     https://gitlab.com/api/v4/projects/o%2Fr/…?sha=v1.2.3    v1.2.3
 */
export function refsOf(source: Derivation): string[] {
  const { rev, tag } = attributesOf(source)
  const told = [rev, tag].filter((text) => typeof text === 'string')
  return [...told.filter((text) => text !== ''), ...urlsOf(source).flatMap(refsInUrl)]
}

/** The ways that forges have of putting it; the first group is it. */
const inPath = [
  /\/-\/archive\/(.+)\/[^/]+$/,
  /(?<!\/-)\/archive\/(?:refs\/(?:tags|heads)\/)?(.+)$/,
  /\/releases\/download\/([^/]+)\//,
  /\/(?:tar\.gz|zip|legacy\.tar\.gz|tarball|zipball)\/(?:refs\/(?:tags|heads)\/)?(.+)$/,
  /\/(?:get|snapshot|-\/raw|raw)\/(?:refs\/(?:tags|heads)\/)?([^/]+)/,
  /^\/[^/]+\/[^/]+\/([0-9a-f]{40})\//
]

/** The same of one address. */
export function refsInUrl(url: string): string[] {
  const parsed = attempt(() => new URL(url.replace(/^git\+/, '')), null)
  if (parsed === null) return []
  const path = attempt(() => decodeURIComponent(parsed.pathname), parsed.pathname)
  const asked = ['sha', 'ref', 'rev', 'h', 'id'].flatMap(
    (key) => parsed.searchParams.get(key)?.replace(/^refs\/(?:tags|heads)\//, '') ?? []
  )
  const found = inPath.flatMap((pattern) => pattern.exec(path)?.[1] ?? [])
  return [...asked, ...found].map((ref) => ref.replace(archiveEnding, ''))
}
