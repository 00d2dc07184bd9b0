import { parseArgsStringToArgv } from 'string-argv'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
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
import { parsePackagePatterns } from './many/patterns.ts'
import type { Look } from './many/types.ts'
import { noPackage, parseNixpkgs, parsePackage } from './package-inputs.ts'
import { parsePullRequest, type PullRequestDestination } from './pull-request-inputs.ts'
import { parseRepairInputs, type RepairInputs } from './repair/inputs.ts'
import type { PackageReference, WantedVersion } from './types.ts'
import { refuseNoVersion, type TagWords } from './version/parse.ts'
import { checkVersionRegex } from './version/version-regex.ts'

export type { PullRequestDestination } from './pull-request-inputs.ts'

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
    }
  | RepairInputs
)

/** Which package, to which version, and how that is proved. */
export interface SyncWork {
  package: PackageReference
  /** Folder of the nixpkgs that `callPackage` comes from, absolute; null: `<nixpkgs>`, or the checkout when it is nixpkgs itself. */
  nixpkgs: string | null
  version: WantedVersion
  /** Stripped from tags, before `v`. */
  tagPrefix: string
  /** Finds the version in a tag by its group; null: the prefix and the package's own form do. */
  versionRegex: string | null
  allowDowngrade: boolean
  /** Whether the source may be the old version's. */
  allowSameSource: boolean
  /** Where the version is not to be touched: `FILE:LINE`, or a text on the line. */
  keepPlaces: string[]
  /** null: every system of the usual four that the package has. */
  systems: Sourced<string[] | null>
  formatter: Formatter
  build: boolean
  /** Program and arguments, or null: what changes files beside the package before hashes are made. */
  beforeHash: string[] | null
  /** Whether the package's `passthru.updateScript` makes files beside it. */
  updateScript: boolean
  /** Program and arguments, or null. */
  smokeTest: string[] | null
  /** For asking GitHub which version is the latest; empty: asked as a stranger. */
  token: string
}

export const formatters = ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'] as const
export type Formatter = (typeof formatters)[number]

/** A terminal's run writes the checkout, or commits there; a job's opens a pull request. */
export type SyncDestination = { kind: 'checkout' | 'commit' } | PullRequestDestination

/**
 * `destination`: what a run of phase `all` does with the change; phase `commit` is always about a pull request. Throws INPUT_INVALID,
 * INPUT_MISSING, PACKAGE_INVALID, VERSION_MISSING, VERSION_INVALID, SYSTEM_UNKNOWN, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
export function parseSyncInputs(
  environment: Environment,
  secrets: Secrets,
  destination: SyncDestination['kind'] = 'pull-request'
): SyncInputs {
  const mode = 'version-sync'
  const phase = oneOf(environment, 'phase', phases[mode])
  const repair = parseRepairInputs(environment, secrets, phase)
  if (repair !== null) return { mode, ...repair }
  refuseOtherPhases(environment, mode, phase)
  const dryRun = parseBoolean(environment, 'dry-run')
  // A pull request from a fork computes and proposes nothing: its token may only read.
  const pullRequest = (): PullRequestDestination =>
    parsePullRequest(environment, secrets, { writes: !dryRun && !environment.isForkPullRequest })
  switch (phase) {
    case 'all': {
      const work = parseWork(environment, secrets, { value: null, source: 'default' })
      const to = destination === 'pull-request' ? pullRequest() : { kind: destination }
      return { mode, phase, work, destination: to, dryRun }
    }
    case 'compute': {
      return {
        mode,
        phase,
        // Each machine computes what it can build; the others have a job of their own.
        work: parseWork(environment, secrets, {
          value: [environment.runnerSystem],
          source: 'runner'
        }),
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
      return {
        mode,
        phase,
        computed: parseLeft(environment, 'computed'),
        package: environment.input('package') === '' ? null : parsePackage(environment),
        systems: systems.length === 0 ? null : systems,
        allowSameSource: parseBoolean(environment, 'allow-same-source'),
        allowsCommand: parseCommand(environment, 'before-hash') !== null,
        destination: pullRequest(),
        dryRun
      }
    }
  }
}

function parseWork(
  environment: Environment,
  secrets: Secrets,
  ownSystems: Sourced<string[] | null>
): SyncWork {
  const packageReference = parsePackage(environment)
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
    package: packageReference,
    nixpkgs: parseNixpkgs(environment, packageReference),
    version: parseVersion(environment, words),
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
