import { expect, test } from '@jest/globals'
import { linksOf } from '../../src/sync/links.ts'

const step = {
  oldVersion: '1.2.3',
  newVersion: '1.3.0',
  tag: null,
  releaseUrl: null,
  revision: null
}
const page = 'https://github.com/o/r'

test.each([
  ['https://github.com/o/r/archive/v1.3.0.tar.gz', 'v'],
  ['https://github.com/o/r/archive/refs/tags/v1.3.0.tar.gz', 'v'],
  ['https://github.com/o/r/archive/refs/tags/cli%2F1.3.0.zip', 'cli%2F'],
  ['https://github.com/o/r/releases/download/r-1.3.0/r.tar.gz', 'r-']
])('from %s, the release and the comparison', (url, prefix) => {
  expect(linksOf(['https://elsewhere.example/x', url], step, 'https://github.com')).toEqual({
    releaseUrl: `${page}/releases/tag/${prefix}1.3.0`,
    compareUrl: `${page}/compare/${prefix}1.2.3...${prefix}1.3.0`
  })
})

test('the tag of the release that started the run counts more than an address', () => {
  const known = { ...step, tag: 'release/1.3.0', releaseUrl: 'https://example.org/r' }
  expect(linksOf(['https://github.com/o/r.git'], known, 'https://github.com')).toEqual({
    releaseUrl: 'https://example.org/r',
    compareUrl: `${page}/compare/release%2F1.2.3...release%2F1.3.0`
  })
})

test.each([
  ['another forge', 'https://gitlab.example/o/r/-/archive/v1.3.0/r.tar.gz'],
  ['no tag in the address', 'https://github.com/o/r/archive/0123abcd.tar.gz'],
  ['no valid escape in it', 'https://github.com/o/r/archive/%zz1.3.0.tar.gz']
])('none for %s', (_, url) => {
  expect(linksOf([url], step, 'https://github.com')).toEqual({ releaseUrl: null, compareUrl: null })
})
