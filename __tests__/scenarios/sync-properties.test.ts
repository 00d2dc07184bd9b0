/** Random package files through the whole of version-sync, judged by files whose hashes were computed another way. */
import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { output } from '../support/program.ts'
import {
  computeHashes,
  fillHashes,
  instantiate,
  placeCheckout,
  type Checkout,
  type Tree
} from '../support/sync-hashes.ts'
import { makePackageSet, type PackageSet } from '../support/sync-packages.ts'
import { makeProject, syncProject } from '../support/sync-project.ts'
import {
  randomPackage,
  randomPackageReference,
  type RandomPackage
} from '../support/sync-random-package.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet

beforeAll(() => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
})

afterAll(() => {
  removeScratch(folder, parent)
})

/** Packages of one property's run share their Nix processes. */
const packagesAtOnce = 4
const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
const numRuns = isLong ? 12 : 3
/** Milliseconds: looking for a smaller counterexample ends before the test's own limit. */
const timeLimit = isLong ? 600_000 : 50_000

describe('a random package file', () => {
  it('differs afterwards at its version and at traced hashes only, and builds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomPackage, { minLength: 1, maxLength: packagesAtOnce, size: 'max' }),
        async (packages) => {
          const [before, after] = await Promise.all([
            fillAll(packages, ({ before }) => before),
            fillAll(packages, ({ after }) => after)
          ])
          const synced = await Promise.all(
            packages.map((each, index) => syncOne(each, before[index]))
          )
          const wanted = packages.map(({ isFollowed }, index) =>
            isFollowed ? after[index] : before[index]
          )
          expect(synced).toEqual(wanted)
          // What was refused may hold placeholders still.
          await expectBuilds(packages, after)
        }
      ),
      { numRuns, interruptAfterTimeLimit: timeLimit }
    )
  })
})

async function syncOne(
  { version, systems, isFollowed }: RandomPackage,
  before: Tree = new Map()
): Promise<Tree> {
  const project = await makeProject(set, before)
  const synced = syncProject(set, project, {
    package: randomPackageReference,
    version,
    systems: systems.join(' ')
  })
  if (isFollowed) await synced
  else await expect(synced).rejects.toMatchObject({ code: 'SOURCE_UNCHANGED' })
  return project.read()
}

/** Trees of the packages, with right hashes. */
async function fillAll(
  packages: readonly RandomPackage[],
  treeOf: (each: RandomPackage) => Tree
): Promise<Tree[]> {
  const hashes = await computeHashes(
    set,
    packages.map((each) => checkoutOf(each, treeOf(each)))
  )
  return packages.map(
    (each, index) =>
      new Map(
        [...treeOf(each)].map(([path, text]) => [
          path,
          fillHashes(text, hashes[index] ?? new Map())
        ])
      )
  )
}

async function expectBuilds(
  packages: readonly RandomPackage[],
  trees: readonly Tree[]
): Promise<void> {
  const placed = packages.map((each, index) =>
    placeCheckout(set, checkoutOf(each, trees[index] ?? new Map()))
  )
  const drvPaths = (await instantiate(set, placed)).flat()
  const built = await output('nix-store', ['--realise', ...drvPaths], { env: set.everySystem })
  expect(built.split('\n')).toHaveLength(drvPaths.length)
}

function checkoutOf({ systems }: RandomPackage, tree: Tree): Checkout {
  return { tree, package: randomPackageReference, systems, isNixpkgs: false }
}
