import type { NarPublishError } from '../errors.ts'
import { markdownText } from '../markdown/markdown.ts'

/** The job's summary for a run that was stopped before it wrote anything. */
export function renderFailure({ code, subject, reason, hint }: NarPublishError): string {
  const text = (words: string): string => markdownText(words, 2000)
  return `**Nothing was written**: ${text(subject)}: ${text(reason)} (\`${code}\`).\n\n${text(hint)}\n`
}
