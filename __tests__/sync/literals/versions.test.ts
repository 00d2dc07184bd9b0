import { describe, expect, test } from '@jest/globals'
import { sriOf } from '../../../src/binary-cache/digest.ts'
import { dyeDigest } from '../../../src/sync/literals/dye.ts'
import { findHashLiterals, findVersionLiterals } from '../../../src/sync/literals/find.ts'

/** The text with what is found in brackets. */
function marked(path: string, text: string, version: string): string {
  let rest = text
  for (const literal of findVersionLiterals({ path, text }, version).toReversed()) {
    expect(text.slice(literal.start, literal.end)).toBe(literal.text)
    rest = `${rest.slice(0, literal.start)}[${literal.text}]${rest.slice(literal.end)}`
  }
  return rest
}

describe('a version is found', () => {
  test.each<[string, string, string]>([
    ['0.76.0', '0.76.0', '[0.76.0]'],
    ['0.76.0', 'v0.76.0 V0.76.0 infer0.76.0', 'v[0.76.0] V[0.76.0] infer[0.76.0]'],
    ['0.76.0', 'infer-0.76.0.tar.gz', 'infer-[0.76.0].tar.gz'],
    ['0.76.0', 'https://a/v0.76.0/infer_0.76.0_linux', 'https://a/v[0.76.0]/infer_[0.76.0]_linux'],
    ['0.76.0', '0.76.0-rc1 0.76.0+b 0.76.0-1', '[0.76.0]-rc1 [0.76.0]+b [0.76.0]-1'],
    [
      '0.76.0',
      'libinfer.so.0.76.0, (0.76.0). 0.76.0',
      'libinfer.so.[0.76.0], ([0.76.0]). [0.76.0]'
    ],
    ['0.76.0', 'infer-0.76.0.7z', 'infer-[0.76.0].7z'],
    [
      '0.76.0',
      '10.76.0 0.76.01 0.76.0.1 1.0.76.0 0.76.0.7zip',
      '10.76.0 0.76.01 0.76.0.1 1.0.76.0 0.76.0.7zip'
    ],
    ['0.76.0', '0.76.0b 0.76.0rc1 0x76.0', '0.76.0b 0.76.0rc1 0x76.0'],
    ['1.84.0', 'boost_1_84_0.tar tags/1-84-0', 'boost_[1_84_0].tar tags/[1-84-0]'],
    ['1.84.0', '1_84_0_1 2-1-84-0 1_84_0.1 1_84-0', '1_84_0_1 2-1-84-0 1_84_0.1 1_84-0'],
    ['1.84.0', '1_84_0-1', '[1_84_0]-1'],
    ['1.2.1', '1-2-1_2_1 1.2.1_2_1', '[1-2-1]_2_1 [1.2.1]_2_1'],
    [
      '1.2.3-rc.1',
      '1.2.3-rc.1 1_2_3-rc_1 1.2.3 1.2.3-rc.10',
      '[1.2.3-rc.1] [1_2_3-rc_1] 1.2.3 1.2.3-rc.10'
    ],
    ['1.2.3+b', '1.2.3+b 1x2x3+b', '[1.2.3+b] 1x2x3+b'],
    ['2024-05-01', 'a-2024-05-01 2024-05-011 2024_05_01', 'a-[2024-05-01] 2024-05-011 2024_05_01'],
    [
      '0-unstable-2024-05-01',
      '0-unstable-2024-05-01 10-unstable-2024-05-01',
      '[0-unstable-2024-05-01] 10-unstable-2024-05-01'
    ],
    [
      '20240501',
      'v20240501 a-20240501.tar 120240501 a20240501 rev20240501',
      'v[20240501] a-[20240501].tar 120240501 a20240501 rev20240501'
    ],
    ['1.0.2k', '1.0.2k 1.0.2ka 1.0.2', '[1.0.2k] 1.0.2ka 1.0.2'],
    ['', 'a b', 'a b'],
    ['(.*)', '(.*) a', '[(.*)] a']
  ])('%s in %j', (version, text, expected) => {
    expect(marked('VERSION', text, version)).toBe(expected)
    expect(marked('a.nix', `"${text}"`, version)).toBe(`"${expected}"`)
  })

  test('of one short part as a whole value only', () => {
    expect(marked('a.nix', '[ "7" "v7" "7.1" "x-7" "a7" "${a}7" 7 ]', '7')).toBe(
      '[ "[7]" "v[7]" "7.1" "x-7" "a7" "${a}7" 7 ]'
    )
    expect(marked('a.json', '{"7":"7","a":["7"," 7"]}', '7')).toBe('{"7":"[7]","a":["[7]"," 7"]}')
    expect(marked('VERSION', '\ufeff7\r\n', '7')).toBe('\ufeff[7]\r\n')
    expect(marked('VERSION', '7 8', '7')).toBe('7 8')
  })

  test('with its line and how it is spelled', () => {
    const text = '😀 "1.84"\r\n"a_1_84"'
    expect(findVersionLiterals({ path: 'a.nix', text }, '1.84')).toEqual([
      { file: 'a.nix', start: 4, end: 8, line: 1, text: '1.84', separator: '.' },
      { file: 'a.nix', start: 14, end: 18, line: 2, text: '1_84', separator: '_' }
    ])
  })
})

