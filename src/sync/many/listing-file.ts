import { join } from 'node:path'
import { z } from 'zod'
import { attempt } from '../../errors.ts'
import { readText } from '../computed/files.ts'
import { writeWhole } from '../computed/left-file.ts'
import { commit, computedInvalid, line, parseDocument, system } from '../computed/schema.ts'
import { parsePackageReference } from '../project/package-reference.ts'
import { isVersion } from '../version/words.ts'
import type { ChangeSet, ListedPackage, Listing } from './types.ts'

/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 1

/** The look's file, beside those of phase `compute`. */
export const listingName = 'listing.json'

const mostPackages = 20_000

/** Words for people, of which some are Nix's and have several lines. */
const words = z
  .string()
  .max(10_000)
  .regex(/^[\n\t\P{Cc}]*$/u, 'holds a control character')

const version = z.string().refine(isVersion, 'is no version')
const count = z.int().min(0)

const listedPackage = z
  .strictObject({
    package: line(1000).refine(isReference, 'is no package'),
    name: line(200),
    version: line(100).nullable(),
    source: line(2100).nullable(),
    newest: version.nullable(),
    tag: line(300).nullable(),
    state: z.enum(['outdated', 'current', 'ignored', 'unasked', 'unknown', 'failed']),
    why: z
      .strictObject({
        code: z
          .string()
          .regex(/^[A-Z_]{1,60}$/, 'is no code')
          .nullable(),
        reason: words
      })
      .nullable()
  })
  .refine(({ state, newest }) => state !== 'outdated' || newest !== null, 'is outdated by nothing')

const changeSet = z.strictObject({
  // By their places in `packages`.
  packages: z.array(count).min(1).max(mostPackages),
  version: version.nullable(),
  shared: words.nullable(),
  machines: z
    .array(z.strictObject({ system, systems: z.array(system).min(1).max(40) }))
    .min(1)
    .max(40),
  waits: z.literal(true).optional()
})

const schema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  head: commit,
  packages: z.array(listedPackage).max(mostPackages),
  sets: z.array(changeSet).max(mostPackages),
  counts: z.strictObject({
    evaluations: count,
    requests: count,
    gitHubRequests: count,
    milliseconds: count
  }),
  notes: z.array(words).max(1000)
})

function isReference(text: string): boolean {
  return attempt(() => parsePackageReference(text), null) !== null
}

/** What is longer than a reader takes is cut; it is for people. */
export function formatListing({ head, packages, sets, counts, notes }: Listing): string {
  const indexes = new Map(packages.map((one, index) => [one, index]))
  const file: z.infer<typeof schema> = {
    schemaVersion,
    head,
    packages: packages.map(({ reference, why, ...one }) => ({
      package: reference.text,
      ...{ ...one, name: plain(one.name, 200), source: plainOrNull(one.source, 2100) },
      ...{ version: plainOrNull(one.version, 100), tag: plainOrNull(one.tag, 300) },
      why: why === null ? null : { code: why.code, reason: plainWords(why.reason) }
    })),
    sets: sets.map((set) => ({
      packages: set.packages.flatMap((one) => indexes.get(one) ?? []),
      version: set.version,
      shared: set.shared === null ? null : plainWords(set.shared),
      machines: set.machines.map((one) => ({ system: one.system, systems: [...one.systems] })),
      ...(set.waits === true && { waits: true as const })
    })),
    counts,
    notes: notes.slice(0, 1000).map(plainWords)
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function plain(text: string, longest: number): string {
  return text
    .replace(/\p{Cc}/gu, '\uFFFD')
    .slice(0, longest)
    .toWellFormed()
}

function plainOrNull(text: string | null, longest: number): string | null {
  return text === null ? null : plain(text, longest)
}

function plainWords(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD')
    .slice(0, 10_000)
    .toWellFormed()
}

/** Reads what another job left; all of it is foreign. Throws COMPUTED_INVALID. */
export function parseListing(text: string, file: string): Listing {
  const { head, counts, notes, ...read } = parseDocument(text, file, schema)
  const packages = read.packages.map(({ package: text, ...one }): ListedPackage => ({
    reference: parsePackageReference(text),
    ...one
  }))
  const texts = packages.map(({ reference }) => reference.text)
  if (new Set(texts).size < texts.length) throw computedInvalid(file, 'it has a package twice')
  const taken = new Set<number>()
  const sets = read.sets.map((set): ChangeSet => {
    const members = set.packages.map((index) => {
      const found = packages[index]
      if (found === undefined || taken.has(index))
        throw computedInvalid(file, 'its sets have other packages than it lists, or one twice')
      taken.add(index)
      return found
    })
    const { waits, ...rest } = set
    return { ...rest, packages: members, ...(waits === true && { waits }) }
  })
  return { head, packages, sets, counts, notes }
}

/** Writes it into a folder, which is made when it is missing, and gives its file. */
export async function writeListing(folder: string, listing: Listing): Promise<string> {
  const file = join(folder, listingName)
  await writeWhole(file, formatListing(listing))
  return file
}

/** Throws COMPUTED_INVALID. */
export async function readListing(file: string): Promise<Listing> {
  return parseListing(await readText(file), file)
}
