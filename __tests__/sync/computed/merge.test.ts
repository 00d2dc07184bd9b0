import { describe, expect, test } from '@jest/globals'
import type { NarPublishError } from '../../../src/errors.ts'
import { mergeComputed, type MergeWish } from '../../../src/sync/computed/merge.ts'
import type { ReadComputed } from '../../../src/sync/computed/types.ts'
import type { ToldPlace } from '../../../src/sync/types.ts'
import { answer, computedWith, hashEdit, hashesFile, packageFile, versionEdits } from './support.ts'

const any: MergeWish = { systems: null, package: null }
const onArm = { systems: ['aarch64-linux'] }
const armHashes = [
  hashEdit(packageFile, 1, 'vendor', ['aarch64-linux']),
  hashEdit(hashesFile, 1, 'arm', ['aarch64-linux'])
]
const x86 = answer('x86.json')
const arm = answer(
  'arm.json',
  { hashes: armHashes },
  { ...onArm, counts: { evaluations: { 'aarch64-linux': 3 }, rounds: 3, builds: 1 } }
)

function errorOf(answers: readonly ReadComputed[], wish: MergeWish = any): NarPublishError {
  try {
    mergeComputed(answers, wish)
  } catch (error) {
    return error as NarPublishError
  }
  throw new Error('it was merged')
}

test('one machine’s answer stays what it is, its checks with its system', () => {
  expect(mergeComputed([x86], any)).toEqual(
    computedWith(
      {},
      { checks: [{ name: 'build', result: 'passed', detail: 'x86_64-linux: infer-0.76.1' }] }
    )
  )
})

describe('several machines’ answers', () => {
  const merged = mergeComputed([x86, arm], any)

  test('hold each edit once, with the systems that it is for', () => {
    expect(merged.change.versions).toEqual(versionEdits(packageFile))
    const systems = merged.change.hashes.map(({ file, line, systems }) => [file, line, systems])
    expect(systems).toEqual([
      ['nix/hashes.json', 2, ['x86_64-linux']],
      ['nix/hashes.json', 3, ['aarch64-linux']],
      ['nix/infer.nix', 6, ['x86_64-linux']],
      ['nix/infer.nix', 7, ['aarch64-linux', 'x86_64-linux']],
      ['nix/infer.nix', 8, ['x86_64-linux']],
      ['nix/infer.nix', 9, ['x86_64-linux']]
    ])
    expect(merged.systems).toEqual(['aarch64-linux', 'x86_64-linux'])
  })

  test.each([
    ['followed', 'followed', 'followed'],
    ['followed', 'none', 'followed'],
    ['followed', 'same', 'same'],
    ['none', 'same', 'same'],
    ['none', 'none', 'none']
  ] as const)('whose sources are %s and %s are %s', (one, other, both) => {
    const answers = [
      { ...x86, source: one },
      { ...arm, source: other }
    ]
    expect(mergeComputed(answers, any).source).toBe(both)
    expect(mergeComputed(answers.toReversed(), any).source).toBe(both)
  })

  test('add up what was done', () => {
    expect(merged.counts).toEqual({
      evaluations: { 'x86_64-linux': 3, 'aarch64-linux': 3 },
      rounds: 3,
      builds: 5
    })
    expect(merged.checks.map(({ detail }) => detail)).toEqual([
      'x86_64-linux: infer-0.76.1',
      'aarch64-linux: infer-0.76.1'
    ])
  })

  test('give the same in any order', () => {
    const swapped = mergeComputed([arm, x86], any)
    expect(swapped.change).toEqual(merged.change)
    expect(swapped.systems).toEqual(merged.systems)
  })
})

describe('two answers that are not about the same are COMPUTED_CONFLICT, naming both files and what differs:', () => {
  const source = hashEdit(packageFile, 0, 'source')
  const overlapping = { ...source, start: source.start + 1, text: source.text.slice(1) }

  test.each<[string, ReadComputed, string]>([
    [
      'package',
      answer('b.json', {
        package: { kind: 'flake', text: '.#other', folder: '.', attribute: 'other' }
      }),
      'package'
    ],
    ['name', answer('b.json', { name: 'other' }), 'name'],
    ['old version', answer('b.json', { oldVersion: '0.75.0' }), 'old version'],
    ['new version', answer('b.json', { newVersion: null }), 'new version'],
    ['commit', answer('b.json', { head: 'a'.repeat(40) }), 'commit'],
    [
      'the text of a version',
      answer('b.json', {
        versions: versionEdits(packageFile).map((edit) => ({ ...edit, replacement: '9' }))
      }),
      'nix/infer.nix:5'
    ],
    [
      'the spelling of a hash',
      answer('b.json', { hashes: [{ ...source, replacement: source.newHash }] }),
      'nix/infer.nix:6'
    ],
    [
      'edits that overlap',
      answer('b.json', {
        hashes: [overlapping]
      }),
      'nix/infer.nix:6'
    ]
  ])('%s', (_what, other, words) => {
    const error = errorOf([x86, other])
    expect(error.code).toBe('COMPUTED_CONFLICT')
    expect(error.subject).toBe('x86.json and b.json')
    expect(error.reason).toContain(words)
  })
})

test('one hash that two systems need differently is HASH_AMBIGUOUS, naming both and the place', () => {
  const other = answer(
    'arm.json',
    { hashes: [hashEdit(packageFile, 1, 'vendor-of-arm', ['aarch64-linux'])] },
    onArm
  )
  const error = errorOf([x86, other])
  expect(error.code).toBe('HASH_AMBIGUOUS')
  expect(error.subject).toBe('nix/infer.nix:7')
  expect(error.reason).toMatch(
    /now need different ones: sha256-\S+ for x86_64-linux; sha256-\S+ for aarch64-linux$/
  )
})

