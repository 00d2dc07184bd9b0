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
  ['a'.repeat(200), ['a'.repeat(199)], undefined]
])('the one near to %s of %j is %j', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant)
  expect(didYouMean(word, known)).toBe(meant === undefined ? '' : `Did you mean \`${meant}\`? `)
})
