/** The fixtures of version-sync, read and with their hashes filled in (fixtures/sync/README.md). */
import { applyPatch, parsePatch } from 'diff'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  computeHashes,
  fillHashes,
  type Checkout,
  type NamedHashes,
  type Tree
} from './sync-hashes.ts'
import { ownSystem, syncFixtures, type PackageSet } from './sync-packages.ts'

const caseFile = z.strictObject({
  about: z.string(),
  package: z.string(),
  /** As the input `version`. */
  version: z.string(),
  /** Default: this machine's. */
  systems: z.array(z.string()).optional(),
  tagPrefix: z.string().optional(),
  allowDowngrade: z.boolean().optional(),
  /** More inputs, by their names. */
  inputs: z.record(z.string(), z.string()).optional(),
  /** Where `callPackage` comes from: `<nixpkgs>` (the default), the input `nixpkgs`, or the checkout, a fork of nixpkgs. */
  nixpkgs: z.enum(['NIX_PATH', 'input', 'checkout']).optional(),
  lineEndings: z.literal('crlf').optional(),
  /** Evaluations for each system and rounds of building, at most; builds: what was stale, and the package. */
  counts: z
    .object({ evaluations: z.number(), rounds: z.number(), builds: z.number().optional() })
    .optional(),
  /** What the reader is told to look at: the kind, the place, and a piece of the words; all of it, and nothing else. */
  told: z.array(z.string()).optional(),
  /** What the run notes, a piece of each. */
  notes: z.array(z.string()).optional(),
  error: z
    .object({
      code: z.string(),
      /** What the message holds. */
      says: z.array(z.string())
    })
    .optional()
})

export interface SyncCase extends Omit<z.infer<typeof caseFile>, 'systems'> {
  name: string
  systems: string[]
  before: Tree
  /** All files as they must be. Of a case that fails, the same as before. */
  after: Tree
  /** Changes that nobody committed. */
  dirty: Tree
}

/** All cases as they are, with names for hashes. */
export const namedCases: readonly SyncCase[] = readdirSync(join(syncFixtures, 'cases'))
  .sort()
  .map(readCase)

/** All cases, with the hashes of what `set` makes. */
export async function fillCases(
  set: PackageSet,
  named: readonly SyncCase[] = namedCases
): Promise<SyncCase[]> {
  const cases = named.map((each) => ({
    ...each,
    before: salted(set, each.before),
    after: salted(set, each.after)
  }))
  // Where nothing changes, both are the same.
  const changing = cases.filter(({ after }) => after.size > 0)
  const hashes = await computeHashes(set, [
    ...cases.map((each) => ({ ...checkoutOf(each), tree: each.before })),
    ...changing.map((each) => ({ ...checkoutOf(each), tree: overlay(each.before, each.after) }))
  ])
  const ofAfter = new Map(changing.map((each, index) => [each, hashes[cases.length + index]]))
  return cases.map((each, index) => {
    const old = hashes[index] ?? new Map()
    const all = new Map([...(ofAfter.get(each) ?? old), ...prefixed(old)])
    const before = fill(set, each.before, old)
    return { ...each, before, after: overlay(before, fill(set, each.after, all)) }
  })
}

function readCase(name: string): SyncCase {
  const folder = join(syncFixtures, 'cases', name)
  const about = caseFile.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')))
  const withLineEndings = (tree: Tree): Tree => {
    if (about.lineEndings !== 'crlf') return tree
    return new Map([...tree].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]))
  }
  const before = readTree(join(folder, 'before'))
  return {
    ...about,
    name,
    systems: about.systems ?? [ownSystem],
    before: withLineEndings(before),
    after: withLineEndings(editedFiles(before, join(folder, 'edits.diff'))),
    dirty: withLineEndings(readTree(join(folder, 'dirty')))
  }
}

/** The files that a diff changes, as it leaves them; none when there is no diff. Throws when it does not fit to the letter. */
function editedFiles(before: Tree, diff: string): Tree {
  if (!existsSync(diff)) return new Map()
  return new Map(
    parsePatch(readFileSync(diff, 'utf8')).map((patch) => {
      const path = (patch.newFileName ?? '').replace(/^b\//, '')
      const text = before.get(path)
      const edited = text !== undefined && applyPatch(text, patch)
      if (edited === false) throw new Error(`${diff} does not fit ${path}`)
      return [path, edited]
    })
  )
}

/** What is evaluated of a case. */
export function checkoutOf({
  package: reference,
  systems,
  nixpkgs
}: SyncCase): Omit<Checkout, 'tree'> {
  return { package: reference, systems, isNixpkgs: nixpkgs === 'checkout' }
}

function prefixed(hashes: NamedHashes): NamedHashes {
  return new Map([...hashes].map(([name, hash]) => [`before:${name}`, hash]))
}

function fill(set: PackageSet, tree: Tree, hashes: NamedHashes): Tree {
  return new Map(
    [...tree].map(([path, text]) => [
      path,
      fillHashes(text, hashes).replaceAll('@nixpkgs@', () => set.nixpkgs)
    ])
  )
}

function salted({ salt }: PackageSet, tree: Tree): Tree {
  return new Map([...tree].map(([path, text]) => [path, text.replaceAll('@salt@', () => salt)]))
}

function overlay(below: Tree, above: Tree): Tree {
  return new Map([...below, ...above])
}

/** The files of a folder, by their paths in it; none when it is not there. */
export function readTree(folder: string): Tree {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile()
  )
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
