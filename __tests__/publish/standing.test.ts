import { describe, expect, test } from '@jest/globals'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import { parseSecretKey, sign } from '../../src/binary-cache/signature.ts'
import type { NarInfo, PathInfo } from '../../src/binary-cache/types.ts'
import { readNarInfo, standingOf } from '../../src/publish/standing.ts'

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
const ourSignature = sign(ours, info)
const otherSignature = `other-1:${ourSignature.slice(ourSignature.indexOf(':') + 1)}`

describe('a narinfo in the target', () => {
  test.each<[string, string | undefined, string]>([
    ['is missing when it is not there', undefined, 'missing'],
    ['is missing when it cannot be read', 'garbage', 'missing'],
    ['is missing when it is about another path', text().replaceAll('hello', 'other'), 'missing'],
    ['is held when it has our signature', text({ signatures: [ourSignature] }), 'held'],
    ['is to be signed when it has none', text(), 'unsigned'],
    ['is to be signed when it has another’s', text({ signatures: [otherSignature] }), 'unsigned'],
    [
      'is to be signed when what bears our name is no signature of ours',
      text({ narSize: 120, signatures: [sign(ours, { ...info, narSize: 121 })] }),
      'unsigned'
    ],
    [
      'is missing when it is another build that nobody signed',
      text({ narHash: hash('2') }),
      'missing'
    ],
    [
      'is held when it is another build that somebody signed',
      text({ narHash: hash('2'), signatures: [otherSignature] }),
      'held'
    ]
  ])('%s', (_name, found, standing) => {
    expect(standingOf(found, info, ours).kind).toBe(standing)
  })

  test('is held as it is by a run that does not sign, unless it is of no use', () => {
    expect(standingOf(text(), info, null).kind).toBe('held')
    expect(standingOf(text({ narHash: hash('2') }), info, null).kind).toBe('held')
    expect(standingOf('garbage', info, null).kind).toBe('missing')
  })
})

test('a narinfo is read only for the path that it is about', () => {
  expect(readNarInfo(text(), storePath)).toEqual(narInfo())
  expect(readNarInfo(text(), `${storePath}x`)).toBeNull()
})
