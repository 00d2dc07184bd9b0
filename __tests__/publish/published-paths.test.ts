/** Which of what jobs packed for each other is published. */
import { expect, test } from '@jest/globals'
import type { PackedPath } from '../../src/binary-cache/types.ts'
import {
  manifestPathOf,
  parseManifest,
  type Manifest
} from '../../src/publish/packed-folder/manifest.ts'
import { publishedPaths } from '../../src/publish/packed-folder/published.ts'
import type { PackedFolder } from '../../src/publish/packed-folder/read.ts'
import { packedPath, pathOf } from './support.ts'

/** Name → what it refers to. */
function folderOf(
  packed: Record<string, string[]>,
  { handed = [], ...manifest }: Partial<Manifest> = {}
): PackedFolder {
  const paths = Object.entries(packed).map(([name, references]): PackedPath => {
    const path = packedPath(pathOf(name))
    return { ...path, info: { ...path.info, references: references.map(pathOf) } }
  })
  return {
    folder: 'folder',
    manifest: {
      ...{ version: 1, tool: '1', target: { name: 'o/store', branch: 'main' }, systems: [] },
      ...{ closure: 'binary', artifacts: [], skipped: [], failures: [] },
      ...manifest,
      paths: paths.map(manifestPathOf),
      handed: handed.map(pathOf)
    },
    packed: paths,
    logs: new Map()
  }
}

const giver = folderOf(
  { shared: ['base'], base: [], spare: ['base'] },
  { handed: ['shared', 'base', 'spare'] }
)

test('what was handed on is published when something published refers to it, at however many steps', () => {
  expect(publishedPaths([giver])).toEqual(new Set())
  const taker = folderOf({ hello: ['shared'] })
  expect([...publishedPaths([taker, giver])].sort()).toEqual(
    ['base', 'hello', 'shared'].map(pathOf).sort()
  )
})

test('with closure: cache all of it is', () => {
  const all = { ...giver, manifest: { ...giver.manifest, closure: 'cache' as const } }
  expect(publishedPaths([all]).size).toBe(3)
})

test('with closure: bare nothing is for being referred to', () => {
  const bare = [giver, folderOf({ hello: ['shared'] })].map((folder) => ({
    ...folder,
    manifest: { ...folder.manifest, closure: 'bare' as const }
  }))
  expect(publishedPaths(bare)).toEqual(new Set([pathOf('hello')]))
})

test.each(['excluded', 'upstream'] as const)(
  'what is %s is not, whatever refers to it',
  (reason) => {
    const skipped = [{ storePath: pathOf('base'), reason, detail: 'so it is' }]
    const taker = folderOf({ hello: ['shared'] }, { skipped })
    expect([...publishedPaths([taker, giver])].sort()).toEqual(
      ['hello', 'shared'].map(pathOf).sort()
    )
  }
)

test('what one job hands on and another publishes is published', () => {
  expect(publishedPaths([giver, folderOf({ base: [] })])).toEqual(new Set([pathOf('base')]))
})

test('a folder that hands on what it has not is refused', () => {
  const { manifest } = folderOf({ hello: [] }, { handed: ['other'] })
  expect(() => parseManifest(Buffer.from(JSON.stringify(manifest)), 'manifest.json')).toThrow(
    expect.objectContaining({
      code: 'PACKED_INVALID',
      reason: expect.stringContaining('none of its paths')
    })
  )
})
