import { expect, test } from '@jest/globals'
import { checkedLinks, linksOf } from '../../src/sync/links.ts'

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

const revision = { old: 'a'.repeat(40), new: 'b'.repeat(40) }
const versions = { oldVersion: '1.2.3', newVersion: '1.3.0', revision }
const files = [{ text: '{ }' }, { text: 'fetchFromGitHub { owner = "o"; repo = "the-r"; }' }]
const own = 'https://github.com/o/the-r'
const release = (releaseUrl: string): string | null =>
  checkedLinks({ releaseUrl, compareUrl: null }, versions, files, 'https://ghe.example').releaseUrl
const compare = (compareUrl: string): string | null =>
  checkedLinks({ releaseUrl: null, compareUrl }, versions, files, 'https://ghe.example').compareUrl

test.each([
  `${own}/releases/tag/v1.3.0`,
  `${own}/releases/tag/cli%2F1.3.0`,
  'https://ghe.example/o/the-r/releases/tag/1.3.0'
])('a release that somebody else names, %s, is made again from its parts', (url) => {
  expect(release(url)).toBe(url)
  expect(release(`${url}?a=b#c`)).toBe(url)
})

test.each([
  'https://evil.example/o/the-r/releases/tag/v1.3.0',
  'https://github.com@evil.example/o/the-r/releases/tag/v1.3.0',
  'http://github.com/o/the-r/releases/tag/v1.3.0',
  'https://github.com.evil.example/o/the-r/releases/tag/v1.3.0',
  // Of another repository than any that the checkout names.
  'https://github.com/evil/the-r/releases/tag/v1.3.0',
  'https://github.com/o/r/releases/tag/v1.3.0',
  'https://github.com/o/the-r/releases/download/v1.3.0/x',
  'https://github.com/o/the-r/../../evil/x/releases/tag/v1.3.0',
  // About another version.
  `${own}/releases/tag/v6.6.6`,
  `${own}/releases/tag/..`,
  'javascript:alert(1)',
  'no address'
])('a release that somebody else names, %s, is not linked', (url) => {
  expect(release(url)).toBeNull()
})

test('a comparison that somebody else names is of the two versions, or not linked', () => {
  expect(compare(`${own}/compare/v1.2.3...v1.3.0`)).toBe(`${own}/compare/v1.2.3...v1.3.0`)
  const commits = `${own}/compare/${revision.old}...${revision.new}`
  expect(compare(commits)).toBe(commits)
  expect(compare(`${own}/compare/v1.2.3...evil:v1.3.0`)).toBeNull()
  expect(compare(`${own}/compare/v1.2.3...evil%3Av1.3.0`)).toBeNull()
  expect(compare(`${own}/compare/evil%3Ax%3Av1.2.3...v1.3.0`)).toBeNull()
  expect(compare(`${own}/compare/v1.2.3...x%2F..%2Fv1.3.0`)).toBeNull()
  expect(compare(`${own}/compare/v0.1...v1.3.0`)).toBeNull()
  expect(compare('https://evil.example/compare/v1.2.3...v1.3.0')).toBeNull()
})
