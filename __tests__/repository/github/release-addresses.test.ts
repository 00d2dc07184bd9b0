import { describe, expect, test } from '@jest/globals'
import { downloadAddress, uploadAddress } from '../../../src/repository/github/release-addresses.ts'
import {
  releaseNumber,
  releaseTag,
  releaseTitle
} from '../../../src/repository/github/release-names.ts'

describe('uploadAddress: where the token may go', () => {
  const path = '/repos/o/r/releases/7/assets'
  test.each([
    ['https://api.github.com', `https://uploads.github.com${path}{?name,label}`],
    ['https://api.github.com', `https://api.github.com${path}{?name,label}`],
    ['https://api.octo.ghe.com', `https://uploads.octo.ghe.com${path}{?name,label}`],
    ['https://ghe.example/api/v3', `https://ghe.example/api/uploads${path}{?name,label}`],
    ['https://ghe.example/api/v3', `https://uploads.ghe.example${path}{?name,label}`],
    ['http://127.0.0.1:8080', `http://127.0.0.1:8080${path}{?name,label}`]
  ])('%s: %s', (apiUrl, template) => {
    expect(uploadAddress(template, apiUrl, 7)).toBe(template.replace(/\{.*$/, ''))
  })

  test.each([
    ['another host', `https://evil.example${path}{?name,label}`],
    ['a host that ends alike', `https://evil-uploads.github.com${path}{?name,label}`],
    ['a host that begins alike', `https://uploads.github.com.evil.example${path}{?name,label}`],
    ['without encryption', `http://uploads.github.com${path}{?name,label}`],
    ['another port', `https://uploads.github.com:8443${path}{?name,label}`],
    ['a user name', `https://uploads.github.com@evil.example${path}{?name,label}`],
    ['a password', `https://a:b@uploads.github.com${path}{?name,label}`],
    ['another release', `https://uploads.github.com/repos/o/r/releases/8/assets{?name,label}`],
    ['something else', 'https://uploads.github.com/login{?name,label}'],
    ['a query', `https://uploads.github.com${path}?to=x{?name,label}`],
    ['not an address', 'uploads{?name,label}']
  ])('refuses %s', (_, template) => {
    expect(() => uploadAddress(template, 'https://api.github.com', 7)).toThrow('GITHUB_REFUSED')
  })
})

describe('downloadAddress: what a narinfo may say', () => {
  test('is GitHub’s own public address', () => {
    const url = 'https://github.com/o/r/releases/download/nar-publish-store-1/abc-x.nar.zst'
    expect(downloadAddress(url, 'https://github.com')).toBe(url)
  })

  test('has no line breaks', () => {
    const url = 'https://github.com/o/r/releases/download/t/a\nSig: b'
    expect(downloadAddress(url, 'https://github.com')).not.toMatch(/\s/)
  })

  test.each([
    ['another host', 'https://evil.example/o/r/releases/download/t/x.nar'],
    ['another scheme', 'file:///etc/passwd'],
    ['a login', 'https://a:b@github.com/o/r/releases/download/t/x.nar'],
    ['a draft', 'https://github.com/o/r/releases/download/untagged-1234/x.nar'],
    ['not an address', 'x.nar']
  ])('refuses %s', (_, url) => {
    expect(() => downloadAddress(url, 'https://github.com')).toThrow('GITHUB_REFUSED')
  })
})

describe('release names', () => {
  test('say what they hold', () => {
    expect(releaseTag(12)).toBe('nar-publish-store-12')
    expect(releaseTitle(12)).toBe('Nix store: large NARs (12)')
  })

  test.each([
    ['nar-publish-store-12', 12],
    ['nar-publish-store-0', null],
    ['nar-publish-store-01', null],
    ['nar-publish-store-', null],
    ['nar-publish-store-1-rc', null],
    ['my-nar-publish-store-1', null],
    ['v1.0.0', null]
  ])('the number of %s is %p', (tag, number) => {
    expect(releaseNumber(tag)).toBe(number)
  })
})
