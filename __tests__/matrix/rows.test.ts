import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { platform } from 'node:os'
import { gzipSync } from 'node:zlib'
import { readEnvironment } from '../../src/environment.ts'
import { matrixOf, refuseTooLarge, rowName } from '../../src/matrix/rows.ts'
import { parseRunnerMap } from '../../src/inputs/runner-map.ts'
import { formatExpected, type MatrixRow } from '../../src/publish/expected-rows.ts'
import { parseExpected } from '../../src/publish/expected.ts'
import { anyCharacter } from '../support/any-character.ts'

const runners = parseRunnerMap(readEnvironment({}))

const row = (name: string): MatrixRow => ({
  name,
  system: 'x86_64-linux',
  os: 'ubuntu-24.04',
  attribute: `.#packages.x86_64-linux.${name}`,
  pnames: [name]
})
const rowsOf = (count: number, nameOf = (index: number) => `p${index}`): MatrixRow[] =>
  Array.from({ length: count }, (_, index) => row(nameOf(index)))

test('a name is one line of harmless characters, whatever the attribute is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), (name) => {
      expect(rowName([name], 'attribute')).toMatch(/^[\w.+@][\w.+@-]{0,99}$/)
      expect(rowName([name, name], 'attribute')).toMatch(/^2 attributes, [\w.+@][\w.+@ -]{0,250}$/)
    })
  )
})

describe('a matrix for the job that commits', () => {
  const startWith = (expected: string): unknown => {
    const env = { ...process.env, INPUT_EXPECTED: expected }
    return spawnSync('true', { env }).error ?? 'started'
  }

  test('fits into a variable of its process, also where its JSON does not', () => {
    const rows = rowsOf(5000)
    const json = JSON.stringify(matrixOf(rows))
    const refused = platform() === 'linux' ? expect.objectContaining({ code: 'E2BIG' }) : 'started'
    expect(startWith(json)).toEqual(refused)
    const expected = formatExpected(rows)
    expect(startWith(expected)).toBe('started')
    const expectedIn = (text: string) =>
      parseExpected(readEnvironment({ INPUT_EXPECTED: text })).rows
    expect(expectedIn(expected)?.map((one) => ({ ...one, pnames: null }))).toEqual(expectedIn(json))
    expect(expectedIn(expected)?.map(({ pnames }) => pnames)).toEqual(
      rows.map(({ pnames }) => pnames)
    )
    expect(rows.flatMap(({ pnames }) => pnames)).toHaveLength(5000)
  })

  test.each([
    ['is no gzip', 'gzip:AAAA'],
    ['is cut', formatExpected(rowsOf(3)).slice(0, -8)],
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
    expect(() => {
      refuseTooLarge(rowsOf(2000, nameOf))
    }).toThrow('MATRIX_TOO_LARGE')
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
