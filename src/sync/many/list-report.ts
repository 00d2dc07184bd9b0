import { styleText } from 'node:util'
import { oneLine, terminalText } from '../../harmless.ts'
import {
  details,
  markdownCode,
  markdownText,
  markdownWords,
  table
} from '../../markdown/markdown.ts'
import { howItWent, remarks, rest } from '../../report/blocks.ts'
import { largestOutputs, type Outputs } from '../../report/outputs.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count, list } from '../../text.ts'
import type { ListReport } from './list.ts'
import { matrixOf } from './rows.ts'
import type { ListedPackage, Listing } from './types.ts'

/** Outdated ones first, and last what there is nothing to do about. */
const order = ['outdated', 'failed', 'unasked', 'unknown', 'ignored', 'current'] as const

/** `matrix` for `fromJSON`, whether it has a row, and every outdated package, as far as a job's outputs hold them. */
export function listOutputs(report: ListReport, largest = largestOutputs): Outputs {
  const whole = {
    matrix: JSON.stringify(matrixOf(report.rows)),
    'any-jobs': String(report.rows.length > 0)
  }
  let room = largest - whole.matrix.length - 10
  const fitting = outdatedOf(report).filter((one) => (room -= JSON.stringify(one).length + 1) >= 0)
  return { ...whole, outdated: JSON.stringify(fitting) }
}

interface Outdated {
  package: string
  name: string
  from: string | null
  to: string | null
  set: string
}

export function outdatedOf({ listing: { sets }, names }: ListReport): Outdated[] {
  return sets.flatMap((set) =>
    set.packages
      .filter(({ state }) => state === 'outdated')
      .map(({ reference, name, version, newest }) => ({
        ...{ package: reference.text, name, from: version, to: newest },
        set: names.get(set) ?? ''
      }))
  )
}

/** Markdown for GITHUB_STEP_SUMMARY. */
export function renderListSummary(report: ListReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render({ listing, rows, notes, timings }: ListReport, shown: number): string {
  const packages = inOrder(listing)
  const busy = packages.filter(({ state }) => state !== 'current')
  const current = packages.filter(({ state }) => state === 'current')
  return `${[
    `**${headline(listing)}**`,
    ...remarks('Note', notes, 100),
    ...table(
      ['Package', 'Has', 'Newest', 'Source', 'State'],
      busy.slice(0, shown).map((one) => cellsOf(one))
    ),
    ...rest(busy.length, shown),
    ...(current.length === 0
      ? []
      : details(`${count(current.length, 'package')} up to date`, [
          ...table(
            ['Package', 'Has', 'Source'],
            current
              .slice(0, shown)
              .map((one) => cellsOf(one).filter((_, index) => index % 2 === 1 || index === 0))
          ),
          ...rest(current.length, shown)
        ])),
    ...sharedList(listing, shown),
    ...howItWent([...workRows(listing), ['Jobs', String(rows.length)]], timings)
  ].join('\n\n')}\n`
}

function inOrder({ packages }: Listing): ListedPackage[] {
  return packages.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

function headline({ packages }: Listing): string {
  const some = order.flatMap((state) => {
    const number = packages.filter((one) => one.state === state).length
    return number === 0 ? [] : [`${number} ${state}`]
  })
  return `${count(packages.length, 'package')}: ${list(some) || 'nothing to tell'}`
}

function cellsOf({ reference, version, newest, source, state, why }: ListedPackage): string[] {
  return [
    markdownCode(reference.text),
    version === null ? '' : markdownCode(version),
    newest === null ? '' : markdownCode(newest),
    source === null ? '' : markdownText(source),
    why === null ? state : `${state}: ${markdownWords(why.reason, 500)}`
  ]
}

function sharedList({ sets }: Listing, shown: number): string[] {
  const shared = sets.filter(({ packages }) => packages.length > 1)
  if (shared.length === 0 || shown === 0) return []
  const lines = shared.slice(0, shown).map(({ packages, shared: words }) => {
    const texts = packages.map(({ reference }) => markdownCode(reference.text))
    return `- ${list(texts)}: ${markdownWords(words ?? '', 500)}`
  })
  return ['### One change', lines.join('\n')]
}

function workRows({ counts }: Listing): string[][] {
  const { evaluations, requests, gitHubRequests } = counts
  return [
    ['Evaluations', String(evaluations)],
    ['Requests', `${gitHubRequests} to GitHub’s API, ${requests - gitHubRequests} to others`]
  ]
}

const styles = {
  ...{ outdated: 'yellow', failed: 'red', unasked: 'red', unknown: 'magenta' },
  ...{ ignored: 'gray', current: 'green' }
} as const satisfies Record<ListedPackage['state'], Parameters<typeof styleText>[0]>

/** Columns of a reason on a terminal; the whole of it is in the JSON. */
const longestWhy = 200

/** A table for a terminal. `stream`: where it is shown. */
export function listText({ listing, notes }: ListReport, stream: NodeJS.WriteStream): string {
  const rows = inOrder(listing).map(({ reference, version, newest, source, state, why }) => ({
    state,
    cells: [reference.text, version ?? '-', newest ?? '-', source ?? '-'].map((text) =>
      oneLine(text, 60)
    ),
    end: why === null ? state : `${state}: ${oneLine(why.reason, longestWhy)}`
  }))
  const head = ['Package', 'Has', 'Newest', 'Source']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0))
  )
  const padded = (cells: readonly string[]): string =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  const shared = listing.sets.filter(({ packages }) => packages.length > 1)
  const plain = (text: string): string => terminalText([text])
  return [
    ...(rows.length === 0 ? [] : [`${padded(head)}  State`]),
    ...rows.map(
      ({ state, cells, end }) =>
        `${plain(padded(cells))}  ${styleText(styles[state], plain(end), { stream })}`
    ),
    ...shared.map(({ packages, shared: words }) =>
      plain(`one change: ${list(packages.map(({ reference }) => reference.text))}: ${words ?? ''}`)
    ),
    ...notes.map((note) => plain(`note: ${note}`)),
    `${headline(listing)}; ${count(listing.counts.evaluations, 'evaluation')}, ${count(listing.counts.requests, 'request')}`
  ].join('\n')
}
