import { expect, test } from '@jest/globals'
import { formOf } from '../../../src/sync/version/form.ts'
import { tagged, versions } from '../../../src/sync/version/hosts/host.ts'
import { newestVersion } from '../../../src/sync/version/newest.ts'

const words = { tagPrefix: '', versionRegex: null, allowPreRelease: false }

function newest(version: string, ref: string, tags: readonly string[], more = {}) {
  const present = { version, form: formOf(version, [ref]) }
  return newestVersion(tagged(tags), { ...words, ...more }, present)?.version
}

test('what follows every version of the package is no mark of a pre-release', () => {
  const tags = ['v1.2.0-lite', 'v1.3.0-lite', 'v1.4.0-rc1-lite', 'v2.0.0']
  expect(newest('1.2.0', 'v1.2.0-lite', tags)).toBe('1.3.0')
})

test('a name before the version is none either', () => {
  expect(newest('1.1', 'old-name', ['tool-core_1_1', 'tool-core_1_2'])).toBe('1.2')
})

test('tags of several things in one form are not told apart by guessing', () => {
  const tags = ['cli-1.0.0', 'web-1.0.0', 'web-8.0.0']
  expect(newest('1.0.0', 'main', tags)).toBeUndefined()
  expect(newest('1.0.0', 'main', tags, { tagPrefix: 'cli-' })).toBe('1.0.0')
  expect(newest('1.0.0', 'cli-1.0.0', [...tags, 'cli-1.1.0'])).toBe('1.1.0')
})

test('a registry’s versions have nothing of the source’s tags around them', () => {
  const present = { version: '18.0', form: formOf('18.0', ['REL_18_0']) }
  const found = newestVersion(versions(['18.0', '18.1', '19.0rc1']), words, present)
  expect(found?.version).toBe('18.1')
})
