import { markdownCode, markdownText } from '../../markdown/markdown.ts'
import { table } from '../../markdown/table.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count } from '../../text.ts'
import { queueCounts, undrained } from './outcome.ts'
import type { NotLanded, QueueReport, ReportedQueue } from './types.ts'

/** Markdown for GITHUB_STEP_SUMMARY. Its first line says whether everything that the job built has landed. */
export function renderQueueSummary(report: QueueReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render(report: QueueReport, shown: number): string {
  const landed = report.queues.reduce((sum, queue) => sum + queue.landed.length, 0)
  const missing = undrained(report)
  const headline =
    missing !== ''
      ? `**Not everything landed**: ${markdownText(missing, 2000)}.`
      : landed === 0
        ? '**Nothing was published**: nothing was built, so nothing was queued.'
        : `**Published** everything that was queued: ${count(landed, 'path')}.`
  return `${[headline, ...report.queues.flatMap((queue) => queueSection(queue, shown))].join('\n\n')}\n`
}

function queueSection(queue: ReportedQueue, shown: number): string[] {
  const { name, destination, landed, setAside, queued, failing, foreign, notes } = queue
  return [
    `### Queue ${markdownCode(name)} for ${markdownText(destination)}`,
    `${queueCounts(queue)}.`,
    ...notes.slice(0, shown).map((note) => `> **Note:** ${markdownText(note, 1000)}`),
    ...(failing === null
      ? []
      : [
          `> **Warning:** the destination takes nothing: ${markdownText(failing.reason, 1000)} (${markdownCode(failing.code)})`
        ]),
    ...missingTable('Set aside', setAside, shown),
    ...missingTable('Still queued', queued, shown),
    ...details(`${count(landed.length, 'path')} landed`, landed, shown),
    ...details(
      `${count(foreign.length, 'foreign file')} in the queue’s folder, left alone`,
      foreign,
      shown
    )
  ]
}

function missingTable(heading: string, paths: readonly NotLanded[], shown: number): string[] {
  const rows = paths
    .slice(0, shown)
    .map(({ storePath, attempts, code, reason }) => [
      markdownCode(storePath),
      String(attempts),
      code === '' ? '' : markdownCode(code),
      markdownText(reason, 500)
    ])
  return [...table([heading, 'Attempts', 'Error', 'Reason'], rows), ...rest(paths.length, shown)]
}

function details(heading: string, names: readonly string[], shown: number): string[] {
  if (names.length === 0) return []
  const lines = names.slice(0, shown).map((name) => `- ${markdownCode(name)}`)
  return [
    `<details><summary>${heading}</summary>`,
    lines.join('\n'),
    ...rest(names.length, shown),
    '</details>'
  ]
}

function rest(number: number, shown: number): string[] {
  return number > shown ? [`… and ${number - shown} more.`] : []
}
