import type { Reported, Run } from '../run.ts'
import { writeComputed } from './computed/write.ts'
import { unifiedDiff } from './diff.ts'
import type { SyncInputs } from './inputs.ts'
import { changedFiles } from './project/changed-files.ts'
import { proposeChange } from './propose/propose.ts'
import { hashDrift } from './report/drift.ts'
import type { SyncReport } from './report/types.ts'
import { isEmpty } from './rewrite.ts'
import type { Worked } from './run.ts'
import type { Span } from './types.ts'
import { writeCheckout } from './write-checkout.ts'

/** Writes the checkout, opens the pull request, or shows what would be written. */
export async function deliver(
  run: Run<SyncInputs>,
  inputs: Extract<SyncInputs, { phase: 'all' }>,
  worked: Worked
): Promise<Reported<SyncReport>> {
  const { change, shop } = worked
  const { destination, dryRun, work } = inputs
  const done = (
    outcome: SyncReport['outcome'],
    more: Partial<SyncReport> = {}
  ): Reported<SyncReport> => ({
    report: { ...reportOf(run, worked), outcome, ...more },
    error: null
  })
  const files = isEmpty(change) ? [] : await shop.copy.rewrittenFiles()
  if (dryRun || (destination.kind === 'pull-request' && run.environment.isForkPullRequest)) {
    const { report } = done(dryRun ? 'dry-run' : 'fork', { diff: unifiedDiff(files) })
    // Somebody looks whether the hashes still hold.
    const isLook = dryRun && work.version.kind === 'keep'
    return { report, error: isLook ? hashDrift(change.hashes) : null }
  }
  if (isEmpty(change)) return done('unchanged')
  if (destination.kind === 'checkout') {
    await writeCheckout(shop.project.root, files)
    return done('written')
  }
  const proposed = await run.log.group('Pull request', async () =>
    proposeChange(
      { destination, environment: run.environment, log: run.log },
      {
        change,
        files: await changedFiles(shop.copy),
        checks: worked.checks,
        counts: shop.counts,
        ...worked.links,
        formattedWith: work.formatter === 'none' ? null : work.formatter,
        notes: shop.notes
      }
    )
  )
  return done(proposed.operation === 'unchanged' ? 'unchanged' : 'proposed', {
    pullRequest: pullRequestOf(destination.upstream, proposed),
    commit: commitOf(run, destination, proposed.commit),
    notes: [...shop.notes, ...proposed.notes]
  })
}

/** Phase `compute`: the file that phase `commit` takes. */
export async function writeAnswer(
  run: Run<SyncInputs>,
  folder: string,
  worked: Worked
): Promise<Reported<SyncReport>> {
  const { change, checks, shop, links } = worked
  const { systems, counts } = shop
  const file = await writeComputed(folder, { change, systems, checks, counts, ...links })
  run.log.info(`computed: ${file}`)
  return {
    report: { ...reportOf(run, worked), outcome: 'computed', computedFile: file },
    error: null
  }
}

function reportOf(run: Run<SyncInputs>, { shop, change, checks, traced }: Worked): SyncReport {
  return {
    outcome: 'unchanged',
    package: change.package.text,
    name: change.name,
    oldVersion: change.oldVersion,
    newVersion: change.newVersion,
    systems: shop.systems,
    versions: change.versions,
    hashes: change.hashes,
    untraced: untracedOf({ traced, change }),
    checks,
    counts: shop.counts,
    pullRequest: null,
    commit: null,
    computedFile: null,
    diff: null,
    timings: run.timings,
    notes: shop.notes
  }
}

/** Hashes in the package's own files (those that hold one that feeds it) that feed nothing. */
function untracedOf({ traced, change }: Pick<Worked, 'traced' | 'change'>): Span[] {
  const own = new Set([
    ...traced.hashes.map(({ literal }) => literal.file),
    ...change.versions.map(({ file }) => file)
  ])
  const fed = new Set(traced.hashes.map(({ literal }) => literal))
  return traced.literals.filter((literal) => own.has(literal.file) && !fed.has(literal))
}

export function pullRequestOf(
  upstream: { owner: string; repo: string },
  proposed: Awaited<ReturnType<typeof proposeChange>>
): NonNullable<SyncReport['pullRequest']> {
  const { number, url, operation, branch, closed } = proposed
  return {
    repository: `${upstream.owner}/${upstream.repo}`,
    number,
    url,
    operation,
    branch,
    closed
  }
}

export function commitOf(
  { environment }: Pick<Run<SyncInputs>, 'environment'>,
  { upstream, fork }: { upstream: Repository; fork: Repository | null },
  sha: string
): NonNullable<SyncReport['commit']> {
  const { owner, repo } = fork ?? upstream
  return { sha, url: `${environment.serverUrl}/${owner}/${repo}/commit/${sha}` }
}

interface Repository {
  owner: string
  repo: string
}
