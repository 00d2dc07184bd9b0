import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sriOf } from '../../../src/binary-cache/digest.ts'
import type { NarPublishError } from '../../../src/errors.ts'
import { commitEdit, findRevisionLiterals } from '../../../src/sync/literals/revisions.ts'
import { checkComputed } from '../../../src/sync/computed/check.ts'
import { dyeDigest } from '../../../src/sync/literals/dye.ts'
import { applyEdits } from '../../../src/sync/literals/edit.ts'
import type { Edit, HashEdit, SyncChange, TextFile } from '../../../src/sync/types.ts'
import {
  changeWith,
  files,
  hashEdit,
  hashesFile,
  head,
  packageFile,
  versionEdits
} from './support.ts'

function errorOf(change: SyncChange, checkout: readonly TextFile[] = files): NarPublishError {
  try {
    checkComputed({ head, files: checkout }, change)
  } catch (error) {
    return error as NarPublishError
  }
  throw new Error('it was let through')
}

test('a traced change is let through: versions and hashes, each in the form that stood there', () => {
  const change = changeWith()
  expect(() => {
    checkComputed({ head, files }, change)
  }).not.toThrow()
  // The fixture has each form, so that this shows something.
  expect(change.versions.map(({ text }) => text)).toEqual(['0.76.0', '0_76_0'])
  expect(change.hashes.map(({ replacement }) => replacement)).toEqual([
    expect.stringMatching(/^sha256-/),
    expect.stringMatching(/^[0-9a-z]{52}$/),
    expect.stringMatching(/^sha256-/),
    expect.stringMatching(/^"sha256-.*"$/),
    expect.stringMatching(/^sha512-/)
  ])
})

const vendor = hashEdit(packageFile, 1, 'vendor')
const [version = vendor] = versionEdits(packageFile)
const another = sriOf(dyeDigest('after', 'another', 'sha256'))

/** An edit of a piece of the text that is no literal. */
function editOf(file: TextFile, text: string, replacement: string): Edit {
  const start = file.text.indexOf(text)
  if (start === -1) throw new Error(`no ${text}`)
  const line = file.text.slice(0, start).split('\n').length
  return { file: file.path, start, end: start + text.length, line, text, replacement }
}
const asHash = (edit: Edit): HashEdit => ({ ...vendor, ...edit })

describe('anything more than traced is COMPUTED_INVALID, naming the place:', () => {
  test.each<[string, Partial<SyncChange>]>([
    ['code in place of a hash', { hashes: [{ ...vendor, replacement: '"; evil = "' }] }],
    ['another hash than it says', { hashes: [{ ...vendor, replacement: another }] }],
    ['the hash in another form', { hashes: [{ ...vendor, replacement: `sha256:${another}` }] }],
    ['another old hash than stands there', { hashes: [{ ...vendor, oldHash: another }] }],
    ['a placeholder that is none', { hashes: [{ ...vendor, oldHash: null }] }],
    [
      'a hash of another algorithm',
      {
        hashes: [
          {
            ...vendor,
            newHash: `sha512-${'A'.repeat(86)}==`,
            replacement: `sha512-${'A'.repeat(86)}==`
          }
        ]
      }
    ],
    ['text that is not there', { hashes: [{ ...vendor, text: another }] }],
    ['the wrong line', { hashes: [{ ...vendor, line: vendor.line + 1 }] }],
    [
      'a span that is moved',
      { hashes: [{ ...vendor, start: vendor.start + 1, end: vendor.end + 1 }] }
    ],
    [
      'a part of a hash',
      { hashes: [asHash(editOf(packageFile, vendor.text.slice(0, 20), vendor.replacement))] }
    ],
    ['a hash that is code', { hashes: [asHash(editOf(packageFile, 'buildGoModule', another))] }],
    ['a file that is not tracked', { hashes: [{ ...vendor, file: 'nix/other.nix' }] }],
    ['a version in a comment', { versions: [editOf(packageFile, '0.76.0', '0.76.1')] }],
    ['code in place of a version', { versions: [{ ...version, replacement: '0.76.1"; x = "' }] }],
    ['another version than the new one', { versions: [{ ...version, replacement: '6.6.6' }] }],
    [
      'a version in another spelling',
      { versions: versionEdits(packageFile).map((edit) => ({ ...edit, replacement: '0.76.1' })) }
    ],
    ['a version where there is no old one', { oldVersion: null }],
    ['a version where there is no new one', { newVersion: null }],
    ['a hash as a version', { versions: [vendor], hashes: [] }]
  ])('%s', (_what, changes) => {
    expect(errorOf(changeWith(changes))).toMatchObject({
      code: 'COMPUTED_INVALID',
      subject: expect.stringMatching(/^nix\/\w+\.\w+:\d+$/)
    })
  })

  test('another commit than is checked out', () => {
    const error = errorOf(changeWith({ head: 'a'.repeat(40) }))
    expect(error.code).toBe('COMPUTED_INVALID')
    expect(error.reason).toContain(head)
  })

  test('a file that has changed meanwhile', () => {
    const changed = { ...packageFile, text: `# one line more\n${packageFile.text}` }
    expect(errorOf(changeWith(), [changed, hashesFile]).code).toBe('COMPUTED_INVALID')
  })

  test('a lock file, whose hashes pin other things', () => {
    const lock = { path: 'flake.lock', text: `{"narHash": "${vendor.text}"}` }
    const edit = asHash(editOf(lock, vendor.text, vendor.replacement))
    expect(errorOf(changeWith({ versions: [], hashes: [edit] }), [lock]).subject).toBe(
      'flake.lock:1'
    )
  })
})

