import { expect, test } from '@jest/globals'
import { isAtLeast, parseNixVersion } from '../../src/nix/nix.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

test.each([
  ['nix (Nix) 2.8.0', 2, 8],
  ['nix (Nix) 2.26.3\n', 2, 26],
  ['nix (Nix) 2.35.0pre20260801_abcdef', 2, 35],
  ['nix (Lix, like Nix) 2.91.1', 2, 91],
  ['nix (Determinate Nix 3.11.2) 2.31.1', 2, 31]
])('reads %j', (text, major, minor) => {
  expect(parseNixVersion(text)).toEqual({ text: text.trim(), major, minor })
})

test.each(['', 'command not found', 'nix (Nix) two'])('refuses %j', (text) => {
  expect(() => parseNixVersion(text)).toThrow(expect.objectContaining({ code: 'NIX_FAILED' }))
})

test('compares versions by number', () => {
  const version = parseNixVersion('nix (Nix) 2.9.1')
  expect(isAtLeast(version, 2, 26)).toBe(false)
  expect(isAtLeast(version, 2, 9)).toBe(true)
  expect(isAtLeast(version, 1, 11)).toBe(true)
  expect(isAtLeast(version, 3, 0)).toBe(false)
})

test.each(testNixes)('opens $name', async ({ makeFolder, open }) => {
  const folder = makeFolder()
  try {
    const { version, cwd } = await open(folder)
    expect(version.text).toMatch(/^nix \(/)
    expect(isAtLeast(version, 2, 8)).toBe(true)
    expect(cwd).toBe(folder)
  } finally {
    await removeFolder(folder)
  }
})
