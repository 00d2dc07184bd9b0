import type { Run } from '../run.ts'
import { isEmpty } from './change.ts'
import type { Worked } from './computed/types.ts'
import { commitCheckout } from './commit-checkout.ts'
import { unifiedDiff } from './diff.ts'
import type { PullRequestDestination, SyncDestination } from './inputs.ts'
import { changedFiles } from './project/changed-files.ts'
import type { Book } from './propose/book.ts'
import { proposeChange, type Proposed } from './propose/propose.ts'
import { reportSync } from './report/report.ts'
import type { SyncReport } from './report/types.ts'
import { writeCheckout } from './write-checkout.ts'

interface Delivery {
  destination: SyncDestination
  dryRun: boolean
  /** For the pull request; null: nothing was formatted. */
  formattedWith: string | null
  /** For the pull request; null: it is opened now. */
  opened: Book | null
}

/** Writes the checkout, commits there, opens the pull request, or shows what would be written. */
export async function deliver(
  run: Run<unknown>,
  { destination, dryRun, formattedWith, opened }: Delivery,
  worked: Worked
): Promise<SyncReport> {
  const { copy, computed, notes } = worked
  const { change } = computed
  const { environment, log } = run
  const files = isEmpty(change) ? [] : await copy.rewrittenFiles()
  if (dryRun || (destination.kind === 'pull-request' && environment.isForkPullRequest)) {
    return reportSync(run, worked, {
      outcome: dryRun ? 'dry-run' : 'fork',
      diff: unifiedDiff(files)
    })
  }
  if (isEmpty(change)) return reportSync(run, worked)
  if (destination.kind === 'checkout') {
    await writeCheckout(copy.project.root, files)
    return reportSync(run, worked, { outcome: 'written' })
  }
  if (destination.kind !== 'pull-request') {
    const { sha, notes: more } = await commitCheckout(
      copy.project,
      { changes: [change], group: null },
      files
    )
    const commit = { sha, url: null }
    return reportSync(run, worked, { outcome: 'committed', commit, notes: [...notes, ...more] })
  }
  const proposed = await log.group('Pull request', async () =>
    proposeChange(
      { destination, environment, log },
      {
        parts: [computed],
        group: null,
        files: await changedFiles(copy),
        formattedWith,
        notes: [...notes]
      },
      opened
    )
  )
  return reportProposed(run, worked, destination, proposed)
}

/** What became of the pull request. */
export function reportProposed(
  run: Run<unknown>,
  worked: Worked,
  { upstream, fork }: PullRequestDestination,
  proposed: Proposed
): SyncReport {
  const { number, url, operation, branch, closed, commit } = proposed
  const { owner, repo } = fork ?? upstream
  return reportSync(run, worked, {
    outcome: operation === 'created' || operation === 'updated' ? 'proposed' : operation,
    pullRequest: {
      repository: `${upstream.owner}/${upstream.repo}`,
      ...{ number, url, operation, branch, closed }
    },
    commit:
      commit === null
        ? null
        : { sha: commit, url: `${run.environment.serverUrl}/${owner}/${repo}/commit/${commit}` },
    notes: [...worked.notes, ...proposed.notes]
  })
}