test('property: whatever is altered in an edit is refused, or changes nothing of what is written', () => {
  const good = changeWith()
  const field = fc.constantFrom('start', 'end', 'line', 'text', 'replacement', 'newHash', 'file')
  const value = fc.oneof(
    fc.integer({ min: 0, max: packageFile.text.length }),
    fc.constantFrom(...good.hashes.flatMap((edit) => [edit.text, edit.newHash, edit.replacement])),
    fc.string()
  )
  const write = (edits: readonly Edit[]): string =>
    applyEdits(
      packageFile.text,
      edits.filter((edit) => edit.file === packageFile.path)
    )
  fc.assert(
    fc.property(fc.nat(good.hashes.length - 1), field, value, (index, name, other) => {
      const hashes = good.hashes.map((edit, at) =>
        at === index ? { ...edit, [name]: other } : edit
      )
      const change = changeWith({ hashes })
      let isLetThrough = true
      try {
        checkComputed({ head, files }, change)
      } catch {
        isLetThrough = false
      }
      if (isLetThrough) expect(write(change.hashes)).toBe(write(good.hashes))
    }),
    { numRuns: 300 }
  )
})

describe('the commit that pins a source', () => {
  const [old, commit] = [
    '48358b91b776d0bd34cbbc4c70e7ac5ce827b916',
    '755b36125821c6e601a69f8261c44d86b203379a'
  ]
  const pinned = {
    path: 'nix/pinned.nix',
    text: `{ rev = "${old}"; flags = "-X commit=${old.slice(0, 7)}"; # ${old}\n}\n`
  }
  const commitEdits = findRevisionLiterals(pinned, old).map((span) => commitEdit(span, commit))
  const changed = (changes: Partial<SyncChange>): SyncChange =>
    changeWith({ hashes: [], versions: commitEdits, revision: { old, new: commit }, ...changes })

  test('becomes the one that the file says, in as many digits', () => {
    expect(commitEdits.map(({ replacement }) => replacement)).toEqual([commit, commit.slice(0, 7)])
    checkComputed({ head, files: [pinned] }, changed({}))
  })

  test.each<[string, Partial<SyncChange>]>([
    ['without a word of it', { revision: null }],
    ['another commit than the new one', { revision: { old, new: old } }],
    ['in place of another one', { revision: { old: commit, new: commit } }],
    [
      'code in its place',
      { versions: commitEdits.map((edit) => ({ ...edit, replacement: `${commit}"; x = "` })) }
    ]
  ])('is refused: %s', (_what, changes) => {
    expect(errorOf(changed(changes), [pinned])).toMatchObject({ code: 'COMPUTED_INVALID' })
  })
})
