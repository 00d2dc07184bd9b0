import type { ErrorCode } from '../../error-guide.ts'
import type { NarPublishError } from '../../errors.ts'
import {
  details,
  markdownCode,
  markdownLink,
  markdownText,
  markdownWords,
  table
} from '../../markdown/markdown.ts'
import { howItWent, remarks } from '../../report/blocks.ts'
import type { Outputs } from '../../report/outputs.ts'
import type { ReportedRun } from '../../report/types.ts'
import { withinLimit } from '../../report/within-limit.ts'
import { count, list } from '../../text.ts'
import { fencedDiff } from '../diff.ts'
import { placeOf, type Check, type SyncCounts } from '../types.ts'
import type { RepairEdit } from './types.ts'

/** What a repair did, on either side. */
export interface RepairReport extends ReportedRun {
  /**
   * clean: there is nothing to repair, and nothing is said. computed: the file was left. committed: the branch has the hashes. commented: a fork's pull
   * request has them as a patch. uncommented: it needs none by now. annotated: the check run is made. left: the pull request is not for this
   * run; nothing was written.
   */
  outcome: 'clean' | 'computed' | 'committed' | 'commented' | 'uncommented' | 'annotated' | 'left'
  /** Of `left`: the end of a sentence. Of `annotated`: what the check run concluded. */
  why: string | null
  edits: readonly RepairEdit[]
  /** As `git apply` takes it; empty when nothing is to be changed. */
  patch: string
  /** How many were looked at. */
  packages: number
  failures: readonly { package: string; code: ErrorCode; reason: string }[]
  checks: readonly { package: string; checks: readonly Check[] }[]
  /** null: nothing was evaluated. */
  counts: SyncCounts | null
  pullRequest: { number: number; url: string } | null
  commit: { sha: string; url: string } | null
}

/** What a step that did nothing ends with. */
export const nothingDone: Omit<RepairReport, 'timings' | 'outcome'> = {
  why: null,
  edits: [],
  patch: '',
  packages: 0,
  failures: [],
  checks: [],
  counts: null,
  pullRequest: null,
  commit: null,
  notes: []
}

/** As version-sync sets them. */
export function repairOutputs({ outcome, edits, pullRequest, commit }: RepairReport): Outputs {
  const hashes = edits.map(({ file, line, derivations, systems, oldHash, newHash }) => {
    return { file, line, derivations, systems, old: oldHash, new: newHash }
  })
  return {
    changed: String(edits.length > 0 && outcome !== 'left'),
    hashes: JSON.stringify(hashes.slice(0, 500)),
    'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
    'pull-request-url': pullRequest?.url ?? '',
    'pull-request-operation': outcome === 'committed' ? 'updated' : '',
    'commit-sha': commit?.sha ?? '',
    'commit-url': commit?.url ?? ''
  }
}

const degrees = [
  { name: 'everything', rows: Infinity, showsPatch: true },
  { name: 'no patch', rows: 1000, showsPatch: false },
  { name: 'no patch and the first hundred of each list', rows: 100, showsPatch: false }
] as const

/** Markdown for the job's summary; empty when there is nothing to say. */
export function renderRepairSummary(report: RepairReport): string {
  const { outcome, failures, notes } = report
  if (outcome === 'clean' && failures.length + notes.length === 0) return ''
  return withinLimit(degrees, (degree) => render(report, degree))
}

function render(report: RepairReport, degree: (typeof degrees)[number]): string {
  const { notes, edits, failures, checks, counts, timings } = report
  const builds =
    counts === null
      ? []
      : [['Builds', `${count(counts.builds, 'build')} in ${count(counts.rounds, 'round')}`]]
  return `${[
    sentence(report),
    ...remarks('Note', notes, 100),
    ...table(
      ['Where', 'Derivations', 'Packages', 'Old hash', 'New hash'],
      edits
        .slice(0, degree.rows)
        .map((edit) => [
          markdownCode(placeOf(edit)),
          edit.derivations.map((name) => markdownCode(name, 100)).join(', '),
          edit.packages.map((name) => markdownCode(name, 100)).join(', '),
          edit.oldHash === null ? 'a placeholder' : markdownCode(edit.oldHash),
          markdownCode(edit.newHash)
        ])
    ),
    ...patchBlock(report, degree.showsPatch),
    ...(failures.length === 0
      ? []
      : [
          `### ${count(failures.length, 'package')} failed`,
          ...table(
            ['Package', 'Error', 'Reason'],
            failures
              .slice(0, degree.rows)
              .map(({ package: name, code, reason }) => [
                markdownCode(name),
                markdownCode(code),
                markdownWords(reason, 1000)
              ])
          )
        ]),
    ...(checks.length === 0 ? [] : ['### Checks', checkList(checks)]),
    ...howItWent(builds, timings),
    ...(degree.rows === Infinity ? [] : [`This summary was too long and shows ${degree.name}.`])
  ].join('\n\n')}\n`
}

function sentence({ outcome, why, edits, packages, pullRequest, commit }: RepairReport): string {
  const hashes = count(edits.length, 'hash', 'hashes')
  const pull =
    pullRequest === null
      ? 'the pull request'
      : `pull request ${markdownLink(markdownText(`#${pullRequest.number}`), pullRequest.url)}`
  switch (outcome) {
    case 'clean':
      return `**Nothing to repair** in ${count(packages, 'package')}.`
    case 'computed':
      return `**${hashes} to be repaired** in ${count(packages, 'package')}.`
    case 'committed': {
      const sha = markdownText(commit?.sha.slice(0, 7) ?? '')
      return `**${hashes} repaired** in ${pull}, by ${markdownLink(sha, commit?.url ?? '')}.`
    }
    case 'commented':
      return `**${hashes} to be repaired** in ${pull}, which this run may not write to: the patch is in a comment.`
    case 'uncommented':
      return `**Nothing to repair any more** in ${pull}: the comment is gone.`
    case 'annotated':
      return `**Told** in ${pull} by a check run: ${markdownWords(why ?? '', 300)}.`
    case 'left':
      return `**Nothing was written**: ${markdownWords(why ?? '', 300)}.`
  }
}

/** For whoever may not have it committed. */
function patchBlock({ patch }: RepairReport, isShown: boolean): string[] {
  if (patch === '' || !isShown) return []
  return details('The patch, for <code>git apply</code>', [fencedDiff(patch)])
}

function checkList(checks: RepairReport['checks']): string {
  return checks
    .map(({ package: name, checks }) => {
      const done = checks.map(({ name, result }) =>
        result === 'passed' ? name : `${name} skipped`
      )
      return `- ${markdownCode(name)}: ${list(done)}`
    })
    .join('\n')
}

/** What the job fails with when packages failed for reasons of their own; null: none did. */
export function failureOf(
  failures: readonly { package: string; error: NarPublishError }[]
): NarPublishError | null {
  const [first, ...others] = failures
  if (first === undefined || others.length === 0) return first?.error ?? null
  const names = others.map(({ package: name, error }) => `${name} (${error.code})`)
  const { reason } = first.error
  return first.error.with({
    reason: `${reason.trimEnd()}; ${count(others.length, 'package')} more failed: ${list(names.slice(0, 20))}`
  })
}
