import { parseArgsStringToArgv } from 'string-argv'
import type { Environment } from '../environment.ts'
import { internalError, NarPublishError } from '../errors.ts'
import { hasControlCharacter } from '../harmless.ts'
import { givenSystems, type Sourced } from '../inputs/common.ts'
import { phases } from '../inputs/modes.ts'
import { parseLeft, parseOutputDirectory } from '../inputs/phases.ts'
import { disagreement, invalid, lines, oneOf, parseBoolean } from '../inputs/readers.ts'
import { refuseOtherPhases } from '../inputs/refuse.ts'
import { parseRunnerMap, type RunnerLabel } from '../inputs/runner-map.ts'
import type { Secrets } from '../inputs/secrets.ts'
import { isBranchName } from '../repository/branch-name.ts'
import { quote } from '../text.ts'
import { parseIgnore } from './many/ignore.ts'
import {
  areMany,
  parseManyInputs,
  parseWishes,
  refuseOwnNames,
  type CommonWork,
  type ManyInputs,
  type ManyWishes
} from './many/inputs.ts'
import { parsePackagePatterns } from './many/patterns.ts'
import type { Look, PackagePattern } from './many/types.ts'
import { noPackage, parseNixpkgs, parsePackage } from './package-inputs.ts'
import { parsePullRequest, type PullRequestDestination } from './pull-request-inputs.ts'
import { parseRepairInputs, type RepairInputs } from './repair/inputs.ts'
import type { PackageReference, WantedVersion } from './types.ts'
import { refuseNoVersion, type TagWords } from './version/parse.ts'
import { checkVersionRegex } from './version/version-regex.ts'
import { formatters, type SyncDestination, type SyncWork } from './work-inputs.ts'

export type { PullRequestDestination } from './pull-request-inputs.ts'
export { formatters, type Formatter, type SyncDestination, type SyncWork } from './work-inputs.ts'

/** What `mode: version-sync` is told. The phase decides what there is: one that commits has no package to evaluate. */
export type SyncInputs = { mode: 'version-sync' } & (
  | { phase: 'all'; work: SyncWork; destination: SyncDestination; dryRun: boolean }
  | { phase: 'compute'; work: SyncWork; outputDirectory: string }
  | {
      phase: 'list'
      look: Look
      /** For the rows of the matrix, by system. */
      runners: ReadonlyMap<string, RunnerLabel>
      /** Where the listing is left for the job that commits, absolute; null: nowhere. */
      outputDirectory: string | null
    }
  | {
      phase: 'commit'
      /** Files that `phase: compute` wrote, or folders that hold them; absolute. */
      computed: string[]
      /** The package that they must be about; null: whichever it is. */
      package: PackageReference | null
      /** Systems that must be among them; null: whichever are there. */
      systems: string[] | null
      allowSameSource: boolean
      /** `before-hash` is given: the files may hold what a command changed. */
      allowsCommand: boolean
      destination: PullRequestDestination
      dryRun: boolean
      /** What becomes of the files where they are about several packages, or several changes; null: about one package alone. */
      many: (ManyWishes & { packages: readonly PackagePattern[] }) | null
    }
  | RepairInputs
)

/** Those of phase `commit` are the same for one package and for many: the files tell. */
export function isMany(inputs: SyncInputs | ManyInputs): inputs is ManyInputs {
  return inputs.phase !== 'commit' && 'many' in inputs
}

/** Inputs that are about one package. */
export function ofOne(inputs: SyncInputs | ManyInputs): SyncInputs {
  if (isMany(inputs)) throw internalError('inputs', 'they are about several packages')
  return inputs
}

