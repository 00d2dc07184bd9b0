import { NarPublishError } from '../errors.ts'
import { unusedSystems } from '../inputs/common.ts'
import { openRunNix } from '../nix/nix.ts'
import type { InstallableFailure } from '../nix/types.ts'
import { artifactOfPath, artifactsOf, type Artifact } from '../publish/artifact.ts'
import { besideTarget } from '../publish/beside-target.ts'
import type { BesideRows } from '../publish/expected-rows.ts'
import { heldArtifacts } from '../publish/held.ts'
import { openTarget } from '../publish/open-target.ts'
import { prepareFolder } from '../publish/packed-folder/write.ts'
import { failuresAsOne, reportedFailures } from '../publish/report/report-published.ts'
import type { Reported, Run } from '../run.ts'
import { count } from '../text.ts'
import { evaluateMatrix, type EvaluatedAttribute, type EvaluatedPath } from './evaluate.ts'
import type { MatrixInputs } from './inputs.ts'
import { planRows } from './plan-rows.ts'
import type { MatrixReport } from './report/types.ts'
import { refuseTooLarge } from './rows.ts'

/** Which jobs there are to be: the derivations that the lines name, less what the target holds. Nothing is built or written. */
export async function makeMatrix(run: Run<MatrixInputs>): Promise<Reported<MatrixReport>> {
  const { inputs, environment, log } = run
  return log.group('Evaluate', async () => {
    if (inputs.planDirectory !== null) prepareFolder(inputs.planDirectory)
    const nix = await openRunNix(run)
    const [[target, before], evaluated] = await besideTarget(nix, openTarget(run), (asked) =>
      evaluateMatrix(asked, {
        lines: inputs.attributes,
        systems: inputs.systems.value,
        isEverySystemNeeded: inputs.systems.source !== 'default',
        runnerSystem: environment.runnerSystem,
        exclude: inputs.exclude
      })
    )
    const derivations = uniqueByPaths(evaluated.attributes)
    const { buildable, homeless } = byRunner(inputs, derivations)
    const { runnerSystem } = environment
    const paths = evaluated.paths.map((path) => artifactOfInput(path, runnerSystem))
    const artifacts = [...buildable.flatMap((one) => artifactsOf(one)), ...paths]
    // The job that evaluates has no key: a signature that readers take is what counts.
    const keys = { signingKeys: [], unsigned: inputs.unsigned }
    const held = await heldArtifacts(before, artifacts, inputs.closure, keys)
    const open = buildable.filter(({ outputs }) => outputs.some(({ path }) => !held.has(path)))
    const openPaths = evaluated.paths.filter(({ storePath }) => !held.has(storePath))
    const planned = await planRows(run, nix, open, inputs.planDirectory === null ? [] : openPaths)
    const failures = [
      ...evaluated.failures,
      ...homeless,
      ...unplanned(inputs, openPaths),
      ...planned.failures
    ]
    const isOpen = new Set([...open, ...openPaths].map(({ installable }) => installable))
    const isHeld = ({ attribute }: Artifact): boolean =>
      attribute !== null && !isOpen.has(attribute)
    const beside: BesideRows = {
      held: artifacts.filter(isHeld).map(({ attribute, system, storePath }) => ({
        ...{ attribute: attribute ?? '', system, storePath }
      })),
      failures: failures.map(({ installable, error: { code } }) => ({
        attribute: installable,
        code
      }))
    }
    const { rows } = planned
    refuseTooLarge(rows)
    log.info(
      `${count(derivations.length, 'derivation')}, ${buildable.length - open.length} held by ${target.name}; ${count(rows.length, 'row')}`
    )
    for (const { error } of failures) log.warning(error.message)
    // What does not evaluate is told by itself.
    const unused = failures.length > 0 ? [] : unusedSystems(inputs.systems, derivations)
    const notes = [...unused, ...evaluated.notes, ...planned.notes]
    for (const note of notes) log.warning(note)
    const report: MatrixReport = {
      target,
      rows,
      attributes: open.length + openPaths.length,
      beside,
      failures: reportedFailures(failures),
      requests: { ...target.requests },
      notes
    }
    const isFailure = inputs.failOnEvalError && failures.length > 0
    return { report, error: isFailure ? failuresAsOne(failures) : null }
  })
}

/** As the job of its row publishes it. */
function artifactOfInput(
  { installable, name, storePath }: EvaluatedPath,
  system: string
): Artifact {
  return { ...artifactOfPath(storePath, system), name, attribute: installable }
}

/** Only a plan brings a path to a job. */
function unplanned(
  { planDirectory }: MatrixInputs,
  paths: readonly EvaluatedPath[]
): InstallableFailure[] {
  if (planDirectory !== null) return []
  return paths.map(({ installable }) => ({
    installable,
    error: new NarPublishError({
      code: 'INPUT_MISSING',
      subject: installable,
      reason: 'it is a path and no derivation, which only a plan brings to a job',
      hint: 'Give `output-directory`, and hand what is left there to the jobs as `plan`.',
      terminal: {
        reason: 'it is a path and no derivation, which only a plan brings to another machine',
        hint: 'Give `output-directory`, and publish what is left there with `plan`.'
      }
    })
  }))
}

/** Two attributes may be the same derivation: the one named first stands for it, but for `default`, which says nothing. */
function uniqueByPaths(attributes: readonly EvaluatedAttribute[]): EvaluatedAttribute[] {
  const first = new Map<string, EvaluatedAttribute>()
  for (const attribute of attributes) {
    const key = attribute.outputs.map(({ path }) => path).join(' ')
    const other = first.get(key)
    if (other === undefined || other.name === 'default') first.set(key, attribute)
  }
  return [...first.values()]
}

/** An attribute of one system may well be a derivation for another. */
function byRunner(
  { runners }: MatrixInputs,
  attributes: readonly EvaluatedAttribute[]
): { buildable: EvaluatedAttribute[]; homeless: InstallableFailure[] } {
  const isHomeless = ({ system }: EvaluatedAttribute): boolean => !runners.has(system)
  return {
    buildable: attributes.filter((attribute) => !isHomeless(attribute)),
    homeless: attributes.filter(isHomeless).map(({ installable, system }) => ({
      installable,
      error: new NarPublishError({
        code: 'SYSTEM_FOREIGN',
        subject: installable,
        reason: `it is for ${system}, and \`runner-map\` has no runner for that`,
        hint: `Add \`${system}=label\` to \`runner-map\`, or leave the attribute out.`
      })
    }))
  }
}
