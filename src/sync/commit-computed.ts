import { join } from 'node:path'
import type { Reported, Run } from '../run.ts'
import { checkComputed } from './computed/check.ts'
import { mergeComputed } from './computed/merge.ts'
import { readComputed } from './computed/read.ts'
import type { Computed } from './computed/types.ts'
import { commitOf, pullRequestOf } from './deliver.ts'
import { unifiedDiff } from './diff.ts'
import { replacementsOf } from './edits.ts'
import type { SyncInputs } from './inputs.ts'
import { changedFiles } from './project/changed-files.ts'
import { makeCopy } from './project/copy.ts'
import { openProject, readTextFiles } from './project/project.ts'
import { proposeChange } from './propose/propose.ts'
import type { SyncReport } from './report/types.ts'
import { isEmpty } from './rewrite.ts'
import { writeCopy } from './workshop.ts'

/**
 * Phase `commit`: makes one pull request of what phase `compute` found out on each system's machine. Nothing is evaluated, and
 * nothing of the package runs. Throws COMPUTED_INVALID, COMPUTED_CONFLICT, COMPUTED_MISSING, HASH_AMBIGUOUS, CHECKOUT_INVALID,
 * TREE_DIRTY, and what the pull request meets.
 */
export async function commitComputed(
  run: Run<SyncInputs>,
  inputs: Extract<SyncInputs, { phase: 'commit' }>
): Promise<Reported<SyncReport>> {
  const { environment, log, scratch } = run
  const merged = mergeComputed(await readComputed(inputs.computed), inputs)
  const { change } = merged
  const project = await openProject({
    workspace: environment.workspace,
    package: change.package,
    env: environment.childEnvironment,
    log
  })
  const files = readTextFiles(project)
  checkComputed({ head: project.head, files }, change)
  const copy = await makeCopy(project, join(scratch, 'copy'))
  await writeCopy({ copy, files }, replacementsOf([...change.versions, ...change.hashes]))
  const report = reportOf(run, merged)
  if (isEmpty(change)) return { report, error: null }
  if (inputs.dryRun || environment.isForkPullRequest) {
    const diff = unifiedDiff(await copy.rewrittenFiles())
    return { report: { ...report, outcome: inputs.dryRun ? 'dry-run' : 'fork', diff }, error: null }
  }
  const { destination } = inputs
  const { checks, counts, releaseUrl, compareUrl } = merged
  const proposed = await log.group('Pull request', async () =>
    proposeChange(
      { destination, environment, log },
      {
        change,
        files: await changedFiles(copy),
        checks,
        counts,
        releaseUrl,
        compareUrl,
        formattedWith: null,
        notes: []
      }
    )
  )
  return {
    report: {
      ...report,
      outcome: proposed.operation === 'unchanged' ? 'unchanged' : 'proposed',
      pullRequest: pullRequestOf(destination.upstream, proposed),
      commit: commitOf(run, destination, proposed.commit),
      notes: proposed.notes
    },
    error: null
  }
}

function reportOf(
  { timings }: Run<SyncInputs>,
  { change, systems, checks, counts }: Computed
): SyncReport {
  return {
    outcome: 'unchanged',
    package: change.package.text,
    name: change.name,
    oldVersion: change.oldVersion,
    newVersion: change.newVersion,
    systems,
    versions: change.versions,
    hashes: change.hashes,
    untraced: [],
    checks,
    counts,
    pullRequest: null,
    commit: null,
    computedFile: null,
    diff: null,
    timings,
    notes: []
  }
}
