import { markdownText } from '../catalogue/markdown.ts'
import type { NarPublishError } from '../errors.ts'

/** The job's summary for a run that was stopped before it wrote anything. */
export function renderFailure({ code, subject, reason, hint }: NarPublishError): string {
  const text = (words: string): string => markdownText(words, 2000)
  return `**Nothing was written**: ${text(subject)}: ${text(reason)} (\`${code}\`).\n\n${text(hint)}\n`
}
