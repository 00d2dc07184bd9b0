import { NarPublishError } from '../errors.ts'
import { urlsOf } from '../nix/derivations.ts'
import type { Bumped } from './bump.ts'
import { NotThere } from './compute.ts'
import type { Stays } from './keep-places.ts'
import { patternsOf, stillSearched } from './still-searched.ts'
import { placeOf, type SyncChange, type VersionLiteral } from './types.ts'
import { roleAmong } from './version-places.ts'
import type { Occurrence } from './version-trials.ts'
import { renewCopy, type Workshop } from './workshop.ts'

/** The steps from a version to what is proved. */
interface Steps<Made extends { change: SyncChange }, Proved> {
  bump: () => Promise<Bumped>
  compute: (bumped: Bumped) => Promise<Made>
  prove: (bumped: Bumped, made: Made) => Promise<Proved>
}

/** A place that is somebody else's after all. */
interface Doubtful {
  literal: VersionLiteral
  why: string
}

/**
 * Takes the steps, and takes them anew without a place of the version that was only assumed to be the package's, where it turns out that
 * it is not: a server has no such thing, upstream's file does not say so. `stays` takes those places, with the reason. What stands in the
 * way of everything else is thrown as it came.
 */
export async function withoutDoubtful<Made extends { change: SyncChange }, Proved>(
  shop: Workshop,
  stays: Stays,
  steps: Steps<Made, Proved>
): Promise<{ bumped: Bumped; made: Made; proved: Proved }> {
  const { files } = shop
  let failed: unknown = null
  for (;;) {
    const bumped = await steps.bump().catch((error: unknown) => {
      throw failed ?? error
    })
    const assumed = bumped.occurrences.filter((one) => roleAmong(one) === 'assumed')
    let doubtful: Doubtful[]
    try {
      const made = await steps.compute(bumped)
      doubtful = (await stillSearched(shop, made.change, assumed)).map(({ literal, old }) => ({
        literal,
        why: `the new source still says ${JSON.stringify(old)}, which the package looks for`
      }))
      if (doubtful.length === 0) return { bumped, made, proved: await steps.prove(bumped, made) }
    } catch (error) {
      doubtful = doubtfulBy(error, assumed)
      // What is said of the second attempt would be about something that nobody wrote.
      if (doubtful.length === 0) throw failed ?? error
      failed = error instanceof NotThere ? null : error
    }
    for (const { literal, why } of doubtful) {
      shop.log.info(`left ${placeOf(literal)}: ${why}`)
      stays.add(literal, why)
    }
    await renewCopy(shop, files)
  }
}

function doubtfulBy(error: unknown, assumed: readonly Occurrence[]): Doubtful[] {
  if (error instanceof NotThere) {
    return assumed.flatMap(({ literal, shown }) => {
      const gone = shown.flatMap(({ hashes }) =>
        hashes.flatMap((hash) => error.gone.get(hash) ?? [])
      )
      const [derivation] = gone
      if (derivation === undefined) return []
      const what = urlsOf(derivation)[0] ?? derivation.name
      return [{ literal, why: `there is no ${what}` }]
    })
  }
  if (!(error instanceof NarPublishError) || error.code !== 'BUILD_FAILED') return []
  return patternsOf(assumed)
    .filter(({ new: text }) => error.reason.includes(`pattern ${text} doesn't match`))
    .map(({ literal, old }) => ({
      literal,
      why: `the build of the new version does not find ${JSON.stringify(old)} with the new version in it`
    }))
}
