import type { Environment } from '../../environment.ts'
import { hasControlCharacter } from '../../harmless.ts'
import { disagreement, invalid, lines, parseBoolean, parseCount } from '../../inputs/readers.ts'
import { defaultOf } from '../../inputs/table.ts'
import type { SyncDestination, SyncWork } from '../work-inputs.ts'
import type { PackageReference, WantedVersion } from '../types.ts'
import type { Look, PackagePattern } from './types.ts'

/** What several packages are told, beyond one: in one job, or in the one that computes a row of the matrix. */
export type ManyInputs = { mode: 'version-sync' } & (
  | {
      phase: 'all'
      look: Look
      /** How each of them is worked out. */
      work: CommonWork
      destination: SyncDestination
      dryRun: boolean
      many: ManyWishes
    }
  | {
      phase: 'compute'
      /** One a package, all of one change. */
      works: readonly [SyncWork, ...SyncWork[]]
      outputDirectory: string
      many: null
    }
)

/** What is the same for all packages of a run. */
export type CommonWork = Omit<SyncWork, 'package' | 'version'>

/** What becomes of several packages' changes. */
export interface ManyWishes {
  /** Name of the one pull request for all; null: each change has its own. */
  group: string | null
  /** New pull requests are opened only while fewer of ours are open. */
  limit: number
  /** Whether an issue lists what is outdated. */
  dashboard: boolean
}

const longestGroup = 100
const highestLimit = 10_000

/** Whether the inputs are about more than one package by itself. */
export function areMany(environment: Environment, patterns: readonly PackagePattern[]): boolean {
  const isOne = patterns.length === 1 && patterns[0]?.kind === 'one'
  const limit = environment.input('open-pull-requests-limit')
  return (
    (patterns.length > 0 && !isOne) ||
    !['', defaultOf('open-pull-requests-limit')].includes(limit) ||
    environment.input('group') !== '' ||
    lines(environment.input('ignore')).length > 0 ||
    parseBoolean(environment, 'dashboard')
  )
}

/** What of the inputs is read as for one package. */
export interface ManyParts {
  patterns: readonly PackagePattern[]
  look: () => Look
  work: () => CommonWork
  /** Throws VERSION_MISSING, VERSION_INVALID. */
  version: () => WantedVersion
  destination: () => SyncDestination
  dryRun: boolean
  outputDirectory: () => string
}

/** Throws INPUT_INVALID, and what the parts throw. */
export function parseManyInputs(
  environment: Environment,
  phase: ManyInputs['phase'],
  parts: ManyParts
): ManyInputs {
  const mode = 'version-sync'
  const { patterns, dryRun } = parts
  if (phase === 'compute') {
    const [first, ...others] = patterns.map(onePackage)
    if (first === undefined) throw invalid('package', '', 'packages, one a line')
    const [common, version] = [parts.work(), parts.version()]
    const work = (reference: PackageReference): SyncWork => workFor(common, reference, version)
    const works = [work(first), ...others.map(work)] as const
    return { mode, phase, works, outputDirectory: parts.outputDirectory(), many: null }
  }
  const look = parts.look()
  if (look.version.kind === 'given' && patterns.some(({ kind }) => kind === 'each')) {
    throw disagreement(
      ['version', 'package'],
      '`package` has a pattern, and what it finds has versions of its own',
      'Leave `version` out, which means `latest`, or name the packages that share the version.'
    )
  }
  const many = parseWishes(environment)
  const isSeveral = patterns.length > 1 || patterns.some(({ kind }) => kind === 'each')
  if (isSeveral && many.group === null) refuseOwnNames(environment)
  const destination = parts.destination()
  return { mode, phase, look, work: parts.work(), destination, dryRun, many }
}

/** `group`, `open-pull-requests-limit`, `dashboard`. Throws INPUT_INVALID. */
export function parseWishes(environment: Environment): ManyWishes {
  const group = environment.input('group')
  if (hasControlCharacter(group) || group.length > longestGroup) {
    throw invalid('group', group, `one line of at most ${longestGroup} characters`)
  }
  return {
    group: group === '' ? null : group,
    limit: parseCount(environment, 'open-pull-requests-limit', 0, highestLimit),
    dashboard: parseBoolean(environment, 'dashboard')
  }
}

/** What only one pull request can have. Throws INPUT_INVALID. */
export function refuseOwnNames(environment: Environment): void {
  const name = (['branch', 'title'] as const).find((one) => environment.input(one) !== '')
  if (name === undefined) return
  throw disagreement(
    [name, 'package'],
    `\`package\` is several, each of which has a pull request of its own, and \`${name}\` is one`,
    `Leave \`${name}\` out, or give \`group\`, which makes one pull request of all.`
  )
}

/** A package's work. */
export function workFor(
  common: CommonWork,
  reference: PackageReference,
  version: WantedVersion
): SyncWork {
  // A flake names its own.
  const nixpkgs = reference.kind === 'flake' ? null : common.nixpkgs
  return { ...common, package: reference, version, nixpkgs }
}

function onePackage({ kind, reference }: PackagePattern): PackageReference {
  if (kind === 'one') return reference
  throw disagreement(
    ['package', 'phase'],
    '`phase: compute` is about one change, and a pattern finds any number of packages',
    'Give the packages of one row that `phase: list` made, one a line; or leave `phase` out.'
  )
}
