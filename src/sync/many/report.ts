import { NarPublishError } from '../../errors.ts'
import { withoutLogs, type FailedBuild } from '../../failed-build.ts'
import type { ReportedRun } from '../../report/types.ts'
import { count } from '../../text.ts'
import type { Proposed } from '../propose/proposal.ts'
import type { SyncChange } from '../types.ts'
import type { ListedPackage } from './types.ts'

/** What became of several packages, for people and for later steps. */
export interface ManyReport extends ReportedRun {
  /** A package each, in the order in which they were named or found. */
  rows: readonly ManyRow[]
  /** `owner/name` that pull requests go to; null: none was meant. */
  repository: string | null
  /** `requests`: to GitHub, and to all that was asked for versions. */
  counts: { evaluations: number; requests: number; builds: number }
  /** Files that phase `compute` wrote. */
  computedFiles: readonly string[]
  /** Commits in the checkout. */
  commits: readonly string[]
  /** Unified, of a dry run: of all that is to be changed. */
  diff: string | null
  /** Their logs' ends. */
  builds: readonly FailedBuild[]
  /** The issue that lists them; null: none was asked for. */
  dashboard: { url: string } | null
}

export interface ManyRow {
  /** As `package` would have it. Data, like all texts here but `done`. */
  package: string
  name: string
  /** null: it has none, or none is known. */
  from: string | null
  to: string | null
  /** Name of the change that it is part of; null: it is part of none. */
  set: string | null
  done: Done
  pullRequest: Pick<Proposed, 'number' | 'url' | 'operation'> | null
  /** For people; null: what was done says it. */
  why: Why | null
}

export interface Why {
  /** Of an error. */
  code: string | null
  reason: string
}

/** What a row says of a change. */
export type Outcome = Pick<ManyRow, 'done'> & Partial<Pick<ManyRow, 'pullRequest' | 'why'>>

/**
 * proposed, updated: a pull request, new or open. unchanged: it is open and as it should be. declined: somebody closed it. taken-over: others
 * committed to it. limit: as many as may be are open. later: no job of this run was about it. computed: a file for phase `commit`. dry-run, fork: nothing may be
 * written. written, committed: in the checkout. current: it has its newest version. ignored, unasked, unknown: see ListedPackage. failed:
 * nothing was done, for the reason that is told.
 */
export type Done =
  | 'proposed'
  | 'updated'
  | 'unchanged'
  | 'declined'
  | 'taken-over'
  | 'limit'
  | 'later'
  | 'computed'
  | 'dry-run'
  | 'fork'
  | 'written'
  | 'committed'
  | Exclude<ListedPackage['state'], 'outdated'>

/** What a package's row says that has nothing to be done for it. */
export function rowOf(listed: ListedPackage, more: Partial<ManyRow> = {}): ManyRow {
  const { reference, name, version, newest, state, why } = listed
  return {
    package: reference.text,
    name,
    from: version,
    to: newest,
    set: null,
    done: state === 'outdated' ? 'failed' : state,
    pullRequest: null,
    why,
    ...more
  }
}

/** A row of what other jobs, or this one, worked out. */
export function rowOfChange({
  package: reference,
  name,
  oldVersion,
  newVersion
}: SyncChange): ManyRow {
  return {
    package: reference.text,
    ...{ name, from: oldVersion, to: newVersion },
    ...{ set: reference.text, done: 'failed', pullRequest: null, why: null }
  }
}

/** A row of what nothing is known of but how it is called. */
export function rowOfText(text: string): ManyRow {
  const nothing = { from: null, to: null, set: null, pullRequest: null, why: null }
  return { package: text, name: text, ...nothing, done: 'failed' }
}

/** A failure as rows have it. */
export function whyOf({ code, subject, reason, builds }: NarPublishError): Why {
  return { code, reason: `${subject}: ${withoutLogs(reason, builds).trim()}` }
}

const changes: ReadonlySet<Done> = new Set<Done>([
  ...(['proposed', 'updated', 'unchanged'] as const),
  ...(['computed', 'dry-run', 'fork', 'written', 'committed'] as const)
])

/** Whether something of the package is, or would be, other than it is in the checkout. */
export function isChange({ done }: Pick<ManyRow, 'done'>): boolean {
  return changes.has(done)
}

/** An answer that never came is no answer. */
export function isFailure({ done }: Pick<ManyRow, 'done'>): boolean {
  return done === 'failed' || done === 'unasked'
}

/** Of more failures than so many the first are named. */
const shown = 20

/** What the step ends with where packages failed, although all else was done; null: none did. */
export function packagesFailed(rows: readonly ManyRow[]): NarPublishError | null {
  const failed = rows.filter(isFailure)
  if (failed.length === 0) return null
  const lines = failed.slice(0, shown).map(({ package: text, why, done }) => {
    const code = why?.code ?? (done === 'unasked' ? 'not asked' : 'failed')
    return `${text}: ${code}: ${(why?.reason ?? '').slice(0, 300)}`
  })
  const more = failed.length - lines.length
  return new NarPublishError({
    code: 'PACKAGES_FAILED',
    subject: `${failed.length} of ${count(rows.length, 'package')}`,
    reason: `the others were done:\n${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')}\n`
  })
}