/**
 * `destination`: what a run of phase `all` does with the change; phase `commit` is always about a pull request. Throws INPUT_INVALID,
 * INPUT_MISSING, PACKAGE_INVALID, VERSION_MISSING, VERSION_INVALID, SYSTEM_UNKNOWN, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
export function parseSyncInputs(
  environment: Environment,
  secrets: Secrets,
  destination: SyncDestination['kind'] = 'pull-request'
): SyncInputs | ManyInputs {
  const mode = 'version-sync'
  const phase = oneOf(environment, 'phase', phases[mode])
  const repair = parseRepairInputs(environment, secrets, phase)
  if (repair !== null) return { mode, ...repair }
  refuseOtherPhases(environment, mode, phase)
  const dryRun = parseBoolean(environment, 'dry-run')
  // A pull request from a fork computes and proposes nothing: its token may only read.
  const pullRequest = (): PullRequestDestination =>
    parsePullRequest(environment, secrets, { writes: !dryRun && !environment.isForkPullRequest })
  const to = (): SyncDestination =>
    destination === 'pull-request' ? pullRequest() : { kind: destination }
  const patterns = parsePackagePatterns(environment.input('package'))
  const isMany = areMany(environment, patterns)
  if (isMany && (phase === 'all' || phase === 'compute')) {
    const one = patterns.find(({ reference: { kind } }) => kind === 'file') ?? patterns[0]
    if (one === undefined) throw noPackage()
    return parseManyInputs(environment, phase, {
      patterns,
      look: () => parseLook(environment, secrets),
      work: () =>
        parseCommonWork(environment, secrets, ownSystems(environment, phase), one.reference),
      version: () => parseVersion(environment, parseTagWords(environment)),
      destination: to,
      dryRun,
      outputDirectory: () => parseOutputDirectory(environment)
    })
  }
  switch (phase) {
    case 'all': {
      const work = parseWork(environment, secrets, ownSystems(environment, phase))
      return { mode, phase, work, destination: to(), dryRun }
    }
    case 'compute': {
      return {
        mode,
        phase,
        work: parseWork(environment, secrets, ownSystems(environment, phase)),
        outputDirectory: parseOutputDirectory(environment)
      }
    }
    case 'list': {
      const hasFolder = environment.input('output-directory') !== ''
      return {
        mode,
        phase,
        look: parseLook(environment, secrets),
        runners: parseRunnerMap(environment),
        outputDirectory: hasFolder ? parseOutputDirectory(environment) : null
      }
    }
    case 'commit': {
      const systems = givenSystems(environment)
      const wishes = isMany || patterns.length === 0 ? parseWishes(environment) : null
      if (patterns.length > 1 && wishes?.group === null) refuseOwnNames(environment)
      return {
        mode,
        phase,
        computed: parseLeft(environment, 'computed'),
        package: isMany || patterns.length === 0 ? null : parsePackage(environment),
        systems: systems.length === 0 ? null : systems,
        allowSameSource: parseBoolean(environment, 'allow-same-source'),
        allowsCommand: parseCommand(environment, 'before-hash') !== null,
        destination: pullRequest(),
        dryRun,
        many: wishes === null ? null : { ...wishes, packages: patterns }
      }
    }
  }
}

/** Where `systems` is empty. */
function ownSystems(
  { runnerSystem }: Environment,
  phase: 'all' | 'compute'
): Sourced<string[] | null> {
  return phase === 'all'
    ? { value: null, source: 'default' }
    : // Each machine computes what it can build; the others have a job of their own.
      { value: [runnerSystem], source: 'runner' }
}

function parseWork(
  environment: Environment,
  secrets: Secrets,
  systems: Sourced<string[] | null>
): SyncWork {
  const reference = parsePackage(environment)
  const common = parseCommonWork(environment, secrets, systems, reference)
  return { ...common, package: reference, version: parseVersion(environment, common) }
}

function parseCommonWork(
  environment: Environment,
  secrets: Secrets,
  ownSystems: Sourced<string[] | null>,
  reference: PackageReference
): CommonWork {
  const words = parseTagWords(environment)
  const systems = givenSystems(environment)
  const build = parseBoolean(environment, 'build')
  const smokeTest = parseCommand(environment, 'smoke-test')
  if (smokeTest !== null && !build) {
    throw disagreement(
      ['smoke-test', 'build'],
      '`smoke-test` runs what was built, and `build` is false',
      'Leave `build` out, or drop `smoke-test`.'
    )
  }
  return {
    nixpkgs: parseNixpkgs(environment, reference),
    ...words,
    allowDowngrade: parseBoolean(environment, 'allow-downgrade'),
    allowSameSource: parseBoolean(environment, 'allow-same-source'),
    keepPlaces: lines(environment.input('keep-places')),
    systems: systems.length === 0 ? ownSystems : { value: systems, source: 'input' },
    formatter: oneOf(environment, 'formatter', formatters),
    build,
    beforeHash: parseCommand(environment, 'before-hash'),
    updateScript: parseBoolean(environment, 'update-script'),
    smokeTest,
    token: secrets.token
  }
}

