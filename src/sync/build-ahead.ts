import { isDeepStrictEqual } from 'node:util'
import type { Digest } from '../binary-cache/digest.ts'
import { HeldLog } from '../held-log.ts'
import type { BuildResult } from '../nix/build.ts'
import type { Nix } from '../nix/types.ts'
import type { Bumped } from './bump.ts'
import { buildPackage } from './build-package.ts'
import { rebuildWith } from './targets.ts'
import type { ComputedHash, EvaluatedPackage, HashLiteral } from './types.ts'
import type { Workshop } from './workshop.ts'

/** Bytes of a build's log that wait for the evaluation: one that says more is begun anew. */
const mostHeld = 16 * 1024 * 1024

/** The build of what the change will most likely evaluate to. */
export interface BuildAhead {
  /** How the build of `own` ended; null: it was that of another derivation, and has ended. */
  resultOf(own: EvaluatedPackage): Promise<BuildResult | null>
  /** Ends it, and what came of it is nothing. */
  stop(): Promise<void>
}

/**
 * Begins to build the package at its new version with its new hashes while nothing is evaluated yet: as the derivation that the
 * evaluation with dyes gave, with the hashes in the dyes' places. null: it is to be built when it was evaluated.
 */
export function buildAhead(
  shop: Workshop,
  bumped: Bumped,
  hashes: readonly ComputedHash[]
): BuildAhead | null {
  const { work, environment, log, turns } = shop
  const dyed = bumped.evaluation.packages.get(environment.runnerSystem)
  if (!work.build || dyed === undefined || turns.concurrency < 2) return null
  const ending = new AbortController()
  const held = new HeldLog(log, mostHeld, () => {
    ending.abort()
  })
  // Nix ends its builders at SIGTERM.
  const nix: Nix = { ...shop.nix, log: held, stop: { when: ending.signal, by: 'SIGTERM' } }
  const making = makePackage({ ...shop, nix }, bumped, hashes, dyed).catch(() => null)
  const building = making.then((made) =>
    made === null ? null : buildPackage({ ...shop, nix, log: held }, made)
  )
  const ended = building.catch(() => null)
  const stop = async (): Promise<void> => {
    ending.abort()
    await ended
  }
  return {
    resultOf: async (own) => {
      const made = await making
      if (made !== null && isSame(made, own) && !ending.signal.aborted) {
        held.tell()
        await ended
        await held.end()
        return building
      }
      await stop()
      log.debug(
        `${own.drvPath} is built now: ${made?.drvPath ?? 'nothing'} was begun before it was evaluated`
      )
      return null
    },
    stop
  }
}

function isSame(made: EvaluatedPackage, own: EvaluatedPackage): boolean {
  return made.drvPath === own.drvPath && isDeepStrictEqual(made.outputs, own.outputs)
}

/** The package with the true hashes, without an evaluation. Throws REBUILD_FAILED. */
async function makePackage(
  shop: Workshop,
  bumped: Bumped,
  hashes: readonly ComputedHash[],
  dyed: EvaluatedPackage
): Promise<EvaluatedPackage> {
  const known = new Map<HashLiteral, Digest>(hashes.map(({ literal, digest }) => [literal, digest]))
  const { system, drvPath, outputs } = dyed
  const made = (await rebuildWith(shop, bumped, system, known, [drvPath])).get(drvPath)
  if (made === undefined) return dyed
  const pathOf = (name: string, path: string): string => made.outputs.get(name) ?? path
  return {
    ...dyed,
    drvPath: made.drvPath,
    outputs: outputs.map(({ name, path }) => ({ name, path: pathOf(name, path) }))
  }
}
