import { publicKeyText } from '../../binary-cache/signature.ts'
import type { PackedNar } from '../../binary-cache/types.ts'
import { keyUntold } from '../../catalogue/told-keys.ts'
import { NarPublishError } from '../../errors.ts'
import type { InstallableFailure } from '../../nix/types.ts'
import type { ReportedFailure } from '../../report/types.ts'
import type { Reported } from '../../run.ts'
import { pathsThere } from '../commit-artifacts.ts'
import type { CommitInputs } from '../inputs.ts'
import { newKeyNotes } from '../key-warnings.ts'
import { isOnlyBuilt, isRehearsal, mayWrite, type PublishRun } from '../run.ts'
import { sizeWarnings } from '../size-warnings.ts'
import type { ReadyToCommit } from '../state.ts'
import type { Verified } from '../verify.ts'
import type { PublishReport, SkippedPath } from './types.ts'

/** What a run has to say beside what every publish does. */
export interface Remarks {
  /** Sentences for the reader. */
  notes: readonly string[]
  /** What the job fails with although nothing else went wrong. */
  error: NarPublishError | null
}

/** What happened, for people and for later steps, and whether the job is to fail. */
export function reportPublish(
  run: PublishRun<CommitInputs>,
  verified: Verified,
  remarks: Remarks = { notes: [], error: null }
): Reported<PublishReport> {
  const { inputs } = run
  const { target, before, commit, failures, verification } = verified
  const head = commit?.commit ?? before.commit
  const report: PublishReport = {
    outcome: outcomeOf(run, verified),
    target,
    artifacts: artifactsThere(verified),
    published: verified.rows,
    closure: verified.closure,
    uploads: uploadsOf(verified.nars),
    logs: verified.logs,
    signed: verified.signed,
    pins: verified.pins,
    movedPins: verified.movedPins,
    unpinned: verified.unpinned,
    skipped: skippedPaths(verified),
    failures: reportedFailures(failures),
    readmePath: verified.readme.path,
    commit: head === null ? null : { sha: head, url: target.commitUrl(head) },
    route: commit?.changed === true ? commit.route : null,
    ...(verified.plan === null ? {} : { routeReason: verified.plan.reason }),
    attempts: commit?.attempts ?? 0,
    requests: { ...target.requests },
    signedBy: inputs.signingKeys.map(publicKeyText),
    cacheKeys: verified.publicKeys,
    verify: {
      kind: verification.kind,
      paths: verification.paths,
      ...(verification.served === null ? {} : { served: verification.served })
    },
    timings: run.timings,
    notes: [
      ...notesOf(run, verified),
      ...verified.pinNotes,
      ...verified.placeNotes,
      ...remarks.notes
    ]
  }
  return { report, error: errorOf(run, verified, report, remarks) }
}

/** Of what was asked for, the store paths that the target has now: not what failed, and not what readers get from upstream. */
export function artifactsThere(
  ready: Pick<ReadyToCommit, 'artifacts' | 'held' | 'packed' | 'toSign' | 'dropped'>
): string[] {
  const there = pathsThere(ready)
  return ready.artifacts.flatMap(({ storePath }) => (there.has(storePath) ? [storePath] : []))
}

/** What the target had already and gets a row of this run's is published, and not skipped. */
function skippedPaths(verified: Verified): SkippedPath[] {
  const indexed = new Set(verified.rows.map(({ storePath }) => storePath))
  return [...verified.dropped, ...broughtByOthers(verified)].filter(
    ({ storePath }) => !indexed.has(storePath)
  )
}

export function reportedFailures(failures: readonly InstallableFailure[]): ReportedFailure[] {
  return failures.map(({ installable, error: { code, reason, builds } }) => ({
    ...{ installable, code, reason },
    ...(builds.length === 0 ? {} : { builds })
  }))
}

/** Two store paths with the same content share one NAR. */
export function uploadsOf(nars: readonly PackedNar[]): PublishReport['uploads'] {
  const files = [...new Map(nars.map((nar) => [nar.cachePath, nar])).values()]
  return {
    nars: files.length,
    narBytes: nars.reduce((sum, { narSize }) => sum + narSize, 0),
    fileBytes: files.reduce((sum, { fileSize }) => sum + fileSize, 0),
    files: files.map(({ cachePath: path, fileHash }) => ({ path, fileHash }))
  }
}

