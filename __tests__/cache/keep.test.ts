import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PathInfo } from '../../src/binary-cache/types.ts'
import { chooseWithin, isBuiltHere, type Candidate } from '../../src/cache/keep.ts'
import { packedPath, pathOf } from '../publish/support.ts'

const candidate = (storePath: string, narSize: number, age: Candidate['age']): Candidate => ({
  storePath,
  narSize,
  age
})
const names = (candidates: Candidate[]): string[] => candidates.map(({ storePath }) => storePath)

describe('what is kept within the budget', () => {
  test('is the newest before the older, however small, and of the same age the largest', () => {
    const all = [
      candidate('unused', 5, 2),
      candidate('small', 1, 0),
      candidate('large', 9, 0),
      candidate('used', 7, 1)
    ]
    expect(names(chooseWithin(100, all))).toEqual(['large', 'small', 'used', 'unused'])
    expect(names(chooseWithin(17, all))).toEqual(['large', 'small', 'used'])
    expect(names(chooseWithin(16, all))).toEqual(['large', 'small', 'unused'])
  })

  test('leaves the room of what is too large to smaller ones, and is never more', () => {
    const all = [
      candidate('huge', 50, 0),
      candidate('a', 6, 0),
      candidate('b', 6, 1),
      candidate('c', 3, 2)
    ]
    expect(names(chooseWithin(10, all))).toEqual(['a', 'c'])
    expect(chooseWithin(2, all)).toEqual([])
  })
})

test('what is kept has room, and nothing that is left out would have had', () => {
  const candidates = fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 30 }), age: fc.constantFrom(0, 1, 2) })
  )
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 100 }), (given, budget) => {
      const all = given.map(({ size, age }, index) => candidate(`p${index}`, size, age))
      const chosen = chooseWithin(budget, all)
      const room = budget - chosen.reduce((sum, { narSize }) => sum + narSize, 0)
      expect(room).toBeGreaterThanOrEqual(0)
      const left = all.filter((each) => !chosen.includes(each))
      expect(left.every(({ narSize }) => narSize > room)).toBe(true)
    })
  )
})

test.each<[string, boolean, Partial<PathInfo>]>([
  ['built here', true, { ultimate: true }],
  ['built here and signed by this machine', true, { ultimate: true, signatures: ['runner-1:x'] }],
  ['built by a remote builder', true, {}],
  ['taken from another cache', false, { signatures: ['team.cachix.org-1:x'] }],
  ['taken from upstream', false, { signatures: ['cache.nixos.org-1:x'] }],
  [
    'built here, as upstream had it',
    false,
    { ultimate: true, signatures: ['cache.nixos.org-1:x'] }
  ],
  ['a source that was added', false, { ultimate: true, deriver: null }]
])('what was %s counts as built: %s', (_name, isBuilt, change) => {
  const info = {
    ...packedPath(pathOf('lib-1.0')).info,
    deriver: pathOf('lib-1.0.drv'),
    signatures: [],
    ...change
  }
  expect(isBuiltHere(info, ['cache.nixos.org-1'])).toBe(isBuilt)
})
