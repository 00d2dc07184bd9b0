import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planVersion, readPlan } from '../../src/build-plan/parse.ts'
import type { BuildPlan, PlannedRow } from '../../src/build-plan/plan.ts'
import { pathOf } from '../publish/support.ts'

const drvPath = pathOf('shared.drv')
const storePath = pathOf('shared')
const first = rowOf('first00000000000', {
  wave: 1,
  builds: [drvPath],
  handsOn: [storePath]
})
const second = rowOf('second0000000000', { takes: [{ storePath, drvPath, row: first.id }] })
const streams = [
  { file: 'common.export.zst', size: 7, hash: `sha256:${'0'.repeat(52)}`, origins: [] }
] satisfies BuildPlan['streams']

function rowOf(id: string, row: Partial<PlannedRow> = {}): PlannedRow {
  return {
    ...{ id, wave: 2, system: 'x86_64-linux', attributes: [], paths: [], builds: [] },
    ...{ handsOn: [], takes: [], streams: ['common.export.zst'] },
    ...row
  }
}

/** What reading a folder with this plan gives. */
function read(
  plan: unknown,
  place = writeFileSync as (file: string, text: string) => void
): BuildPlan {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  try {
    place(join(folder, 'plan.json'), JSON.stringify(plan))
    return readPlan(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const whole = { version: planVersion, rows: [first, second], streams }

test('a plan is read as it was written', () => {
  expect(read(whole)).toEqual({ rows: [first, second], streams })
})

describe('a plan', () => {
  const withSecond = (row: Partial<PlannedRow>): unknown => ({
    ...whole,
    rows: [first, { ...second, ...row }]
  })
  test.each<[string, unknown, string]>([
    ['of another version', { ...whole, version: 2 }, 'version'],
    ['with a word that nobody knows', { ...whole, more: true }, 'more'],
    ['with a stream elsewhere', { ...whole, streams: [{ ...streams[0], file: '../x' }] }, 'file'],
    [
      'with a signature of another form',
      {
        ...whole,
        streams: [{ ...streams[0], origins: [{ storePath, ca: null, signatures: ['x'] }] }]
      },
      'signature'
    ],
    ['with a stream twice', { ...whole, streams: [...streams, ...streams] }, 'a stream twice'],
    ['with a row twice', { ...whole, rows: [first, first] }, 'a row twice'],
    ['whose row needs a stream that is not there', withSecond({ streams: ['other'] }), 'other'],
    [
      'whose row takes from none',
      withSecond({ takes: [{ storePath, drvPath, row: 'x'.repeat(16) }] }),
      'no row'
    ],
    [
      'whose row takes what that one does not build',
      withSecond({ takes: [{ storePath, drvPath: pathOf('x.drv'), row: first.id }] }),
      'builds it'
    ],
    ['whose first wave takes', withSecond({ wave: 1 }), 'no row of the first wave'],
    ['that builds what is no derivation', withSecond({ builds: [storePath] }), 'no derivation'],
    [
      'with a name of several lines',
      withSecond({ paths: [{ installable: 'a\nb', name: 'x', storePath }] }),
      'control'
    ]
  ])('%s is refused', (_what, plan, reason) => {
    expect(() => read(plan)).toThrow(
      expect.objectContaining({ code: 'PLAN_INVALID', reason: expect.stringContaining(reason) })
    )
  })

  test.each<[string, (file: string, text: string) => void]>([
    [
      'is a link',
      (file) => {
        symlinkSync('/etc/passwd', file)
      }
    ],
    ['is not there', () => undefined],
    [
      'is cut short',
      (file, text) => {
        writeFileSync(file, text.slice(0, -9))
      }
    ]
  ])('that %s is refused', (_what, place) => {
    expect(() => read(whole, place)).toThrow(expect.objectContaining({ code: 'PLAN_INVALID' }))
  })
})
