import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { platform } from 'node:os'
import { gzipSync } from 'node:zlib'
import { readEnvironment } from '../../src/environment.ts'
import type { EvaluatedAttribute } from '../../src/matrix/evaluate.ts'
import { matrixOf, matrixRows, mostRows } from '../../src/matrix/rows.ts'
import { parseRunnerMap } from '../../src/inputs/runner-map.ts'
import { formatExpected } from '../../src/publish/expected-rows.ts'
import { parseExpected } from '../../src/publish/expected.ts'
import { anyCharacter } from '../support/any-character.ts'

const runners = parseRunnerMap(readEnvironment({}))

function attribute(name: string, system = 'x86_64-linux'): EvaluatedAttribute {
  return {
    name,
    system,
    installable: `.#packages.${system}.${name}`,
    drvPath: '',
    pname: name,
    version: null,
    outputs: [],
    mainProgram: null
  }
}
const attributes = (count: number, system?: string): EvaluatedAttribute[] =>
  Array.from({ length: count }, (_, index) => attribute(`p${index}`, system))

test('each attribute has a row of its own up to GitHub’s limit', () => {
  const rows = matrixRows([attribute('a'), attribute('b', 'aarch64-darwin')], runners)
  expect(rows).toEqual([
    {
      name: 'a',
      system: 'x86_64-linux',
      os: 'ubuntu-24.04',
      attribute: '.#packages.x86_64-linux.a',
      pnames: ['a']
    },
    {
      name: 'b',
      system: 'aarch64-darwin',
      os: 'macos-15',
      attribute: '.#packages.aarch64-darwin.b',
      pnames: ['b']
    }
  ])
  expect(matrixRows(attributes(mostRows), runners)).toHaveLength(mostRows)
})

test('above it the rows of a system take several each, about as many', () => {
  const rows = matrixRows([...attributes(300), ...attributes(10, 'aarch64-linux')], runners)
  expect(rows.length).toBeLessThanOrEqual(mostRows)
  expect(rows[0]).toMatchObject({ name: '2 attributes, p0 to p1', system: 'x86_64-linux' })
  expect(rows[0]?.attribute.split('\n')).toHaveLength(2)
  expect(rows.filter(({ system }) => system === 'aarch64-linux')).toHaveLength(5)
})

test('no attribute is lost or doubled, no row mixes systems, and there are never more rows than the limit', () => {
  const systems = fc.constantFrom(...runners.keys())
  fc.assert(
    fc.property(
      fc.array(systems, { maxLength: 80 }),
      fc.integer({ min: 4, max: 20 }),
      (all, most) => {
        const given = all.map((system, index) => attribute(`p${index}`, system))
        const rows = matrixRows(given, runners, most)
        expect(rows.length).toBeLessThanOrEqual(most)
        const named = rows.flatMap((row) => row.attribute.split('\n'))
        expect(named.sort()).toEqual(given.map(({ installable }) => installable).sort())
        for (const row of rows) {
          expect(row.attribute.split('\n').every((one) => one.includes(`.${row.system}.`))).toBe(
            true
          )
        }
      }
    )
  )
})

test('a name is one line of harmless characters, whatever the attribute is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), (name) => {
      const [row] = matrixRows([attribute(name)], runners)
      expect(row?.name).toMatch(/^[\w.+@][\w.+@-]{0,99}$/)
    })
  )
})

describe('a matrix for the job that commits', () => {
  const startWith = (expected: string): unknown => {
    const env = { ...process.env, INPUT_EXPECTED: expected }
    return spawnSync('true', { env }).error ?? 'started'
  }

  test('fits into a variable of its process, also where its JSON does not', () => {
    const rows = matrixRows(attributes(5000), runners)
    const json = JSON.stringify(matrixOf(rows))
    const refused = platform() === 'linux' ? expect.objectContaining({ code: 'E2BIG' }) : 'started'
    expect(startWith(json)).toEqual(refused)
    const expected = formatExpected(rows)
    expect(startWith(expected)).toBe('started')
    const rowsOf = (text: string) => parseExpected(readEnvironment({ INPUT_EXPECTED: text })).rows
    expect(rowsOf(expected)?.map((row) => ({ ...row, pnames: null }))).toEqual(rowsOf(json))
    expect(rowsOf(expected)?.map(({ pnames }) => pnames)).toEqual(rows.map(({ pnames }) => pnames))
    expect(rows.flatMap(({ pnames }) => pnames)).toHaveLength(5000)
  })

  test.each([
    ['is no gzip', 'gzip:AAAA'],
    ['is cut', formatExpected(matrixRows(attributes(3), runners)).slice(0, -8)],
    ['is a bomb', `gzip:${gzipSync(Buffer.alloc(64 << 20)).toString('base64')}`]
  ])('that %s is refused', (_what, text) => {
    expect(() => parseExpected(readEnvironment({ INPUT_EXPECTED: text }))).toThrow('INPUT_INVALID')
  })

  test.each([
    ['no output can hold', (index: number) => `${index}${'x'.repeat(300)}`],
    [
      'no variable can hold',
      (index: number) => createHash('sha512').update(String(index)).digest('hex')
    ]
  ])('that %s is refused', (_what, nameOf) => {
    const long = Array.from({ length: 2000 }, (_, index) => attribute(nameOf(index)))
    expect(() => matrixRows(long, runners)).toThrow('MATRIX_TOO_LARGE')
  })
})

describe('runner-map', () => {
  const parse = (text: string): [string, unknown][] => {
    const defaults = [...runners.keys()]
    const parsed = parseRunnerMap(readEnvironment({ 'INPUT_RUNNER-MAP': text }))
    return [...parsed].filter(
      ([system, label]) => !defaults.includes(system) || label !== runners.get(system)
    )
  }

  test.each<[string, [string, unknown][]]>([
    ['', []],
    ['x86_64-linux=big', [['x86_64-linux', 'big']]],
    [
      'riscv64-linux=[self-hosted, riscv64]\n  aarch64-linux=arm',
      [
        ['aarch64-linux', 'arm'],
        ['riscv64-linux', ['self-hosted', 'riscv64']]
      ]
    ],
    ['riscv64-linux=["self-hosted","riscv64"]', [['riscv64-linux', ['self-hosted', 'riscv64']]]]
  ])('%j', (text, added) => {
    expect(parse(text)).toEqual(added)
  })

  test.each([
    'big',
    'x86_64-linux=',
    'x86_64-linux=[]',
    'mars=big',
    'x86_64-linux=[a]b',
    'x86_64-linux=a"b'
  ])('%j is refused', (text) => {
    expect(() => parse(text)).toThrow('INPUT_INVALID')
  })
})
