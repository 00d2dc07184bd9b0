import { spawnSync } from 'node:child_process'
import { platform } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseRunnerMap } from '../../src/inputs/runner-map.ts'
import { readEnvironment } from '../../src/environment.ts'
import type { EvaluatedAttribute } from '../../src/matrix/evaluate.ts'
import { matrixRows, mostRows, type MatrixRow } from '../../src/matrix/rows.ts'

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
      attribute: '.#packages.x86_64-linux.a'
    },
    {
      name: 'b',
      system: 'aarch64-darwin',
      os: 'macos-15',
      attribute: '.#packages.aarch64-darwin.b'
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
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const [row] = matrixRows([attribute(name)], runners)
      expect(row?.name).toMatch(/^[\w.+@][\w.+@-]{0,99}$/)
    })
  )
})

test('a matrix fits into the environment of the job that commits, or is refused', () => {
  const refused = attributes(5000)
  expect(() => matrixRows(refused, runners)).toThrow('MATRIX_TOO_LARGE')
  const most = fullest((number) => matrixRows(attributes(number), runners), refused.length)
  const env = { INPUT_EXPECTED: JSON.stringify({ include: most }) }
  expect(env.INPUT_EXPECTED.length).toBeGreaterThan(100_000)
  expect(spawnSync('true', { env: { ...process.env, ...env } })).toMatchObject({ status: 0 })
  const double = { INPUT_EXPECTED: env.INPUT_EXPECTED.repeat(2) }
  expect(spawnSync('true', { env: { ...process.env, ...double } }).error).toMatchObject({
    code: platform() === 'linux' ? 'E2BIG' : expect.anything()
  })
})

/** What `make` gives for the greatest number below `refused` with which it does not throw. */
function fullest(make: (number: number) => MatrixRow[], refused: number): MatrixRow[] {
  let [fits, fails] = [0, refused]
  while (fails - fits > 1) {
    const number = Math.floor((fits + fails) / 2)
    try {
      make(number)
      fits = number
    } catch {
      fails = number
    }
  }
  return make(fits)
}

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
