import { attempt } from '../errors.ts'
import { urlsOf, type Derivation } from '../nix/derivations.ts'
import { findVersionLiterals } from './literals/find.ts'
import { sourceHost } from './version/source-host.ts'

interface Of {
  pname: string
  /** As it stands in the addresses. */
  version: string
  serverUrl: string
}

/**
 * Whether a download is of the project that a package's main sources are of: it is on one of their repositories, or beside them
 * (`…/infer/1.2.0/data.zip` for `…/infer/1.2.0/infer.zip`), or has the project's name in its address, and on a forge the same owner. Anything else
 * has a version of its own, which is the package's by coincidence. Where nothing is known of one of them, it is taken for the package's. Pure.
 */
export function isSameProject(
  download: Derivation,
  sources: readonly Derivation[],
  of: Of
): boolean {
  const theirs = urlsOf(download).flatMap((url) => placeOfUrl(url, of))
  const ours = sources.flatMap(urlsOf).flatMap((url) => placeOfUrl(url, of))
  if (theirs.length === 0 || ours.length === 0) return true
  const names = [of.pname, ...ours.flatMap(({ repo }) => repo ?? [])].filter(Boolean).map(wordsIn)
  return theirs.some((place) =>
    ours.some((own) => {
      if (place.repository !== null && place.repository === own.repository) return true
      if (place.beside !== null && place.beside === own.beside) return true
      const isOwners = place.owner === null || own.owner === null || place.owner === own.owner
      return isOwners && names.some((name) => wordsIn(place.text).includes(name))
    })
  )
}

interface Place {
  /** A forge's repository, or a registry's package. */
  repository: string | null
  owner: string | null
  repo: string | null
  /** The address up to its version, when that begins a part of the path's. */
  beside: string | null
  /** Host and path. */
  text: string
}

function placeOfUrl(url: string, { version, serverUrl }: Of): Place[] {
  const parsed = attempt(() => new URL(url), null)
  if (parsed === null) return []
  const text = `${parsed.host}${parsed.pathname}`
  const host = sourceHost(url, serverUrl)
  const start = findVersionLiterals({ path: 'text', text }, version)[0]?.start
  const before = start === undefined ? null : text.slice(0, start).replace(/v$/i, '')
  const isFolder = before?.endsWith('/') === true && before.slice(0, -1).includes('/')
  const place = { text, beside: isFolder ? before : null, owner: null, repo: null }
  if (host === null) return [{ ...place, repository: null }]
  const repository = `${host.kind} ${'url' in host ? host.url : 'repo' in host ? `${host.owner}/${host.repo}` : host.name}`
  if (host.kind !== 'github' && host.kind !== 'git') return [{ ...place, repository }]
  const parts = repository
    .toLowerCase()
    .replace(/\.git$/, '')
    .split(/[/ ]/)
  return [{ ...place, repository, owner: parts.at(-2) ?? null, repo: parts.at(-1) ?? null }]
}

/** ` vlc plugin x `: to look for words in. */
function wordsIn(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join(' ')
    .trim()} `
}