/** Throws INPUT_MISSING, and what its parts throw. */
function parseLook(environment: Environment, secrets: Secrets): Look {
  const packages = parsePackagePatterns(environment.input('package'))
  const [first] = packages
  if (first === undefined) throw noPackage()
  const words = parseTagWords(environment)
  const systems = givenSystems(environment)
  const ignore = lines(environment.input('ignore'))
  parseIgnore(ignore)
  return {
    packages,
    ignore,
    systems:
      systems.length === 0
        ? { value: null, source: 'default' }
        : { value: systems, source: 'input' },
    nixpkgs: parseNixpkgs(environment, first.reference),
    version:
      environment.input('version') === '' ? { kind: 'latest' } : parseVersion(environment, words),
    ...words,
    allowDowngrade: false,
    token: secrets.token
  }
}

function parseVersion(environment: Environment, words: TagWords): WantedVersion {
  const text = environment.input('version')
  if (text === 'keep' || text === 'latest') return { kind: text }
  const branch = /^branch(?::(.*))?$/s.exec(text)
  if (branch !== null) {
    const name = branch[1]?.replace(/^refs\/heads\//, '') ?? null
    const isOne = name === null || (isBranchName(name) && !name.startsWith('refs/'))
    if (isOne) return { kind: 'branch', name }
    throw invalid('version', text, '`branch`, or `branch:NAME` with the name of a branch')
  }
  const { release } = environment
  if (text !== '' || (release !== null && !release.isDraft)) {
    const tag = text !== '' ? text : (release?.tag ?? '')
    const source = text !== '' ? 'input' : 'release'
    // Said before anything is evaluated.
    refuseNoVersion({ text: tag, source }, words)
    return { kind: 'given', text: tag, source }
  }
  throw new NarPublishError({
    code: 'VERSION_MISSING',
    subject: 'input version',
    reason:
      release === null
        ? 'it is empty, and no release or tag started this run'
        : `it is empty, and the release ${quote(release.tag)} is a draft, whose tag may not exist yet`
  })
}

function parseTagWords(environment: Environment): TagWords {
  const tagPrefix = parseTagPrefix(environment)
  const versionRegex = parseVersionRegex(environment)
  if (versionRegex !== null && tagPrefix !== '') {
    throw disagreement(
      ['version-regex', 'tag-prefix'],
      '`version-regex` is about the whole tag, whose beginning `tag-prefix` is',
      'Put the prefix into the expression, or drop one of them.'
    )
  }
  return { tagPrefix, versionRegex }
}

/** It must be the beginning of a tag that Git takes. */
function parseTagPrefix(environment: Environment): string {
  const text = environment.input('tag-prefix')
  if (text === '' || isBranchName(`${text}1`)) return text
  throw invalid('tag-prefix', text, 'the beginning of a tag, such as `infer-` or `release/`')
}

function parseVersionRegex(environment: Environment): string | null {
  const text = environment.input('version-regex')
  return text === '' ? null : checkVersionRegex(text)
}

/** What only a shell understands; each would be an argument here. */
const shellWords = ['|', '||', '&', '&&', ';', '>', '>>', '<', '2>&1']

/** An example of each, and one with a shell. */
const commands = {
  'smoke-test': ['infer version', "sh -c 'infer version | grep 1'"],
  'before-hash': ['nix/update-lock.sh', "sh -c 'cd nix && npm install --package-lock-only'"]
} as const

/**
 * Program and arguments of an input that names a command; null when it is empty. Quotes hold words together; there is no shell, so
 * nothing else means anything. Throws INPUT_INVALID.
 */
function parseCommand(environment: Environment, name: keyof typeof commands): string[] | null {
  const text = environment.input(name)
  const refused = (reason: string): NarPublishError =>
    new NarPublishError({
      code: 'INPUT_INVALID',
      subject: `input ${name}, ${quote(text)}`,
      reason,
      hint: `Give one program and its arguments, such as \`${commands[name][0]}\`; for more, \`${commands[name][1]}\`.`
    })
  if (text === '') return null
  if (hasControlCharacter(text)) throw refused('it is more than one line')
  if (/["']/.test(text.replace(/"[^"]*"|'[^']*'/g, ''))) throw refused('a quote is not closed')
  const words = parseArgsStringToArgv(text)
  const shellWord = words.find((word) => shellWords.includes(word))
  if (shellWord !== undefined) {
    throw refused(`${quote(shellWord)} means something to a shell, and none runs it`)
  }
  if (words[0] === undefined || words[0] === '') throw refused('it names no program')
  return words
}
