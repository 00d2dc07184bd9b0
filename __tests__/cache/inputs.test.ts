import { describe, expect, test } from '@jest/globals'
import { parseCache } from '../../src/cache/inputs.ts'
import { readEnvironment } from '../../src/environment.ts'
import { refuseOtherPhases } from '../../src/inputs/refuse.ts'

const environmentWith = (cache: string, size = '2 GB') =>
  readEnvironment({ INPUT_CACHE: cache, 'INPUT_CACHE-SIZE': size })

describe('`cache`', () => {
  test('is off unless it is true, and keeps 2 GB then', () => {
    expect(parseCache(readEnvironment({}))).toBeNull()
    expect(parseCache(environmentWith('false'))).toBeNull()
    expect(parseCache(environmentWith('true'))).toEqual({ budget: 2e9 })
    expect(parseCache(environmentWith('true', '500 MiB'))).toEqual({ budget: 500 * 2 ** 20 })
  })

  test.each([
    ['yes', '2 GB', /input cache: "yes"/],
    ['true', 'much', /input cache-size: "much"/],
    ['true', '0', /input cache-size: "0"/],
    ['false', '1 GB', /nothing is kept without/]
  ])('refuses %j with size %j', (cache, size, message) => {
    expect(() => parseCache(environmentWith(cache, size))).toThrow(message)
  })

  test('has no meaning where nothing is built, and its defaults do not disturb there', () => {
    const check = (cache: string, size?: string) => () => {
      refuseOtherPhases(environmentWith(cache, size), 'publish', 'commit')
    }
    expect(check('false')).not.toThrow()
    expect(check('true')).toThrow(/`cache` has no meaning in phase `commit`/)
    expect(check('false', '1 GB')).toThrow(/`cache-size` has no meaning/)
  })
})