test.each([
  [
    'a.nix',
    '# 1.2.3\n{ v = "1.2.3"; /* 1.2.3 */ p = ./1.2.3; u = http://a/1.2.3; }',
    '# 1.2.3\n{ v = "[1.2.3]"; /* 1.2.3 */ p = ./1.2.3; u = http://a/[1.2.3]; }'
  ],
  ['a.nix', "''\n  # 1.2.3\n''", "''\n  # [1.2.3]\n''"],
  ['a.nix', '"\\n1.2.3 a${b}1.2.3${c "1.2.3"}.4"', '"\\n[1.2.3] a${b}[1.2.3]${c "[1.2.3]"}.4"'],
  ['a.json', '{"1.2.3": "v1.2.3"}', '{"1.2.3": "v[1.2.3]"}'],
  ['a.toml', '# 1.2.3\n"1.2.3" = "1.2.3" # 1.2.3', '# 1.2.3\n"1.2.3" = "[1.2.3]" # 1.2.3'],
  ['a.yaml', 'a: 1.2.3 # 1.2.3', 'a: [1.2.3] # [1.2.3]'],
  ['README.md', '`a@1.2.3`', '`a@[1.2.3]`'],
  ['package.json', '{"version":"1.2.3"}', '{"version":"[1.2.3]"}']
])('in %s the values hold it: %j', (path, text, expected) => {
  expect(marked(path, text, '1.2.3')).toBe(expected)
})

test.each([
  'flake.lock',
  'Cargo.lock',
  'a/yarn.lock',
  'package-lock.json',
  'web/npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'packages.lock.json',
  'gradle.lockfile',
  'go.sum',
  'Package.resolved'
])('%s holds dependencies’ versions', (path) => {
  expect(marked(path, '{"version": "1.2.3"}', '1.2.3')).toBe('{"version": "1.2.3"}')
})

test.each(['locksmith.json', 'clock.yaml', 'block.json', 'go.summary'])(
  '%s is no lock file',
  (path) => {
    expect(marked(path, '{"version": "1.2.3"}', '1.2.3')).toBe('{"version": "[1.2.3]"}')
  }
)

test('a hash holds no version', () => {
  // `sha256-20240501/…`, and digits in base32.
  const bytes = Buffer.from('20240501/'.padEnd(44, 'A').replace(/A$/, '='), 'base64')
  const sri = sriOf({ algorithm: 'sha256', bytes })
  expect(sri).toContain('-20240501/')
  const file = {
    path: 'a.nix',
    text: `"${sri} 20240501 ${sriOf(dyeDigest('versions.test', 0, 'md5'))}"`
  }
  expect(findHashLiterals(file)).toHaveLength(2)
  expect(marked(file.path, file.text, '20240501')).toBe(
    file.text.replace(' 20240501', ' [20240501]')
  )
})
