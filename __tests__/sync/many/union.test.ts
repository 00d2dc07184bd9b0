import { describe, expect, test } from '@jest/globals'
import { unite } from '../../../src/sync/many/union.ts'
import { nothingBeside, type MadeFile, type SyncChange } from '../../../src/sync/types.ts'
import { codeAndReason } from './foreign-files.ts'
import { changeWith, hashesFile, hashEdit, packageFile, versionEdits } from '../computed/support.ts'

const reference = (name: string) =>
  ({ kind: 'flake', text: `.#${name}`, folder: '.', attribute: name }) as const
const part = (name: string, changes: Partial<SyncChange>): { change: SyncChange } => ({
  change: changeWith({ package: reference(name), name, versions: [], hashes: [], ...changes })
})
const made = (text: string): MadeFile => ({ path: 'Cargo.lock', text, isNew: false, by: 'script' })
const lock = (text: string): Partial<SyncChange> => ({
  beside: { ...nothingBeside, files: [made(text)] }
})

test('what two packages change alike is changed once', () => {
  const versions = versionEdits(packageFile)
  const [one, other] = [hashEdit(hashesFile, 0, 'x86'), hashEdit(hashesFile, 1, 'arm')]
  const { edits, made: files } = unite([
    part('luna', { versions, hashes: [one], ...lock('same') }),
    part('luna-docs', { versions, hashes: [other], ...lock('same') })
  ])
  expect(edits).toHaveLength(versions.length + 2)
  expect(new Set(edits)).toEqual(new Set([...versions, one, other]))
  expect(files).toEqual([made('same')])
})

describe('is refused, with both packages and the place', () => {
  const [edit] = versionEdits(packageFile)
  if (edit === undefined) throw new Error('there is no version')
  const longer = { ...edit, end: edit.end + 1, text: `${edit.text}"`, replacement: '1"' }

  test.each<[string, Partial<SyncChange>, Partial<SyncChange>, RegExp]>([
    [
      'another version at one place',
      { versions: [edit] },
      { versions: [{ ...edit, replacement: '0.77.0' }], newVersion: '0.77.0' },
      /they edit nix\/infer\.nix:5 differently: .*; the first is brought to 0\.76\.1, the second to 0\.77\.0/
    ],
    [
      'another hash at one place',
      { hashes: [hashEdit(hashesFile, 0, 'one')] },
      { hashes: [hashEdit(hashesFile, 0, 'two')] },
      /they edit nix\/hashes\.json:2 differently/
    ],
    [
      'two edits that overlap',
      { versions: [edit] },
      { versions: [longer] },
      /overlap at nix\/infer/
    ],
    ['a file made otherwise', lock('one'), lock('two'), /they make Cargo\.lock differently/],
    [
      'an edit in a file that the other makes',
      { ...lock('whole') },
      { versions: [{ ...edit, file: 'Cargo.lock' }] },
      /they make Cargo\.lock differently/
    ]
  ])('%s', (_, one, other, reason) => {
    const told = codeAndReason(() => unite([part('luna', one), part('sol', other)]))
    expect(told).toMatchObject({ code: 'COMPUTED_CONFLICT', subject: '.#luna and .#sol' })
    expect(told.reason).toMatch(reason)
  })
})
