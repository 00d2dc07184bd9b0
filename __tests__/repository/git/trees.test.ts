import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import { ObjectReader } from '../../../src/repository/git/cat-file.ts'
import { parseTree, Trees } from '../../../src/repository/git/trees.ts'
import { cleanEnvironment, git, Hosts } from './fixture.ts'

const hosts = new Hosts()
let directory: string
let root: string
let objects: ObjectReader
beforeAll(async () => {
  directory = await hosts.bare()
  const deep = { 'nar/aa/x': 'x', 'nar/ab/y': 'y', 'nar.txt': '', 'new\nline/é "': 'odd' }
  await hosts.commit(directory, { README: 'r', ...deep, 'copy/aa/x': 'x' })
  root = await git(directory, 'rev-parse', 'main^{tree}')
  objects = new ObjectReader({
    ...{ directory, url: directory, env: cleanEnvironment(), log: silentLog }
  })
})
afterAll(() => {
  hosts.remove()
})

test('finds what stands at any path, and nothing below what is no folder', async () => {
  const items = await new Trees(objects, root).itemsAt([
    ...['README', 'nar', 'nar/aa', 'nar/aa/x', 'new\nline/é "'],
    ...['README/x', 'nar/zz/x', 'nar/aa/y', 'missing', '']
  ])
  expect([...items].map(([path, { kind }]) => [path, kind]).sort()).toEqual([
    ['README', 'file'],
    ['nar', 'folder'],
    ['nar/aa', 'folder'],
    ['nar/aa/x', 'file'],
    ['new\nline/é "', 'file']
  ])
  expect(items.get('nar/aa/x')?.object).toBe(await git(directory, 'rev-parse', 'main:nar/aa/x'))
})

test('a folder has its items by their names; a file has none', async () => {
  const trees = new Trees(objects, root)
  expect([...(await trees.itemsIn('nar')).keys()]).toEqual(['aa', 'ab'])
  expect((await trees.itemsIn('')).has('nar.txt')).toBe(true)
  expect(await trees.itemsIn('README')).toEqual(new Map())
  expect(await trees.itemsIn('nowhere')).toEqual(new Map())
})

test('lists all files as git does', async () => {
  const files = await new Trees(objects, root).files()
  const listed = await git(directory, 'ls-tree', '-r', '-z', 'main')
  const expected = listed.split('\0').filter(Boolean)
  expect([...files].map(([path, blob]) => `100644 blob ${blob}\t${path}`)).toEqual(expected)
})

/** A tree of such items, which git checks in no way. */
function writeTree(items: readonly (readonly [mode: string, name: string, object: string])[]) {
  const input = Buffer.concat(
    items.map(([mode, name, object]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(object, 'hex')])
    )
  )
  const args = ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin']
  return execFileSync('git', args, { cwd: directory, env: cleanEnvironment(), input })
    .toString()
    .trim()
}

test('takes a mode as git does, also one that it writes no more', async () => {
  const blob = await git(directory, 'rev-parse', 'main:README')
  const modes = ['100664', '100775', '0040000', '40755', '120777', '160000', '100000']
  const tree = writeTree(
    modes.map((mode) => [mode, mode, /^0?40/.test(mode) ? root : blob] as const)
  )
  const items = await new Trees(objects, tree).itemsIn('')
  const written = { folder: '040000', link: '120000', submodule: '160000' }
  const read = [...items].map(([name, { kind, isExecutable }]) =>
    [kind === 'file' ? (isExecutable ? '100755' : '100644') : written[kind], name].join(' ')
  )
  const listed = await git(directory, 'ls-tree', tree)
  expect(read).toEqual(listed.split('\n').map((line) => line.replace(/ .*\t/, ' ')))
})

test('any number of files that a few trees make is GIT_FAILED before they take all memory', async () => {
  let bomb = writeTree([['100644', 'x', await git(directory, 'rev-parse', 'main:README')]])
  const names = Array.from({ length: 10 }, (_, index) => String(index))
  for (let level = 0; level < 12; level++) {
    bomb = writeTree(names.map((name) => ['40000', name, bomb] as const))
  }
  await expect(new Trees(objects, bomb).files(1_000_000)).rejects.toMatchObject({
    ...{ code: 'GIT_FAILED', subject: `tree ${bomb}` },
    reason: expect.stringContaining('over 1000000 bytes')
  })
})

test('folders may be as deep as they are', async () => {
  const depth = 12_000
  const named = (level: number): string => level.toString(16).padStart(40, '0')
  const read = (_kind: string, names: readonly string[]) =>
    Promise.resolve(
      new Map(
        names.map((name) => {
          const level = Number.parseInt(name, 16)
          const item = level < depth ? '40000 d\0' : '100644 x\0'
          const content = Buffer.concat([Buffer.from(item), Buffer.from(named(level + 1), 'hex')])
          return [name, { object: name, content }]
        })
      )
    )
  const trees = new Trees({ read }, named(0))
  expect([...(await trees.files()).keys()]).toEqual([`${'d/'.repeat(depth)}x`])
})

describe('what no git has written', () => {
  test.each([
    ['no blank', '100644'],
    ['no end of the name', '100644 name'],
    ['no name', `100644 \0${'o'.repeat(20)}`],
    ['half an object', '100644 name\0half']
  ])('is no tree (%s)', (_what, text) => {
    expect(parseTree(Buffer.from(text), 20)).toBeNull()
  })

  test('is GIT_FAILED, and so is a tree that is not here', async () => {
    const blob = await git(directory, 'rev-parse', 'main:README')
    await expect(new Trees(objects, blob).files()).rejects.toMatchObject({ code: 'GIT_FAILED' })
  })
})
