import { expect, test } from '@jest/globals'
import { budgetWarnings } from '../../src/prune/report/report.ts'

const gigabyte = 1_000_000_000
const small = { files: ['README.md'], treeBytes: 10, repositoryBytes: 20 }

test('nothing is said within the budget', () => {
  expect(budgetWarnings(small, 8 * gigabyte)).toEqual([])
  expect(budgetWarnings({ ...small, repositoryBytes: null }, 8 * gigabyte)).toEqual([])
})

test('the branch’s files and the repository are told apart', () => {
  const sizes = { ...small, treeBytes: 9 * gigabyte, repositoryBytes: 12 * gigabyte }
  expect(budgetWarnings(sizes, 8 * gigabyte)).toEqual([
    expect.stringMatching(/^The branch’s files have 9 GB, and `size-budget` is 8 GB; /),
    expect.stringMatching(/^The repository has 12 GB with its history, .*`squash-history`/)
  ])
})

test('folders with more than four fifths of what GitHub advises are named, the fullest first', () => {
  const folder = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${name}${index}`)
  const files = [...folder('', 2400), ...folder('nar/aa/', 2900), ...folder('nar/bb/', 2400)]
  // The folder nar is an entry of the root as well.
  expect(budgetWarnings({ ...small, files }, 8 * gigabyte)).toEqual([
    expect.stringContaining('The folder nar/aa has 2900 entries'),
    expect.stringContaining('The branch’s root has 2401 entries')
  ])
})
