import { describe, expect, test } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import { filesOf, namesOf, planReleases, removeReleased } from '../../src/prune/release-files.ts'
import type { FileRelease, ReleasedFile, ReleasedFiles } from '../../src/repository/types.ts'
import { now } from './support.ts'

const hour = 3_600_000
const address = (tag: string, name: string): string =>
  `https://github.com/o/r/releases/download/${tag}/${name}`

function release(
  tag: string,
  files: Record<string, number>,
  changes: Partial<FileRelease> = {}
): FileRelease {
  return {
    id: 1,
    tag,
    isDraft: false,
    isImmutable: false,
    madeAt: now - 100 * hour,
    files: Object.entries(files).map(([name, hours], id) => ({
      id,
      name,
      size: 5,
      uploadedAt: now - hours * hour
    })),
    ...changes
  }
}

function plan(releases: FileRelease[], named: string[], before: string[] = named) {
  const names = (all: string[]): Set<string> => new Set(all.map((one) => `s-1/${one}`))
  const planned = planReleases(releases, { now: names(named), before: names(before) }, now)
  return {
    files: planned.files.map(({ name }) => name),
    releases: planned.releases.map(({ tag }) => tag),
    gone: filesOf(planned).map(({ name }) => name),
    notes: planned.notes
  }
}

describe('release assets', () => {
  test('that were named and are no longer go, however young', () => {
    const releases = [release('s-1', { a: 0, b: 0 })]
    expect(plan(releases, ['b'], ['a', 'b'])).toMatchObject({ files: ['a'], releases: [] })
  })

  test('that nobody ever named stay for a day: their commit may be on its way', () => {
    const releases = [release('s-1', { named: 50, young: 23, forgotten: 25 })]
    expect(plan(releases, ['named']).gone).toEqual(['forgotten'])
  })

  test('go with their release when it has no other', () => {
    const releases = [release('s-1', { a: 1, b: 1 })]
    expect(plan(releases, [], ['a', 'b'])).toEqual({
      files: [],
      releases: ['s-1'],
      gone: ['a', 'b'],
      notes: []
    })
  })

  test('of an immutable release go all together or not at all', () => {
    const immutable = { isImmutable: true }
    expect(plan([release('s-1', { a: 1, b: 1 }, immutable)], ['b'], ['a', 'b'])).toMatchObject({
      gone: [],
      notes: [expect.stringContaining('of its 2 files, 1 that nothing names')]
    })
    expect(plan([release('s-1', { a: 1 }, immutable)], [], ['a']).releases).toEqual(['s-1'])
  })
})

describe('releases', () => {
  test('that are empty go when they are older than a day', () => {
    expect(plan([release('s-1', {})], []).releases).toEqual(['s-1'])
    expect(plan([release('s-1', {}, { madeAt: now - 23 * hour })], []).releases).toEqual([])
  })

  test('that are drafts go when they were abandoned, with what was uploaded', () => {
    const draft = { isDraft: true }
    expect(plan([release('s-1', { a: 90 }, draft)], []).releases).toEqual(['s-1'])
    expect(plan([release('s-1', { a: 90, b: 2 }, draft)], []).gone).toEqual([])
    const young = { isDraft: true, madeAt: now - 2 * hour }
    expect(plan([release('s-1', {}, young)], [])).toEqual({
      files: [],
      releases: [],
      gone: [],
      notes: []
    })
  })
})

test('what a publish names while others are deleted stays', async () => {
  const names = new Set<string>()
  const before = new Set(['s-1/a', 's-1/b', 's-2/c', 's-3/d'])
  const releases = [
    release('s-1', { a: 50, b: 50, kept: 1 }),
    release('s-2', { c: 50 }),
    release('s-3', { d: 50 })
  ]
  const planned = planReleases(releases, { now: new Set(['s-1/kept']), before }, now)
  const deleted: string[] = []
  const released: Omit<ReleasedFiles, 'roomFor' | 'copyFromTree'> = {
    list: () => Promise.resolve(releases),
    narInfosElsewhere: () => Promise.resolve([]),
    deleteFile: ({ name }) => {
      deleted.push(name)
      // The publish lands.
      names.add('s-1/b').add('s-2/c')
      return Promise.resolve()
    },
    deleteRelease: ({ tag }) => {
      deleted.push(tag)
      return Promise.resolve(true)
    }
  }
  const gone: ReleasedFile[] = []
  await removeReleased(released, planned, () => Promise.resolve(names), gone, silentLog)
  expect(deleted).toEqual(['a', 's-3'])
  expect(gone.map(({ name }) => name)).toEqual(['a', 'd'])
})

test('a name is found in whatever address leads there', () => {
  const texts = [
    `URL: ${address('s-1', 'old%2Bname.nar')}\nno narinfo\n`,
    `URL: https://renamed.example/${address('s-1', 'x').slice(19)}?download=1\n`
  ]
  const names = namesOf([], texts)
  expect(names.has('s-1/old+name.nar')).toBe(true)
  expect(names.has('s-1/x')).toBe(true)
  expect(names.has('s-2/x')).toBe(false)
})
