import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { narCachePath, pnameOf, versionOf } from '../../src/binary-cache/nar-name.ts'
import { compressions } from '../../src/binary-cache/types.ts'
import { anyCharacter } from '../support/any-character.ts'
import { goldenJson } from './golden.ts'

const digest = '0xxjzqycdwk0pqbbrdw5rizsz5skmrncb2wf1gmd3zylc05k0azl'
const fileHash = `sha256:${digest}`

describe('narCachePath', () => {
  test.each([
    ['zstd', `nar/0x/${digest}-hello.nar.zst`],
    ['xz', `nar/0x/${digest}-hello.nar.xz`],
    ['none', `nar/0x/${digest}-hello.nar`]
  ] as const)('has the ending of %s', (compression, path) => {
    expect(narCachePath(fileHash, 'hello', compression)).toBe(path)
  })

  test.each([
    ['../../etc/passwd', '..-..-etc-passwd'],
    ['..', '..'],
    ['.hidden', '.hidden'],
    ['a b\nc\0?=', 'a-b-c---'],
    ['größe 🙂', 'gr--e--'],
    ['g++_1.2-x', 'g++_1.2-x'],
    ['', 'unnamed'],
    ['x'.repeat(300), 'x'.repeat(100)]
  ])('turns the name %j into %j', (pname, written) => {
    expect(narCachePath(fileHash, pname, 'none')).toBe(`nar/0x/${digest}-${written}.nar`)
  })

  test('is one file, of a length that file systems take, two folders down, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 400 }),
        fc.constantFrom(...compressions),
        (pname, compression) => {
          const path = narCachePath(fileHash, pname, compression)
          expect(path).toMatch(/^nar\/0x\/[0-9a-z]{52}-[0-9A-Za-z._+-]{1,100}\.nar(\.zst|\.xz)?$/)
        }
      )
    )
  })
})

describe('pnameOf and versionOf', () => {
  const cases = z
    .array(
      z.object({ name: z.string(), parsed: z.object({ name: z.string(), version: z.string() }) })
    )
    .parse(goldenJson('drv-names.json'))

  test.each(cases)('part $name as builtins.parseDrvName does', ({ name, parsed }) => {
    expect(pnameOf(name)).toBe(parsed.name)
    expect(versionOf(name)).toBe(parsed.version || null)
  })
})
