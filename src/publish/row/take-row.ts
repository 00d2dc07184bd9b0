import { join } from 'node:path'
import { importStreams } from '../../build-plan/import.ts'
import { planInvalid, readPlan } from '../../build-plan/parse.ts'
import type { BuildPlan, PlannedRow } from '../../build-plan/plan.ts'
import type { Evaluation } from '../../nix/evaluate.ts'
import type { Nix } from '../../nix/types.ts'
import { quote } from '../../text.ts'
import { artifactOfPath, artifactsOf, type Artifact } from '../artifact.ts'
import type { PackRun } from '../run.ts'
import type { RowWork } from '../state.ts'
import { builtForOthers, outputsOf, readRowDerivations } from './derivations.ts'
import { readHanded, substituterOf } from './handed.ts'
import { undoneAttributes } from './undone.ts'

/** The row that a job is for, as the plan has it. */
export interface GivenRow {
  folder: string
  plan: BuildPlan
  row: PlannedRow
}

/** null: the job has no plan, and evaluates. Throws PLAN_INVALID. */
export function readRow({ inputs }: PackRun): GivenRow | null {
  if (inputs.plan === null) return null
  const { folder, row: id } = inputs.plan
  const plan = readPlan(folder)
  const row = plan.rows.find((row) => row.id === id)
  if (row !== undefined) return { folder, plan, row }
  throw planInvalid('input row', `the plan in ${JSON.stringify(folder)} has no row ${quote(id)}`)
}

/** The run as if its inputs had named what the row has. */
export function runOfRow(run: PackRun, { row }: GivenRow): PackRun {
  const installables = row.attributes.map(({ installable }) => installable)
  const systems = { value: [row.system], source: 'default' as const }
  return { ...run, inputs: { ...run.inputs, installables, systems } }
}

/** What is to be published, wherever it was evaluated. */
export interface TakenRow extends Evaluation {
  artifacts: Artifact[]
  /** To be published as they are. */
  storePaths: string[]
  /** undefined: of no plan. */
  work: RowWork | undefined
}

/** What the matrix job has evaluated, brought into this machine's store. Throws PLAN_INVALID, PACKED_INVALID, PACKED_CONFLICT. */
export async function takeRow(
  run: PackRun,
  nix: Nix,
  { folder, plan, row }: GivenRow
): Promise<TakenRow> {
  const origins = await importStreams(nix, folder, plan, row)
  const derivations = await readRowDerivations(nix, plan, row)
  const handed = await readHanded(run, plan, row, derivations)
  const { runUrl } = run.environment
  const fromOthers = [...handed.paths].filter(([, { row: id }]) => id !== row.id)
  return {
    evaluated: row.attributes,
    failures: [],
    artifacts: [
      ...row.attributes.flatMap((one) => artifactsOf(one, { source: one.source, runUrl })),
      ...row.paths.map(({ installable, name, storePath }) => ({
        ...artifactOfPath(storePath, row.system),
        name,
        attribute: installable
      }))
    ],
    storePaths: row.paths.map(({ storePath }) => storePath),
    work: {
      row,
      origins,
      own: outputsOf(row.builds, derivations),
      forOthers: builtForOthers(row, derivations),
      substituters: await substituterOf(handed, join(run.scratch, 'handed')),
      fromOthers: new Map(fromOthers.map(([path, { row: id }]) => [path, id])),
      logs: handed.logs,
      undone: await undoneAttributes(nix, row, handed, derivations)
    }
  }
}
