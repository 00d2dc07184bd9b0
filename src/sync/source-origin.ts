import { graphOf } from './dyed-evaluation.ts'
import { fetchedMainBy } from './evaluation-sources.ts'
import { sourcesOf } from './fetched-sources.ts'
import { followInput, inputPin } from './flake-inputs/follow-input.ts'
import { sourceInput, versionsOfInput } from './flake-inputs/source-input.ts'
import { followPin } from './pins/follow-pin.ts'
import { pinnedCommit, sourcePin, versionsOfAddress } from './pins/source-pin.ts'
import { followRevision, pinnedSource, type Followed, type SourceStep } from './revision.ts'
import { mainSources, refsOf, sourceUrls } from './sources.ts'
import type { Traced } from './trace.ts'
import type { CurrentPackage } from './version/wanted.ts'
import type { Workshop } from './workshop.ts'

/** Where a package's source comes from, as far as that tells its versions. */
export interface SourceOrigin extends Pick<CurrentPackage, 'sourceUrls' | 'refs' | 'pinned'> {
  /** What pins it, at another version or commit. null: that goes with the version by itself. */
  follow: (step: SourceStep) => Promise<Followed | null>
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
  const main = [...sourcesOf(own, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []))
  const origins = await fetchedMainBy(shop, main, evaluation)
  const input = sourceInput(shop, origins)
  if (input !== null) {
    return {
      ...versionsOfInput(input, urls),
      pinned: inputPin(shop, input),
      follow: (step) => followInput(shop, input, step)
    }
  }
  const fetched = origins.find((one) => one.kind === 'hash')
  if (fetched === undefined) {
    const pinned = pinnedSource(own, graph, serverUrl)
    return {
      sourceUrls: urls,
      refs: mainSources(drvPath, graph, version).flatMap(refsOf),
      pinned,
      follow: async ({ revision, date }) =>
        pinned === null || revision === null
          ? null
          : followRevision(shop, traced, pinned, { ...revision, date })
    }
  }
  const pin = sourcePin(shop, fetched)
  const pinned = pin === null ? null : pinnedCommit(pin, serverUrl)
  return {
    ...versionsOfAddress(fetched.address, urls),
    pinned,
    follow: async (step) => (pin === null ? null : followPin(shop, traced, { pin, pinned }, step))
  }
}
