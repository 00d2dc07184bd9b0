import { describe, expect, test } from '@jest/globals'
import { checkBeside, withMade } from '../../../src/sync/computed/check-beside.ts'
import { checkComputed } from '../../../src/sync/computed/check.ts'
import { writeDigest, dyeDigest } from '../../../src/sync/literals/dye.ts'
import {
  addition,
  findOutputHashes,
  removalEdit,
  renameEdit
} from '../../../src/sync/literals/output-hashes.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
import { sriOf } from '../../../src/binary-cache/digest.ts'
import {
  nothingBeside,
  type Beside,
  type HashEdit,
  type MadeFile
} from '../../../src/sync/types.ts'
import { changeWith, head } from './support.ts'

const sri = (letter: string): string => `sha256-${letter.repeat(42)}A=`
const nix = {
  path: 'nix/infer.nix',
  text: `{\n  version = "0.76.0";\n  outputHashes = {\n    "a-1.0" = "${sri('a')}";\n    "b-1.0" = "${sri('b')}";\n  };\n}\n`
}
const lock = { path: 'nix/Cargo.lock', text: 'old\n' }
const files = [nix, lock]
const project = {
  files: files.map(({ path }) => ({
    path,
    name: Buffer.from(path),
    kind: 'file' as const,
    blob: ''
  })),
  package: parsePackageReference('file:nix/infer.nix'),
  packageFile: nix.path,
  flakeFolder: null
}
const made: MadeFile = { path: lock.path, text: 'new\n', isNew: false, by: 'source' }
const [set] = findOutputHashes(nix)
const [a, b] = set?.entries ?? []
if (set === undefined || a === undefined || b === undefined) throw new Error('no entries')

const check = (beside: Partial<Beside>, allowsCommand = false): void => {
  const step = { oldVersion: '0.76.0', newVersion: '0.76.1', revision: null }
  checkBeside({ project, files, allowsCommand }, { ...nothingBeside, ...beside }, step)
}

test('a lock file, a new list, and names in outputHashes are let through', () => {
  expect(() => {
    check({
      files: [made, { ...made, path: 'nix/deps.json', isNew: true }],
      keys: [renameEdit(a, 'a-1.1'), removalEdit(b)]
    })
  }).not.toThrow()
})

test('any other file is, where this job has `before-hash` too', () => {
  const other = { files: [{ ...made, path: 'nix/patch.txt', isNew: true }] }
  expect(() => {
    check(other)
  }).toThrow('COMPUTED_INVALID nix/patch.txt')
  expect(() => {
    check(other, true)
  }).not.toThrow()
})

describe('anything more is COMPUTED_INVALID:', () => {
  test.each<[string, Partial<Beside>]>([
    ['a workflow', { files: [{ ...made, path: '.github/workflows/x.yml', isNew: true }] }],
    ['a list in Git’s own folder', { files: [{ ...made, path: '.git/deps.json', isNew: true }] }],
    ['a new file that is there', { files: [{ ...made, isNew: true }] }],
    ['an old file that is not', { files: [{ ...made, path: 'nix/deps.json' }] }],
    ['a name with code in it', { keys: [renameEdit(a, 'a" = x; "b')] }],
    ['a name that is none', { keys: [renameEdit(a, '${x}')] }],
    [
      'another place',
      { keys: [{ ...renameEdit(a, 'a-1.1'), start: 0, end: 5, text: nix.text.slice(0, 5) }] }
    ],
    [
      'a removal of more',
      {
        keys: [
          {
            ...removalEdit(b),
            start: a.entry.start,
            text: nix.text.slice(a.entry.start, b.entry.end)
          }
        ]
      }
    ],
    ['a removal of the name', { keys: [{ ...renameEdit(a, ''), replacement: '' }] }],
    ['a file without any', { keys: [{ ...renameEdit(a, 'a-1.1'), file: lock.path }] }]
  ])('%s', (_what, beside) => {
    // Even of a job that lets commands in.
    expect(() => {
      check(beside, true)
    }).toThrow(/^COMPUTED_INVALID/)
  })
})

describe('an entry that comes', () => {
  const [slot] = set.slots
  if (slot === undefined) throw new Error('no place')
  const literal = addition(set, slot, 'c-2.0')
  const digest = dyeDigest('after', 'c', 'sha256')
  const { start, end, line, text } = literal
  const edit: HashEdit = {
    ...{ file: nix.path, start, end, line, text },
    replacement: writeDigest(literal, digest),
    systems: ['x86_64-linux'],
    derivations: ['c'],
    oldHash: null,
    newHash: sriOf(digest)
  }
  const checkEdit = (changed: Partial<HashEdit>): void => {
    const change = changeWith({ versions: [], hashes: [{ ...edit, ...changed }] })
    checkComputed({ head, files }, change)
  }

  test('is let through, as it would be written here', () => {
    expect(edit.replacement).toMatch(/^\n {4}"c-2\.0" = "sha256-[^"]+";$/)
    expect(() => {
      checkEdit({})
    }).not.toThrow()
  })

  test.each<[string, Partial<HashEdit>]>([
    ['elsewhere', { start: start + 1, end: end + 1 }],
    ['with more', { replacement: `${edit.replacement} evil = 1;` }],
    ['with more before it', { replacement: ` evil = 1;${edit.replacement}` }],
    ['with another hash', { replacement: edit.replacement.replace(/sha256-.{5}/, 'sha256-AAAAA') }],
    ['with a name that is none', { replacement: edit.replacement.replace('c-2.0', '${x}') }],
    ['that replaces something', { end: end + 1, text: nix.text.slice(start, end + 1) }]
  ])('%s is not', (_what, changed) => {
    expect(() => {
      checkEdit(changed)
    }).toThrow(/^COMPUTED_INVALID/)
  })
})

test('the files are what was made of them', () => {
  expect(withMade(files, [made])).toEqual([nix, { path: lock.path, text: 'new\n' }])
})
