import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { RewrittenFile } from '../../src/sync/types.ts'
import { writeCheckout } from '../../src/sync/write-checkout.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nar-publish-checkout-'))
  mkdirSync(join(root, 'nix'))
  writeFileSync(join(root, 'nix/a.nix'), 'old a\r\n')
  writeFileSync(join(root, 'b.nix'), 'old b')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

const a: RewrittenFile & { before: string } = {
  path: 'nix/a.nix',
  before: 'old a\r\n',
  after: 'new ä\r\n'
}
const b: RewrittenFile & { before: string } = { path: 'b.nix', before: 'old b', after: 'new b' }

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const texts = (): string[] => [read('nix/a.nix'), read('b.nix')]
/** Everything there is, so that a file left over shows. */
const names = (): string[] => readdirSync(root, { recursive: true }).map(String).sort()

test('writes every file, byte for byte, with the modes that they had', async () => {
  chmodSync(join(root, 'nix/a.nix'), 0o755)
  chmodSync(join(root, 'b.nix'), 0o640)
  await writeCheckout(root, [a, b])
  expect(texts()).toEqual(['new ä\r\n', 'new b'])
  expect(['nix/a.nix', 'b.nix'].map((path) => statSync(join(root, path)).mode & 0o777)).toEqual([
    0o755, 0o640
  ])
  expect(names()).toEqual(['b.nix', 'nix', 'nix/a.nix'])
})

test('does not touch a file that stays as it is', async () => {
  const { mtimeMs, ino } = statSync(join(root, 'b.nix'))
  await writeCheckout(root, [a, { ...b, after: b.before }])
  expect(statSync(join(root, 'b.nix'))).toMatchObject({ mtimeMs, ino })
})

describe('a file that is new', () => {
  const made: RewrittenFile = { path: 'nix/patches/new/a.nix', before: null, after: 'a' }

  test('is made, with its folders', async () => {
    await writeCheckout(root, [a, made])
    expect(read(made.path)).toBe('a')
    writeFileSync(join(root, 'as-usual'), '')
    expect(statSync(join(root, made.path)).mode).toBe(statSync(join(root, 'as-usual')).mode)
  })

  test('is gone again, with its folders, when another cannot be written', async () => {
    const before = names()
    await expect(writeCheckout(root, [made, { ...b, before: 'other' }])).rejects.toThrow('b.nix')
    expect(names()).toEqual(before)
  })

  test('is not put in the place of one that somebody has made by now', async () => {
    writeFileSync(join(root, 'nix/new.nix'), 'mine')
    await expect(writeCheckout(root, [a, { ...made, path: 'nix/new.nix' }])).rejects.toMatchObject({
      code: 'CHECKOUT_CHANGED'
    })
    expect([read('nix/new.nix'), read('nix/a.nix')]).toEqual(['mine', a.before])
  })

  test('is not made behind a link that leads out of the checkout', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'nar-publish-outside-'))
    symlinkSync(outside, join(root, 'out'))
    await expect(writeCheckout(root, [{ ...made, path: 'out/x/a.nix' }])).rejects.toMatchObject({
      code: 'CHECKOUT_CHANGED'
    })
    expect(readdirSync(outside)).toEqual([])
    rmSync(outside, { recursive: true })
  })
})

describe('writes nothing at all, and leaves nothing behind,', () => {
  test.each<[string, () => void]>([
    [
      'when a file has other content by now',
      () => {
        writeFileSync(join(root, 'b.nix'), 'mine')
      }
    ],
    [
      'when a file is gone',
      () => {
        rmSync(join(root, 'b.nix'))
      }
    ],
    [
      'when a file has become a link',
      () => {
        renameSync(join(root, 'b.nix'), join(root, 'c.nix'))
        symlinkSync('c.nix', join(root, 'b.nix'))
      }
    ],
    [
      'when a file has become a folder',
      () => {
        rmSync(join(root, 'b.nix'))
        mkdirSync(join(root, 'b.nix'))
      }
    ]
  ])('%s', async (_when, change) => {
    change()
    const before = names()
    await expect(writeCheckout(root, [a, b])).rejects.toMatchObject({
      code: 'CHECKOUT_CHANGED',
      subject: 'b.nix'
    })
    expect(read('nix/a.nix')).toBe('old a\r\n')
    expect(names()).toEqual(before)
  })

  test('when a folder leads out of the checkout', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'nar-publish-outside-'))
    writeFileSync(join(outside, 'a.nix'), a.before)
    rmSync(join(root, 'nix'), { recursive: true })
    symlinkSync(outside, join(root, 'nix'))
    await expect(writeCheckout(root, [b, a])).rejects.toMatchObject({ code: 'CHECKOUT_CHANGED' })
    expect([readFileSync(join(outside, 'a.nix'), 'utf8'), read('b.nix')]).toEqual([
      a.before,
      b.before
    ])
    rmSync(outside, { recursive: true })
  })

  test('when a path goes up', async () => {
    await expect(writeCheckout(join(root, 'nix'), [{ ...b, path: '../b.nix' }])).rejects.toThrow(
      'CHECKOUT_CHANGED'
    )
  })
})

test('puts back what it had written when a later file cannot be', async () => {
  // Another file with the same place: unchanged when it is prepared, and no longer when its turn comes.
  const again = { ...a, after: 'other' }
  await expect(writeCheckout(root, [b, a, again])).rejects.toMatchObject({
    code: 'CHECKOUT_CHANGED'
  })
  expect(texts()).toEqual([a.before, b.before])
  expect(names()).toEqual(['b.nix', 'nix', 'nix/a.nix'])
})
