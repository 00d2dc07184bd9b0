import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { catalogueAmong } from '../support/catalogue.ts'
import { currentRows } from '../../src/catalogue/rows.ts'
import { wantedRows, type KeepRules } from '../../src/prune/decide.ts'
import { inventedStorePath } from '../support/publisher-process.ts'
import { inventCache, now, type InventedPath } from './support.ts'

function wanted(paths: readonly InventedPath[], rules: KeepRules, pins: readonly string[] = []) {
  const files = inventCache(paths)
  const { rows } = catalogueAmong(files)
  const pinned = pins.map((name) => ({ file: `pins/${name}`, storePath: inventedStorePath(name) }))
  const kept = wantedRows(rows, pinned, rules, now)
  return Object.fromEntries(
    [...kept].map(([row, reason]) => [`${row.name}-${row.version ?? ''}`, reason])
  )
}

const tool = (version: string, daysAgo: number, more = {}): InventedPath => ({
  name: `tool-${version}`,
  row: { daysAgo, ...more }
})
const old = [tool('1.0', 400), tool('2.0', 300), tool('10.0', 200)]

describe('what a rule keeps', () => {
  test('the newest generations, by version and not by its text', () => {
    expect(wanted(old, { keepGenerations: 2, keepDays: 0 })).toEqual({
      'tool-2.0': 'generation',
      'tool-10.0': 'generation'
    })
  })

  test('what is young, however many there are', () => {
    const many = [...old, tool('10.1', 29), tool('10.2', 10), tool('10.3', 5)]
    expect(wanted(many, { keepGenerations: 1, keepDays: 30 })).toEqual({
      'tool-10.1': 'days',
      'tool-10.2': 'days',
      'tool-10.3': 'generation'
    })
  })

  test('what is pinned, however old', () => {
    expect(wanted(old, { keepGenerations: 1, keepDays: 0 }, ['tool-1.0'])).toEqual({
      'tool-1.0': 'pinned',
      'tool-10.0': 'generation'
    })
  })

  test('age alone decides when no generation is to stay', () => {
    expect(wanted([...old, tool('0.9', 3)], { keepGenerations: 0, keepDays: 30 })).toEqual({
      'tool-0.9': 'days'
    })
  })

  test('each system and each output counts by itself', () => {
    const rows = [
      tool('1.0', 90),
      tool('2.0', 80),
      { name: 'tool-2.0-dev', row: { daysAgo: 80, output: 'dev' } },
      { name: 'arm-tool-1.0', row: { daysAgo: 90, system: 'aarch64-linux' } },
      { name: 'arm-tool-2.0', row: { daysAgo: 80, system: 'aarch64-linux' } }
    ]
    expect(Object.keys(wanted(rows, { keepGenerations: 1, keepDays: 0 })).sort()).toEqual([
      'arm-tool-2.0',
      'tool-2.0',
      'tool-2.0-dev'
    ])
  })

  test('each attribute counts by itself, whichever commit and system it was of', () => {
    const home = (of: string, daysAgo: number, attribute: string): InventedPath => ({
      name: `home-manager-generation-${of}`,
      row: { daysAgo, attribute }
    })
    const rows = [
      home('0', 90, '.#homeConfigurations.alice.activationPackage'),
      home('1', 80, 'github:alice/machines/4c88d5c3#homeConfigurations.alice.activationPackage'),
      home('2', 70, '.#homeConfigurations.bob.activationPackage'),
      tool('1.0', 90, { attribute: '.#tool' }),
      tool('2.0', 80, { attribute: '.#packages.x86_64-linux.tool^out' })
    ]
    expect(Object.keys(wanted(rows, { keepGenerations: 1, keepDays: 0 })).sort()).toEqual([
      'home-manager-generation-1',
      'home-manager-generation-2',
      'tool-2.0'
    ])
  })

  test('what was published last stays although its version sorts low, as a commit’s name may', () => {
    const hashes = [tool('9f3a', 100), tool('8b21', 90), tool('0c77', 80)]
    expect(wanted(hashes, { keepGenerations: 1, keepDays: 0 })).toEqual({
      'tool-9f3a': 'generation',
      'tool-0c77': 'generation'
    })
  })

  test('a date in the future is young', () => {
    expect(wanted([tool('1.0', -1)], { keepGenerations: 0, keepDays: 1 })).toEqual({
      'tool-1.0': 'days'
    })
  })
})

test('whatever the rules with a generation, the README’s current artifacts stay', () => {
  const version = fc.constantFrom('1.0', '2.0', '10.0', 'abc', '1.0pre')
  const path = fc.record({ name: fc.constantFrom('a', 'b'), version, days: fc.nat({ max: 90 }) })
  const rules = fc.record({ keepGenerations: fc.integer({ min: 1, max: 3 }), keepDays: fc.nat(60) })
  fc.assert(
    fc.property(fc.array(path), rules, (paths, rules) => {
      const invented = paths.map(({ name, version, days }) => ({
        name: `${name}-${version}`,
        row: { daysAgo: days }
      }))
      const unique = [...new Map(invented.map((one) => [one.name, one])).values()]
      const files = inventCache(unique)
      const { rows } = catalogueAmong(files)
      const kept = wantedRows(rows, [], rules, now)
      expect(currentRows(rows).filter((row) => !kept.has(row))).toEqual([])
    })
  )
})
