import {
  details,
  markdownCode,
  markdownLink,
  markdownText,
  markdownWords,
  table
} from '../../markdown/markdown.ts'
import { howItWent, remarks } from '../../report/blocks.ts'
import { inMarkdown } from '../../report/sentence.ts'
import { withinLimit } from '../../report/within-limit.ts'
import { count, list } from '../../text.ts'
import { fencedDiff } from '../diff.ts'
import { toldBlocks } from '../told-markdown.ts'
import { placeOf, type Check } from '../types.ts'
import { besideBlocks } from './beside-words.ts'
import { syncSentence } from './outcome.ts'
import type { SyncReport } from './types.ts'

/** How much is shown. */
const degrees = [
  { name: 'everything', rows: Infinity, showsDiff: true },
  { name: 'no diff', rows: 1000, showsDiff: false },
  { name: 'no diff and the first hundred of each list', rows: 100, showsDiff: false },
  { name: 'counts', rows: 0, showsDiff: false }
] as const

type Detail = (typeof degrees)[number]

/** Markdown for GITHUB_STEP_SUMMARY; one that would be too large says less, and that it does. */
export function renderSyncSummary(report: SyncReport): string {
  return withinLimit(degrees, (detail) => render(report, detail))
}

function render(report: SyncReport, detail: Detail): string {
  return `${[
    inMarkdown(syncSentence(report)),
    ...remarks('Note', report.notes, 100),
    ...hashTable(report, detail),
    ...versionTable(report, detail),
    ...toldBlocks(report.told, detail.rows),
    ...besideBlocks(report.beside, detail.rows),
    ...(detail.showsDiff ? diffBlock(report.diff) : []),
    ...checkList(report),
    ...untracedList(report, detail),
    ...howItWent(workRows(report), report.timings),
    ...(detail.rows === Infinity ? [] : [`This summary was too long and shows ${detail.name}.`])
  ].join('\n\n')}\n`
}

function hashTable({ hashes }: SyncReport, { rows }: Detail): string[] {
  return table(
    ['Where', 'Derivations', 'Systems', 'Old hash', 'New hash'],
    hashes
      .slice(0, rows)
      .map((edit) => [
        markdownCode(placeOf(edit)),
        edit.derivations.map((name) => markdownCode(name, 100)).join(', '),
        edit.systems.map((system) => markdownCode(system)).join(', '),
        edit.oldHash === null ? 'a placeholder' : markdownCode(edit.oldHash),
        markdownCode(edit.newHash)
      ])
  )
}

function versionTable({ versions }: SyncReport, { rows }: Detail): string[] {
  return table(
    ['Where', 'Old version', 'New version'],
    versions
      .slice(0, rows)
      .map((edit) => [
        markdownCode(placeOf(edit)),
        markdownCode(edit.text),
        markdownCode(edit.replacement)
      ])
  )
}

/** Of a dry run; null: it was none. */
export function diffBlock(diff: string | null): string[] {
  return diff === null || diff === '' ? [] : [fencedDiff(diff)]
}

const checkNames: Record<Check['name'], string> = {
  evaluate: 'Evaluates',
  format: 'Formatted',
  build: 'Builds',
  'smoke-test': 'Runs'
}

function checkList({ checks }: SyncReport): string[] {
  if (checks.length === 0) return []
  return [
    '### Checks',
    checks
      .map(({ name, result, detail }) => {
        const mark = result === 'passed' ? '✓' : '–'
        return `- ${mark} ${checkNames[name]}: ${markdownWords(detail, 500)}`
      })
      .join('\n')
  ]
}

function untracedList({ untraced, systems }: SyncReport, { rows }: Detail): string[] {
  if (untraced.length === 0) return []
  const number = count(untraced.length, 'hash', 'hashes')
  const words = `${number} left alone, which nothing on ${list(systems)} comes from`
  const heading = markdownText(words, 500)
  const lines = untraced.slice(0, rows).map((span) => `- ${markdownCode(placeOf(span))}`)
  return lines.length === 0 ? [heading] : details(heading, [lines.join('\n')])
}

function workRows(report: SyncReport): string[][] {
  const { counts, commit, pullRequest, computedFile } = report
  const evaluations = Object.entries(counts?.evaluations ?? {})
  return [
    ...(commit === null
      ? []
      : [
          [
            'Commit',
            commit.url === null
              ? markdownCode(commit.sha.slice(0, 7))
              : markdownLink(markdownText(commit.sha.slice(0, 7)), commit.url)
          ]
        ]),
    ...(pullRequest === null ? [] : [['Branch', markdownCode(pullRequest.branch)]]),
    ...(pullRequest === null || pullRequest.closed.length === 0
      ? []
      : [
          [
            'Superseded',
            pullRequest.closed
              .map(({ number, url }) => markdownLink(markdownText(`#${number}`), url))
              .join(', ')
          ]
        ]),
    ...(computedFile === null ? [] : [['Result', markdownCode(computedFile)]]),
    ...(evaluations.length === 0
      ? []
      : [
          [
            'Evaluations',
            evaluations
              .map(([system, number]) => `${number} for ${markdownCode(system)}`)
              .join(', ')
          ]
        ]),
    ...(counts === null
      ? []
      : [['Builds', `${count(counts.builds, 'build')} in ${count(counts.rounds, 'round')}`]])
  ]
}
