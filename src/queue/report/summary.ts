import {
  details,
  markdownCode,
  markdownText,
  markdownWords,
  table
} from '../../markdown/markdown.ts'
import { remarks, rest } from '../../report/blocks.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count } from '../../text.ts'
import {
  queueCounts,
  undrained,
  type NotLanded,
  type QueueReport,
  type ReportedQueue
} from './report.ts'

/** Markdown for GITHUB_STEP_SUMMARY. Its first line says whether everything that the job built has landed. */
export function renderQueueSummary(report: QueueReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render(report: QueueReport, shown: number): string {
  const landed = report.queues.reduce((sum, queue) => sum + queue.landed.length, 0)
  const missing = undrained(report)
  const headline =
    missing !== ''
      ? `**Not everything landed**: ${markdownWords(missing, 2000)}.`
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
    ...remarks('Note', notes, shown),
    ...(failing === null
      ? []
      : [
          `> **Warning:** the destination takes nothing: ${markdownWords(failing.reason, 1000)} (${markdownCode(failing.code)}). ${markdownWords(failing.hint ?? '', 1000)}`
        ]),
    ...missingTable('Set aside', setAside, shown),
    ...missingTable('Still queued', queued, shown),
    ...nameList(`${count(landed.length, 'path')} landed`, landed, shown),
    ...nameList(
      `${count(foreign.length, 'foreign file')} in the queue’s folder, left alone`,
      foreign,
      shown
    )
  ]
}

function missingTable(heading: string, paths: readonly NotLanded[], shown: number): string[] {
  const rows = paths
    .slice(0, shown)
    .map(({ storePath, attempts, code, reason, hint = '' }) => [
      markdownCode(storePath),
      String(attempts),
      code === '' ? '' : markdownCode(code),
      markdownWords(reason, 500),
      markdownWords(hint, 500)
    ])
  return [
    ...table([heading, 'Attempts', 'Error', 'Reason', 'What now'], rows),
    ...rest(paths.length, shown)
  ]
}

function nameList(heading: string, names: readonly string[], shown: number): string[] {
  if (names.length === 0) return []
  const lines = names.slice(0, shown).map((name) => `- ${markdownCode(name)}`)
  return details(heading, [lines.join('\n'), ...rest(names.length, shown)])
}
