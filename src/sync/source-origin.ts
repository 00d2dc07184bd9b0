import { fetchedMainBy, type FetchedBy } from './evaluation-sources.ts'
import { graphOf } from './dyed-evaluation.ts'
import { sourcesOf } from './fetched-sources.ts'
import { inputPin } from './flake-inputs/follow-input.ts'
import { inputRefs, inputUrl, sourceInput, type SourceInput } from './flake-inputs/source-input.ts'
import { entriesAround, isInside } from './literals/entry.ts'
import { isCommit } from './literals/revisions.ts'
import { regionsOf } from './literals/regions.ts'
import { pinnedSource } from './revision.ts'
import { mainSources, refsInUrl, refsOf, sourceUrls } from './sources.ts'
import type { Traced } from './trace.ts'
import { sourceHost } from './version/source-host.ts'
import type { CurrentPackage, PinnedSource } from './version/wanted.ts'
import type { Workshop } from './workshop.ts'

/** Where a package's source comes from, as far as that tells its versions. */
export interface SourceOrigin extends Pick<CurrentPackage, 'sourceUrls' | 'refs' | 'pinned'> {
  /** It is this input of the flake; null: it is none. */
  input: SourceInput | null
}

/**
 * By the derivation that fetches the source; of one that evaluation fetched, by the address at which it did, and what stands beside its
 * hash; or by what `flake.lock` has.
 */
export async function sourceOrigin(shop: Workshop, traced: Traced): Promise<SourceOrigin> {
  const { serverUrl } = shop.environment
  const { package: own, evaluation } = traced
  const { drvPath, version, system } = own
  const graph = graphOf(evaluation, system)
  const urls = sourceUrls(drvPath, graph)
  const paths = [...sourcesOf(own, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []))
  const origins = await fetchedMainBy(shop, paths, evaluation)
  const input = sourceInput(shop, origins)
  if (input !== null) {
    const url = inputUrl(input)
    const sourceUrls = url === null ? urls : [url, ...urls]
    return { sourceUrls, refs: inputRefs(input), pinned: inputPin(shop, input), input }
  }
  const fetched = origins.find((one) => one.kind === 'hash')
  if (fetched === undefined) {
    const refs = mainSources(drvPath, graph, version).flatMap(refsOf)
    return { sourceUrls: urls, refs, pinned: pinnedSource(own, graph, serverUrl), input: null }
  }
  const address = fetched.address.replace(/^git\+/, '')
  return {
    sourceUrls: [address, ...urls],
    refs: refsInUrl(address),
    pinned: pinBeside(shop, fetched, address),
    input: null
  }
}

/**
 * The commit of what evaluation fetched: that in the address, or the one that stands in the same set as the hash (`revision`, `rev`), which
 * is that of a tag where the address has a tag.
 */
function pinBeside(
  { files, environment }: Workshop,
  { literal }: Extract<FetchedBy, { kind: 'hash' }>,
  address: string
): PinnedSource | null {
  const host = sourceHost(address, environment.serverUrl)
  const file = files.find(({ path }) => path === literal.file)
  if (file === undefined || (host?.kind !== 'github' && host?.kind !== 'git')) return null
  const refs = refsInUrl(address)
  const [entry] = entriesAround(file, literal.start)
  const beside = regionsOf(file).filter(
    ({ start, text, isWhole }) =>
      isWhole &&
      entry !== undefined &&
      isInside({ file: file.path, start, end: start + text.length }, entry)
  )
  const commits = new Set(beside.flatMap(({ text }) => (/^[0-9a-f]{40}$/.test(text) ? [text] : [])))
  const [only, ...others] = commits
  const commit = refs.find(isCommit) ?? (others.length > 0 ? undefined : only)
  if (commit === undefined) return null
  const branch = beside.find(({ names: [name] }) => name === 'branch')?.text ?? null
  const isOfTag = refs.length > 0 && !refs.some(isCommit)
  return { commit, host, branch, isOfTag, ...(entry === undefined ? {} : { entry }) }
}
