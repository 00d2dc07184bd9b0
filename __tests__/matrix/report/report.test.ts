import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { matrixOutputs, renderMatrixSummary } from '../../../src/matrix/report/summary.ts'
import type { MatrixReport, ReportedRow } from '../../../src/matrix/report/types.ts'
import { formatExpected } from '../../../src/publish/expected-rows.ts'

const row: ReportedRow = {
  name: 'hello',
  system: 'aarch64-linux',
  os: ['self-hosted', 'arm64'],
  attribute: '.#packages.aarch64-linux.hello',
  pnames: ['hello'],
  wave: 2,
  builds: ['dep-1', 'hello-1'],
  handsOn: [],
  weight: 2,
  fetches: 5_000_000
}
const lib: ReportedRow = {
  ...row,
  ...{
    name: 'lib',
    system: 'x86_64-linux',
    os: 'big',
    attribute: '',
    pnames: [],
    row: '0'.repeat(16)
  },
  ...{ wave: 1, builds: ['lib-1'], handsOn: ['lib-1'], weight: 1.05 }
}
/** What the target holds. */
const heldOf = (attributes: string[]): MatrixReport['beside'] => ({
  held: attributes.map((attribute) => ({ attribute, system: 's', storePath: '/nix/store/x' })),
  failures: []
})

function reportWith(overrides: Partial<MatrixReport> = {}): MatrixReport {
  return {
    target: { name: 'o/binstore', branch: 'main' },
    rows: [row],
    attributes: 1,
    beside: heldOf([]),
    failures: [],
    requests: { api: 2, raw: 1 },
    ...overrides
  }
}

describe('the outputs', () => {
  test('are a matrix for fromJSON, with nothing but what a job needs', () => {
    const { matrix, ...others } = matrixOutputs(reportWith())
    expect(JSON.parse(matrix ?? '')).toEqual({
      include: [
        {
          name: row.name,
          system: row.system,
          os: row.os,
          attribute: row.attribute
        }
      ]
    })
    expect(others).toEqual({
      expected: formatExpected([row]),
      'any-jobs': 'true',
      'first-wave': '{"include":[]}',
      'any-first-wave': 'false',
      machines: '{"include":[]}'
    })
  })

  test('say that no job is needed', () => {
    expect(matrixOutputs(reportWith({ rows: [] }))).toEqual({
      matrix: '{"include":[]}',
      expected: formatExpected([]),
      'any-jobs': 'false',
      'first-wave': '{"include":[]}',
      'any-first-wave': 'false',
      machines: '{"include":[]}'
    })
  })
})

test('the first wave is an output of its own, whose rows the others name', () => {
  const rows = [lib, { ...row, row: '1'.repeat(16), takes: '0'.repeat(16) }]
  const outputs = matrixOutputs(reportWith({ rows, beside: heldOf(['.#a']) }))
  expect(outputs['any-first-wave']).toBe('true')
  expect(JSON.parse(outputs['first-wave'] ?? '')).toEqual({
    include: [
      {
        name: 'lib',
        system: 'x86_64-linux',
        os: 'big',
        attribute: '',
        row: '0'.repeat(16),
        takes: ''
      }
    ]
  })
  expect(JSON.parse(outputs['matrix'] ?? '')).toMatchObject({
    include: [{ name: 'hello', row: '1'.repeat(16), takes: '0'.repeat(16) }]
  })
  expect(outputs['expected']).toBe(formatExpected(rows, heldOf(['.#a'])))
})

test('a machine for each system is what most of its rows have, and knows all of them', () => {
  const idOf = (digit: string): string => digit.repeat(16)
  const rows = [
    { ...lib, row: idOf('0'), system: 'x86_64-linux', os: 'big' },
    { ...row, row: idOf('1'), system: 'x86_64-linux', os: ['self-hosted', 'x'] },
    { ...row, row: idOf('2'), system: 'x86_64-linux', os: ['self-hosted', 'x'] },
    { ...row, row: idOf('3'), system: 'aarch64-linux', os: 'arm', takes: idOf('0') }
  ]
  expect(JSON.parse(matrixOutputs(reportWith({ rows }))['machines'] ?? '')).toEqual({
    include: [
      {
        system: 'x86_64-linux',
        os: ['self-hosted', 'x'],
        rows: [idOf('0'), idOf('1'), idOf('2')].join('|')
      },
      { system: 'aarch64-linux', os: 'arm', rows: [idOf('3'), idOf('0')].join('|') }
    ]
  })
})

