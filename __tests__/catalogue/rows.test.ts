import { describe, expect, test } from '@jest/globals'
import { currentRows, newestRow } from '../../src/catalogue/rows.ts'
import { rowWith } from './support.ts'

function path(digit: string, name: string): string {
  return `/nix/store/${digit.repeat(32)}-${name}`
}

describe('currentRows', () => {
  test('are the newest version of each name, system and output, as Nix orders versions', () => {
    const rows = ['1.9', '1.10', '1.10pre2'].map((version, i) =>
      rowWith({ version, storePath: path(String(i), version) })
    )
    const dev = rowWith({ version: '1.9', output: 'dev', storePath: path('3', 'dev') })
    expect(currentRows([...rows, dev]).map(({ version, output }) => [version, output])).toEqual([
      ['1.9', 'dev'],
      ['1.10', 'out']
    ])
  })

  test('of one version take the row published last, then the greater store path', () => {
    const early = rowWith({ storePath: path('9', 'x'), publishedAt: '2026-11-20T00:00:00Z' })
    const late = ['1', '2'].map((digit) => rowWith({ storePath: path(digit, 'x') }))
    expect(currentRows([...late, early])).toEqual([late[1]])
  })

  test('take any version before none', () => {
    const none = rowWith({
      version: null,
      publishedAt: '2027-01-01T00:00:00Z',
      storePath: path('0', 'x')
    })
    expect(currentRows([none, rowWith({ version: 'pre' })])[0]?.version).toBe('pre')
  })

  test('do not take one artifact for another because of how its name joins its system', () => {
    const rows = [
      rowWith({ name: 'a-b', system: 'c', storePath: path('0', 'x') }),
      rowWith({ name: 'a', system: 'b-c', storePath: path('1', 'x') })
    ]
    expect(currentRows(rows)).toHaveLength(2)
  })
})

test('of what was published at once a reader tries what runs, and on the system that most have', () => {
  const rows = ['aarch64-linux', 'x86_64-linux', 'x86_64-darwin'].flatMap((system, index) =>
    [null, 'hello'].map((mainProgram, second) =>
      rowWith({ system, mainProgram, storePath: path(String(index * 2 + second), 'x') })
    )
  )
  const { system, mainProgram } = newestRow(rows) ?? {}
  expect([system, mainProgram]).toEqual(['x86_64-linux', 'hello'])
  const only = rows.filter((row) => row.system !== 'x86_64-linux' || row.mainProgram === null)
  expect(newestRow(only)?.mainProgram).toBe('hello')
})
