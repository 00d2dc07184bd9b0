import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import type { CatalogueRow } from '../../../src/catalogue/types.ts'
import { commitMessage } from '../../../src/publish/report/commit-message.ts'
import { hostileRows, hostileText, rowWith } from '../../catalogue/support.ts'
import { path } from './support.ts'

const subjectOf = (rows: CatalogueRow[]): string | undefined =>
  commitMessage({ rows, extraPaths: [], signedPaths: 0, runUrl: null }).split('\n')[0]

describe('commitMessage', () => {
  test('names the artifact, then lists path, NAR, size, source and run', () => {
    const message = commitMessage({
      rows: [rowWith()],
      extraPaths: [
        { storePath: path(1), narSize: 1, fileSize: 1500 },
        { storePath: path(2), narSize: 1, fileSize: 2500 }
      ],
      signedPaths: 0,
      runUrl: 'https://github.com/o/hello/actions/runs/1'
    })
    expect(message).toBe(`publish hello 2.12.1 (x86_64-linux)

/nix/store/0123456789abcdfghijklmnpqrsvwxyz-hello-2.12.1
  nar: nar/1b/1bgn-hello.nar.zst
  size: 50.1 kB, unpacked 227 kB
  source: o/hello 7fd1a60b01f91b314f59955a4e4d4e80d8edf11d

and 2 paths of the closure, 4 kB

run: https://github.com/o/hello/actions/runs/1
`)
  })

  test('says no more than it knows', () => {
    const row = rowWith({ version: null, source: null })
    expect(commitMessage({ rows: [row], extraPaths: [], signedPaths: 0, runUrl: null }))
      .toBe(`publish hello (x86_64-linux)

/nix/store/0123456789abcdfghijklmnpqrsvwxyz-hello-2.12.1
  nar: nar/1b/1bgn-hello.nar.zst
  size: 50.1 kB, unpacked 227 kB
`)
    const extraPaths = [{ storePath: path(1), narSize: 1, fileSize: 1 }]
    expect(commitMessage({ rows: [], extraPaths, signedPaths: 0, runUrl: null })).toMatch(
      /^publish 1 path\n/
    )
  })

  test.each([
    [
      'outputs of one artifact once',
      [rowWith(), rowWith({ output: 'dev' })],
      'publish hello 2.12.1 (x86_64-linux)'
    ],
    [
      'one artifact for two systems',
      [rowWith(), rowWith({ system: 'aarch64-linux' })],
      'publish hello 2.12.1 (x86_64-linux, aarch64-linux)'
    ],
    [
      'two that fit',
      [rowWith(), rowWith({ name: 'foo' })],
      'publish hello 2.12.1, foo 2.12.1 (x86_64-linux)'
    ],
    [
      'the first of several that do not',
      ['a', 'b', 'c', 'd'].map((name) => rowWith({ name: name.repeat(12) })),
      'publish aaaaaaaaaaaa 2.12.1 and 3 more (x86_64-linux)'
    ],
    [
      'the number of systems when their names do not fit',
      ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin'].map((system) =>
        rowWith({ system })
      ),
      'publish hello 2.12.1 (4 systems)'
    ],
    [
      'no system beside a long name',
      [rowWith({ name: 'n'.repeat(38), version: 'v'.repeat(24) })],
      `publish ${'n'.repeat(38)} ${'v'.repeat(24)}`
    ],
    [
      'a number for what is too long',
      [rowWith({ name: 'n'.repeat(99), version: 'v'.repeat(99) })],
      'publish 1 artifact'
    ]
  ])('has in its first line %s', (_what, rows, subject) => {
    expect(subjectOf(rows)).toBe(subject)
  })

  test('says what was there and is signed now', () => {
    const message = commitMessage({ rows: [], extraPaths: [], signedPaths: 2, runUrl: null })
    expect(message).toBe('sign 2 paths\n\nsigned: 2 paths published before\n')
  })

  test('lists at most a hundred artifacts', () => {
    const rows = Array.from({ length: 250 }, (_, i) =>
      rowWith({ name: `a${i}`, storePath: path(i) })
    )
    const message = commitMessage({ rows, extraPaths: [], signedPaths: 0, runUrl: null })
    expect(message.match(/^\/nix\/store/gm)).toHaveLength(100)
    expect(message).toContain('\n\nand 150 more artifacts\n')
  })

  test('makes no trailer, mention, reference or [skip ci] of a name', () => {
    const evil = '1\n\nCo-authored-by: M <m@x.example>\n[skip ci] fixes #1 @root\u202e'
    const message = commitMessage({
      rows: [
        rowWith({ version: evil, nar: `nar/${evil}`, source: { repository: evil, revision: evil } })
      ],
      extraPaths: [],
      signedPaths: 0,
      runUrl: `https://h/${evil}`
    })
    expect(message).not.toMatch(/^co-authored-by/im)
    expect(message).not.toMatch(/[@#[\]\u202e]/u)
    const trailers = execFileSync('git', ['interpret-trailers', '--parse'], {
      input: message,
      encoding: 'utf8'
    })
    expect(trailers).not.toContain('Co-authored-by: M')
  })

  test.each([
    ['fixes', 'https://github.com/o/r/issues/1'],
    ['closes:', 'GH-1'],
    ['resolves', 'gh-٣'],
    ['resolves', '(GH-12)'],
    ['fix', ':[//evil.example/o/r/issues/1']
  ])('closes no issue by an artifact %s of version %s', (name, version) => {
    const message = commitMessage({
      rows: [rowWith({ name, version, source: { repository: version, revision: name } })],
      extraPaths: [],
      signedPaths: 0,
      pins: [{ name: version, storePath: path(1, 'gh-2.40') }],
      runUrl: 'https://github.com/o/r/actions/runs/1'
    })
    const lines = message.split('\n').filter((line) => !line.startsWith('run: '))
    expect(lines.join('\n').replaceAll(path(1, 'gh-2.40'), '')).not.toMatch(/:\/\/|gh-\p{N}/iu)
    expect(message).toContain(path(1, 'gh-2.40'))
    expect(message).toContain('\nrun: https://github.com/o/r/actions/runs/1\n')
  })

  test('of any texts has lines of known beginnings only, and few bytes for each artifact', () => {
    fc.assert(
      fc.property(hostileRows, hostileText, (rows, runUrl) => {
        const [subject, empty, ...body] = commitMessage({
          rows,
          extraPaths: [],
          signedPaths: 0,
          runUrl
        }).split('\n')
        expect(subject).toMatch(/^publish [^\p{C}\p{Zl}\p{Zp}@#[\]]{1,64}$/u)
        expect(empty).toBe('')
        for (const line of body) {
          expect(line).toMatch(
            /^$|^(\/nix\/store\/|  nar: |  size: |  source: |run: )[^\p{Cc}\p{Cf}\p{Cs}@#[\]<>]*$/u
          )
          expect(line.length).toBeLessThan(700)
        }
      })
    )
  })
})

describe('pins are listed, as words', () => {
  const storePath = `/nix/store/${'a'.repeat(32)}-x`
  const pinned = { rows: [], extraPaths: [], signedPaths: 0, runUrl: null }

  test('and are the subject when there is nothing else', () => {
    const one = commitMessage({ ...pinned, pins: [{ name: 'main', storePath }], unpinned: ['old'] })
    expect(one).toBe(`pin main\n\npin: main => ${storePath}\nunpin: old\n`)
    expect(commitMessage({ ...pinned, unpinned: ['old'] })).toBe('unpin old\n\nunpin: old\n')
    const pins = ['a', 'b'].map((name) => ({ name, storePath }))
    expect(commitMessage({ ...pinned, pins })).toMatch(/^pin 2 names\n/)
  })

  test('without lines, mentions or `[skip ci]` of their names, and at most 100', () => {
    const hostile = { name: 'a\nSigned-off-by: @eve [skip ci]', storePath }
    expect(commitMessage({ ...pinned, pins: [hostile] })).toBe(
      `pin a-Signed-off-by:--eve--skip-ci-\n\npin: a-Signed-off-by:--eve--skip-ci- => ${storePath}\n`
    )
    const pins = Array.from({ length: 103 }, (_, i) => ({ name: `n${i}`, storePath }))
    expect(commitMessage({ ...pinned, pins })).toMatch(/\nand 3 more pins\n$/)
  })
})
