import { markdownCode, markdownLink, markdownText } from '../../markdown/markdown.ts'
import { count, list } from '../../text.ts'
import { isChanged } from './outputs.ts'
import type { ReportedPullRequest, SyncReport } from './types.ts'

/** The summary's first line: what became of the package. Markdown. */
export function syncSentence(report: SyncReport): string {
  const { outcome, name, pullRequest } = report
  const what = `${markdownText(name)} ${markdownText(versionChange(report))}`.trim()
  const pull = pullRequest === null ? '' : pullRequestLink(pullRequest)
  switch (outcome) {
    case 'proposed': {
      const did = pullRequest?.operation === 'created' ? 'opened' : 'updated'
      return `**${what}**: ${pull} was ${did} (${edits(report)}).`
    }
    case 'unchanged':
      return pullRequest === null
        ? `**Nothing to change**: ${what} has the right hashes already.`
        : `**Nothing to change**: ${pull} for ${what} is open and up to date.`
    case 'written':
      return `**${what}**: ${edits(report)} written to the checkout.`
    case 'computed':
      return `**Computed** ${what} for ${report.systems.map((system) => markdownCode(system)).join(', ')}: ${edits(report)}.`
    case 'dry-run':
      return isChanged(report)
        ? `**Dry run, nothing was written**: ${what}, ${edits(report)}.`
        : `**Dry run**: nothing would change, ${what} has the right hashes already.`
    case 'fork':
      return (
        `**Nothing was proposed**: the job runs for a pull request from a fork, whose token may only read. ` +
        (isChanged(report)
          ? `It would be ${what}, ${edits(report)}.`
          : `Nothing would change either.`)
      )
  }
}

/** `0.76.0 → 0.76.1`, `0.76.0`, or nothing. Plain words, as the next one. */
export function versionChange({
  oldVersion,
  newVersion
}: Pick<SyncReport, 'oldVersion' | 'newVersion'>): string {
  return oldVersion === newVersion
    ? (newVersion ?? '')
    : `${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'}`
}

/** `2 hashes and the version in 1 place` */
export function edits({ hashes, versions }: Pick<SyncReport, 'hashes' | 'versions'>): string {
  const parts = [
    ...(hashes.length === 0 ? [] : [count(hashes.length, 'hash', 'hashes')]),
    ...(versions.length === 0 ? [] : [`the version in ${count(versions.length, 'place')}`])
  ]
  return parts.length === 0 ? 'no change' : list(parts)
}

function pullRequestLink({ repository, number, url }: ReportedPullRequest): string {
  return `pull request ${markdownLink(markdownText(`${repository}#${number}`), url)}`
}
