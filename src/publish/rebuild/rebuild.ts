import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importStreams } from '../../build-plan/import.ts'
import { planInvalid, readPlan } from '../../build-plan/parse.ts'
import type { BuildPlan, PlannedRow } from '../../build-plan/plan.ts'
import { openRunNix } from '../../nix/nix.ts'
import type { Nix, Substituter } from '../../nix/types.ts'
import { timed, type Run } from '../../run.ts'
import { count } from '../../text.ts'
import { readPackedFor, substituterOf, type Handed } from '../row/handed.ts'
import { givers, readThere, type Derivations } from '../row/derivations.ts'
import { bringPacked } from './bring-packed.ts'
import { buildAgain } from './build-again.ts'
import { candidatesOf, neededOfRun, type NeededOfRun } from './candidates.ts'
import { drawSample } from './draw.ts'
import type { RebuildInputs } from './inputs.ts'
import { formatReport, reportPath } from './report.ts'
import type { Candidate, Rebuilt, RebuildReport } from './types.ts'

export type RebuildRun = Run<RebuildInputs>

/** Milliseconds after which nothing more is begun: GitHub ends a job after six hours, and what it found is to be told. */
const longestRun = 5 * 3_600_000

/**
 * Builds some of what a run's jobs packed again, on this machine, and compares. The sample is drawn once all is packed, so that no job that builds can
 * know what will be looked at. What it finds is in a file after each derivation. Throws PLAN_INVALID, PACKED_INVALID, PACKED_CONFLICT,
 * and what is the machine's failure.
 */
export async function rebuild(
  run: RebuildRun,
  seed = randomBytes(16).toString('hex')
): Promise<RebuildReport> {
  const { inputs, log } = run
  const begin = Date.now()
  const nix = await openRunNix(run)
  const plan = readPlan(inputs.plan)
  const rows = plan.rows.filter(({ system }) => inputs.systems.includes(system))
  const work = await timed(run, 'check', () => takeWork(run, nix, plan, rows))
  const { candidates, leftOut } = candidatesOf(rows, work.derivations, work.packed)
  const sample = drawSample(candidates, inputs.sample, seed)
  log.info(`${count(sample.length, 'derivation')} of ${candidates.length}, drawn with seed ${seed}`)
  const rebuilt: Rebuilt[] = []
  const report: RebuildReport = {
    ...{ systems: inputs.systems, nix: nix.version.text, seed },
    ...{ candidates: candidates.length, leftOut, rebuilt },
    ...{ timings: run.timings, notes: [] }
  }
  writeReport(run, report)
  const needs = sample.map(({ drvPath }) => neededOfRun(drvPath, work.derivations, work.packed))
  const paths = sample.flatMap(({ outputs }, at) => [
    ...outputs.map(({ path }) => path),
    ...(needs[at]?.packed ?? [])
  ])
  const here = await timed(run, 'fetch', () =>
    bringPacked(nix, [...new Set(paths)], work.substituters)
  )
  await timed(run, 'rebuild', async () => {
    for (const [at, candidate] of sample.entries()) {
      const need = needs[at] ?? { packed: [], unpacked: [] }
      const left = longestRun - (Date.now() - begin)
      const outcome =
        problemOf(candidate, need, work.packed, here) ??
        (left <= 0
          ? ({ result: 'not-tried', reason: 'there was no time left' } as const)
          : await log.group(`Build ${candidate.drvPath} again`, () =>
              buildAgain(nix, candidate, {
                seconds: Math.ceil(Math.min(inputs.timeLimit, left) / 1000),
                substituters: work.substituters
              })
            ))
      const one = rebuiltOf(candidate, need, outcome)
      tell(run, one)
      rebuilt.push(one)
      writeReport(run, report)
    }
  })
  return report
}

interface Work {
  derivations: Derivations
  packed: Handed
  substituters: Substituter[]
}

/** The derivations in this machine's store, and what was packed, every byte of it checked. */
async function takeWork(
  run: RebuildRun,
  nix: Nix,
  plan: BuildPlan,
  rows: readonly PlannedRow[]
): Promise<Work> {
  const { inputs, log, environment } = run
  const used = new Set(rows.flatMap(({ streams }) => streams))
  const streams = plan.streams.map(({ file }) => file).filter((file) => used.has(file))
  await importStreams(nix, inputs.plan, plan, { streams })
  // Also what a machine of another system has built for these.
  const all = [...new Set([...rows, ...rows.flatMap((row) => givers(plan, row))])]
  const derivations = await readThere(nix, all)
  const lost = rows.flatMap(({ builds }) => builds).find((drvPath) => !derivations.has(drvPath))
  if (lost !== undefined) throw planInvalid(lost, 'it is in none of the streams of its row')
  const packed = await readPackedFor(
    { environment, log },
    { folders: inputs.packed, rows: all, own: null },
    derivations
  )
  const substituters = await substituterOf(packed, join(run.scratch, 'packed'))
  return { derivations, packed, substituters }
}

type Outcome = Awaited<ReturnType<typeof buildAgain>>

/** What keeps it from being compared, or shows already that it differs; null: nothing. */
function problemOf(
  { outputs }: Candidate,
  { packed: needed }: NeededOfRun,
  { paths }: Handed,
  here: ReadonlyMap<string, string>
): Outcome | null {
  const own = outputs.map(({ path }) => path)
  const missing = [...own, ...needed].find((path) => !here.has(path))
  if (missing !== undefined) {
    const reason = `${missing} was packed, and could not be brought here with what it refers to`
    return { result: 'not-tried', reason }
  }
  // A machine that is used again may have built it before.
  const other = outputs.find(({ path, narHash }) => here.get(path) !== narHash)
  if (other !== undefined) {
    const { path, narHash } = other
    const reason = 'not compared: this machine’s store had another content of it before'
    return { result: 'differs', path, narHash, other: here.get(path) ?? '', reason }
  }
  const stranger = needed.find((path) => here.get(path) !== paths.get(path)?.path.info.narHash)
  if (stranger === undefined) return null
  return {
    result: 'not-tried',
    reason: `this machine’s store had another content of ${stranger} before, which it needs`
  }
}

function rebuiltOf(candidate: Candidate, need: NeededOfRun, outcome: Outcome): Rebuilt {
  const { attribute, drvPath, outputs } = candidate
  const { path = '', narHash = '' } = outputs[0] ?? {}
  return {
    ...{ attribute, drv: drvPath, path, narHash },
    ...outcome,
    outputs: Object.fromEntries(outputs.map((output) => [output.path, output.narHash])),
    inputsBuiltHere: need.unpacked
  }
}

function tell({ log }: RebuildRun, { result, path, reason }: Rebuilt): void {
  const why = reason === undefined ? '' : `: ${reason}`
  if (result === 'same') log.info(`${path} came out the same`)
  else if (result === 'differs') log.warning(`${path} came out otherwise on this machine${why}`)
  else log.warning(`${path} could not be compared (${result})${why}`)
}

/** Whole at any time: the job may be ended. */
function writeReport({ inputs: { outputDirectory } }: RebuildRun, report: RebuildReport): void {
  mkdirSync(outputDirectory, { recursive: true })
  const file = join(outputDirectory, reportPath)
  writeFileSync(`${file}.new`, formatReport(report))
  renameSync(`${file}.new`, file)
}
