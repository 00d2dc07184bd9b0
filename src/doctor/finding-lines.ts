import { oneLine } from '../harmless.ts'
import type { Finding } from './findings.ts'

/** Of one code, so many findings are shown; --json has all. */
const shownOfEach = 20

/** Grouped by their codes, with what to do below. */
export function findingLines(findings: readonly Finding[]): string[] {
  const byCode = Map.groupBy(findings, ({ code }) => code)
  return [...byCode].flatMap(([code, found]) => [
    // A file may be called anything, and must not look like another finding.
    ...found
      .slice(0, shownOfEach)
      .map(
        ({ kind, file, what, repaired }) =>
          `${kind} ${code} ${oneLine(file)}: ${oneLine(what)}${repaired ? ' [repaired]' : ''}`
      ),
    ...(found.length > shownOfEach
      ? [`  … and ${found.length - shownOfEach} more ${code}; --json lists all`]
      : []),
    `  → ${found[0]?.now ?? ''}`
  ])
}
