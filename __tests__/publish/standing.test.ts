import { describe, expect, test } from '@jest/globals'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import {
  parseSecretKey,
  privateKeyOf,
  publicKeyText,
  sign,
  type SecretKey
} from '../../src/binary-cache/signature.ts'
import type { NarInfo, PathInfo } from '../../src/binary-cache/types.ts'
import type { KeyTerms } from '../../src/publish/key-terms.ts'
import {
  readNarInfo,
  refuseUnreadable,
  standingOf,
  type Standing
} from '../../src/publish/standing.ts'
import { otherSecret } from './support.ts'

// nix-store --generate-binary-cache-key test-only-N secret public
const ours = parseSecretKey(
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='
)
const hash = (character: string): string => `sha256:${'0'.repeat(51)}${character}`
const storePath = `/nix/store/${'a'.repeat(32)}-hello-1`
const info: PathInfo = {
  storePath,
  narHash: hash('1'),
  narSize: 120,
  references: [],
  deriver: null,
  signatures: [],
  ca: null
}

function narInfo(changes: Partial<NarInfo> = {}): NarInfo {
  return {
    storePath,
    url: 'nar/00/x.nar',
    compression: 'none',
    fileHash: hash('1'),
    fileSize: 120,
    narHash: hash('1'),
    narSize: 120,
    references: [],
    deriver: null,
    signatures: [],
    ca: null,
    ...changes
  }
}

const text = (changes: Partial<NarInfo> = {}): string => formatNarInfo(narInfo(changes))
const another = { ...info, narHash: hash('2') }
/** Of the other build, when that is what it is about. */
const otherBuild = (...signatures: string[]): string => text({ narHash: hash('2'), signatures })
// Whose key is theirs, and who is nobody that readers know.
const theirs = parseSecretKey(otherSecret)
const stranger = { name: 'stranger-1', privateKey: privateKeyOf(Buffer.alloc(32, 7)) }
const told = [publicKeyText(ours), publicKeyText(theirs)]
const signing: KeyTerms = { own: [ours], isSignedLater: false, told }
const keyless: KeyTerms = { own: [], isSignedLater: false, told }
const packing: KeyTerms = { own: [], isSignedLater: true, told }

type Row = [name: string, found: string | undefined, standing: Standing['kind']]

describe('a narinfo in the target, for a run that signs,', () => {
  test.each<Row>([
    ['is missing when it is not there', undefined, 'missing'],
    ['is missing when it cannot be read', 'garbage', 'missing'],
    ['is missing when it is about another path', text().replaceAll('hello', 'other'), 'missing'],
    ['is held when it has our signature', text({ signatures: [sign(ours, info)] }), 'held'],
    ['is to be signed when it has none', text(), 'unsigned'],
    [
      'is to be signed when it has another’s that readers know',
      text({ signatures: [sign(theirs, info)] }),
      'unsigned'
    ],
    [
      'is to be signed when it has one of nobody’s that readers know',
      text({ signatures: [sign(stranger, info)] }),
      'unsigned'
    ],
    [
      'is to be signed when what bears our name is no signature of ours',
      text({ narSize: 120, signatures: [sign(ours, { ...info, narSize: 121 })] }),
      'unsigned'
    ],
    ['is missing when it is another build that nobody signed', otherBuild(), 'missing'],
    [
      'is held when it is another build that a key which readers know signed',
      otherBuild(sign(theirs, another)),
      'held'
    ],
    [
      'is unreadable when it is another build of a key that readers do not know',
      otherBuild(sign(stranger, another)),
      'unreadable'
    ],
    [
      'is unreadable when it is another build, and what bears a known name is no signature of its content',
      otherBuild(sign(theirs, info)),
      'unreadable'
    ]
  ])('%s', (_name, found, standing) => {
    expect(standingOf(found, info, signing).kind).toBe(standing)
  })

  test('is held by two keys only when both have signed', () => {
    const both: KeyTerms = { ...signing, own: [ours, theirs] }
    const signedBy = (...keys: SecretKey[]): string =>
      text({ signatures: keys.map((key) => sign(key, info)) })
    expect(standingOf(signedBy(ours), info, both).kind).toBe('unsigned')
    expect(standingOf(signedBy(theirs), info, both).kind).toBe('unsigned')
    expect(standingOf(signedBy(ours, theirs), info, both).kind).toBe('held')
  })
})

describe('a narinfo in the target, for a run whose paths a later job signs,', () => {
  test.each<Row>([
    ['is held by a key that readers know', text({ signatures: [sign(theirs, info)] }), 'held'],
    ['is missing without a signature, as that job needs the content', text(), 'missing'],
    [
      'is missing by a key that readers do not know',
      text({ signatures: [sign(stranger, info)] }),
      'missing'
    ],
    ['is missing as another build of such a key', otherBuild(sign(stranger, another)), 'missing']
  ])('%s', (_name, found, standing) => {
    expect(standingOf(found, info, packing).kind).toBe(standing)
  })

  test('is held as it is in a cache whose readers are told no key', () => {
    expect(standingOf(text(), info, { ...packing, told: [] }).kind).toBe('held')
  })
})

test('a narinfo in the target is left by a run that signs nothing, unless it is of no use', () => {
  expect(standingOf(text(), info, keyless).kind).toBe('held')
  expect(standingOf(otherBuild(), info, keyless).kind).toBe('held')
  expect(standingOf('garbage', info, keyless).kind).toBe('missing')
})

test('the refusal names the first path, who signed it, and how many others there are', () => {
  const unreadable = (name: string): Standing => ({
    kind: 'unreadable',
    narInfo: narInfo({ storePath: `${storePath}${name}`, signatures: [sign(stranger, another)] })
  })
  expect(() => {
    refuseUnreadable([{ kind: 'missing' }, unreadable('a'), unreadable('b'), unreadable('c')])
  }).toThrow(
    new RegExp(`^HELD_UNREADABLE ${storePath}a: .*signed by "stranger-1", .* 2 other paths`)
  )
})

test('a narinfo is read only for the path that it is about', () => {
  expect(readNarInfo(text(), storePath)).toEqual(narInfo())
  expect(readNarInfo(text(), `${storePath}x`)).toBeNull()
})
