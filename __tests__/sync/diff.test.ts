import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shownDiff, unifiedDiff } from '../../src/sync/diff.ts'
import type { RewrittenFile } from '../../src/sync/types.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-diff-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** What git makes of the old files with the diff. */
function apply(files: readonly RewrittenFile[], input = unifiedDiff(files)): string[] {
  const root = mkdtempSync(join(folder, 'tree-'))
  for (const { path, before } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    if (before !== null) writeFileSync(join(root, path), before)
  }
  const options = { cwd: root, input }
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], options)
  return files.map(({ path }) => readFileSync(join(root, path), 'utf8'))
}

const file = (path: string, before: string, after: string): RewrittenFile => ({
  path,
  before,
  after
})

test('is what people know', () => {
  expect(
    unifiedDiff([
      file('b.nix', 'a\nb\n', 'a\nc\n'),
      file('a.nix', '1\n2\n3\n4\n5\n6\n7\n', '1\n2\n3\n4\nfive\n6\n7\n'),
      file('same.nix', 'x', 'x')
    ])
  ).toBe(
    [
      '--- a/a.nix\n+++ b/a.nix\n@@ -2,6 +2,6 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n',
      '--- a/b.nix\n+++ b/b.nix\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n'
    ].join('')
  )
  expect(unifiedDiff([])).toBe('')
})

describe('git apply takes it', () => {
  test.each([
    ['CRLF', 'p/a.nix', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['no newline at the end', 'a.nix', 'a\nb', 'a\nc'],
    ['a folder and a file with blanks', 'a b/c d.nix', 'a\n', 'b\n'],
    ['text that looks like a diff', 'a.nix', '--- a/x\n+++ b/x\n@@\n', '--- a/y\n+++ b/x\n@@\n'],
    ['a file that was empty', 'a.nix', '', 'b\n'],
    ['quotes, umlauts, backslashes', 'ä"\\b.nix', 'ä\n', 'ö\n'],
    ['a tab', 'a\tb.nix', 'a\n', 'b\n']
  ])('with %s', (_what, path, before, after) => {
    expect(apply([file(path, before, after)])).toEqual([after])
  })

  test.each(['new.json', 'a b/new.json'])('with a file that is new, %s', (path) => {
    expect(apply([{ path, before: null, after: 'a\nb' }])).toEqual(['a\nb'])
  })

  test('whatever the lines', () => {
    const line = fc.constantFrom('a', 'b', '', ' c', '-d', '+e', '\\ No newline', '@@ -1 +1 @@')
    const text = fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', ''))
      .map(([lines, end]) => lines.join('\n') + end)
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after)
        expect(apply([file('a.nix', before, after)])).toEqual([after])
      }),
      { numRuns: 15 }
    )
  })
})

describe('for eyes', () => {
  const stream = (isTTY: boolean): NodeJS.WriteStream =>
    Object.assign(new Writable(), {
      isTTY,
      getColorDepth: () => 8,
      hasColors: () => true
    }) as unknown as NodeJS.WriteStream
  const diff = unifiedDiff([file('a.nix', 'a\u001b[2Jb\n', 'c\u001b]0;x\u0007d\n')])

  test('a pipe gets it as it is', () => {
    expect(shownDiff(diff, stream(false), false)).toBe(diff)
  })

  test('what may be the log of a job has a fence around it that `git apply` does not mind', () => {
    const hostile = file(
      'a.nix',
      '::set-env name=A::b\n##[add-path]/tmp\n1\n',
      '::set-env name=A::b\n##[add-path]/tmp\n2\n'
    )
    const plain = unifiedDiff([hostile])
    const shown = shownDiff(plain, stream(false), true)
    const [, word = ''] = /^::stop-commands::([\w-]{36})\n/.exec(shown) ?? []
    expect(shown).toBe(`::stop-commands::${word}\n${plain}::${word}::\n`)
    expect(shownDiff(plain, stream(false), true)).not.toContain(word)
    expect(apply([hostile], shown)).toEqual([hostile.after])
    expect(shownDiff('', stream(false), true)).toBe('')
  })

  test('a terminal gets colours, and nothing that steers it', () => {
    const shown = shownDiff(diff, stream(true), true)
    expect(shown).toContain('\u001b[31m-ab\u001b[39m')
    expect(shown).toContain('\u001b[32m+cd\u001b[39m')
    expect(shown).not.toMatch(/\u001b\[2J|\u0007/)
  })
})
