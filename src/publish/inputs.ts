import { compressionLevels } from '../binary-cache/compress.ts'
import type { SecretKey } from '../binary-cache/signature.ts'
import { compressions, type Compression } from '../binary-cache/types.ts'
import { parseCache, type CacheInputs } from '../cache/inputs.ts'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { parseBranch, parseSubstituter, parseSystems, type Sourced } from '../inputs/common.ts'
import { phases, publishing } from '../inputs/modes.ts'
import { parseLeft, parseOutputDirectory } from '../inputs/phases.ts'
import {
  invalid,
  lines,
  oneOf,
  parseBoolean,
  parseRegex,
  parseSize,
  valueOf,
  words
} from '../inputs/readers.ts'
import { refuseOtherPhases } from '../inputs/refuse.ts'
import { checkToken, parseSigningKeys, type Secrets } from '../inputs/secrets.ts'
import { parseTrustedKeys } from '../inputs/trusted-keys.ts'
import { closureTypes, type ClosureType } from '../nix/types.ts'
import { parseTargetAddress, type TargetAddress } from '../repository/address.ts'
import { defaultLimits } from '../repository/limits.ts'
import { routes, type Route } from '../repository/types.ts'
import type { SubstituterChoice } from '../serving.ts'
import { parseCachedBranch, type CachedBranchInput } from './cached-branch/inputs.ts'
import { parseExpected, type Expected } from './expected.ts'
import { parseUnpin, type PinRequest } from './pin-inputs.ts'
import { parseProvenance, type ProvenanceInputs } from './provenance-inputs.ts'
import { parseRebuildInputs, type RebuildInputs } from './rebuild/inputs.ts'
import {
  parsePlanInputs,
  parseWhatToPublish,
  type PlanInputs,
  type WhatToPublish
} from './what-inputs.ts'

export const verifications = ['substitute', 'narinfo', 'readers', 'none'] as const

/** What a run for a pull request does with what it built. */
export const onPullRequest = ['build', 'pin', 'publish'] as const
export type OnPullRequest = (typeof onPullRequest)[number]

export type Verification = (typeof verifications)[number]

/** Which branch of which repository is the cache. */
export interface TargetInputs {
  target: TargetAddress
  /** null: the target's default branch. */
  branch: Sourced<string | null>
  /** Empty when the target is not on GitHub (it is not needed there, and not sent), or when a public one is only read. */
  token: string
  substituterUrl: SubstituterChoice
}

/** What is built and packed, and how. */
export interface BuildInputs extends TargetInputs, WhatToPublish {
  /** Of `paths`, the store paths that are artifacts, while the others get no row in the index; left out: all are. */
  artifacts?: ReadonlySet<string> | undefined
  systems: Sourced<string[]>
  /** Each signs. None: unsigned, or signed by whoever commits. */
  signingKeys: readonly SecretKey[]
  isSignedLater: boolean
  unsigned: boolean
  compression: Compression
  /** null for `none`. */
  compressionLevel: number | null
  closure: ClosureType
  upstreamKeys: string[]
  exclude: RegExp[]
  /** null: nothing is kept between runs. */
  cache: CacheInputs | null
  /** Whether build logs go along. */
  logs: boolean
}

/** How it is written and proved. */
export interface CommitInputs extends TargetInputs {
  /** How the commit is written; `auto`: whichever of the target’s routes fits the artifacts. */
  route: 'auto' | Route
  /** Bytes above which a NAR becomes a release asset where that can be read; null: as the target is. */
  releaseAbove: number | null
  /** Each signs; the first is the run's own. */
  signingKeys: readonly SecretKey[]
  /** May be published without a key where others have signed. */
  unsigned: boolean
  /** `name:base64` of keys that readers are told beside this run's own. */
  trustedKeys: readonly string[]
  /** Whether the branch has a page for people. */
  site: boolean
  closure: ClosureType
  verify: Verification
  /** Names that are to be pins no more. */
  unpin: string[]
  failOnEmpty: boolean
  /** Whether build logs are published. */
  logs: boolean
  /** Bytes from which on the repository is large enough for a warning. */
  sizeBudget: number
  dryRun: boolean
  /** Branch of the source repository that follows what readers get; null: none. */
  cachedBranch: CachedBranchInput | null
  onPullRequest: OnPullRequest
  /** Whether a pull request gets a comment. */
  comment: boolean
  /** Whether a pull request gets check runs. */
  annotate: boolean
  provenance: ProvenanceInputs
}

