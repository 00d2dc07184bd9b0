import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import {
  fingerprint,
  parseSecretKey,
  publicKeyText,
  sign,
  verifySignature
} from '../../src/binary-cache/signature.ts'
import { plainUrl } from '../../src/markdown/plain-url.ts'
import { storeDirectory } from '../../src/store-path.ts'
import { golden, goldenNarInfos } from './golden.ts'

const secretText = golden('test-only.secret')
const publicText = golden('test-only.public')
const secretBase64 = secretText.slice(secretText.indexOf(':') + 1)
const key = parseSecretKey(secretText)
const info = parseNarInfo(golden('two-signatures.narinfo'), 'two-signatures.narinfo')

describe('parseSecretKey', () => {
  test('reads a key file of Nix, with or without a line end, and knows its public half', () => {
    expect(key.name).toBe('test-only.example.org-1')
    expect(publicKeyText(key)).toBe(publicText)
    expect(publicKeyText(parseSecretKey(`${secretText}\n`))).toBe(publicText)
  })

  test.each(['a/b-1', 'github.com/o/r+x', 'me@host.example', 'a~b', '~', '$x&y;z'])(
    'takes the name %j, as Nix does, and readers are told it as it is',
    (name) => {
      const named = parseSecretKey(`${name}:${secretBase64}`)
      expect(named.name).toBe(name)
      expect(plainUrl(publicKeyText(named))).toBe(publicKeyText(named))
      expect(verifySignature(publicKeyText(named), info, sign(named, info))).toBe(true)
    }
  )

  const swapped = Buffer.from(secretBase64, 'base64')
  swapped.writeUInt8(swapped.readUInt8(0) ^ 1, 0)

  test.each([
    ['the public key', publicText, 'public key'],
    ['a truncated key', secretText.slice(0, -12), 'characters after the colon'],
    ['a key that lost its last character', secretText.slice(0, -1), 'characters after the colon'],
    ['a key that is too long', secretText.replace('==', 'AA=='), 'characters after the colon'],
    ['a key without its name', secretBase64, 'no colon'],
    ['an empty name', `:${secretBase64}`, 'name'],
    ['a name with a space', `a b:${secretBase64}`, 'name'],
    ['a name with a line end', `a\nb:${secretBase64}`, 'name'],
    ['a name that a nix.conf ends in', `a#b:${secretBase64}`, 'nix.conf'],
    ['a name with markup', `<b>a:${secretBase64}`, 'nix.conf'],
    ['a name with a quote', `a'b:${secretBase64}`, 'nix.conf'],
    ['nothing after the name', 'name:', 'characters after the colon'],
    ['what is no base64', secretText.replace(/.{5}==$/, '!!!!!=='), 'not base64'],
    ['base64 in two lines', secretText.replace('==', '\n=='), 'not base64'],
    ['a changed seed', `name:${swapped.toString('base64')}`, 'do not belong together'],
    ['an empty text', '', 'no colon']
  ])('refuses %s, says why, and repeats none of it', (_what, text, reason) => {
    let message = ''
    try {
      parseSecretKey(text)
    } catch (thrown) {
      expect(thrown).toMatchObject({
        code: 'SIGNING_KEY_INVALID',
        reason: expect.stringContaining(reason)
      })
      message = inspect(thrown, { depth: Infinity, showHidden: true })
    }
    expect(message).not.toBe('')
    expect(message).not.toContain(secretBase64.slice(0, 8))
    expect(message).not.toContain(secretBase64.slice(8, 24))
    expect(message).not.toContain(publicText.slice(-20))
  })

  test('gives a key that shows nothing of itself however it is printed', () => {
    const seed = Buffer.from(secretBase64, 'base64').subarray(0, 32)
    const printers: ((value: unknown) => string)[] = [
      String,
      JSON.stringify,
      (value) => inspect(value, { depth: Infinity, showHidden: true, getters: true }),
      (value) => inspect(new Error('x', { cause: value }), { depth: Infinity })
    ]
    const printed = printers.map((print) => print(key)).join('\n')
    expect(printed).toContain(key.name)
    for (const encoding of ['base64', 'hex', 'base64url'] as const) {
      expect(printed).not.toContain(seed.toString(encoding).slice(0, 12))
    }
    expect(printed).not.toContain(seed.join(', ').slice(0, 12))
  })
})

describe('sign', () => {
  test.each(goldenNarInfos())('gives the signature that Nix gave %s', (file) => {
    const narInfo = parseNarInfo(golden(file), file)
    expect(narInfo.signatures).toContain(sign(key, narInfo))
  })

  test('signs references the same as full paths and as base names, in any order', () => {
    const references = info.references.map((name) => `${storeDirectory}/${name}`).reverse()
    expect(sign(key, { ...info, references })).toBe(sign(key, info))
    expect(fingerprint({ ...info, references })).toBe(
      '1;/nix/store/0k0syn7m2xsmnmfyvkv208lna3s8qjhj-greeting-2.12.1;' +
        'sha256:0xxjzqycdwk0pqbbrdw5rizsz5skmrncb2wf1gmd3zylc05k0azl;232;' +
        '/nix/store/0k0syn7m2xsmnmfyvkv208lna3s8qjhj-greeting-2.12.1,' +
        '/nix/store/p0apxakbrg9qkg5ys3gb4bh5bk46ck4d-word-1.0'
    )
  })
})

describe('verifySignature', () => {
  const [second = '', own = ''] = info.signatures

  test('accepts what Nix signed with this key', () => {
    expect(verifySignature(publicText, info, own)).toBe(true)
  })

  test.each([
    ['another key’s signature', info, second],
    ['another key’s under this name', info, second.replace(/^[^:]*/, key.name)],
    ['one for another size', { ...info, narSize: 233 }, own],
    ['one for other references', { ...info, references: info.references.slice(1) }, own],
    ['one without a name', info, own.slice(own.indexOf(':') + 1)],
    ['half a signature', info, own.slice(0, 60)],
    ['an empty one', info, '']
  ])('refuses %s', (_what, signed, signature) => {
    expect(verifySignature(publicText, signed, signature)).toBe(false)
  })

  test('says so when the key is no public key, and repeats none of it', () => {
    expect(() => verifySignature(secretText, info, own)).toThrow(
      expect.objectContaining({
        code: 'SIGNING_KEY_INVALID',
        message: expect.not.stringContaining(secretBase64.slice(0, 12))
      })
    )
  })
})