describe('what is missing is COMPUTED_MISSING:', () => {
  test('a system that must be there', () => {
    expect(errorOf([x86], { ...any, systems: ['x86_64-linux', 'aarch64-darwin'] })).toMatchObject({
      code: 'COMPUTED_MISSING',
      subject: 'aarch64-darwin'
    })
    const wish = { ...any, systems: ['aarch64-linux', 'x86_64-linux'] }
    expect(mergeComputed([x86, arm], wish).systems).toEqual(wish.systems)
  })

  test('everything', () => {
    expect(errorOf([]).code).toBe('COMPUTED_MISSING')
  })
})

test('answers about another package than the one that was asked for are refused', () => {
  const wish = (text: string): MergeWish => ({
    ...any,
    package: { kind: 'flake', text, folder: '.', attribute: text.slice(2) }
  })
  expect(errorOf([x86], wish('.#other'))).toMatchObject({
    code: 'COMPUTED_CONFLICT',
    subject: 'x86.json'
  })
  expect(mergeComputed([x86], wish('.#infer')).change.name).toBe('infer')
})

test('together they may not have more edits than one', () => {
  const [edit] = versionEdits(packageFile)
  if (edit === undefined) throw new Error('no edit')
  const many = (file: string): ReadComputed =>
    answer(file, {
      versions: Array.from({ length: 600 }, (_, i) => ({ ...edit, file: `${file}-${i}` }))
    })
  expect(errorOf([many('a'), many('b')]).code).toBe('COMPUTED_INVALID')
})

test('the notes are those of all, each once', () => {
  const notes = [['a', 'b'], ['b']].map((own, index) => answer(`${index}.json`, {}, { notes: own }))
  expect(mergeComputed(notes, any).notes).toEqual(['a', 'b'])
})

describe('what a reader is told', () => {
  const place = (kind: ToldPlace['kind'], line: number): ToldPlace => {
    return { kind, file: packageFile.path, line, text: '0.76.0', why: 'in `postPatch`' }
  }
  const lines = (...told: ToldPlace[][]): string[] => {
    const answers = told.map((own, index) => answer(`${index}.json`, {}, { told: own }))
    return mergeComputed(answers, any).told.map(({ kind, line }) => `${kind} ${line}`)
  }

  test('is what any of them says, once', () => {
    const [one, other] = [place('assumed', 3), place('left', 4)]
    expect(lines([one, place('comment', 2)], [one, other])).toEqual([
      'assumed 3',
      'comment 2',
      'left 4'
    ])
  })
  test('a hash that nothing comes from only where that is so on all of them', () => {
    expect(lines([place('unfed', 20)], [place('unfed', 20)])).toEqual(['unfed 20'])
    expect(lines([place('unfed', 20)], [])).toEqual([])
  })
  test('an occurrence that nothing shows in the same way', () => {
    expect(lines([place('unseen', 20)], [place('unseen', 20)])).toEqual(['unseen 20'])
    expect(lines([place('unseen', 20)], [])).toEqual([])
    expect(lines([place('unseen', 5)], [place('unseen', 5)])).toEqual([])
  })
  test('one that stays on one machine and not on another is a conflict', () => {
    const [edit, ...others] = versionEdits(packageFile)
    if (edit === undefined) throw new Error('no edit')
    const left = { ...place('left', edit.line), text: edit.text }
    const one = answer('one.json', { versions: others }, { told: [left] })
    expect(errorOf([one, answer('other.json')])).toMatchObject({
      code: 'COMPUTED_CONFLICT',
      message: expect.stringContaining(`nix/infer.nix:${edit.line}`)
    })
    expect(mergeComputed([one, { ...one, file: 'other.json' }], any).told).toEqual([left])
  })
  test('and not where one of them gave it a new one', () => {
    const fed = place('unfed', armHashes[0]?.line ?? 0)
    expect(lines([fed], [fed])).toEqual([])
  })
})

describe('files beside the package', () => {
  const made = (text: string, path = 'nix/deps.json') => ({
    files: [{ path, text, isNew: true, by: 'script' as const }],
    keys: [],
    left: [{ path: 'nix/gemset.nix', reason: 'none' }]
  })
  const onOther = (beside: ReturnType<typeof made>, hashes = armHashes) =>
    answer('arm.json', { hashes, beside }, onArm)

  test('are those of any machine, and named once', () => {
    const one = answer('x86.json', { beside: made('a') })
    const two = onOther({ ...made('b', 'nix/gemset.nix'), left: [] })
    expect(mergeComputed([one, two], any).change.beside).toEqual({
      files: [made('a').files[0], made('b', 'nix/gemset.nix').files[0]],
      keys: [],
      left: []
    })
    const same = mergeComputed([one, onOther(made('a'))], any).change.beside
    expect(same).toEqual(made('a'))
  })

  test('that differ are refused, and so is one that another machine edits as it was', () => {
    const one = answer('x86.json', { beside: made('a') })
    expect(errorOf([one, onOther(made('b'))])).toMatchObject({
      code: 'COMPUTED_CONFLICT',
      reason: 'they make nix/deps.json differently'
    })
    const edited = answer('x86.json', { hashes: [], beside: made('a', hashesFile.path) })
    expect(errorOf([edited, onOther({ ...made('a'), files: [] })])).toMatchObject({
      code: 'COMPUTED_CONFLICT',
      reason: 'they make nix/hashes.json differently'
    })
  })
})
