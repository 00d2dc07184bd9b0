import { markdownCode, markdownText } from '../catalogue/markdown.ts'
import { queueCounts, undrained } from './queue-outcome.ts'
import type { NotLanded, QueueReport, ReportedQueue } from './queue-types.ts'
import { table } from './table.ts'
import { count } from './words.ts'

/** Of each list, so much is shown: a summary over 1 MiB is dropped whole. */
const shown = 300

/** Markdown for GITHUB_STEP_SUMMARY. Its first line says whether everything that the job built has landed. */
export function renderQueueSummary(report: QueueReport): string {
  const landed = report.queues.reduce((sum, queue) => sum + queue.landed.length, 0)
  const missing = undrained(report)
  const headline =
    missing !== ''
      ? `**Not everything landed**: ${markdownText(missing, 2000)}.`
      : landed === 0
        ? '**Nothing was published**: nothing was built, so nothing was queued.'
        : `**Published** everything that was queued: ${count(landed, 'path')}.`
  return `${[headline, ...report.queues.flatMap(queueSection)].join('\n\n')}\n`
}

function queueSection(queue: ReportedQueue): string[] {
  const { name, destination, landed, setAside, queued, failing, foreign, notes } = queue
  return [
    `### Queue ${markdownCode(name)} for ${markdownText(destination)}`,
    `${queueCounts(queue)}.`,
    ...notes.map((note) => `> **Note:** ${markdownText(note, 1000)}`),
    ...(failing === null
      ? []
      : [
          `> **Warning:** the destination takes nothing: ${markdownText(failing.reason, 1000)} (${markdownCode(failing.code)})`
        ]),
    ...missingTable('Set aside', setAside),
    ...missingTable('Still queued', queued),
    ...details(`${count(landed.length, 'path')} landed`, landed),
    ...details(
      `${count(foreign.length, 'foreign file')} in the queue’s folder, left alone`,
      foreign
    )
  ]
}

function missingTable(heading: string, paths: readonly NotLanded[]): string[] {
  const rows = paths
    .slice(0, shown)
    .map(({ storePath, attempts, code, reason }) => [
      markdownCode(storePath),
      String(attempts),
      code === '' ? '' : markdownCode(code),
      markdownText(reason, 500)
    ])
  return [...table([heading, 'Attempts', 'Error', 'Reason'], rows), ...rest(paths.length)]
}

function details(heading: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const lines = names.slice(0, shown).map((name) => `- ${markdownCode(name)}`)
  return [
    `<details><summary>${heading}</summary>`,
    lines.join('\n'),
    ...rest(names.length),
    '</details>'
  ]
}

function rest(number: number): string[] {
  return number > shown ? [`… and ${number - shown} more.`] : []
}
