/**
 * Every fixture of version-sync through the whole of it, on a checkout: real Git, real Nix, and hashes that were computed another
 * way (fixtures/sync/README.md).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import pLimit from 'p-limit'
import { NarPublishError } from '../../src/errors.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { placeOf } from '../../src/sync/types.ts'
import { output } from '../support/program.ts'
import { checkoutOf, fillCases, namedCases, type SyncCase } from '../support/sync-cases.ts'
import { instantiate, placeCheckout } from '../support/sync-hashes.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeProject, syncProject, type Project } from '../support/sync-project.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
/** A run waits for Nix most of its time. */
const runsAtOnce = 4

let set: PackageSet
let cases: SyncCase[]
const runs = new Map<string, Promise<Run>>()

interface Run {
  given: SyncCase
  project: Project
  /** null: it failed. */
  report: SyncReport | null
  error: unknown
}

beforeAll(async () => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  cases = await fillCases(set)
  const limit = pLimit(runsAtOnce)
  for (const given of cases) {
    runs.set(
      given.name,
      limit(() => run(given))
    )
  }
})

afterAll(async () => {
  await Promise.allSettled(runs.values())
  removeScratch(folder, parent)
})

async function run(given: SyncCase): Promise<Run> {
  const project = await makeProject(set, given.before, { isNixpkgs: given.nixpkgs === 'checkout' })
  project.write(given.dirty)
  const ended = { given, project, report: null, error: null }
  try {
    const report = await syncProject(set, project, {
      package: given.package.replaceAll('{system}', () => ownSystem),
      version: given.version,
      systems: given.systems.join(' '),
      ...given.inputs,
      ...(given.nixpkgs === 'input' && { nixpkgs: set.nixpkgs }),
      ...(given.tagPrefix !== undefined && { 'tag-prefix': given.tagPrefix }),
      ...(given.allowDowngrade === true && { 'allow-downgrade': 'true' })
    })
    return { ...ended, report }
  } catch (error) {
    return { ...ended, error }
  }
}

async function ended(name: string): Promise<Run> {
  const found = await runs.get(name)
  if (found === undefined) throw new Error(`there is no case ${name}`)
  return found
}

/** The kind and place, then words that are somewhere behind them. */
function expectEach(said: readonly string[], wanted: readonly string[]): void {
  const pieces = wanted.map((text) => {
    const [, place = '', words = ''] = /^((?:\w+ \S+:\d+)?) ?(.*)$/.exec(text) ?? []
    return { place, words }
  })
  expect(said).toEqual(
    pieces.map(({ place, words }) => expect.stringContaining(words === '' ? place : words))
  )
  for (const [index, { place }] of pieces.entries()) expect(said[index]).toContain(place)
}

const titled = namedCases.map(({ name, about, error }) => ({ name, about, error }))

describe('a package that can be synced gets its new version and hashes, and nothing else changes', () => {
  it.each(titled.filter(({ error }) => error === undefined))('$name: $about', async ({ name }) => {
    const { given, project, report, error } = await ended(name)
    if (report === null) throw error

    expect(project.read()).toEqual(given.after)
    const different = [...given.after.keys()].filter(
      (path) => given.after.get(path) !== given.before.get(path)
    )
    expect((await project.changed()).sort()).toEqual(different)
    expect(report.outcome).toBe(different.length === 0 ? 'unchanged' : 'written')
    const told = report.told.map(({ kind, why, ...place }) => `${kind} ${placeOf(place)} ${why}`)
    if (given.told !== undefined) expectEach(told, given.told)
    if (given.notes !== undefined) expectEach(report.notes, given.notes)
    if (given.counts !== undefined) {
      const { evaluations, rounds, builds = report.counts?.builds } = given.counts
      expect(Math.max(...Object.values(report.counts?.evaluations ?? {}))).toBeLessThanOrEqual(
        evaluations
      )
      expect(report.counts?.rounds).toBeLessThanOrEqual(rounds)
      expect(report.counts?.builds).toBe(builds)
    }
  })
})

describe('a package that cannot be synced is left as it was, with an error that says why', () => {
  it.each(titled.filter(({ error }) => error !== undefined))('$name: $about', async ({ name }) => {
    const { given, project, error } = await ended(name)

    expect(error).toBeInstanceOf(NarPublishError)
    const { code, message } = error as NarPublishError
    expect({ code, message }).toEqual({ code: given.error?.code, message: expect.any(String) })
    for (const words of given.error?.says ?? []) expect(message).toContain(words)
    expect(project.read()).toEqual(new Map([...given.before, ...given.dirty]))
    expect(await project.changed()).toEqual([...given.dirty.keys()])
  })
})

describe('the fixtures themselves', () => {
  it('evaluate before, and evaluate and build after, with Nix alone', async () => {
    // Built after the runs, so that these find nothing built.
    await Promise.allSettled(runs.values())
    const place = (tree: SyncCase['after'], each: SyncCase): ReturnType<typeof placeCheckout> =>
      placeCheckout(set, { ...checkoutOf(each), tree })
    const before = await instantiate(
      set,
      cases.map((each) => place(each.before, each))
    )
    const good = cases.filter(({ error }) => error === undefined)
    const after = await instantiate(
      set,
      good.map((each) => place(each.after, each))
    )

    expect(before.flat()).not.toContain('')
    const built = await output('nix-store', ['--realise', ...after.flat()], {
      env: set.everySystem
    })
    expect(built.split('\n')).toHaveLength(after.flat().length)
  })
})
