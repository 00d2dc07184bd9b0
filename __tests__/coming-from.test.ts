/** docs/coming-from.md: its head tells the form. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { missingTests, type NamedTest } from './support/test-names.ts'

/** Heading of a section, and the rows of our comparison that it must have. */
const wanted: Readonly<Record<string, string[]>> = {
  'From nix-post-build-push (the queued hook)': [
    ...['T1-T5', 'T7-T10', 'T11', 'T12-T14', 'T15-T17', 'T20-T22', 'T23', 'T24', 'T31-T40']
  ].flatMap(idsOf),
  'From cachix push and cachix-pin scripts around `om ci`': [
    ...ids('J', 1, 8),
    ...ids('J', 20, 28)
  ],
  'From a publishing script (build, export, push)': ids('M', 1, 21),
  'From a workflow of `sed` and `grep got:`': [...ids('I', 1, 12), ...ids('I', 14, 20)],
  'From nix-update, Renovate or Dependabot': ids('R', 1, 8),
  'From garnix': ids('G', 1, 10),
  'From `om ci`, without omnix': ids('O', 1, 7)
}

interface Row {
  line: string
  ids: string[]
  tests: NamedTest[]
}

const text = readFileSync(join(import.meta.dirname, '../docs/coming-from.md'), 'utf8')
const sections = new Map(
  text.split(/^## /m).flatMap((part, index): [string, Row[]][] => {
    const [heading = '', ...lines] = part.split('\n')
    return index === 0 ? [] : [[heading, tableRows(lines)]]
  })
)

test('has the sections that are listed here', () => {
  expect([...sections.keys()]).toEqual(Object.keys(wanted))
})

describe.each(Object.entries(wanted))('%s', (heading, ids) => {
  const rows = sections.get(heading) ?? []

  test('has each row', () => {
    expect([...new Set(rows.flatMap((row) => row.ids))].sort()).toEqual([...ids].sort())
  })

  test('names tests for each row, which exist', () => {
    expect(rows.filter(({ tests }) => tests.length === 0).map(({ line }) => line)).toEqual([])
    expect(missingTests(rows.flatMap(({ tests }) => tests))).toEqual([])
  })
})

/** The rows of a section's table, without its head. Throws when a line has another form than the document's head tells. */
function tableRows(lines: readonly string[]): Row[] {
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      if (cells.length !== 6) throw new Error(`not four columns: ${line}`)
      const [, id = '', , , shownBy = ''] = cells
      return { line, ids: id.split(', ').flatMap(idsOf), tests: shownBy.split('<br>').map(testOf) }
    })
}

/** `T7-T10`: T7, T8, T9, T10. */
function idsOf(text: string): string[] {
  const [, letter = '', first, last = first] = /^([A-Z])(\d+)(?:-\1(\d+))?$/.exec(text) ?? []
  if (letter === '') throw new Error(`no row’s id: ${text}`)
  return ids(letter, Number(first), Number(last))
}

function ids(letter: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`)
}

function testOf(text: string): NamedTest {
  const [, file, name] = /^`(__tests__\/[\w./-]+\.test\.ts)`: “([^”]+)”$/.exec(text) ?? []
  if (file === undefined || name === undefined) throw new Error(`no test: ${text}`)
  return { file, name }
}
