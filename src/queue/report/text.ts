import { oneLine, terminalText } from '../../harmless.ts'
import { queueCounts } from './outcome.ts'
import type { NotLanded, QueueReport } from './types.ts'

/** characters */
const longestReason = 300

/** What is in the queues and what became of the rest, in a few lines for a terminal. */
export function queueText({ queues }: QueueReport): string {
  const lines = queues.flatMap((queue) => [
    `${queue.name} → ${queue.destination}: ${queueCounts(queue)}`,
    ...queue.queued.map((path) => `  ${pathText(path)}`),
    ...queue.setAside.map((path) => `  set aside: ${pathText(path)}`),
    ...(queue.failing === null
      ? []
      : [`  failing: ${queue.failing.code} ${oneLine(queue.failing.reason, longestReason)}`]),
    ...queue.foreign.map((name) => `  left alone: ${JSON.stringify(name)}`),
    ...queue.notes.map((note) => `  note: ${note}`)
  ])
  return terminalText(lines)
}

function pathText({ storePath, attempts, code, reason }: NotLanded): string {
  return attempts === 0
    ? storePath
    : `${storePath} (attempt ${attempts}: ${code} ${oneLine(reason, longestReason)})`
}
