import { expect, test } from '@jest/globals'
import { sourceOf } from '../../src/publish/source.ts'

const checkout = { repository: 'o/project', revision: '3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a' }

test.each([
  '.#hello',
  '#hello',
  '.',
  './dir#hello',
  '../hello',
  '/work/hello#x',
  'path:./dir#x',
  null
])('what is built of the checkout (%s) comes from the workflow’s commit', (attribute) => {
  expect(sourceOf(attribute, checkout)).toEqual(checkout)
})

test.each([
  'github:o/r#hello',
  'nixpkgs#hello',
  'hello',
  'git+https://example.org/r#x',
  '.hidden#x'
])('of another flake (%s) nothing is claimed', (attribute) => {
  expect(sourceOf(attribute, checkout)).toBeNull()
})

test('outside of a workflow nothing is claimed', () => {
  expect(sourceOf('.#hello', { repository: null, revision: null })).toBeNull()
})
