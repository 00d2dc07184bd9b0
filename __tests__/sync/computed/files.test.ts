import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { NarPublishError } from '../../../src/errors.ts'
import { leavingFailure } from '../../../src/sync/computed/failure.ts'
import { writeComputed } from '../../../src/sync/computed/files.ts'
import { readAllLeft } from '../../../src/sync/computed/left.ts'
import { formatComputed } from '../../../src/sync/computed/schema.ts'
import type { ReadComputed } from '../../../src/sync/computed/types.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
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
    ['it does not exist', () => join(folder, 'missing'), 'COMPUTED_MISSING: it does not exist'],
    [
      'a file in it is no answer',
      () => {
        write('package.json', '{}')
        return folder
      },
      'COMPUTED_INVALID: its schemaVersion'
    ],
    [
      'a file is larger than any answer',
      () => {
        const file = write('a.json', '')
        truncateSync(file, 50_000_001)
        return file
      },
      'COMPUTED_INVALID: it has 50000001 bytes'
    ],
    [
      'a file is not UTF-8',
      () => {
        writeFileSync(join(folder, 'a.json'), Buffer.from([0x22, 0xff, 0x22]))
        return folder
      },
      'COMPUTED_INVALID: it is not text in UTF-8'
    ],
    [
      'a file is a link, wherever it leads',
      () => {
        const target = write('elsewhere/target.txt')
        symlinkSync(target, join(folder, 'a.json'))
        return folder
      },
      'COMPUTED_INVALID: it cannot be read as a file of its own'
    ],
    [
      'a file is a pipe that nobody writes to',
      () => {
        execFileSync('mkfifo', [join(folder, 'a.json')])
        return folder
      },
      'COMPUTED_INVALID: it is not a file'
    ],
    [
      'there are more files than a matrix leaves',
      () => {
        for (let i = 0; i < 2001; i++) writeFileSync(join(folder, `${i}.json`), '')
        return folder
      },
      'COMPUTED_INVALID: there are over 2000 files'
    ]
  ])('nothing is taken when %s', async (_when, make, words) => {
    const told = await readComputed([make()]).catch((error: unknown) => {
      if (error instanceof NarPublishError) return `${error.code}: ${error.reason}`
      throw error
    })
    expect(told).toContain(words)
  })
})

describe('of what failed', () => {
  const packages = ['.#luna', '.#luna-docs'].map(parsePackageReference)
  const fail = (error: NarPublishError): Promise<unknown> =>
    leavingFailure(folder, packages, ['x86_64-linux'], () => Promise.reject(error))

  test('the reason is left for the job that commits, on one line, and thrown', async () => {
    const error = new NarPublishError({
      ...{ code: 'BUILD_FAILED', subject: 'luna' },
      reason: `no\u001b[31m\n::error::${'x'.repeat(5000)}`
    })
    await expect(fail(error)).rejects.toBe(error)
    expect(readdirSync(folder)).toEqual(['luna-x86_64-linux.failed.json'])
    const { failures, broken } = await readAllLeft([folder])
    expect([failures.length, broken]).toEqual([1, []])
    expect(failures[0]).toMatchObject({
      ...{ packages: ['.#luna', '.#luna-docs'], systems: ['x86_64-linux'] },
      ...{ code: 'BUILD_FAILED', subject: 'luna' },
      reason: expect.stringMatching(/^no\P{Cc}* ::error::x+$/u) as unknown
    })
  })

  test.each<[string, object]>([
    ['names no package', { packages: [] }],
    ['names a package on two lines', { packages: ['.#a\n.#b'] }],
    ['has a code that is none', { code: '$(x)' }],
    ['has an escape in its reason', { reason: '\u001b[2J' }],
    ['has one more property', { token: 'x' }],
    ['is of another schema', { schemaVersion: 2 }]
  ])('a file that %s is refused', async (_what, other) => {
    const known = { schemaVersion: 1, packages: ['.#a'], systems: [], code: 'BUILD_FAILED' }
    const text = JSON.stringify({ ...known, subject: 'a', reason: 'no', ...other })
    const file = write('a.failed.json', text)
    const { failures, broken } = await readAllLeft([folder])
    expect(failures).toEqual([])
    expect(broken).toMatchObject([{ code: 'COMPUTED_INVALID', subject: file }])
  })
})
