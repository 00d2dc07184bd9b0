import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { makeScratch, removeScratch } from '../src/scratch.ts'

const parent = mkdtempSync(join(tmpdir(), 'scratch-test-'))
afterAll(() => {
  rmSync(parent, { recursive: true })
})

test('a scratch folder is for its owner only, and goes with read-only folders in it', () => {
  const scratch = makeScratch(parent)
  expect(statSync(scratch).mode & 0o777).toBe(0o700)
  mkdirSync(join(scratch, 'store', 'path'), { recursive: true })
  writeFileSync(join(scratch, 'store', 'path', 'file'), 'x')
  chmodSync(join(scratch, 'store', 'path'), 0o555)
  chmodSync(join(scratch, 'store'), 0o555)
  removeScratch(scratch, parent)
  expect(existsSync(scratch)).toBe(false)
})

test('removes nothing but scratch folders', () => {
  const other = join(parent, 'other')
  const nested = join(other, 'nar-publish-x')
  mkdirSync(nested, { recursive: true })
  for (const folder of [other, nested, parent, `${parent}/nar-publish-x/../other`, '/']) {
    removeScratch(folder, parent)
  }
  expect(existsSync(nested)).toBe(true)
})

test('removing twice is fine', () => {
  const scratch = makeScratch(parent)
  removeScratch(scratch, parent)
  expect(() => {
    removeScratch(scratch, parent)
  }).not.toThrow()
})
