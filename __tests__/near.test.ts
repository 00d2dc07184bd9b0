import { expect, test } from '@jest/globals'
import { didYouMean, nearest } from '../src/near.ts'

test.each([
  ['psuh', ['auto', 'api', 'push'], 'push'],
  ['--dry-rum', ['--dry-run', '--draft'], '--dry-run'],
  ['PUBLISH', ['publish', 'prune'], 'publish'],
  ['tokenfile', ['tokenFile', 'token'], 'tokenFile'],
  ['zip', ['zstd', 'xz', 'none'], undefined],
  ['frobnicate', ['publish', 'doctor'], undefined],
  ['x', ['xz'], undefined],
  ['', ['xz'], undefined],
  ['a'.repeat(1_000_000), ['a'], undefined]
])('near to %.20j of %j is %j', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant)
  expect(didYouMean(word, known)).toBe(meant === undefined ? '' : `Did you mean \`${meant}\`? `)
})