/** The phase decides what there is: one that packs has no key and writes nothing, one that commits builds nothing. */
export type PublishInputs = { mode: 'publish' } & (
  | ({ phase: 'all' } & BuildInputs & CommitInputs)
  | ({
      phase: 'pack'
      /** Absolute. */
      outputDirectory: string
    } & PlanInputs &
      BuildInputs)
  | ({
      phase: 'commit'
      /** Absolute: folders that `phase: pack` left, or folders that hold such folders. */
      packed: string[]
      expected: Expected
    } & CommitInputs)
)

/** Of a job, which may also be the one that builds again what others packed. Throws what the two below throw. */
export function parsePublishStep(
  environment: Environment,
  secrets: Secrets
): PublishInputs | RebuildInputs {
  if (oneOf(environment, 'phase', phases.publish) !== 'rebuild') {
    return parsePublishInputs(environment, secrets)
  }
  refuseOtherPhases(environment, 'publish', 'rebuild')
  return parseRebuildInputs(environment)
}

/**
 * Throws INPUT_INVALID, INPUT_MISSING, REGEX_INVALID, SYSTEM_UNKNOWN, SIGNING_KEY_INVALID, TOKEN_MISSING, REPOSITORY_INVALID,
 * BRANCH_INVALID.
 */
export function parsePublishInputs(environment: Environment, secrets: Secrets): PublishInputs {
  const phase = oneOf(environment, 'phase', publishing)
  refuseOtherPhases(environment, 'publish', phase)
  switch (phase) {
    case 'all':
      return {
        mode: 'publish',
        phase,
        ...parseAll(environment, secrets),
        ...parseTargetInputs(environment, secrets)
      }
    case 'pack':
      return {
        mode: 'publish',
        phase,
        outputDirectory: parseOutputDirectory(environment),
        ...parsePlanInputs(environment),
        ...parseBuildInputs(environment),
        ...parseReadTargetInputs(environment, secrets),
        signingKeys: [],
        isSignedLater: true
      }
    case 'commit': {
      const expected = parseExpected(environment)
      return {
        mode: 'publish',
        phase,
        packed: isClosing(environment) ? [] : parseLeft(environment, 'packed'),
        expected,
        ...parseCommitInputs(environment, secrets, [], expected),
        ...parseTargetInputs(environment, secrets)
      }
    }
  }
}

function parseAll(environment: Environment, secrets: Secrets) {
  const build = parseBuildInputs(environment)
  return { ...build, ...parseCommitInputs(environment, secrets, build.pins, null) }
}

/** Of a pull request that is closed nothing is built, nor pinned: there need be nothing to publish. */
function isClosing(environment: Environment): boolean {
  const way = oneOf(environment, 'on-pull-request', onPullRequest)
  return environment.pullRequest?.isClosed === true && way !== 'publish'
}

function parseTargetInputs(environment: Environment, { token }: Secrets): TargetInputs {
  const target = parseTargetAddress(environment.input('target-repository'), environment)
  checkToken(token, target.kind, environment)
  return {
    target,
    branch: parseBranch(environment, target),
    token: target.kind === 'github' ? token : '',
    substituterUrl: parseSubstituter(environment, target)
  }
}

/** For a run that only reads the target: a public one needs no token. */
export function parseReadTargetInputs(environment: Environment, secrets: Secrets): TargetInputs {
  if (secrets.token !== '') return parseTargetInputs(environment, secrets)
  const target = parseTargetAddress(environment.input('target-repository'), environment)
  const substituterUrl = parseSubstituter(environment, target)
  return { target, branch: parseBranch(environment, target), token: '', substituterUrl }
}

