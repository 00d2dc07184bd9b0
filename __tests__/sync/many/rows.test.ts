import { describe, expect, test } from '@jest/globals'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
import { rowsOf } from '../../../src/sync/many/rows.ts'
import type { ChangeSet, ListedPackage } from '../../../src/sync/many/types.ts'

const runners = new Map([
  ['x86_64-linux', 'ubuntu-24.04'],
  ['x86_64-darwin', 'macos-15-intel']
])

function listed(name: string): ListedPackage {
  return {
    reference: parsePackageReference(`.#"${name}"`),
    ...{ name, version: '1.2.0', source: null, newest: '1.3.0', tag: null },
    ...{ state: 'outdated', why: null }
  }
}

function set(names: string[], more: Partial<ChangeSet> = {}): ChangeSet {
  const machines = [{ system: 'x86_64-linux', systems: ['x86_64-linux', 'aarch64-linux'] }]
  return { packages: names.map(listed), version: '1.3.0', shared: null, machines, ...more }
}

describe('the rows of a matrix', () => {
  test('are one for each set and each machine that it needs, and what its job is told', () => {
    const machines = [
      { system: 'x86_64-linux', systems: ['x86_64-linux', 'aarch64-linux'] },
      { system: 'x86_64-darwin', systems: ['x86_64-darwin'] }
    ]
    const { rows, notes } = rowsOf([set(['luna', 'luna-docs'], { machines })], runners, {
      kind: 'latest'
    })
    const common = {
      name: 'luna+luna-docs',
      package: '.#"luna"\n.#"luna-docs"',
      version: '1.3.0'
    }
    expect(rows).toEqual([
      {
        ...common,
        system: 'x86_64-linux',
        os: 'ubuntu-24.04',
        systems: 'x86_64-linux aarch64-linux'
      },
      { ...common, system: 'x86_64-darwin', os: 'macos-15-intel', systems: 'x86_64-darwin' }
    ])
    expect(notes).toEqual([])
  })

  test('have names that no two share, and that mean nothing to a shell or a file system', () => {
    const { rows } = rowsOf(
      [set(['$(rm -rf ~)']), set(['--rm --rf ~-']), set(['../x']), set(['…'])],
      runners,
      { kind: 'latest' }
    )
    const names = rows.map(({ name }) => name)
    expect(new Set(names).size).toBe(4)
    for (const name of names) expect(name).toMatch(/^[\w+][\w.+-]*$/)
  })

  test('follow a branch where that was asked for', () => {
    const { rows } = rowsOf([set(['luna'])], runners, { kind: 'branch', name: 'next' })
    expect(rows[0]?.version).toBe('branch:next')
  })

  test('are at most as many as a matrix takes, whole sets of them, and the rest is told', () => {
    const sets = ['a', 'b', 'c'].map((name) => set([name, `${name}-docs`]))
    const { rows, notes } = rowsOf(sets, runners, { kind: 'latest' }, 2)
    expect(rows.map(({ name }) => name)).toEqual(['a+a-docs', 'b+b-docs'])
    expect(notes).toEqual([
      'The matrix is full: 2 outdated packages, from .#"c" on, have to wait for another run.'
    ])
  })

  test('leave out a set that goes nowhere, and a machine that nobody has, and tell both', () => {
    const machines = [
      { system: 'x86_64-linux', systems: ['x86_64-linux'] },
      { system: 'riscv64-linux', systems: ['riscv64-linux'] }
    ]
    const { rows, notes } = rowsOf(
      [set(['a', 'b'], { version: null, shared: 'version at x.nix:1' }), set(['c'], { machines })],
      runners,
      { kind: 'latest' }
    )
    expect(rows.map(({ name, system }) => `${name} ${system}`)).toEqual(['c x86_64-linux'])
    expect(notes).toEqual([
      'No job for .#"a" and .#"b", which are one change: version at x.nix:1.',
      '.#"c" has hashes that only a machine of riscv64-linux can make, and `runner-map` has none: they stay.'
    ])
  })
})
