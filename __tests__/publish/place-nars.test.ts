import { describe, expect, test } from '@jest/globals'
import type { PackedPath } from '../../src/binary-cache/types.ts'
import { placeNars, type PlacedNars } from '../../src/publish/place-nars.ts'
import type { ReleasedFiles } from '../../src/repository/types.ts'
import { packedPath, pathOf } from './support.ts'

const mebibyte = 1_048_576

/** One NAR of each size, in this order. */
function nars(sizes: readonly number[]): PackedPath[] {
  return sizes.map((fileSize, index) => {
    const path = packedPath(pathOf(`nar-${index}`))
    return {
      ...path,
      nar: { ...path.nar, cachePath: `nar/00/${index}.nar`, fileSize }
    }
  })
}

interface Situation {
  sizes: readonly number[]
  releaseAbove?: number | null
  /** Repository that the workflow runs in; the target is `o/store`. */
  isSource?: boolean
  isPrivate?: boolean
  /** Indexes of NARs that are release assets already. */
  there?: readonly number[]
  left?: number
}

/** Sizes of those beside the tree, whether the host was asked, and what is said. */
async function placed(situation: Situation): Promise<{
  beside: number[]
  asked: number
  notes: PlacedNars['notes']
}> {
  const { sizes, releaseAbove = null, isSource = false, isPrivate = false } = situation
  const { there = [], left = 480 } = situation
  let asked = 0
  const roomFor: ReleasedFiles['roomFor'] = () => {
    asked++
    return Promise.resolve({
      there: new Set(there.map((index) => `nar/00/${index}.nar`)),
      left
    })
  }
  const target = {
    name: 'o/store',
    branch: 'nix-cache',
    isPrivate,
    largestTreeFile: 100 * mebibyte,
    repositoryBytes: 17_800_000,
    releasedFiles: isPrivate ? null : ({ roomFor } as ReleasedFiles)
  }
  const { files, notes } = await placeNars(
    { inputs: { releaseAbove }, isSource },
    target,
    nars(sizes)
  )
  expect(files).toHaveLength(sizes.length)
  const beside = files.filter(({ placement }) => placement === 'release').map(({ size }) => size)
  return { beside, asked, notes }
}

const border = 64 * 1024

describe('`release-above: auto`', () => {
  test.each([
    ['in a repository of the cache’s own: over 100 MiB', false, [100 * mebibyte + 1]],
    ['in the source’s own repository: over 64 KiB', true, [border + 1, 100 * mebibyte + 1]]
  ])('%s', async (_, isSource, beside) => {
    const sizes = [1, border, ...(isSource ? [border + 1] : [100 * mebibyte]), 100 * mebibyte + 1]
    expect(await placed({ sizes, isSource })).toEqual({
      beside,
      asked: 1,
      notes: []
    })
  })

  test('asks nothing about releases when no NAR is over the border', async () => {
    const sizes = [1, border]
    expect(await placed({ sizes, isSource: true })).toEqual({ beside: [], asked: 0, notes: [] })
  })

  test('sends the largest when the hour does not take all, and says so', async () => {
    const sizes = [100_000, 300_000, 200_000, 200_000, 400_000]
    expect(await placed({ sizes, isSource: true, left: 3 })).toEqual({
      // A third one of 200,000 bytes has an equal that would be a fourth.
      beside: [300_000, 400_000],
      asked: 1,
      notes: [
        'Of 5 NARs over 64 KiB the 2 over 200 kB become release assets, and the others go into the tree: GitHub takes 3 more uploads within this hour.'
      ]
    })
  })

  test('counts none that an earlier run has uploaded, and leaves it where it is', async () => {
    const sizes = [100_000, 300_000, 200_000]
    expect(await placed({ sizes, isSource: true, left: 1, there: [0, 2] })).toEqual({
      beside: sizes,
      asked: 1,
      notes: []
    })
  })

  test('keeps out of the tree what Git does not take, whatever the hour', async () => {
    const sizes = [200_000, 100 * mebibyte + 1]
    expect(await placed({ sizes, isSource: true, left: 0 })).toMatchObject({
      beside: [100 * mebibyte + 1]
    })
  })
})

describe('a size', () => {
  test('holds in every public repository, down to one byte', async () => {
    const sizes = [1, 2, 3]
    expect(await placed({ sizes, releaseAbove: 1 })).toMatchObject({ beside: [2, 3] })
    expect(await placed({ sizes, releaseAbove: 2, isSource: true })).toMatchObject({
      beside: [3]
    })
  })

  test('is kept when the hour does not take all, and what will happen is said', async () => {
    const sizes = [5, 6, 7]
    expect(await placed({ sizes, releaseAbove: 1, left: 2 })).toEqual({
      beside: sizes,
      asked: 1,
      notes: [
        '3 NARs are to become release assets, and GitHub takes 2 more uploads within this hour: it will tell the run to wait. Run it again then, which sends no file twice; or give a larger `release-above`.'
      ]
    })
  })
})

describe('a private repository', () => {
  test('takes all into the tree, and the source’s own is told what clones cost', async () => {
    const sizes = [10, 6_000_000, 300_000]
    expect(await placed({ sizes, isPrivate: true, isSource: true })).toEqual({
      beside: [],
      asked: 0,
      notes: [
        'o/store is private, and Nix cannot read its release assets: the tree of nix-cache gets 2 NARs of 6.3 MB, and every clone of the source brings them (it has 17.8 MB so far); a repository of the cache’s own, as `target-repository`, spares it that.'
      ]
    })
  })

  test('of the cache’s own says nothing, unless a size was given', async () => {
    const sizes = [6_000_000]
    expect(await placed({ sizes, isPrivate: true })).toMatchObject({ beside: [], notes: [] })
    expect(await placed({ sizes, isPrivate: true, releaseAbove: 1 })).toMatchObject({
      beside: [],
      notes: [
        'o/store is private, and Nix cannot read its release assets: the tree of nix-cache gets 1 NAR of 6 MB, whatever `release-above` says.'
      ]
    })
  })
})
