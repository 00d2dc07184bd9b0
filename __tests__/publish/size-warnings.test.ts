import { expect, test } from '@jest/globals'
import { sizeWarnings } from '../../src/publish/size-warnings.ts'

test.each([
  ['a host that does not say', null, 9e9],
  ['a repository within the budget', 7e9, 1e9]
])('nothing is said of %s', (_what, repositoryBytes, added) => {
  expect(sizeWarnings(repositoryBytes, added, 8e9)).toEqual([])
})

test('what this run adds counts', () => {
  expect(sizeWarnings(7e9, 1e9 + 1, 8e9)).toEqual([
    expect.stringMatching(/^The repository has some 8 GB, .*GitHub advises at most 10 GB/)
  ])
})
