import { urlsOf, type Derivation } from '../nix/derivations.ts'
import type { Graph } from './definitions.ts'
import { isCommit } from './literals/revisions.ts'
import {
  attributeTexts,
  isFixed,
  isPackage,
  isSourceKey,
  outputsIn,
  pathsWithRest,
  usesOf
} from './roles.ts'
import { refsOf } from './sources.ts'
import type { EvaluatedPackage } from './types.ts'

/**
 * What a package is made of that was not made here: nearest to it, less its patches and its tools. Where it has `src` or `srcs` these
 * alone: crates, a recording of downloads or a manual beside them have versions of their own.
 */
export interface Sources {
  /** Fixed outputs that are fetched, not made of other sources as a folder of dependencies is. */
  fetched: Derivation[]
  /** Store paths that evaluation made: files of the checkout, and what evaluation itself fetched. true: as `src` or one of `srcs`. */
  paths: Map<string, boolean>
}

/**
 * A package that only wraps another one of the same version, or of `oldVersion` where that stayed, has that one's: whatever else it
 * has beside it (an icon, a script) when the other has its name in its own. Pure.
 */
export function sourcesOf(
  { drvPath, pname, version }: Pick<EvaluatedPackage, 'drvPath' | 'pname' | 'version'>,
  graph: Graph,
  oldVersion: string | null = null
): Sources {
  const outputs = outputsIn(graph)
  const fetched = new Set<Derivation>()
  const paths = new Map<string, boolean>()
  const seen = new Set<Derivation>()
  const visit = (derivation: Derivation): void => {
    if (seen.has(derivation)) return
    seen.add(derivation)
    const isDownload = isFixed(derivation) && isAddressed(derivation)
    const all = isDownload
      ? []
      : usesOf(derivation, outputs).filter(
          ({ key, role }) => role !== 'tool' && !/patches$/i.test(key)
        )
    const main = all.filter(({ key }) => mainKey.test(key))
    const uses = main.length > 0 ? main : all
    // A file in other attributes is rather the script that fetches.
    const isMade = uses.some(({ key, input }) => input !== null || isSourceKey(key))
    if (isFixed(derivation) && !isMade) fetched.add(derivation)
    for (const { key, path, input } of uses) {
      if (input !== null) visit(input)
      else if (isSourceKey(key) || isFixed(derivation))
        paths.set(path, paths.get(path) === true || mainKey.test(key))
    }
  }
  const wrapped = (derivation: Derivation): void => {
    const own = usesOf(derivation, outputs).some(({ key }) => mainKey.test(key))
    if (!own) {
      const inner = [...derivation.inputDrvs.keys()].flatMap((input) => graph.get(input) ?? [])
      for (const found of inner) if (isWrapped(found, true)) wrapped(found)
      if (fetched.size + paths.size > 0) return
    }
    visit(derivation)
    if (own || fetched.size + paths.size > 0) return
    for (const input of derivation.inputDrvs.keys()) {
      const found = graph.get(input)
      if (found !== undefined && isWrapped(found, false)) wrapped(found)
    }
  }
  const isWrapped = (found: Derivation, byName: boolean): boolean => {
    if (!isPackage(found) || isFixed(found)) return false
    const isNamesake = found.name === pname || found.name.startsWith(`${pname}-`)
    const endsWith = (text: string | null): boolean =>
      text !== null && found.name.endsWith(`-${text}`)
    if (byName) return isNamesake && (endsWith(version) || endsWith(oldVersion))
    return endsWith(version)
  }
  const root = graph.get(drvPath)
  if (root !== undefined) wrapped(root)
  return { fetched: [...fetched], paths }
}

const mainKey = /^srcs?$/

/** Where a fixed output is fetched from. */
export interface Address {
  /** Equal for the same place, whatever name the result is given. */
  text: string
  /** The commit or digest in it, which can mean one content alone; null: there may be something else tomorrow. */
  pin: string | null
  urls: string[]
}

export function addressOf(derivation: Derivation): Address {
  const urls = urlsOf(derivation).map((url) => url.replace(/#.*$/s, ''))
  const pin = pinOf(derivation, urls)
  if (pin !== null) return { text: pin, pin, urls }
  const texts = attributeTexts(derivation).filter(([key]) =>
    urls.length > 0 ? whereKey.test(key) : !nameKey.test(key) && !derivation.outputs.has(key)
  )
  const args = urls.length > 0 ? [] : derivation.args
  return { text: JSON.stringify([urls, texts.toSorted(), args]), pin, urls }
}

const whereKey = /^(?:rev|ref|tag|revision|branch|branchName|date|module|imageName)$/
const nameKey = /^(?:name|pname|version|outputHash|finalImageName|finalImageTag)$/

/** Whether it is another tag, branch or commit than the old ones are, wherever it is fetched from. */
export function isOtherRevision(source: Derivation, old: readonly Derivation[]): boolean {
  const known = new Set(old.flatMap(refsOf))
  const urls = new Set(old.flatMap(urlsOf))
  const isOther = refsOf(source).some((ref) => !known.has(ref))
  return isOther && (revOf(source) !== null || urlsOf(source).every((url) => !urls.has(url)))
}

function revOf({ env, structuredAttrs }: Derivation): string | null {
  const { rev, tag } = structuredAttrs ?? env
  const found = [rev, tag].find((text) => typeof text === 'string' && text !== '')
  return typeof found === 'string' ? found : null
}

/** Whether the same is done with what is fetched, whichever tools do it. */
export function isHandledAlike(a: Derivation, b: Derivation): boolean {
  return handling(a) === handling(b)
}

function handling(derivation: Derivation): string {
  const texts = attributeTexts(derivation)
    .filter(([key]) => scriptKey.test(key))
    .map(([key, text]) => [key, text.replaceAll(pathsWithRest, 'path')])
  return JSON.stringify(texts.toSorted())
}

const scriptKey = /^(?:pre|post)[A-Z]|(?:Phase|Command|Script)$|^extraPostFetch$/

function isAddressed(derivation: Derivation): boolean {
  return urlsOf(derivation).length > 0 || pinOf(derivation, []) !== null
}

function pinOf({ env, structuredAttrs }: Derivation, urls: readonly string[]): string | null {
  const { imageDigest, rev } = structuredAttrs ?? env
  if (typeof imageDigest === 'string' && imageDigest !== '') return imageDigest
  if (typeof rev === 'string' && (isCommit(rev) || /^[0-9a-f]{64}$/.test(rev))) return rev
  for (const url of urls) {
    const commit = commitInUrl.exec(url)?.[1]
    if (commit !== undefined) return commit
  }
  return null
}

/** An archive that a forge makes of a commit. Other digits in an address mean what its owner likes. */
const commitInUrl =
  /(?:\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/|\/(?:archive|tarball|zipball|tar\.gz|zip|get|snapshot|raw|blob)\/(?:[\w.-]+-)?|[?&](?:rev|sha|ref|commit|id|h)=)([0-9a-f]{40}(?:[0-9a-f]{24})?)(?![0-9a-f])/
