import { allOf } from '../all-of.ts'
import { cacheInfoPath } from '../binary-cache/cache-info.ts'
import { cataloguePath } from '../catalogue/catalogue.ts'
import { catalogueFolder } from '../catalogue/shards.ts'
import type { Environment } from '../environment.ts'
import { unusedSystems } from '../inputs/common.ts'
import { evaluateInstallables } from '../nix/evaluate.ts'
import { missingStorePath } from '../nix/validity.ts'
import { openRunNix } from '../nix/nix.ts'
import type { Nix } from '../nix/types.ts'
import { resolveOmResults } from '../om-results/resolve.ts'
import { refuseTaken } from '../repository/refuse-taken.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import { artifactOfPath, artifactsOf, type Artifact } from './artifact.ts'
import { announceChange } from './announce-change.ts'
import { besideTarget } from './beside-target.ts'
import { refuseForeign } from './foreign.ts'
import { resolveGivenPaths } from './given-paths.ts'
import { heldArtifacts } from './held.ts'
import type { BuildInputs } from './inputs.ts'
import { openTarget } from './open-target.ts'
import { mergePins, resolvePins } from './pins.ts'
import type { PublishRun } from './run.ts'
import { sourcesOf } from './source.ts'
import type { TakenRow } from './row/take-row.ts'
import type { Asked, Plan } from './state.ts'

/**
 * Evaluates the output paths and asks the target what it holds of them: nothing of that is built again. `take`: has what another job
 * evaluated, in place of that.
 */
export async function planPublish(
  run: PublishRun<BuildInputs>,
  take?: (nix: Nix) => Promise<TakenRow>
): Promise<Plan> {
  const { inputs, environment, log } = run
  if (environment.isForkPullRequest) {
    log.warning(
      'The job runs for a pull request from a fork, whose token is read-only: this builds and packs, and publishes nothing.'
    )
  }
  return log.group('Plan', async () => {
    const evaluate = (nix: Nix): Promise<TakenRow> =>
      evaluateArtifacts(nix, inputs.installables, environment)
    const nix = await openRunNix(run)
    const [[target, before], asking] = await besideTarget(
      nix,
      openTarget(run, { publishes: true }),
      (asked) => resolveAll(run, asked, take ?? evaluate)
    )
    const { evaluated, failures, ...row } = asking.row
    const { given, missing } = asking.paths
    const { om } = asking
    const byHand = resolvePins(
      inputs.pins,
      { installables: inputs.installables, evaluated },
      environment.workspace
    )
    const fromOm = om.pins.map((pin) => ({ ...pin, isByHand: false }))
    const paths = [...given, ...om.paths]
    const indexed = paths.filter(({ storePath }) => inputs.artifacts?.has(storePath) ?? true)
    const artifacts = uniqueByStorePath([
      ...row.artifacts,
      ...indexed.map(({ storePath, system }) => artifactOfPath(storePath, system))
    ])
    // What does not evaluate is told by itself.
    const unused =
      failures.length > 0 ? [] : unusedSystems(inputs.systems, [...artifacts, ...pinned(inputs)])
    for (const note of unused) log.warning(note)
    const asked: Asked = {
      artifacts,
      evaluated,
      storePaths: [...new Set([...row.storePaths, ...paths.map(({ storePath }) => storePath)])],
      missing: new Set([...missing, ...om.missing]),
      failures: [...failures, ...om.failures],
      wantedPins: mergePins([...byHand.pins, ...fromOm]),
      notes: [...unused, ...om.notes, ...byHand.notes]
    }
    return planFor(run, { nix, target, asked, rowWork: row.work }, before)
  })
}

/** What was asked for, as far as Nix knows it. */
async function resolveAll(
  { inputs, environment }: PublishRun<BuildInputs>,
  nix: Nix,
  take: (nix: Nix) => Promise<TakenRow>
) {
  const [row, paths, om] = await allOf([
    take(nix),
    resolveGivenPaths(nix, inputs.paths, environment),
    resolveOmResults(nix, inputs.omResults, environment)
  ])
  return { row, paths, om }
}

