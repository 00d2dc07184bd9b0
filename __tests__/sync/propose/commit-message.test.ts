import { describe, expect, test } from '@jest/globals'
import { isOwnCommit, proposalMessage } from '../../../src/sync/propose/commit-message.ts'
import { changeTo, hashOf } from './fixture.ts'

const tree = 'a'.repeat(40)
const run = 'https://github.com/alice/tool/actions/runs/7'

test('a commit’s message has the title, each hash with what it was, the run, and what it is known by', () => {
  expect(proposalMessage('infer: 0.76.0 → 0.76.1', [changeTo('0.76.1')], run, tree)).toBe(
    [
      'infer: 0.76.0 → 0.76.1',
      '',
      'nix/infer.nix:4 (source, x86_64-linux, aarch64-linux)',
      `  old: ${hashOf('0.76.0')}`,
      `  new: ${hashOf('0.76.1')}`,
      '',
      `run: ${run}`,
      '',
      `Nar-Publish-Tree: ${tree}`
    ].join('\n')
  )
})

test('of several changes each hash is told, one that they share once', () => {
  const change = changeTo('0.76.1')
  const other = { ...change, hashes: change.hashes.map((hash) => ({ ...hash, file: 'nix/x.nix' })) }
  const message = proposalMessage('t', [change, change, other], null, tree)
  expect(message.match(/^nix\/.*:4 /gm)).toEqual(['nix/infer.nix:4 ', 'nix/x.nix:4 '])
  expect(isOwnCommit({ message, tree })).toBe(true)
})

test('a placeholder has no old hash, and a hundred hashes are enough', () => {
  const [hash] = changeTo('0.76.1').hashes
  if (hash === undefined) throw new Error('no hash')
  const hashes = Array.from({ length: 101 }, () => ({ ...hash, oldHash: null }))
  const message = proposalMessage('t', [{ ...changeTo('0.76.1'), hashes }], null, tree)
  expect(message.match(/ {2}old: none\n/g)).toHaveLength(100)
  expect(message).toContain('\n\nand 1 more hash\n\n')
})

test('names can make neither lines nor commands', () => {
  const [hash] = changeTo('0.76.1').hashes
  if (hash === undefined) throw new Error('no hash')
  const hostile = 'x\n\nSigned-off-by: @you [skip ci] #1'
  const hashes = [{ ...hash, file: hostile, derivations: [hostile], systems: [hostile] }]
  const message = proposalMessage('t', [{ ...changeTo('0.76.1'), hashes }], hostile, tree)
  expect(message.split('\n\n')).toHaveLength(4)
  expect(message).not.toMatch(/[@#[]|^Signed-off-by/m)
})

describe('isOwnCommit', () => {
  const message = proposalMessage('t', [changeTo('0.76.1')], run, tree)

  test('knows our own, with the line end that Git may add', () => {
    expect(isOwnCommit({ message, tree })).toBe(true)
    expect(isOwnCommit({ message: `${message}\n`, tree })).toBe(true)
  })

  test.each([
    ['whose content is another', { message, tree: 'b'.repeat(40) }],
    ['with a person’s words behind', { message: `${message}\nSigned-off-by: a`, tree }],
    ['that only quotes it', { message: `Revert\n\n> Nar-Publish-Tree: ${tree}`, tree }],
    ['that has it in its title', { message: `Nar-Publish-Tree: ${tree}`, tree }],
    ['without it', { message: 't', tree }]
  ])('knows none %s', (_, commit) => {
    expect(isOwnCommit(commit)).toBe(false)
  })
})

test('files that were made anew are named, on lines of their own', () => {
  const made = ['nix/deps.json', 'a\nSigned-off-by: x'].map((path) => ({
    ...{ path, text: '', isNew: false },
    by: 'command' as const
  }))
  const change = { ...changeTo('0.76.1'), hashes: [], beside: { files: made, keys: [], left: [] } }
  const message = proposalMessage('t', [change], null, tree)
  expect(message).toMatch(/^t\n\nmade anew:\n {2}nix\/deps\.json\n {2}a.*\n\nNar-Publish-Tree/)
  expect(message).not.toMatch(/^Signed/m)
})
