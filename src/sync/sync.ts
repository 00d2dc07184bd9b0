import { internalError } from '../errors.ts'
import { timed, type Reported, type Run } from '../run.ts'
import { isEmpty } from './change.ts'
import { expectCommittable } from './commit-checkout.ts'
import type { Left } from './computed/left.ts'
import type { CommitInputs } from './computed/take.ts'
import { deliver, reportProposed } from './deliver.ts'
import type { PullRequestDestination, SyncInputs, SyncWork } from './inputs.ts'
import { lookAhead, type Ahead } from './propose/look-ahead.ts'
import { hashDrift, reportSync } from './report/report.ts'
import type { SyncReport } from './report/types.ts'
import { workOut } from './work-out.ts'

/** Brings a package to a version: finds out what to write, proves it, and writes it. What it throws left everything as it was. */
export async function sync(run: Run<SyncInputs>): Promise<Reported<SyncReport>> {
  const { inputs } = run
  switch (inputs.phase) {
    case 'all': {
      const { destination, dryRun, work } = inputs
      const formattedWith = work.formatter === 'none' ? null : work.formatter
      const writes = !dryRun && !run.environment.isForkPullRequest
      if (destination.kind === 'pull-request' && writes) {
        return { report: await propose(run, work, { destination, formattedWith }), error: null }
      }
      const worked = await workOut(run, work, async ({ versions }, project) => {
        const commits = destination.kind === 'commit' && !dryRun && versions.length > 0
        if (commits) await expectCommittable(project)
        return true
      })
      const report = await timed(run, 'write', () =>
        deliver(run, { destination, dryRun, formattedWith, opened: null }, worked)
      )
      // Somebody looks whether the hashes still hold.
      const isLook = dryRun && work.version.kind === 'keep'
      return { report, error: isLook ? hashDrift(report.hashes) : null }
    }
    case 'list':
      throw internalError('phase list', 'what it finds is no change: listOutdated looks')
    case 'repair':
      throw internalError('repair', 'it has a step of its own')
    case 'compute': {
      const { work, outputDirectory } = inputs
      const systems = work.systems.value ?? []
      const { leavingFailure } = await import('./computed/failure.ts')
      const { writeComputed } = await import('./computed/files.ts')
      const worked = await leavingFailure(outputDirectory, [work.package], systems, () =>
        workOut(run, work)
      )
      const computedFile = await timed(run, 'write', () =>
        writeComputed(outputDirectory, worked.computed)
      )
      run.log.info(`computed: ${computedFile}`)
      return { report: reportSync(run, worked, { outcome: 'computed', computedFile }), error: null }
    }
    case 'commit': {
      const { readAllLeft } = await import('./computed/left.ts')
      return commitOne(run, inputs, await readAllLeft(inputs.computed))
    }
  }
}

/** Phase `commit` of files about one package. */
export async function commitOne(
  run: Run<unknown>,
  inputs: CommitInputs,
  left: Left
): Promise<Reported<SyncReport>> {
  const { destination, dryRun } = inputs
  const { takeComputed } = await import('./computed/take.ts')
  const report = await timed(run, 'commit', async () => {
    const worked = await takeComputed(run, inputs, left)
    return isEmpty(worked.computed.change)
      ? reportSync(run, worked)
      : deliver(run, { destination, dryRun, formattedWith: null, opened: null }, worked)
  })
  return { report, error: null }
}

/** Works out a pull request and opens it; where people have it in hand, nothing more than its version is worked out. */
async function propose(
  run: Run<SyncInputs>,
  work: SyncWork,
  {
    destination,
    formattedWith
  }: { destination: PullRequestDestination; formattedWith: string | null }
): Promise<SyncReport> {
  let ahead: Ahead = { opened: null, left: null }
  const worked = await workOut(run, work, async (change) => {
    ahead = await lookAhead({ ...run, destination }, change, change.versions.length > 0)
    return ahead.left === null
  })
  const { opened, left } = ahead
  if (left !== null) return reportProposed(run, worked, destination, left)
  return timed(run, 'write', () =>
    deliver(run, { destination, dryRun: false, formattedWith, opened }, worked)
  )
}
