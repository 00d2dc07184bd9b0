import { describe, expect, test } from '@jest/globals'
import { formatComputed, parseComputed } from '../../../src/sync/computed/schema.ts'
import type { NarPublishError } from '../../../src/errors.ts'
import { computedWith } from './support.ts'

type Json = Record<string, unknown>
type Document = Json & { versions: Json[]; hashes: Json[] }

const document = (): Document => JSON.parse(formatComputed(computedWith())) as Document

function errorOf(text: string): NarPublishError {
  try {
    parseComputed(text, 'x.json')
  } catch (error) {
    return error as NarPublishError
  }
  throw new Error('it was accepted')
}

test('what was written is read back, whole', () => {
  expect(parseComputed(formatComputed(computedWith()), 'x.json')).toEqual(computedWith())
  const placeholder = computedWith({ oldVersion: null, newVersion: null, versions: [], hashes: [] })
  expect(parseComputed(formatComputed(placeholder), 'x.json')).toEqual(placeholder)
})

test('what a reader is told is read back, on one line each; a file without any is fine', () => {
  const place = { kind: 'left', file: 'a.nix', line: 3, text: '0.76.0', why: 'in `x`' } as const
  const told = (why: string): string =>
    parseComputed(formatComputed(computedWith({}, { told: [{ ...place, why }] })), 'x.json').told[0]
      ?.why ?? ''
  expect(told(place.why)).toBe(place.why)
  expect(told('a\n::error::b')).toBe('a ::error::b')
  expect(told('.'.repeat(9_000))).toHaveLength(2_000)
  const { notes } = parseComputed(formatComputed(computedWith({}, { notes: ['a\nb'] })), 'x.json')
  expect(notes).toEqual(['a b'])
  expect(parseComputed(JSON.stringify({ ...document(), told: undefined }), 'x.json').told).toEqual(
    []
  )
})

