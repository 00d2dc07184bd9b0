import { describe, expect, test } from '@jest/globals'
import { matrixOutputs, renderMatrixSummary } from '../../../src/matrix/report/summary.ts'
import type { MatrixReport } from '../../../src/matrix/report/types.ts'
import { formatExpected, type MatrixRow } from '../../../src/publish/expected-rows.ts'

const row: MatrixRow = {
  name: 'hello',
  system: 'aarch64-linux',
  os: ['self-hosted', 'arm64'],
  attribute: '.#packages.aarch64-linux.hello',
  pnames: ['hello']
}

function reportWith(overrides: Partial<MatrixReport> = {}): MatrixReport {
  return {
    target: { name: 'o/binstore', branch: 'main' },
    rows: [row],
    attributes: 1,
    held: [],
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
    expect(others).toEqual({ expected: formatExpected([row]), 'any-jobs': 'true' })
  })

  test('say that no job is needed', () => {
    expect(matrixOutputs(reportWith({ rows: [] }))).toEqual({
      matrix: '{"include":[]}',
      expected: formatExpected([]),
      'any-jobs': 'false'
    })
  })
})

describe('the summary', () => {
  test('lists jobs, what is held and what failed', () => {
    const summary = renderMatrixSummary(
      reportWith({
        rows: [row, { ...row, name: '2 attributes, a to b', attribute: '.#a\n.#b' }],
        attributes: 3,
        held: ['.#tool'],
        failures: [{ installable: '.#x', code: 'EVALUATION_FAILED', reason: 'a | b\n# c' }]
      })
    )
    expect(summary).toContain(
      '**2 jobs** for 3 attributes that o/binstore, branch `main` does not hold.'
    )
    expect(summary).toContain(
      '| hello | aarch64-linux | self-hosted, arm64 | `.#packages.aarch64-linux.hello` |'
    )
    expect(summary).toContain('| 2 attributes |')
    expect(summary).toContain('- `.#tool`')
    expect(summary).toContain('| `.#x` | `EVALUATION_FAILED` | a \\| b <span>#</span> c |')
  })

  test('says why there is no job', () => {
    expect(renderMatrixSummary(reportWith({ rows: [], held: ['.#a', '.#b'] }))).toMatch(
      /^\*\*No job is needed\*\*: o\/binstore, branch `main` holds 2 attributes\./
    )
    expect(renderMatrixSummary(reportWith({ rows: [] }))).toContain('no derivation was found')
  })

  test('of a great matrix is bounded', () => {
    const rows = Array.from({ length: 256 }, () => ({ ...row, attribute: '.#a\n'.repeat(1000) }))
    const held = Array.from({ length: 100_000 }, (_, index) => `.#held-${index}`)
    expect(Buffer.byteLength(renderMatrixSummary(reportWith({ rows, held })))).toBeLessThan(
      1_000_000
    )
  })
})
