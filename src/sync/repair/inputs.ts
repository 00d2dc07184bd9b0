import type { Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import { givenSystems, type Sourced } from '../../inputs/common.ts'
import type { PhasesOf } from '../../inputs/modes.ts'
import { parseLeft, parseOutputDirectory } from '../../inputs/phases.ts'
import { disagreement, parseBoolean } from '../../inputs/readers.ts'
import { refuseOtherPhases } from '../../inputs/refuse.ts'
import { checkToken, type Secrets } from '../../inputs/secrets.ts'
import { defaultOf, inputNames, inputs, type InputName } from '../../inputs/table.ts'
import type { PullRequestEvent, WorkflowRunEvent } from '../../pull-request-events.ts'
import { parsePackagePatterns } from '../many/patterns.ts'
import type { PackagePattern } from '../many/types.ts'
import { noPackage, parseNixpkgs } from '../package-inputs.ts'

/** What `repair: true` is told, on either side. */
export type RepairInputs = { phase: 'repair' } & (RepairCompute | RepairCommit)

/** In the pull request's own job: which hashes its head needs. Nothing is written but the file. */
export interface RepairCompute {
  side: 'compute'
  pullRequest: PullRequestEvent
  packages: readonly [PackagePattern, ...PackagePattern[]]
  nixpkgs: string | null
  systems: Sourced<string[]>
  /** Whether packages whose hashes change are built to prove them. */
  build: boolean
  /** Absolute. */
  outputDirectory: string
}

/** After that job, in a run that has a token and nothing of the pull request but the file. */
export interface RepairCommit {
  side: 'commit'
  run: WorkflowRunEvent
  /** Files that the other side left, or folders that may hold them; absolute. */
  computed: string[]
  repository: { owner: string; repo: string }
  token: string
  /** A check run instead of a commit. */
  annotate: boolean
}

const computeTakes: readonly InputName[] = [
  ...(['mode', 'phase', 'repair', 'package', 'version', 'nixpkgs', 'systems', 'build'] as const),
  ...(['output-directory', 'token'] as const)
]
const commitTakes: readonly InputName[] = [
  ...(['mode', 'phase', 'repair', 'annotate', 'computed', 'token'] as const)
]

const workflows = ['docs/workflows/repair.yml', 'docs/workflows/repair-commit.yml'] as const
const twoWorkflows = `It takes two workflows: ${workflows[0]} (\`phase: compute\`, on \`pull_request\`) and ${workflows[1]} (\`phase: commit\`, on \`workflow_run\`).`

/**
 * null: it is no repair. Throws INPUT_INVALID, INPUT_MISSING, PACKAGE_INVALID, SYSTEM_UNKNOWN, TOKEN_MISSING.
 */
export function parseRepairInputs(
  environment: Environment,
  secrets: Secrets,
  phase: PhasesOf<'version-sync'>
): RepairInputs | null {
  if (!parseBoolean(environment, 'repair')) {
    if (phase === 'commit' && parseBoolean(environment, 'annotate')) {
      throw refusal('annotate', 'it is for repairs, and `repair` is not `true`')
    }
    return null
  }
  switch (phase) {
    case 'compute':
      return { phase: 'repair', ...parseCompute(environment) }
    case 'commit':
      return { phase: 'repair', ...parseCommit(environment, secrets) }
    case 'all':
    case 'list':
      throw disagreement(
        ['repair', 'phase'],
        `a repair is split over the jobs of ${workflows.join(' and ')}, and \`phase\` is \`${phase}\``,
        'Leave `repair` out, or give it where `phase` is `compute` or `commit`.'
      )
  }
}

function parseCompute(environment: Environment): RepairCompute {
  const { eventName, pullRequest, runnerSystem } = environment
  if (eventName === 'pull_request_target') {
    throw refusal(
      'repair',
      '`pull_request_target` would run the pull request’s code beside secrets and a token that may write'
    )
  }
  if (pullRequest === null) {
    throw refusal('repair', `\`phase: compute\` is for jobs of \`pull_request\`${but(eventName)}`)
  }
  refuseOthers(environment, computeTakes, 'compute')
  const version = environment.input('version')
  if (version !== 'keep') {
    throw disagreement(
      ['repair', 'version'],
      `a repair makes the hashes of what the pull request says, and \`version\` is ${version === '' ? 'empty' : JSON.stringify(version)}`,
      'Give `version: keep`.'
    )
  }
  const [first, ...others] = parsePackagePatterns(environment.input('package'))
  if (first === undefined) throw noPackage()
  const systems = givenSystems(environment)
  return {
    side: 'compute',
    pullRequest,
    packages: [first, ...others],
    nixpkgs: parseNixpkgs(environment, first.reference),
    systems:
      systems.length === 0
        ? { value: [runnerSystem], source: 'runner' }
        : { value: systems, source: 'input' },
    build: parseBoolean(environment, 'build'),
    outputDirectory: parseOutputDirectory(environment)
  }
}

function parseCommit(environment: Environment, secrets: Secrets): RepairCommit {
  const { eventName, workflowRun, repository } = environment
  if (workflowRun === null || repository === null) {
    throw refusal('repair', `\`phase: commit\` is for jobs of \`workflow_run\`${but(eventName)}`)
  }
  refuseOthers(environment, commitTakes, 'commit')
  checkToken(secrets.token, 'github', environment)
  const [owner = '', repo = ''] = repository.split('/')
  return {
    side: 'commit',
    run: workflowRun,
    computed: parseLeft(environment, 'computed'),
    repository: { owner, repo },
    token: secrets.token,
    annotate: parseBoolean(environment, 'annotate')
  }
}

/** Which event it is instead. */
function but(eventName: string | null): string {
  return eventName === null ? '' : `, and this one is of \`${eventName}\``
}

/** What the phase takes and a repair would pass over in silence. */
function refuseOthers(
  environment: Environment,
  taken: readonly InputName[],
  phase: 'compute' | 'commit'
): void {
  refuseOtherPhases(environment, 'version-sync', phase)
  for (const name of inputNames) {
    if (taken.includes(name) || inputs[name].takenBy['version-sync'] === undefined) continue
    const given = environment.input(name)
    if (given === '' || given.toLowerCase() === defaultOf(name).toLowerCase()) continue
    throw disagreement(
      [name, 'repair'],
      `\`${name}\` has no meaning with \`repair\`, which changes hashes of a pull request and nothing else`,
      `Leave \`${name}\` out. ${twoWorkflows}`
    )
  }
}

function refusal(name: 'repair' | 'annotate', reason: string): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `input ${name}`,
    reason,
    hint: twoWorkflows
  })
}