test('so is why files beside it were left, of a hundred', () => {
  const left = Array.from({ length: 101 }, (_, index) => ({
    path: `${index}/deps.json`,
    reason: `it failed: \u001b[31m${'.'.repeat(1_000)}`
  }))
  const { change } = parseComputed(
    formatComputed(computedWith({ beside: { files: [], keys: [], left } })),
    'x.json'
  )
  expect(change.beside.left).toHaveLength(100)
  expect(change.beside.left[0]?.reason).toMatch(/^it failed: {2}\[31m\.{900,}$/)
})

test('it holds nothing but what is needed, and reads well', () => {
  const text = formatComputed(computedWith())
  expect(text).toMatch(/^\{\n {2}"schemaVersion": 2,\n {2}"package": "\.#infer",\n/)
  expect(Object.keys(document()).sort()).toEqual(
    [
      ...['schemaVersion', 'package', 'name', 'oldVersion', 'newVersion', 'head', 'systems'],
      ...['source', 'versions', 'hashes', 'revision', 'told', 'beside'],
      ...['checks', 'counts', 'notes', 'releaseUrl', 'compareUrl']
    ].sort()
  )
})

const sha = (text: string): string => `sha256-${text}`
const fine = 'A'.repeat(43)

const toldOf = (change: Json): Json => {
  return { kind: 'left', file: 'a.nix', line: 3, text: '0.76.0', why: '', ...change }
}

/** Each alters a good document in one place. */
const tampered: [string, (good: Document) => unknown][] = [
  ['another schema', (good) => ({ ...good, schemaVersion: 3 })],
  ['the form without a proof', (good) => ({ ...good, schemaVersion: 1, source: undefined })],
  ['no proof of the source', (good) => ({ ...good, source: undefined })],
  ['a proof that is none', (good) => ({ ...good, source: 'yes' })],
  ['a new version whose source was not looked at', (good) => ({ ...good, source: 'kept' })],
  ['an old version whose source followed', (good) => ({ ...good, newVersion: good['oldVersion'] })],
  [
    'a told place of a kind that there is not',
    (good) => ({ ...good, told: [toldOf({ kind: 'x' })] })
  ],
  ['a told place outside', (good) => ({ ...good, told: [toldOf({ file: '../x.nix' })] })],
  ['a told place that says more', (good) => ({ ...good, told: [toldOf({ html: '<b>' })] })],
  ['a note with a line break', (good) => ({ ...good, notes: ['a\n# b'] })],
  ['told words with a line break', (good) => ({ ...good, told: [toldOf({ why: 'a\n# b' })] })],
  ['a field too many', (good) => ({ ...good, run: 'id' })],
  ['a field too few', (good) => ({ ...good, head: undefined })],
  ['a package elsewhere', (good) => ({ ...good, package: 'github:o/r' })],
  ['a name with a line break', (good) => ({ ...good, name: 'infer\n::error::x' })],
  ['no name', (good) => ({ ...good, name: '' })],
  ['a version that is a command', (good) => ({ ...good, newVersion: '1; rm -rf ~' })],
  ['a version that goes on as code', (good) => ({ ...good, newVersion: '1.0"; x = "' })],
  ['a version without a number', (good) => ({ ...good, newVersion: 'nightly' })],
  [
    'a source’s commit that is a branch',
    (good) => ({ ...good, revision: { old: '0123abc', new: 'main' } })
  ],
  ['a commit that is a branch', (good) => ({ ...good, head: 'main' })],
  ['a system that is none', (good) => ({ ...good, systems: ['x86_64-linux; id'] })],
  ['no system', (good) => ({ ...good, systems: [] })],
  ['a page that is a script', (good) => ({ ...good, releaseUrl: 'javascript:alert(1)' })],
  ['negative counts', (good) => ({ ...good, counts: { evaluations: {}, rounds: -1, builds: 0 } })],
  [
    'over a thousand edits',
    (good) => ({ ...good, versions: Array.from({ length: 1001 }, () => good.versions[0]) })
  ],
  ['an array', (good) => [good]],
  ['nothing', () => null]
]

const editsTampered: [string, Json][] = [
  ['a path that goes up', { file: '../x.nix' }],
  ['a path in the middle that goes up', { file: 'a/../../x.nix' }],
  ['an absolute path', { file: '/etc/passwd' }],
  ['git’s own folder', { file: '.git/hooks/post-checkout' }],
  ['git’s own folder in capitals', { file: 'a/.GIT/config' }],
  ['an empty path', { file: '' }],
  ['a path with a null byte', { file: 'a\u0000b' }],
  ['an end before its start', { end: 0 }],
  ['a negative start', { start: -1 }],
  ['a fraction', { line: 1.5 }],
  ['a text of another length', { text: 'x' }],
  ['a replacement with a line break', { replacement: 'a"\n; evil = "' }],
  ['a field too many', { mode: '100755' }]
]

const hashesTampered: [string, Json][] = [
  ['no hash at all', { newHash: 'x' }],
  ['a weak one', { newHash: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
  ['base32', { newHash: 'sha256:0v6s3dmcldcbh3lbdzj2m9mrnfyj3g4jnpgpxmhbpnzn2c5ha5b7' }],
  ['too short', { newHash: sha(`${fine.slice(1)}=`) }],
  ['too long', { newHash: sha(`${fine}A=`) }],
  ['no padding', { newHash: sha(fine) }],
  ['a line after it', { newHash: sha(`${fine}=\n`) }],
  ['other bits than the canonical', { newHash: sha(`${fine.slice(1)}B=`) }],
  ['two', { newHash: `${sha(`${fine}=`)} ${sha(`${fine}=`)}` }],
  ['an old one that is none', { oldHash: 'x' }],
  ['no systems', { systems: [] }]
]

describe('is refused as COMPUTED_INVALID, naming the file:', () => {
  test.each<[string, string]>([
    ['no JSON', '{"schemaVersion":'],
    ...tampered.map(([what, alter]): [string, string] => [what, JSON.stringify(alter(document()))]),
    ...editsTampered.flatMap(([what, fields]): [string, string][] =>
      (['versions', 'hashes'] as const).map((list) => [
        `${what}, in ${list}`,
        JSON.stringify({ ...document(), [list]: [{ ...document()[list][0], ...fields }] })
      ])
    ),
    ...hashesTampered.map(([what, fields]): [string, string] => [
      `a hash: ${what}`,
      JSON.stringify({ ...document(), hashes: [{ ...document().hashes[0], ...fields }] })
    ])
  ])('%s', (_what, text) => {
    expect(errorOf(text)).toMatchObject({ code: 'COMPUTED_INVALID', subject: 'x.json' })
  })

  test('what is wrong is said on one short line', () => {
    const { message } = errorOf(JSON.stringify({ ...document(), name: 'x\n'.repeat(5000) }))
    expect(message.length).toBeLessThan(700)
    expect(message).not.toContain('\n')
  })

  test('a canonical hash of either algorithm is fine', () => {
    for (const newHash of [sha(`${fine}=`), `sha512-${'A'.repeat(86)}==`]) {
      const good = { ...document(), hashes: [{ ...document().hashes[0], newHash }] }
      expect(parseComputed(JSON.stringify(good), 'x.json').change.hashes).toMatchObject([
        { newHash }
      ])
    }
  })
})
