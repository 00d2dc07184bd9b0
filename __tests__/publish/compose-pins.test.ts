import { describe, expect, test } from '@jest/globals'
import { emptyCatalogue, mergeCatalogue } from '../../src/catalogue/catalogue.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { formatPin, pinFile } from '../../src/pins/pin.ts'
import { composeChange, narInfoOf, type Contribution } from '../../src/publish/compose.ts'
import { composePins } from '../../src/publish/compose-pins.ts'
import type { TargetSnapshot } from '../../src/repository/types.ts'
import { rowWith } from '../catalogue/support.ts'
import { catalogueAmong, catalogueFiles } from '../support/catalogue.ts'
import { artifactNamed, packedPath, pathOf, runWith, snapshotOf, target } from './support.ts'

type Files = Map<string, Buffer>

const pinOf = (name: string, path: string): [string, Buffer] => [
  pinFile(name),
  Buffer.from(formatPin(pathOf(path)))
]

/** A state that nobody may list whole. */
function unlisted(files: Files): TargetSnapshot {
  const listFiles = (): Promise<never> => Promise.reject(new Error('the whole branch was listed'))
  return { ...snapshotOf(files), listFiles }
}

describe('the pins of a state', () => {
  const files: Files = new Map([pinOf('main', 'a-1'), pinOf('feat/x', 'b-1')])

  test('are read from their folder, whatever else the branch has', async () => {
    const pins = [{ name: 'new', storePath: pathOf('c-1') }]
    const composed = await composePins({ pins, unpin: ['main'] }, unlisted(files), {
      readme: null,
      isPinned: false
    })
    expect(composed.before.map(({ name }) => name).sort()).toEqual(['feat/x', 'main'])
    expect(composed.all.map(({ name }) => name).sort()).toEqual(['feat/x', 'new'])
    expect(composed.deletedFiles).toEqual([pinFile('main')])
  })

  test('are those below folders of somebody’s own, too', async () => {
    const own: Files = new Map([...files, ['pins/own/x', Buffer.from(formatPin(pathOf('d-1')))]])
    const { all } = await composePins({ pins: [], unpin: [] }, snapshotOf(own), {
      readme: null,
      isPinned: true
    })
    expect(all.map(({ storePath }) => storePath).sort()).toEqual(['a-1', 'b-1', 'd-1'].map(pathOf))
  })

  test('are not looked for where nothing tells of any', async () => {
    const composed = await composePins({ pins: [], unpin: [] }, unlisted(files), {
      readme: null,
      isPinned: false
    })
    expect(composed.all).toEqual([])
  })
})

test('a publish that pins what it brings reads no more of a large catalogue than its own shard', async () => {
  const run = runWith()
  const rows: CatalogueRow[] = Array.from({ length: 300 }, (_, number) =>
    rowWith({ name: `tool-${number}`, storePath: pathOf(`tool-${number}`) })
  )
  const old = { name: 'old', storePath: pathOf('tool-7') }
  const files: Files = new Map([
    ...catalogueFiles(mergeCatalogue(emptyCatalogue, { rows, publicKeys: [] }), [old]),
    pinOf('old', 'tool-7')
  ])
  const path = packedPath(pathOf('hello-1.0'))
  const contribution: Contribution = {
    packed: [{ ...path, narInfo: narInfoOf(run, path) }],
    toSign: [],
    artifacts: [artifactNamed('hello-1.0')],
    pins: [{ name: 'main', storePath: pathOf('hello-1.0') }],
    publishedAt: '2026-11-29T04:05:06Z'
  }
  const read: string[][] = []
  const snapshot: TargetSnapshot = {
    ...unlisted(files),
    readFiles: (paths) => {
      read.push([...paths])
      return snapshotOf(files).readFiles(paths)
    }
  }
  const { change } = await composeChange(run, target, contribution, snapshot)
  expect(read).toEqual([[pinFile('old')]])
  const after = new Map([...files, ...(change?.files ?? [])])
  const whole = catalogueFiles(catalogueAmong(after), [
    old,
    { name: 'main', storePath: pathOf('hello-1.0') }
  ])
  for (const [path, content] of whole)
    expect([path, after.get(path)?.toString()]).toEqual([path, content.toString()])
  expect(after.get('README.md')?.toString()).toMatch(/\| \[hello\].*\n\| \[tool-7\]/)
})
