import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
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

/** A folder of a process that was killed, in `inside`. */
function abandonedScratch(inside: string, owner = 'process.pid'): string {
  const module = JSON.stringify(join(import.meta.dirname, '../src/scratch.ts'))
  const script = `import { makeScratch } from ${module}; console.log(makeScratch(${JSON.stringify(inside)}, ${owner})); process.kill(process.pid, 'SIGKILL')`
  const args = ['--input-type=module', '-e', script]
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim()
}

test('the next run removes the folder of one that was killed, and none that lives or is not ours', () => {
  const inside = join(parent, 'swept')
  mkdirSync(inside)
  const living = makeScratch(inside)
  const ofParent = abandonedScratch(inside, 'process.ppid')
  const dead = abandonedScratch(inside)
  mkdirSync(join(dead, 'store'))
  chmodSync(join(dead, 'store'), 0o555)
  symlinkSync(living, join(dead, 'link'))
  const mark = basename(dead).slice(0, -6)
  const [pid = '', startedAt = '', place = ''] = mark.slice('nar-publish-'.length).split('.')
  const others = [
    'nar-publish-abcdef',
    `${mark}toolong`,
    // Of another machine; of another container of this one.
    `nar-publish-${pid}.${startedAt}.AAAA${place.slice(4)}abcdef`,
    `nar-publish-${pid}.${startedAt}.${place.slice(0, 8)}AAAA-abcdef`
  ]
  for (const name of others) mkdirSync(join(inside, name))
  // Before the machine was started anew; and what only has such a name.
  const earlier = join(
    inside,
    `nar-publish-${process.pid}.1.${place.slice(0, 4)}AAAA${place.slice(8)}abcdef`
  )
  mkdirSync(earlier)
  symlinkSync(living, join(inside, `${mark}linked`))
  writeFileSync(join(inside, `${mark}afile1`), '')
  const next = makeScratch(inside)
  expect(readdirSync(inside).sort()).toEqual(
    [
      ...[living, ofParent, next].map((path) => basename(path)),
      ...others,
      `${mark}linked`,
      `${mark}afile1`
    ].sort()
  )
})

test('what a job keeps goes with the runner, and not with a shell that began the step', () => {
  const module = JSON.stringify(join(import.meta.dirname, '../src/holder.ts'))
  const script = `import { jobProcess } from ${module}; console.log(jobProcess(), process.ppid)`
  const runner = join(parent, 'Runner.Worker')
  copyFileSync('/bin/sh', runner)
  const seenBelow = (shell: string): string[] => {
    const line = `"$0" --input-type=module -e "$1"; exit 0`
    const ran = spawnSync(shell, ['-c', line, process.execPath, script], { encoding: 'utf8' })
    return ran.stdout.trim().split(' ')
  }
  expect(seenBelow('/bin/sh')[0]).toBe('0')
  const [seen, ppid] = seenBelow(runner)
  expect(seen).toBe(ppid)
})

test('a folder of another user stays', () => {
  const inside = join(parent, 'shared')
  mkdirSync(inside)
  const dead = abandonedScratch(inside)
  chownSync(dead, 12345, 12345)
  makeScratch(inside)
  expect(existsSync(dead)).toBe(true)
})

test('removing twice is fine', () => {
  const scratch = makeScratch(parent)
  removeScratch(scratch, parent)
  expect(() => {
    removeScratch(scratch, parent)
  }).not.toThrow()
})
