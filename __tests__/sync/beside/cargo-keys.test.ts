import { describe, expect, test } from '@jest/globals'
import { followLock, gitCrates } from '../../../src/sync/beside/cargo-keys.ts'
import { applyEdits } from '../../../src/sync/literals/edit.ts'
import { writeDigest } from '../../../src/sync/literals/dye.ts'
import { findHashLiterals } from '../../../src/sync/literals/find.ts'

const sri = (letter: string): string => `sha256-${letter.repeat(42)}A=`

interface Crate {
  name: string
  version: string
  source?: string
}

const lock = (...crates: Crate[]): string =>
  [
    'version = 4\n',
    ...crates.map(
      ({ name, version, source }) =>
        `[[package]]\nname = "${name}"\nversion = "${version}"\n${source === undefined ? '' : `source = "${source}"\n`}dependencies = [\n "x",\n]\n`
    )
  ].join('\n')

const git = (name: string, version: string, repository = name): Crate => ({
  name,
  version,
  source: `git+https://git.example.org/${repository}?rev=${version}#${version}`
})

const digest = { algorithm: 'sha256', bytes: Buffer.alloc(32, 1) } as const

/** The file as it becomes, with `sha256-AQEB…` at entries that come. */
function follow(text: string, before: string, after: string): string | null {
  const file = { path: 'package.nix', text }
  const change = followLock([file], findHashLiterals(file), { before, after })
  if (change === null) return null
  const added = change.added.map((literal) => ({
    ...literal,
    replacement: writeDigest(literal, digest)
  }))
  return applyEdits(text, [...change.edits, ...added])
}

test('crates out of Git repositories are told by name and version', () => {
  const text = lock(
    { name: 'infer', version: '1.0.0' },
    { name: 'serde', version: '1.0.1', source: 'registry+https://github.com/x' },
    git('sha-1', '0.10.0'),
    git('b', '0.1.0-rc.1+build', 'mono'),
    { ...git('evil"; x', '1'), name: 'evil"; x' }
  )
  expect([...gitCrates(text)]).toEqual([
    ['sha-1-0.10.0', { crate: 'sha-1', source: expect.stringContaining('#0.10.0') }],
    ['b-0.1.0-rc.1+build', { crate: 'b', source: expect.stringContaining('/mono?') }]
  ])
  expect(gitCrates(text.replaceAll('\n', '\r\n')).size).toBe(2)
})

describe('the names in outputHashes follow the lock file:', () => {
  const nix = (...names: string[]): string =>
    `{\n  cargoLock = {\n    outputHashes = {\n${names.map((name, n) => `      "${name}" = "${sri('abcd'.charAt(n))}";\n`).join('')}    };\n  };\n}\n`

  test('another version keeps its entry', () => {
    expect(
      follow(
        nix('a-1.0', 'b-1.0'),
        lock(git('a', '1.0'), git('b', '1.0')),
        lock(git('a', '1.1'), git('b', '1.0'))
      )
    ).toBe(nix('a-1.1', 'b-1.0'))
  })

  test('one that is gone goes, with its line', () => {
    expect(
      follow(nix('a-1.0', 'b-1.0'), lock(git('a', '1.0'), git('b', '1.0')), lock(git('a', '1.0')))
    ).toBe(nix('a-1.0'))
  })

  test('one that comes takes the place of one that is gone, else a line of its own', () => {
    const before = lock(git('a', '1.0'), git('b', '1.0'))
    expect(follow(nix('a-1.0', 'b-1.0'), before, lock(git('a', '1.0'), git('c', '2.0')))).toBe(
      nix('a-1.0', 'c-2.0')
    )
    expect(
      follow(nix('a-1.0'), lock(git('a', '1.0')), lock(git('a', '1.0'), git('c', '2.0')))
    ).toBe(nix('a-1.0', 'c-2.0').replace(sri('b'), `sha256-${digest.bytes.toString('base64')}`))
  })

  test('one entry is enough for a repository', () => {
    const before = lock(git('a', '1.0', 'mono'), git('b', '1.0', 'mono'))
    const after = lock(git('a', '1.1', 'mono'), git('b', '1.1', 'mono'))
    expect(
      follow(nix('b-1.0'), before, after.replaceAll('1.1#1.1', '2#2').replaceAll('#1.1', '#2'))
    ).toBe(nix('b-1.1'))
  })

  test('the file’s line endings stay, and so do paths', () => {
    const text = `{\r\n  cargoLock.outputHashes."a-1.0" = "${sri('a')}";\r\n}\r\n`
    expect(follow(text, lock(git('a', '1.0')), lock(git('a', '1.1'), git('c', '2')))).toBe(
      `{\r\n  cargoLock.outputHashes."a-1.1" = "${sri('a')}";\r\n  cargoLock.outputHashes."c-2" = "sha256-${digest.bytes.toString('base64')}";\r\n}\r\n`
    )
  })
})

describe('nothing changes where', () => {
  const before = lock(git('a', '1.0'))
  const after = lock(git('a', '1.1'))

  test.each([
    ['there are none', '{ x = 1; }'],
    ['they are another lock file’s', `{ outputHashes = { "z-1.0" = "${sri('a')}"; }; }`],
    ['they stand in a comment', `{ } # outputHashes = { "a-1.0" = "${sri('a')}"; };`],
    ['they are put together', `{ outputHashes = { \${"a-1.0"} = "${sri('a')}"; }; }`],
    ['some are inherited', `{ outputHashes = { "a-1.0" = "${sri('a')}"; inherit (x) b; }; }`],
    ['the set is never closed', `{ outputHashes = { "a-1.0" = "${sri('a')}";`]
  ])('%s', (_where, text) => {
    expect(follow(text, before, after)).toBeNull()
  })

  test('the lock file has them still', () => {
    expect(
      follow(`{ outputHashes = { "a-1.0" = "${sri('a')}"; }; }`, before, `${before}\n# more`)
    ).toBeNull()
  })
})