test('where there is no room for it, what has no row is left out of what is expected', () => {
  const { beside } = reportWith({
    beside: heldOf(
      Array.from({ length: 5000 }, (_, index) =>
        createHash('sha512').update(String(index)).digest('hex')
      )
    )
  })
  expect(matrixOutputs(reportWith({ beside }))['expected']).toBe(formatExpected([row], null))
})

describe('the summary', () => {
  test('draws who hands on to whom, whatever that is called', () => {
    const hostile = 'a"]b`\n<b>#35;'
    const rows = [
      { ...lib, handsOn: [hostile] },
      { ...row, row: '1'.repeat(16), takes: lib.row ?? '' },
      { ...row, name: 'alone', row: '2'.repeat(16), takes: '' }
    ]
    const summary = renderMatrixSummary(reportWith({ rows }))
    expect(summary).toContain('| lib | 1 | x86_64-linux | big |  | 1 of weight 1.05 | 5 MB |  |')
    expect(summary).toContain('| 2 of weight 2 | 5 MB | lib |')
    expect(summary).toContain(
      [
        '```mermaid',
        'graph LR',
        '  r0["lib<br/>weight 1.05<br/>hands on a#34;#93;b#96;#10;#60;b#62;#35;35#59;"]',
        '  r1["hello<br/>weight 2"]',
        '  r0 --> r1',
        '```'
      ].join('\n')
    )
  })

  test('draws as many as can be told apart', () => {
    const rows = [
      lib,
      ...Array.from({ length: 100 }, (_, index) => {
        return { ...row, row: String(index).padStart(16, '1'), takes: lib.row ?? '' }
      })
    ]
    const summary = renderMatrixSummary(reportWith({ rows }))
    expect(summary.match(/-->/g)).toHaveLength(59)
    expect(summary).toContain('41 more jobs would not fit')
  })

  test('lists jobs, what is held and what failed', () => {
    const summary = renderMatrixSummary(
      reportWith({
        rows: [row, { ...row, name: '2 attributes, a to b', attribute: '.#a\n.#b' }],
        attributes: 3,
        beside: heldOf(['.#tool', '.#tool']),
        failures: [{ installable: '.#x', code: 'EVALUATION_FAILED', reason: 'a | b\n# c' }]
      })
    )
    expect(summary).toContain(
      '**2 jobs** for 3 attributes that o/binstore, branch `main` does not hold.'
    )
    expect(summary).toContain(
      '| hello | aarch64-linux | self-hosted, arm64 | `.#packages.aarch64-linux.hello` | 2 of weight 2 | 5 MB |'
    )
    expect(summary).toContain('| 2 attributes |')
    expect(summary).toContain('- `.#tool`')
    expect(summary).toContain('| `.#x` | `EVALUATION_FAILED` | a \\| b <span>#</span> c |')
  })

  test('says why there is no job', () => {
    expect(renderMatrixSummary(reportWith({ rows: [], beside: heldOf(['.#a', '.#b']) }))).toMatch(
      /^\*\*No job is needed\*\*: o\/binstore, branch `main` holds 2 attributes\./
    )
    expect(renderMatrixSummary(reportWith({ rows: [] }))).toContain('no derivation was found')
  })

  test('of a great matrix is bounded', () => {
    const rows = Array.from({ length: 256 }, () => ({ ...row, attribute: '.#a\n'.repeat(1000) }))
    const beside = heldOf(Array.from({ length: 100_000 }, (_, index) => `.#held-${index}`))
    expect(Buffer.byteLength(renderMatrixSummary(reportWith({ rows, beside })))).toBeLessThan(
      1_000_000
    )
  })
})
