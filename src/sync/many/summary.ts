import { oneLine, terminalText } from '../../harmless.ts'
import {
  details,
  markdownCode,
  markdownLink,
  markdownText,
  markdownWords,
  table
} from '../../markdown/markdown.ts'
import { howItWent, remarks, rest } from '../../report/blocks.ts'
import { failedBuilds } from '../../report/failed-builds.ts'
import { withinLimit } from '../../report/within-limit.ts'
import { count, list } from '../../text.ts'
import { diffBlock } from '../report/summary.ts'
import type { Done, ManyReport, ManyRow } from './report.ts'

/** How much is shown. */
const degrees = [
  { rows: Infinity, builds: 10, showsDiff: true },
  { rows: 1000, builds: 10, showsDiff: false },
  { rows: 300, builds: 3, showsDiff: false },
  { rows: 50, builds: 0, showsDiff: false },
  { rows: 0, builds: 0, showsDiff: false }
] as const

type Detail = (typeof degrees)[number]

/** In a table's cell, and at a terminal. */
const words: Readonly<Record<Done, string>> = {
  proposed: 'opened',
  updated: 'updated',
  unchanged: 'open, and as it should be',
  declined: 'not proposed again: somebody closed it',
  'taken-over': 'left to people: somebody goes on in it',
  limit: 'waits: as many as may be are open',
  later: 'waits for the next run',
  computed: 'computed',
  'dry-run': 'would be changed',
  fork: 'not proposed: the token of a fork’s pull request may only read',
  written: 'written',
  committed: 'committed',
  current: 'current',
  ignored: 'ignored',
  unasked: '**could not be asked**',
  unknown: 'unknown',
  failed: '**failed**'
}

/** Markdown for GITHUB_STEP_SUMMARY; one that would be too large says less, and that it does. */
export function renderManySummary(report: ManyReport): string {
  return withinLimit(degrees, (detail) => render(report, detail))
}

function render(report: ManyReport, detail: Detail): string {
  const { rows, notes, builds, diff, dashboard, timings } = report
  const told = rows.filter(({ done }) => done !== 'current')
  const current = rows.filter(({ done }) => done === 'current')
  return `${[
    `**${markdownText(headline(rows), 1000)}**`,
    ...(dashboard === null
      ? []
      : [`All of them are in ${markdownLink('the dashboard', dashboard.url)}.`]),
    ...remarks('Note', notes, 100),
    ...table(
      ['Package', 'From', 'To', 'What was done', 'Why not'],
      told.slice(0, detail.rows).map(cells)
    ),
    ...rest(told.length, detail.rows),
    ...currentOnes(current, detail),
    ...failedBuilds(builds, detail.builds),
    ...(detail.showsDiff ? diffBlock(diff) : []),
    ...howItWent(workRows(report), timings)
  ].join('\n\n')}\n`
}

function cells({ package: text, from, to, done, pullRequest, why }: ManyRow): string[] {
  const link =
    pullRequest === null
      ? ''
      : `${markdownLink(markdownText(`#${pullRequest.number}`), pullRequest.url)} `
  const code = why?.code ?? null
  return [
    markdownCode(text, 100),
    from === null ? '' : markdownCode(from, 60),
    to === null || to === from ? '' : markdownCode(to, 60),
    `${link}${words[done]}`,
    [
      ...(code === null ? [] : [markdownCode(code)]),
      ...(why === null ? [] : [markdownWords(why.reason, 300)])
    ].join(': ')
  ]
}

function currentOnes(rows: readonly ManyRow[], detail: Detail): string[] {
  if (rows.length === 0) return []
  const heading = `${count(rows.length, 'package')} with the newest version`
  const names = rows
    .slice(0, detail.rows)
    .map(({ package: text, from }) =>
      from === null
        ? markdownCode(text, 100)
        : `${markdownCode(text, 100)} ${markdownText(from, 60)}`
    )
  return names.length === 0 ? [heading] : details(heading, [names.join(', ')])
}

/** `3 of 8 packages: 2 opened, 1 failed.` */
function headline(rows: readonly ManyRow[]): string {
  const byDone = Map.groupBy(rows, ({ done }) => done)
  const parts = [...byDone].map(([done, some]) => `${some.length} ${short[done]}`)
  return `${count(rows.length, 'package')}${parts.length === 0 ? '' : `: ${list(parts)}`}.`
}

const short: Readonly<Record<Done, string>> = {
  ...words,
  unchanged: 'unchanged',
  declined: 'declined',
  'taken-over': 'left to people',
  limit: 'waiting',
  later: 'for the next run',
  fork: 'not proposed',
  unasked: 'not asked',
  failed: 'failed'
}

function workRows({ counts, commits, computedFiles }: ManyReport): string[][] {
  return [
    ['Evaluations', String(counts.evaluations)],
    ['Builds', String(counts.builds)],
    ['Requests', String(counts.requests)],
    ...(commits.length === 0
      ? []
      : [['Commits', commits.map((sha) => markdownCode(sha.slice(0, 7))).join(', ')]]),
    ...(computedFiles.length === 0
      ? []
      : [
          [
            'Results',
            computedFiles
              .slice(0, 20)
              .map((file) => markdownCode(file))
              .join(', ')
          ]
        ])
  ]
}

/** The same for a terminal. */
export function manyText({ rows, notes, commits, computedFiles, dashboard }: ManyReport): string {
  const wide = (column: readonly string[]): number =>
    Math.max(0, ...column.map(({ length }) => length))
  const told = rows.map((row) => [
    row.package,
    versionsOf(row),
    words[row.done].replaceAll('*', '')
  ])
  const widths = [0, 1].map((at) => wide(told.map((cells) => cells[at] ?? '')))
  const lines = rows.map(({ why, pullRequest }, index) => {
    const [text = '', versions = '', done = ''] = told[index] ?? []
    const more = [
      ...(pullRequest === null ? [] : [pullRequest.url]),
      ...(why === null
        ? []
        : [`${why.code === null ? '' : `${why.code}: `}${oneLine(why.reason, 300)}`])
    ].join('  ')
    return `  ${text.padEnd(widths[0] ?? 0)}  ${versions.padEnd(widths[1] ?? 0)}  ${done}  ${more}`.trimEnd()
  })
  return terminalText([
    headline(rows),
    ...lines,
    ...notes.map((note) => `note: ${note}`),
    ...commits.map((sha) => `commit        ${sha}`),
    ...computedFiles.map((file) => `file          ${file}`),
    ...(dashboard === null ? [] : [`dashboard     ${dashboard.url}`])
  ])
}

function versionsOf({ from, to }: ManyRow): string {
  return to === null || to === from ? (from ?? '') : `${from ?? '(none)'} → ${to}`
}
