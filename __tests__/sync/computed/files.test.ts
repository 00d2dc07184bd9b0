import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { writeComputed } from '../../../src/sync/computed/files.ts'
import { readAllLeft } from '../../../src/sync/computed/left.ts'
import { formatComputed } from '../../../src/sync/computed/schema.ts'
import type { ReadComputed } from '../../../src/sync/computed/types.ts'
import { computedWith } from './support.ts'

let root: string
let folder: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nar-publish-computed-'))
})

beforeEach(() => {
  folder = mkdtempSync(join(root, 'files-'))
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

/** What phase `compute` left alone. Throws what is told of a file that is nothing of ours. */
async function readComputed(paths: readonly string[]): Promise<ReadComputed[]> {
  const { answers, broken } = await readAllLeft(paths)
  if (broken[0] !== undefined) throw broken[0]
  return answers
}

const arm = computedWith({}, { systems: ['aarch64-linux'] })
const write = (path: string, text = formatComputed(computedWith())): string => {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  return file
}

test('a machine’s answer is one file, named after package and system, and comes back', async () => {
  const out = join(folder, 'made/when/missing')
  const file = await writeComputed(out, arm)
  expect(file).toBe(join(out, 'infer-aarch64-linux.json'))
  expect(readdirSync(out)).toEqual(['infer-aarch64-linux.json'])
  expect(await readComputed([file])).toEqual([{ ...arm, file }])
})

test('a second answer of the same machine takes the place of the first', async () => {
  await writeComputed(folder, computedWith({ newVersion: '0.76.2' }))
  await writeComputed(folder, computedWith())
  expect(await readComputed([folder])).toMatchObject([{ change: { newVersion: '0.76.1' } }])
})

test.each([
  ['../../etc/passwd', '-..-etc-passwd-x86_64-linux.json'],
  ['.hidden', 'hidden-x86_64-linux.json'],
  ['a:b"c d', 'a-b-c-d-x86_64-linux.json'],
  ['x'.repeat(300), `${'x'.repeat(200)}.json`]
])('a package may be called %j and stays in the folder', async (name, expected) => {
  const file = await writeComputed(folder, computedWith({ name }))
  expect([basename(file), ...readdirSync(folder)]).toEqual([expected, expected])
})

describe('of a folder', () => {
  test('all answers are read, also from the folders that downloaded artifacts have', async () => {
    write('hashes-arm/infer.json', formatComputed(arm))
    write('hashes-x86/infer.json')
    write('README.md', 'text')
    const read = await readComputed([folder, join(folder, 'hashes-x86')])
    expect(read.map(({ file, systems }) => [file.slice(folder.length), systems])).toEqual([
      ['/hashes-arm/infer.json', ['aarch64-linux']],
      ['/hashes-x86/infer.json', ['x86_64-linux']]
    ])
  })

  test.each<[string, () => string, string]>([
    ['it is empty', () => folder, 'COMPUTED_MISSING'],
    ['it does not exist', () => join(folder, 'missing'), 'COMPUTED_MISSING'],
    [
      'a file in it is no answer',
      () => {
        write('package.json', '{}')
        return folder
      },
      'COMPUTED_INVALID'
    ],
    [
      'a file is larger than any answer',
      () => write('a.json', ' '.repeat(1_000_001)),
      'COMPUTED_INVALID'
    ],
    [
      'a file is not UTF-8',
      () => {
        writeFileSync(join(folder, 'a.json'), Buffer.from([0x22, 0xff, 0x22]))
        return folder
      },
      'COMPUTED_INVALID'
    ],
    [
      'a file is a link, wherever it leads',
      () => {
        const target = write('elsewhere/target.txt')
        symlinkSync(target, join(folder, 'a.json'))
        return folder
      },
      'COMPUTED_INVALID'
    ],
    [
      'a file is a pipe that nobody writes to',
      () => {
        execFileSync('mkfifo', [join(folder, 'a.json')])
        return folder
      },
      'COMPUTED_INVALID'
    ],
    [
      'there are more files than anybody has systems',
      () => {
        for (let i = 0; i < 101; i++) write(`${i}.json`, '{}')
        return folder
      },
      'COMPUTED_INVALID'
    ]
  ])('nothing is taken when %s', async (_when, make, code) => {
    await expect(readComputed([make()])).rejects.toMatchObject({ code })
  })
})