function parseBuildInputs(
  environment: Environment
): Omit<BuildInputs, keyof TargetInputs | 'signingKeys'> {
  const systems = parseSystems(environment)
  const compression = oneOf(environment, 'compression', compressions)
  return {
    ...parseWhatToPublish(environment, systems.value, { mayBeNothing: isClosing(environment) }),
    systems,
    compression,
    compressionLevel: parseCompressionLevel(environment, compression),
    isSignedLater: false,
    unsigned: parseBoolean(environment, 'unsigned'),
    closure: parseClosure(environment),
    upstreamKeys: parseUpstreamKeys(environment),
    exclude: lines(environment.input('exclude')).map((text) => parseRegex('exclude', text)),
    cache: parseCache(environment),
    logs: parseBoolean(environment, 'logs')
  }
}

function parseCommitInputs(
  environment: Environment,
  secrets: Secrets,
  pins: readonly PinRequest[],
  expected: Expected | null
): Omit<CommitInputs, keyof TargetInputs> {
  const target = parseTargetAddress(environment.input('target-repository'), environment)
  const closure = parseClosure(environment)
  return {
    route: parseRoute(environment, target),
    releaseAbove: parseReleaseAbove(environment, target),
    signingKeys: parseSigningKeys(environment, secrets),
    unsigned: parseBoolean(environment, 'unsigned'),
    trustedKeys: parseTrustedKeys(environment),
    site: parseBoolean(environment, 'site'),
    closure,
    verify: oneOf(environment, 'verify', verifications),
    unpin: parseUnpin(environment, pins),
    failOnEmpty: parseBoolean(environment, 'fail-on-empty'),
    logs: parseBoolean(environment, 'logs'),
    sizeBudget: parseSize(environment, 'size-budget'),
    dryRun: parseBoolean(environment, 'dry-run'),
    cachedBranch: parseCachedBranch(environment, secrets, closure, expected),
    onPullRequest: oneOf(environment, 'on-pull-request', onPullRequest),
    comment: parseBoolean(environment, 'comment'),
    annotate: parseBoolean(environment, 'annotate'),
    provenance: parseProvenance(environment)
  }
}

export function parseClosure(environment: Environment): ClosureType {
  return oneOf(environment, 'closure', closureTypes)
}

export function parseRoute(environment: Environment, target: TargetAddress): 'auto' | Route {
  const route = oneOf(environment, 'route', ['auto', ...routes])
  if (route === 'api' && target.kind === 'git') {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input route',
      reason: '`api` is GitHub’s, and `target-repository` is not on this GitHub',
      hint: 'Leave `route` out, or give `push`.'
    })
  }
  return route
}

export function parseReleaseAbove(environment: Environment, target: TargetAddress): number | null {
  if (valueOf(environment, 'release-above') === 'auto') return null
  const bytes = parseSize(environment, 'release-above')
  const { largestTreeFile } = defaultLimits
  if (bytes > largestTreeFile) {
    const accepted =
      '`auto`, or a size from 1 byte to `100 MiB`, which is the most that Git takes on GitHub'
    throw invalid('release-above', environment.input('release-above'), accepted)
  }
  if (target.kind === 'git') {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input release-above',
      reason: 'release assets are GitHub’s, and `target-repository` is not on this GitHub',
      hint: 'Leave `release-above` out.'
    })
  }
  return bytes
}

function parseCompressionLevel(environment: Environment, compression: Compression): number | null {
  const text = environment.input('compression-level')
  const range = compressionLevels[compression]
  if (range === null) {
    if (text === '') return null
    throw invalid('compression-level', text, 'nothing, as compression none has no levels')
  }
  if (text === '') return range.default
  const level = /^\d{1,3}$/.test(text) ? Number(text) : NaN
  if (!(level >= range.min && level <= range.max)) {
    throw invalid('compression-level', text, `${compression} takes ${range.min} to ${range.max}`)
  }
  return level
}

function parseUpstreamKeys(environment: Environment): string[] {
  const keys = words(valueOf(environment, 'upstream-keys'))
  if (keys.length === 1 && keys[0] === 'none') return []
  const withColon = keys.find((key) => key.includes(':'))
  if (withColon !== undefined) {
    throw invalid('upstream-keys', withColon, 'names of keys: the part before the colon')
  }
  return keys
}
