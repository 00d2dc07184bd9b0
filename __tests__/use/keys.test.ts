import { describe, expect, test } from '@jest/globals'
import { emptyIndex, parseIndex, type CatalogueIndex } from '../../src/catalogue/catalogue.ts'
import { NarPublishError } from '../../src/errors.ts'
import { chooseKeys, requireTrust } from '../../src/use/keys.ts'
import { someKeys } from '../catalogue/support.ts'

const [key = '', otherKey = ''] = someKeys
const signed: CatalogueIndex = { ...emptyIndex, publicKeys: [key] }
const opened = (index: CatalogueIndex | NarPublishError | null, name = 'alice/store') => ({
  target: { name },
  index
})

describe('the keys of a reader', () => {
  test('are those that were given, and no other', () => {
    expect(chooseKeys([otherKey, key], opened(signed), null)).toEqual({
      publicKeys: [otherKey, key],
      vouchedBy: 'reader',
      origin: '2 keys that you gave.',
      warnings: []
    })
  })

  test('are vouched for by a repository of the same owner, however it is spelled', () => {
    expect(chooseKeys([], opened(signed), 'Alice/project')).toEqual({
      publicKeys: [key],
      vouchedBy: 'owner',
      origin:
        '1 key that the catalogue of alice/store names; it is taken at its word, as Alice/project is of the same owner.',
      warnings: []
    })
  })

  test.each([['bob/project'], [null], ['alice-2/project']])(
    'are vouched for by nobody when the own repository is %s',
    (own) => {
      expect(chooseKeys([], opened(signed), own)).toEqual({
        publicKeys: [key],
        vouchedBy: null,
        origin: '1 key that the catalogue of alice/store names; nobody has vouched for it.',
        warnings: [
          'Nobody has vouched for a-1: whoever can write to alice/store can put another key into its catalogue. Compare it with what the owner tells elsewhere, then give `trusted-keys`.'
        ]
      })
    }
  )

  test.each([null, emptyIndex])('are none of an unsigned cache', (catalogue) => {
    expect(chooseKeys([], opened(catalogue), 'alice/project')).toEqual({
      publicKeys: [],
      vouchedBy: null,
      origin: 'No key: it is not signed.',
      warnings: [
        'alice/store is not signed: Nix refuses what it holds. Its owner can publish with `signing-key`.'
      ]
    })
  })

  test('that the cache does not know are told', () => {
    expect(chooseKeys([otherKey], opened(signed), null).warnings).toEqual([
      'The catalogue of alice/store names none of the keys of `trusted-keys`: Nix takes from it only what one of those has signed.'
    ])
    expect(chooseKeys([key], opened(null), null).warnings).toEqual([
      'The catalogue of alice/store names no key: is it signed?'
    ])
  })
})

describe('a hostile catalogue', () => {
  const read = (publicKeys: unknown): CatalogueIndex | NarPublishError => {
    try {
      return parseIndex(
        Buffer.from(JSON.stringify({ version: 2, publicKeys, shards: {} })),
        'alice/store, catalogue.json'
      )
    } catch (error) {
      if (error instanceof NarPublishError) return error
      throw error
    }
  }
  const base64 = Buffer.alloc(32).toString('base64')

  test.each<[string, unknown]>([
    ['a line break in a key', [`a:${base64}\nrequire-sigs = false`]],
    ['a line break in a name', [`a\nrequire-sigs = false #:${base64}`]],
    ['a quote in a name', [`a";b:${base64}`]],
    ['a bell in a name', [`a\u0007:${base64}`]],
    ['a key that is not whole', ['a:AAAA']],
    ['10,000 keys', Array.from({ length: 10_000 }, (_, number) => `k-${number}:${base64}`)],
    ['a text instead of a list', key],
    ['numbers', [1, 2]],
    ['nothing', null]
  ])('with %s gives no keys, but an error of one line', (_what, publicKeys) => {
    const catalogue = read(publicKeys)
    expect(() => chooseKeys([], opened(catalogue), 'alice/project')).toThrow(
      expect.objectContaining({
        code: 'CATALOGUE_INVALID',
        subject: 'alice/store, catalogue.json',
        reason: expect.not.stringMatching(/[\n\u0007]/)
      })
    )
  })

  test('is a warning for who has the keys from elsewhere', () => {
    expect(chooseKeys([key], opened(read([1])), null)).toMatchObject({
      publicKeys: [key],
      vouchedBy: 'reader',
      warnings: [expect.stringMatching(/^CATALOGUE_INVALID alice\/store, catalogue\.json: /)]
    })
  })
})

describe('KEYS_UNTRUSTED', () => {
  test.each<[string, string | null, boolean]>([
    ['the same owner', 'alice/project', false],
    ['another owner', 'bob/project', true],
    ['no repository', null, true]
  ])('%s', (_who, own, isRefused) => {
    const act = () => {
      requireTrust('alice/store', chooseKeys([], opened(signed), own))
    }
    if (!isRefused) expect(act).not.toThrow()
    else {
      expect(act).toThrow(
        expect.objectContaining({
          code: 'KEYS_UNTRUSTED',
          subject: 'alice/store',
          reason: 'its catalogue names a-1, for which nobody has vouched'
        })
      )
    }
  })

  test('of an unsigned cache, whoever it belongs to', () => {
    expect(() => {
      requireTrust('alice/store', chooseKeys([], opened(null), 'alice/project'))
    }).toThrow(
      expect.objectContaining({
        code: 'KEYS_UNTRUSTED',
        hint: expect.stringContaining('signing-key')
      })
    )
  })
})
