import { describe, expect, test } from '@jest/globals'
import { NarPublishError } from '../../../src/errors.ts'
import { ignoredOf, parseIgnore } from '../../../src/sync/many/ignore.ts'

/** Whether a line is about a package, and about this version of it. */
function ignores(line: string, name: string, version: string): boolean {
  return ignoredOf(parseIgnore([line]), [name]).some(
    (one) => one.version === null || one.version(version)
  )
}

describe('a line of ignore', () => {
  test.each([
    ['infer', 'infer', '1.2.3'],
    ['python3-*', 'python3-requests', '1.0'],
    ['*', 'a\nb', '1.0'],
    ['@scope/infer', '@scope/infer', '1.0'],
    ['@scope/*@1.x', '@scope/infer', '1.9'],
    ['infer@1.x', 'infer', '1.2.3'],
    ['infer@1.x', 'infer', '1'],
    ['infer@1.x', 'infer', 'v1.0-rc1'],
    ['infer@1.2.x', 'infer', '1.2.9'],
    ['infer@1.2.*', 'infer', '1.2.9'],
    ['infer@1.2.3', 'infer', '1.2.3'],
    ['infer@v1.2.3', 'infer', '1.2.3'],
    ['infer@*', 'infer', '7'],
    ['c++filt@1.0+b', 'c++filt', '1.0+b']
  ])('%s is about %j at %s', (line, name, version) => {
    expect(ignores(line, name, version)).toBe(true)
  })

  test.each([
    ['infer', 'infer2', '1.2.3'],
    ['infer.x', 'inferxx', '1'],
    ['*-docs', 'docs', '1'],
    ['infer@1.x', 'infer', '10.2'],
    ['infer@1.x', 'infer', '1a'],
    ['infer@1.2.x', 'infer', '1.20'],
    ['infer@1.2.3', 'infer', '1.2.30'],
    ['infer@1.2.3', 'infer', '1.2.3-rc1']
  ])('%s is not about %j at %s', (line, name, version) => {
    expect(ignores(line, name, version)).toBe(false)
  })

  test.each(['infer 1.x', 'infer@', '@', 'a@b@1', 'infer@;rm', 'infer@1.2.3 # later'])(
    'like %j is refused',
    (line) => {
      expect(() => parseIgnore([line])).toThrow(NarPublishError)
      expect(() => parseIgnore([line])).toThrow(/^INPUT_INVALID input ignore/)
    }
  )
})
