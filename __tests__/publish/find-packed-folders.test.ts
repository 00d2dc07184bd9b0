import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { findPackedFolders } from '../../src/publish/packed-folder/find.ts'
import { removeFolder } from '../support/nix.ts'

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-packed-'))
afterAll(async () => {
  await removeFolder(folder)
})

for (const name of ['whole/manifest.json', 'killed/nar/x.nar.zst', 'flat/x.nar.zst']) {
  const file = join(folder, name.startsWith('flat/') ? name : `jobs/${name}`)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
}
const jobs = join(folder, 'jobs')
const flat = join(folder, 'flat')

test('a job that was killed while it packed stops who publishes', () => {
  expect(() => findPackedFolders([jobs])).toThrow('killed')
  expect(() => findPackedFolders([flat])).toThrow('PACKED_INVALID')
})

test('and is left out by who takes up what was packed', () => {
  const found = findPackedFolders([jobs, flat], { skipsUnfinished: true })
  expect(found).toEqual([join(jobs, 'whole')])
})
