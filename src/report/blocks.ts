import type { NarPublishError } from '../errors.ts'
import { withoutLogs } from '../failed-build.ts'
import { markdownCode, markdownText, markdownWords, table } from '../markdown/markdown.ts'
import { count } from '../text.ts'
import { failedBuilds } from './failed-builds.ts'
import type { Timings } from '../run.ts'
import type { ReportedFailure, ReportedRoute } from './types.ts'

// Blocks of Markdown that the summaries of several modes are made of.

export function remarks(
  label: 'Note' | 'Warning',
  texts: readonly string[],
  shown = texts.length
): string[] {
  return texts.slice(0, shown).map((text) => `> **${label}:** ${markdownWords(text, 1000)}`)
}

/** What a list that was cut short ends with. */
export function rest(number: number, shown: number): string[] {
  return number > shown ? [`… and ${number - shown} more.`] : []
}

/** `shown` of `all` failures. */
export function failuresTable(shown: readonly ReportedFailure[], all: number): string[] {
  if (all === 0) return []
  return [
    `### ${count(all, 'installable')} failed`,
    ...table(
      ['Installable', 'Error', 'Reason'],
      shown.map(({ installable, code, reason, builds = [] }) => [
        markdownCode(installable),
        markdownCode(code),
        markdownWords(withoutLogs(reason, builds), 1000)
      ])
    ),
    ...failedBuilds(
      shown.flatMap(({ builds = [] }) => builds),
      shown.length
    )
  ]
}

/** Milliseconds. What is shorter would be told as `0.0 s`. */
const shortestTold = 50

/** `rows`: name and value, Markdown. */
export function howItWent(
  rows: readonly (readonly string[])[],
  timings: Readonly<Timings>
): string[] {
  const all = [
    ...rows,
    ...timings
      .filter(({ milliseconds }) => milliseconds >= shortestTold)
      .map(({ phase, milliseconds }) => [
        markdownText(phase),
        `${(milliseconds / 1000).toFixed(1)} s`
      ])
  ]
  return all.length === 0 ? [] : ['### How it went', ...table(['', ''], all)]
}

/** How a commit was written; why it was a push is said, as that is not the usual way. */
export function routeRows({ route, routeReason, attempts }: ReportedRoute): string[][] {
  if (route === null) return []
  const routes = { api: 'GitHub’s API', push: 'git push' }
  const isTold = route === 'push' && routeReason !== undefined
  const why = isTold ? `: ${markdownWords(routeReason, 500)}` : ''
  return [['Route', `${routes[route]}, ${count(attempts, 'attempt')}${why}`]]
}

/** `git`: connections; null: not a word of it. */
export function requestsRow(
  { api, raw }: { api: number; raw: number },
  git: number | null
): string[] {
  const ofGit = git === null ? '' : `, ${count(git, 'connection')} of git`
  return ['Requests', `${api} to the API, ${count(raw, 'plain file read')}${ofGit}`]
}

/** The job's summary for a run that was stopped before it wrote anything. */
export function renderFailure({ code, subject, reason, hint, builds }: NarPublishError): string {
  const text = (words: string): string => markdownWords(words, 2000)
  const why = text(withoutLogs(reason, builds))
  const blocks = [
    `**Nothing was written**: ${text(subject)}: ${why} (\`${code}\`).`,
    ...failedBuilds(builds),
    text(hint)
  ]
  return `${blocks.join('\n\n')}\n`
}
