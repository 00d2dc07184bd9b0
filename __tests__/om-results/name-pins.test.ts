import { expect, test } from '@jest/globals'
import { namePins, type NamedPath } from '../../src/om-results/name-pins.ts'

const pathOf = (name: string): string => `/nix/store/${'0'.repeat(32)}-${name}`

function entry(name: string, changes: Partial<NamedPath> = {}): NamedPath {
  return { subflake: 'ROOT', system: 'x86_64-linux', name, storePath: pathOf(name), ...changes }
}

const names = (entries: readonly NamedPath[], prefix = 'main'): Record<string, string> =>
  Object.fromEntries(namePins(entries, prefix).pins.map(({ name, storePath }) => [name, storePath]))

test('each entry is <prefix>-<system>-<name>', () => {
  const other = entry('foo', { system: 'aarch64-linux', storePath: pathOf('arm') })
  expect(names([entry('foo'), entry('bar'), other], 'feat/$(x)')).toEqual({
    'feat/$(x)-x86_64-linux-foo': pathOf('foo'),
    'feat/$(x)-x86_64-linux-bar': pathOf('bar'),
    'feat/$(x)-aarch64-linux-foo': pathOf('arm')
  })
})

test('one path that two subflakes name alike has one pin, without a word', () => {
  const result = namePins([entry('foo'), entry('foo', { subflake: 'docs' })], 'main')
  expect(result).toEqual({
    pins: [{ name: 'main-x86_64-linux-foo', storePath: pathOf('foo') }],
    notes: [],
    failures: []
  })
})

test('a name of two paths stays ROOT’s, whatever the order, and the others get their subflake’s', () => {
  const entries = [
    entry('foo', { subflake: 'docs', storePath: pathOf('docs') }),
    entry('foo'),
    entry('foo', { subflake: 'dev', storePath: pathOf('dev') })
  ]
  const expected = {
    'main-x86_64-linux-foo': pathOf('foo'),
    'main-x86_64-linux-docs-foo': pathOf('docs'),
    'main-x86_64-linux-dev-foo': pathOf('dev')
  }
  expect(names(entries)).toEqual(expected)
  expect(names(entries.toReversed())).toEqual(expected)
  const { notes } = namePins(entries, 'main')
  expect(notes).toEqual([
    expect.stringMatching(
      /^The subflakes "docs", "ROOT" and "dev" have different packages for x86_64-linux that are named "foo"/
    )
  ])
})

test('a pin that another entry has already is told, and not taken away', () => {
  const entries = [
    entry('docs-foo', { storePath: pathOf('first') }),
    entry('foo', { subflake: 'docs', storePath: pathOf('second') }),
    entry('foo')
  ]
  expect(names(entries)).toEqual({
    'main-x86_64-linux-docs-foo': pathOf('first'),
    'main-x86_64-linux-foo': pathOf('foo')
  })
  expect(namePins(entries, 'main').notes).toContain(
    `"main-x86_64-linux-docs-foo" is the pin of ${pathOf('first')} already: ${pathOf('second')} gets none.`
  )
})

test('an entry of no known system fails, and the others are pinned', () => {
  const result = namePins([entry('foo', { system: null }), entry('bar')], 'main')
  expect(result.pins).toEqual([{ name: 'main-x86_64-linux-bar', storePath: pathOf('bar') }])
  expect(result.failures).toMatchObject([
    { installable: pathOf('foo'), error: { code: 'OM_RESULTS_INVALID' } }
  ])
})

test('a name that no file can have is PIN_NAME_INVALID', () => {
  expect(() => namePins([entry('x'.repeat(10_000_000))], 'main')).toThrow('PIN_NAME_INVALID')
})

test('50,000 subflakes that share a name have a pin each, and one sentence', () => {
  const entries = Array.from({ length: 50_000 }, (_, i) =>
    entry('foo', { subflake: `s${i}`, storePath: pathOf(`foo-${i}`) })
  )
  const { pins, notes } = namePins(entries, 'main')
  expect(new Set(pins.map(({ name }) => name)).size).toBe(50_000)
  expect(notes).toEqual([expect.stringContaining('"s19" and 49980 more have different packages')])
})
