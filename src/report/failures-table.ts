import { markdownCode, markdownText } from '../markdown/markdown.ts'
import { table } from '../markdown/table.ts'
import { count } from '../text.ts'
import type { ReportedFailure } from './types.ts'

/** `shown` of `all` failures. */
export function failuresTable(shown: readonly ReportedFailure[], all: number): string[] {
  if (all === 0) return []
  return [
    `### ${count(all, 'installable')} failed`,
    ...table(
      ['Installable', 'Error', 'Reason'],
      shown.map(({ installable, code, reason }) => [
        markdownCode(installable),
        markdownCode(code),
        markdownText(reason, 1000)
      ])
    )
  ]
}