async function evaluateArtifacts(
  nix: Nix,
  installables: readonly string[],
  environment: Environment
): Promise<TakenRow> {
  const { evaluated, failures } = await evaluateInstallables(nix, installables)
  const sources = await sourcesOf(
    nix,
    evaluated.map(({ installable }) => installable),
    environment
  )
  const { runUrl } = environment
  const artifacts = evaluated.flatMap((one) =>
    artifactsOf(one, { source: sources.get(one.installable) ?? null, runUrl })
  )
  return { evaluated, failures, artifacts, storePaths: [], work: undefined }
}

/** The plan for another state of the target. Nothing is evaluated again: it is the same checkout. */
export async function planAgain(
  run: PublishRun<BuildInputs>,
  plan: Plan,
  before: TargetSnapshot
): Promise<Plan> {
  return run.log.group('Plan again', () => planFor(run, plan, before))
}

async function planFor(
  run: PublishRun<BuildInputs>,
  { nix, target, asked, rowWork }: Pick<Plan, 'nix' | 'target' | 'asked' | 'rowWork'>,
  before: TargetSnapshot
): Promise<Plan> {
  const { inputs, environment, log } = run
  const { artifacts, evaluated, storePaths, missing, failures, wantedPins, notes } = asked
  await announceChange(before, artifacts)
  const held = await heldArtifacts(before, artifacts, inputs.closure, inputs)
  for (const line of planLines(run, artifacts, held)) log.info(line)
  const wanted = evaluated.filter(({ outputs }) => outputs.some(({ path }) => !held.has(path)))
  const unheld = storePaths.filter((path) => !held.has(path))
  const givenPaths = unheld.filter((path) => !missing.has(path))
  const absent = unheld
    .filter((path) => missing.has(path))
    .map((path) => ({ installable: path, error: missingStorePath(path) }))
  // What it takes to build something is the same on every machine.
  const isBuilt = inputs.closure !== 'source'
  const { toBuild: possible, failures: foreign } = isBuilt
    ? await refuseForeign(nix, wanted, environment.runnerSystem)
    : { toBuild: wanted, failures: [] }
  const undone = isBuilt ? (rowWork?.undone ?? []) : []
  const waiting = undone.filter(({ installable }) =>
    possible.some((one) => one.installable === installable)
  )
  for (const { error } of waiting) log.warning(error.message)
  const toBuild = possible.filter((one) =>
    waiting.every(({ installable }) => installable !== one.installable)
  )
  if (toBuild.length + givenPaths.length > 0) {
    await refuseWhatIsTaken(before, artifacts, wantedPins.length > 0)
  }
  return {
    ...{ nix, target, before, asked, artifacts, held, toBuild, givenPaths },
    failures: [...failures, ...foreign, ...waiting, ...absent],
    wantedPins,
    notes,
    rowWork
  }
}

/** As the commit does, so far as the root folder tells, before anything is built for it. */
async function refuseWhatIsTaken(
  before: TargetSnapshot,
  artifacts: readonly Artifact[],
  isPinning: boolean
): Promise<void> {
  const narInfos = artifacts.map(({ storePath }) => `${parseStorePath(storePath).hash}.narinfo`)
  const files = [cacheInfoPath, cataloguePath, ...narInfos]
  const folders = [catalogueFolder.slice(0, -1), 'nar', ...(isPinning ? ['pins'] : [])]
  await refuseTaken(before, files, folders)
}

/** Systems that names or paths of pins were made with. */
function pinned({ systems, pins }: BuildInputs): { system: string }[] {
  const text = JSON.stringify(pins)
  return systems.value.filter((system) => text.includes(system)).map((system) => ({ system }))
}

/** Two attributes may be the same path: the one named first stands for it. */
function uniqueByStorePath(artifacts: Artifact[]): Artifact[] {
  const first = new Map<string, Artifact>()
  for (const artifact of artifacts) {
    if (!first.has(artifact.storePath)) first.set(artifact.storePath, artifact)
  }
  return [...first.values()]
}

function planLines(
  run: PublishRun<BuildInputs>,
  artifacts: Artifact[],
  held: Set<string>
): string[] {
  const { systems } = run.inputs
  const why = {
    input: 'as `systems` says',
    runner: 'this machine’s own',
    default: 'default'
  }
  return [
    `systems: ${systems.value.join(', ')} (${why[systems.source]})`,
    ...artifacts.map(({ storePath, attribute }) => {
      const asked = attribute === null ? '' : `${attribute} → `
      return `${asked}${storePath}${held.has(storePath) ? ' (the target has it)' : ''}`
    })
  ]
}
