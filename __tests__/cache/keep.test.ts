import { describe, expect, test } from '@jest/globals'
import { chooseWithin, type Candidate } from '../../src/cache/keep.ts'

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
