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

describe('what no git has written', () => {
  test.each([
    ['no blank', '100644'],
    ['no end of the name', '100644 name'],
    ['half an object', '100644 name\0half']
  ])('is no tree (%s)', (_what, text) => {
    expect(parseTree(Buffer.from(text), 20)).toBeNull()
  })

  test('is GIT_FAILED, and so is a tree that is not here', async () => {
    const blob = await git(directory, 'rev-parse', 'main:README')
    await expect(new Trees(objects, blob).files()).rejects.toMatchObject({ code: 'GIT_FAILED' })
  })
})
