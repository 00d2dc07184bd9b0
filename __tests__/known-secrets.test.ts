import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { KnownSecrets, secretsOfEnvironment } from '../src/known-secrets.ts'

function knowing(...secrets: string[]): KnownSecrets {
  const known = new KnownSecrets()
  for (const secret of secrets) known.add(secret)
  return known
}

const token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'

describe('a secret is hidden', () => {
  test('wherever it stands, each time', () => {
    expect(knowing(token).hide(`a ${token}, ${token}${token}b`)).toBe('a ***, ******b')
  })

  test.each<[string, (secret: string) => string]>([
    ['in JSON', (secret) => JSON.stringify({ a: secret })],
    ['in an address', (secret) => `https://x:${encodeURIComponent(secret)}@host`],
    [
      'in an address with small letters',
      (secret) => encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase())
    ],
    ['in base64', (secret) => Buffer.from(secret).toString('base64')],
    ['in base64 for addresses', (secret) => Buffer.from(secret).toString('base64url')]
  ])('%s', (_form, print) => {
    const secret = 'pass "word"/?ü+>~>'
    const shown = knowing(secret).hide(print(secret))
    expect(shown).toContain('***')
    expect(shown).not.toContain(print(secret).slice(20, 34))
  })

  test.each([0, 1, 2, 3, 4])('in base64 behind %i other bytes, with others behind it', (length) => {
    const text = Buffer.from(`${'u'.repeat(length)}${token}:v`).toString('base64')
    const shown = knowing(token).hide(`Basic ${text}\n`)
    // What is left is what the bytes beside it share with it.
    expect(shown.replace(/^Basic u*.{0,7}\*\*\*.{0,8}\n$/, 'hidden')).toBe('hidden')
  })

  test('line by line, where it has several', () => {
    const key = '-----BEGIN KEY-----\nMIIEowIBAAKCAQEA\nabc\n-----END KEY-----\n'
    expect(knowing(key).hide('> MIIEowIBAAKCAQEA\n> abc\n')).toBe('> ***\n> abc\n')
    expect(knowing(key).hide(key)).toBe('***\n')
  })

  test.each<[string, string, string]>([
    [
      'with colours inside of it',
      `a \u001b[1m${token.slice(0, 9)}\u001b[01;31m\u001b[K${token.slice(9)}\u001b[m b`,
      'a \u001b[1m***\u001b[m b'
    ],
    [
      'with a line end inside of it, as a terminal wraps',
      `a\n${token.slice(0, 20)}\r\n${token.slice(20)}\nb\n`,
      'a\n***\nb\n'
    ],
    [
      'in base64 that is wrapped',
      Buffer.from(`${'u'.repeat(45)}${token}`)
        .toString('base64')
        .replace(/.{76}/g, '$&\n'),
      `${'dXV1'.repeat(15)}***Q==`
    ]
  ])('%s', (_what, text, hidden) => {
    expect(knowing(token).hide(text)).toBe(hidden)
  })

  test('and nothing else is: a word of five characters, an empty line', () => {
    const text = 'the main branch\n\n'
    expect(knowing('main', '', '\n\n', '  ').hide(text)).toBe(text)
  })

  test('with another one inside of it, or overlapping', () => {
    expect(knowing('secret-long', 'secret', 'long-tail').hide('a secret-long-tail b')).toBe(
      'a *** b'
    )
  })
})

test('of what is cut off the end of a secret at its begin is found', () => {
  const whole = Buffer.byteLength(token)
  const known = knowing(token)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole - 1 }), (cut) => {
      const bytes = Buffer.from(`${token.slice(cut)} rest`)
      expect(known.find(bytes, { isEnd: true })[0]).toEqual({ begin: 0, end: whole - cut })
      expect(known.find(bytes)).toEqual([])
    })
  )
})

test('an environment names its secrets, and a file, a public key or a short word is none', () => {
  expect(
    secretsOfEnvironment({
      ACTIONS_RUNTIME_TOKEN: 'runtime-token',
      AWS_SECRET_ACCESS_KEY: 'aws-secret-key',
      NIX_GITHUB_PRIVATE_PASSWORD: 'the-password',
      NIX_NPM_TOKENS: '{"npm":"tokens"}',
      GH_PAT: 'github-pat',
      SMTP_PASS: 'smtp-pass',
      COMPAT: 'compatible',
      PWD: import.meta.dirname,
      DEPLOY_KEY: import.meta.filename,
      STORAGE_KEY: '/base64+of+any+bytes==',
      CACHE_PUBLIC_KEY: 'cache-1:AAAAAAAAAAAA',
      EMPTY_TOKEN: '',
      SHORT_TOKEN: 'true',
      GITHUB_SHA: '0123456789abcdef',
      NIX_CONFIG:
        'sandbox = false\nextra-access-tokens = github.com=ghp_abcdefgh gitlab.com=PAT:glpat-abcdefgh\n'
    })
  ).toEqual([
    'runtime-token',
    'aws-secret-key',
    'the-password',
    '{"npm":"tokens"}',
    'github-pat',
    'smtp-pass',
    '/base64+of+any+bytes==',
    'ghp_abcdefgh',
    'ghp_abcdefgh',
    'PAT:glpat-abcdefgh',
    'glpat-abcdefgh'
  ])
})
