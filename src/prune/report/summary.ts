import prettyBytes from 'pretty-bytes'
import { artifactCells, artifactHeadings } from '../../catalogue/artifact-cells.ts'
import { details, markdownText, table } from '../../markdown/markdown.ts'
import { howItWent, remarks, requestsRow, rest, routeRows } from '../../report/blocks.ts'
import { inMarkdown } from '../../report/sentence.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count } from '../../text.ts'
import { pruneSentence, whyKept } from './outcome.ts'
import type { PruneReport } from './types.ts'

/** Markdown for GITHUB_STEP_SUMMARY. Its first line says what became of the run. */
export function renderPruneSummary(report: PruneReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render(report: PruneReport, shown: number): string {
  return `${[
    inMarkdown(pruneSentence(report)),
    ...remarks('Warning', report.warnings),
    ...remarks('Note', report.notes, shown),
    ...removed(report, shown),
    ...kept(report, shown),
    ...howItWent(workRows(report), report.timings)
  ].join('\n\n')}\n`
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
    ...details('Which', [
      ...table([...artifactHeadings, 'Kept as'], rows),
      ...rest(report.kept.length, shown)
    ])
  ]
}

function workRows(report: PruneReport): string[][] {
  const { bytes, keptPaths, unreachable, requests } = report
  return [
    ['Files of the branch', `${prettyBytes(bytes.before)} → ${prettyBytes(bytes.after)}`],
    ...(bytes.assets === 0 ? [] : [['Release assets', `− ${prettyBytes(bytes.assets)}`]]),
    ['Paths that stay', String(keptPaths)],
    ...(unreachable.length === 0
      ? []
      : [['Of these, of no artifact and no pin', String(unreachable.length)]]),
    ...routeRows(report),
    requestsRow(requests, requests.git ?? 0)
  ]
}
