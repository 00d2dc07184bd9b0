import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { findReadme, readmeNotes } from '../../src/catalogue/find-readme.ts'
import type { TargetSnapshot } from '../../src/repository/types.ts'
import { openStore, startStore, store } from '../repository/github/fixture.ts'
import type { FileChanges, GitHubServer } from '../support/github/server.ts'

const block = '<!-- nar-publish:begin -->\nours\n<!-- nar-publish:end -->\n'
const link = (text: string) => ({ mode: '120000', text }) as const

let github: GitHubServer
beforeAll(async () => {
  github = await startStore()
})
afterAll(() => github.close())

let branches = 0
async function snapshotOf(files: FileChanges, token = 'writer'): Promise<TargetSnapshot> {
  const branch = `branch-${++branches}`
  await github.commitFiles(store, branch, files, 'theirs')
  return (await openStore(github, { branch, token })).snapshot()
}

describe('the README of a branch', () => {
  test.each<[string, FileChanges, string, string | null]>([
    ['as it is usually called', { 'README.md': 'x' }, 'README.md', 'x'],
    ['in other letters', { 'readme.md': 'x' }, 'readme.md', 'x'],
    ['in other letters yet', { 'Readme.MD': 'x' }, 'Readme.MD', 'x'],
    ['of two the usual one', { 'README.md': 'x', 'readme.md': 'y' }, 'README.md', 'x'],
    ['of two the one with our block', { 'README.md': 'x', 'readme.md': block }, 'readme.md', block],
    ['a link', { 'README.md': link('docs/about.md'), 'docs/about.md': 'x' }, 'docs/about.md', 'x'],
    [
      'a link that leads to a link',
      { 'readme.md': link('a/b.md'), 'a/b.md': link('./../c.md'), 'c.md': 'x' },
      'c.md',
      'x'
    ],
    ['none', { 'README.rst': 'x', 'docs/README.md': 'y' }, 'README.md', null],
    ['a folder', { 'README.md/x': 'x' }, 'README.md', null],
    ['a link out of the branch', { 'README.md': link('../x.md') }, 'README.md', null],
    ['a link to an absolute path', { 'README.md': link('/etc/x.md') }, 'README.md', null],
    ['a link to nothing', { 'README.md': link('x.md') }, 'README.md', null],
    ['a link to itself', { 'README.md': link('README.md') }, 'README.md', null],
    ['a link to a folder', { 'README.md': link('x.md'), 'x.md/y': 'x' }, 'README.md', null],
    [
      'a link through a link',
      { 'README.md': link('a/x.md'), a: link('b'), 'b/x.md': 'x' },
      'README.md',
      null
    ],
    [
      'a link to a file of the cache',
      { 'README.md': link('catalogue.json'), 'catalogue.json': '{}' },
      'README.md',
      null
    ],
    ['a link to a pin', { 'README.md': link('pins/x.md'), 'pins/x.md': 'x' }, 'README.md', null]
  ])('%s', async (_what, files, path, content) => {
    const found = await findReadme(await snapshotOf(files))
    expect({ ...found, content: found.content?.toString() ?? null }).toMatchObject({
      path,
      content
    })
  })

  test('is found by a stranger, whom GraphQL tells nothing', async () => {
    const files = { 'README.md': link('docs/about.md'), 'docs/about.md': 'x' }
    const found = await findReadme(await snapshotOf(files, ''))
    expect(found).toMatchObject({ path: 'docs/about.md', content: Buffer.from('x') })
  })

  test('with our block costs the listing alone', async () => {
    const snapshot = await snapshotOf({ 'README.md': block, 'readme.md': 'x' })
    github.reset()
    expect(await findReadme(snapshot)).toMatchObject({ path: 'README.md' })
    expect(github.counts().api).toBe(1)
  })
})

describe('people are told when they see another README', () => {
  test.each<[string, FileChanges, RegExp | null]>([
    [
      '.github',
      { 'README.md': block, '.github/README.md': 'x' },
      /^GitHub shows \.github\/README\.md .* not README\.md,/
    ],
    [
      '.github, another form',
      { 'README.md': block, '.github/readme.rst': 'x' },
      /^GitHub shows \.github\/readme\.rst /
    ],
    [
      'what comes before it',
      { 'README.md': block, 'README.adoc': 'x' },
      /^GitHub shows README\.adoc /
    ],
    ['ours before reStructuredText', { 'README.md': block, 'README.rst': 'x', README: 'y' }, null],
    ['ours before docs', { 'README.md': block, 'docs/README.md': 'x' }, null],
    ['a folder of workflows', { 'README.md': block, '.github/workflows/x.yml': 'x' }, null],
    [
      'a new one, before another',
      { 'README.rst': 'x' },
      /^README\.md is new, and .* in place of README\.rst:/
    ],
    ['a new one, before plain text', { README: 'x' }, /in place of README:/],
    ['a new one, before that of docs', { 'docs/README.md': 'x' }, /in place of docs\/README\.md:/],
    [
      'a link to what is shown',
      { 'README.md': link('.github/README.md'), '.github/README.md': block },
      null
    ],
    [
      'a link from what is shown',
      { 'README.md': block, '.github/README.md': link('../README.md') },
      null
    ],
    ['a link to the same name', { 'README.md': link('readme.md'), 'readme.md': 'x' }, null],
    ['the same name in other letters', { 'README.md': 'x', 'readme.md': 'y' }, null],
    ['a new one alone', { 'x.txt': 'x' }, null]
  ])('%s', async (_what, files, note) => {
    const snapshot = await snapshotOf(files)
    const notes = await readmeNotes(snapshot, await findReadme(snapshot))
    expect(notes).toEqual(note === null ? [] : [expect.stringMatching(note)])
  })
})
