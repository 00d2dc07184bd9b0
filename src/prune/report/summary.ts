import prettyBytes from 'pretty-bytes'
import { artifactCells, artifactHeadings } from '../../catalogue/artifact-cells.ts'
import { markdownCode, markdownLink, markdownText } from '../../markdown/markdown.ts'
import { table } from '../../markdown/table.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count } from '../../text.ts'
import { whatWent, whyKept } from './outcome.ts'
import type { PruneReport } from './types.ts'

/** Markdown for GITHUB_STEP_SUMMARY. Its first line says what became of the run. */
export function renderPruneSummary(report: PruneReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render(report: PruneReport, shown: number): string {
  return `${[
    headline(report),
    ...report.warnings.map((warning) => `> **Warning:** ${markdownText(warning, 1000)}`),
    ...report.notes.slice(0, shown).map((note) => `> **Note:** ${markdownText(note, 1000)}`),
    ...removed(report, shown),
    ...kept(report, shown),
    '### How it went',
    ...howItWent(report)
  ].join('\n\n')}\n`
}

function headline(report: PruneReport): string {
  const { outcome, target, commit } = report
  const where = `${markdownText(target.name)}, branch ${markdownCode(target.branch)}`
  const what = whatWent(report)
  switch (outcome) {
    case 'pruned': {
      const link = markdownLink(markdownText(commit.sha.slice(0, 7)), commit.url)
      return `**Removed** ${what} from ${where}; the branch is at ${link}.`
    }
    case 'nothing':
      return `**Nothing was removed** from ${where}: everything in it is to be kept.`
    case 'dry-run':
      return what === ''
        ? `**Dry run**: nothing would be removed from ${where}.`
        : `**Dry run, nothing was written**: ${what} would go from ${where}.`
    case 'fork':
      return `**Nothing was removed** from ${where}: the job runs for a pull request from a fork, whose token may only read.`
  }
}

function removed({ outcome, removed, target }: PruneReport, shown: number): string[] {
  if (removed.length === 0) return []
  const cells = removed.slice(0, shown).map((row) => {
    return artifactCells(row, outcome === 'pruned' ? null : target)
  })
  return [
    `### ${count(removed.length, 'artifact')} removed`,
    ...table(artifactHeadings, cells),
    ...rest(removed.length, shown)
  ]
}

function kept(report: PruneReport, shown: number): string[] {
  const reasons = whyKept(report)
  if (reasons.length === 0) return []
  const rows = report.kept
    .slice(0, shown)
    .map(({ row, reason }) => [...artifactCells(row, report.target), reason])
  return [
    `### ${count(report.kept.length, 'artifact')} kept`,
    reasons.map((text) => `- ${markdownText(text)}`).join('\n'),
    '<details><summary>Which</summary>',
    ...table([...artifactHeadings, 'Kept as'], rows),
    ...rest(report.kept.length, shown),
    '</details>'
  ]
}

function rest(number: number, shown: number): string[] {
  return number > shown ? [`… and ${number - shown} more.`] : []
}

function howItWent(report: PruneReport): string[] {
  const { bytes, keptPaths, unreachable, route, routeReason, attempts, requests } = report
  const { api, raw, git = 0 } = requests
  const routes = { api: 'GitHub’s API', push: 'git push' }
  const why =
    route === 'push' && routeReason !== undefined ? `: ${markdownText(routeReason, 500)}` : ''
  return table(
    ['', ''],
    [
      ['Files of the branch', `${prettyBytes(bytes.before)} → ${prettyBytes(bytes.after)}`],
      ...(bytes.assets === 0 ? [] : [['Release assets', `− ${prettyBytes(bytes.assets)}`]]),
      ['Paths that stay', String(keptPaths)],
      ...(unreachable.length === 0
        ? []
        : [['Of these, of no artifact and no pin', String(unreachable.length)]]),
      ...(route === null
        ? []
        : [['Route', `${routes[route]}, ${count(attempts, 'attempt')}${why}`]]),
      [
        'Requests',
        `${api} to the API, ${raw} plain file reads, ${count(git, 'connection')} of git`
      ],
      ...report.timings.map(({ phase, milliseconds }) => [
        markdownText(phase),
        `${(milliseconds / 1000).toFixed(1)} s`
      ])
    ]
  )
}
