import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { parseBoolean, parseCount, parseSize } from '../inputs/readers.ts'
import { checkToken, type Secrets } from '../inputs/secrets.ts'
import { parseTrustedKeys } from '../inputs/trusted-keys.ts'
import {
  parseReadTargetInputs,
  parseReleaseAbove,
  parseRoute,
  type TargetInputs
} from '../publish/inputs.ts'
import type { PublishRun } from '../publish/run.ts'
import type { Route } from '../repository/types.ts'

/** What `mode: prune` is told. An artifact stays when one of the rules keeps it. */
export interface PruneInputs extends TargetInputs {
  mode: 'prune'
  route: 'auto' | Route
  /** So many of the newest of each (name, attribute, system, output) stay. */
  keepGenerations: number
  /** What was published within so many days stays. */
  keepDays: number
  /** Narinfos that no artifact and no pin leads to go too. */
  removeUnreachable: boolean
  squashHistory: boolean
  /** NARs of the tree over `releaseAbove` become release assets. */
  moveLarge: boolean
  /** Bytes; null: as the target is. */
  releaseAbove: number | null
  /** `name:base64` of keys that readers are told beside those that the README tells them already. */
  trustedKeys: readonly string[]
  /** Whether the branch has a page for people. */
  site: boolean
  /** Bytes from which on the branch's files, or the repository, are too many. */
  sizeBudget: number
  dryRun: boolean
}

export type PruneRun = Omit<PublishRun<PruneInputs>, 'job'> & {
  /** Milliseconds since 1970 that ages are reckoned from. */
  now: number
}

/** Throws KEEP_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
export function parsePruneInputs(environment: Environment, secrets: Secrets): PruneInputs {
  const told = parseReadTargetInputs(environment, secrets)
  const dryRun = parseBoolean(environment, 'dry-run')
  // To look at a public target takes no token.
  if (!dryRun) checkToken(secrets.token, told.target.kind, environment)
  const keepGenerations = parseCount(environment, 'keep-generations', 0, 99_999)
  const keepDays = parseCount(environment, 'keep-days', 0, 99_999)
  if (keepGenerations === 0 && keepDays === 0) {
    throw new NarPublishError({
      code: 'KEEP_INVALID',
      subject: 'inputs keep-generations and keep-days',
      reason: 'both are 0, which keeps nothing but what is pinned'
    })
  }
  return {
    mode: 'prune',
    ...told,
    route: parseRoute(environment, told.target),
    keepGenerations,
    keepDays,
    removeUnreachable: parseBoolean(environment, 'remove-unreachable'),
    squashHistory: parseBoolean(environment, 'squash-history'),
    ...parseMove(environment, told),
    trustedKeys: parseTrustedKeys(environment),
    site: parseBoolean(environment, 'site'),
    sizeBudget: parseSize(environment, 'size-budget'),
    dryRun
  }
}

function parseMove(
  environment: Environment,
  { target }: TargetInputs
): Pick<PruneInputs, 'moveLarge' | 'releaseAbove'> {
  const moveLarge = parseBoolean(environment, 'move-large')
  if (moveLarge && target.kind === 'git') {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input move-large',
      reason: 'release assets are GitHub’s, and `target-repository` is not on this GitHub',
      hint: 'Leave `move-large` out.'
    })
  }
  return { moveLarge, releaseAbove: parseReleaseAbove(environment, target) }
}
