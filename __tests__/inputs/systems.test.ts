import { describe, expect, test } from '@jest/globals'
import { unusedSystems } from '../../src/inputs/common.ts'
import { isSystem, meantSystem } from '../../src/inputs/systems.ts'

test.each(
  [
    ...['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin', 'i686-linux'],
    ...['riscv64-linux', 'armv5tel-linux', 'armv6l-linux', 'armv7l-linux', 'powerpc64le-linux'],
    ...['s390x-linux', 'loongarch64-linux', 'mips64el-linux', 'm68k-linux', 'microblazeel-linux'],
    ...['x86_64-freebsd', 'aarch64-netbsd', 'x86_64-openbsd', 'x86_64-cygwin', 'i686-windows'],
    ...['wasm32-wasi', 'wasm64-wasi', 'avr-none', 'aarch64_be-none', 'or1k-none', 'vc4-none'],
    ...['javascript-ghcjs', 'mmix-mmixware', 'x86_64-redox', 'x86_64-solaris', 'aarch64-genode']
  ].map((system) => [system])
)('%s is one that Nix can know', (system) => {
  expect(isSystem(system)).toBe(true)
  expect(meantSystem(system)).toBe(system)
})

test.each([
  ['x86_65-linux', 'x86_64-linux'],
  ['x86_46-linux', 'x86_64-linux'],
  ['x86-64-linux', 'x86_64-linux'],
  ['x86_64-linx', 'x86_64-linux'],
  ['x86_64linux', 'x86_64-linux'],
  ['X86_64-Linux', 'x86_64-linux'],
  ['linux-x86_64', 'x86_64-linux'],
  ['linux/amd64', 'x86_64-linux'],
  ['x86_64-unknown-linux-gnu', 'x86_64-linux'],
  ['darwin-arm64', 'aarch64-darwin'],
  ['arm64-apple-darwin', 'aarch64-darwin'],
  ['aarch64-macos', 'aarch64-darwin'],
  ['arch64-linux', 'aarch64-linux'],
  ['mars', null],
  ['linux', null],
  ['windows-latest', null],
  ['', null],
  ['__proto__-linux', null],
  ['a-'.repeat(5000), null]
])('%j is none, and may mean %j', (text, meant) => {
  expect(isSystem(text)).toBe(false)
  expect(meantSystem(text)).toBe(meant)
})

describe('what nothing is for', () => {
  const of = (...systems: string[]) => systems.map((system) => ({ system }))

  test('is told of systems that somebody wrote', () => {
    const value = ['x86_64-linux', 'aarch64-linux', 'riscv64-linux']
    expect(unusedSystems({ value, source: 'input' }, of('x86_64-linux', 'x86_64-linux'))).toEqual([
      expect.stringContaining('is for aarch64-linux and riscv64-linux, which `systems` names')
    ])
    expect(unusedSystems({ value, source: 'input' }, of(...value))).toEqual([])
    expect(unusedSystems({ value, source: 'runner' }, [])).toEqual([])
  })
})