/** What this run packed and did not need to bring: two jobs may publish the same path at once. */
function broughtByOthers({ packed, nars, signed }: Verified): SkippedPath[] {
  const brought = new Set([...nars.map(({ storePath }) => storePath), ...signed])
  return packed
    .filter(({ info }) => !brought.has(info.storePath))
    .map(({ info: { storePath } }) => ({
      storePath,
      reason: 'held',
      detail: 'another publisher brought it meanwhile'
    }))
}

function outcomeOf(run: PublishRun<CommitInputs>, { commit }: Verified): PublishReport['outcome'] {
  if (run.environment.isForkPullRequest) return 'fork'
  if (run.inputs.dryRun) return 'dry-run'
  if (!mayWrite(run)) return 'pull-request'
  return commit?.changed === true ? 'published' : 'nothing-new'
}

function notesOf(run: PublishRun<CommitInputs>, verified: Verified): string[] {
  const { inputs, environment } = run
  const { verification, target, nars, rows, publicKeys, untoldKeys } = verified
  const added = uploadsOf(nars).fileBytes
  return [
    ...(inputs.signingKeys.length === 0 &&
    !environment.isForkPullRequest &&
    !isOnlyBuilt(run) &&
    !isRehearsal(run) &&
    nars.length + rows.length > 0
      ? [
          publicKeys.length > 0
            ? unsignedAmongSigned
            : 'No `signing-key` was given: what this run publishes is unsigned, and Nix takes it only from readers who trust this cache as it is.'
        ]
      : []),
    ...untoldKeys.map(keyUntold),
    ...newKeyNotes(run, verified),
    ...(verification.note === '' ? [] : [verification.note]),
    ...(verification.error === null ? [] : [verificationFailure(verification.error)]),
    ...sizeWarnings(target.repositoryBytes, added, inputs.sizeBudget)
  ]
}

function verificationFailure({ code, message }: NarPublishError): string {
  return code === 'NOT_SERVED' ? message : `Reading back failed: ${message}`
}

/** The README of such a cache tells readers its key, by which Nix then refuses what has no signature. */
const unsignedAmongSigned =
  'No `signing-key` was given, and this is a cache of signed artifacts: what this run publishes is unsigned, and its readers’ Nix refuses it. ' +
  'Publish it again with the key: that adds the signatures, and uploads no NAR again.'

/** One error for the job: what failed first and most; nothing to publish is one only when the user says so. */
function errorOf(
  { inputs, environment }: PublishRun<CommitInputs>,
  { failures, verification }: Verified,
  report: PublishReport,
  remarks: Remarks
): NarPublishError | null {
  if (failures.length > 0) return failuresAsOne(failures)
  if (remarks.error !== null) return remarks.error
  if (verification.error !== null) return verification.error
  const isForPullRequest = report.outcome === 'pull-request' || environment.pullRequest !== null
  if (inputs.failOnEmpty && !isForPullRequest && report.outcome !== 'published') {
    return new NarPublishError({
      code: 'NOTHING_PUBLISHED',
      subject: report.target.name,
      reason: `${report.outcome === 'nothing-new' ? 'nothing is new' : `this is a ${report.outcome}`} (${skippedCounts(report)})`
    })
  }
  return null
}

/** So many failures are told in the job's error; the summary has more. */
const longestList = 100

export function failuresAsOne(failures: readonly InstallableFailure[]): NarPublishError {
  const [first, ...others] = failures
  if (first === undefined) throw new Error('failuresAsOne needs a failure')
  if (others.length === 0) return first.error
  const told = failures.slice(0, longestList).map(({ error }) => error)
  const more = failures.length > told.length ? [`${failures.length - told.length} more`] : []
  return first.error.with({
    // An attribute may fail in the same words for each system.
    subject: [...new Set(told.map(({ subject }) => subject)), ...more].join(', '),
    reason: [...told.map(({ subject, reason }) => `${subject}: ${reason}`), ...more].join('; ')
  })
}

function skippedCounts({ skipped }: PublishReport): string {
  const counts = new Map<string, number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts.size === 0
    ? 'no path was looked at'
    : [...counts].map(([reason, number]) => `${number} ${reason}`).join(', ')
}
