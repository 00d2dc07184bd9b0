import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { parsePackageReference } from '../project/package-reference.ts'
import { largestMade, mostMade } from '../beside/zone.ts'
import { sourceProofs } from '../source-follows.ts'
import { isVersion } from '../version/words.ts'
import { largestFile } from '../project/project.ts'
import { nothingBeside, toldKinds } from '../types.ts'
import type { Computed } from './types.ts'

/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 2
/** Edits of one file, and of several merged ones. */
export const mostEdits = 1000
/** Packages that are one change. */
export const mostTogether = 256

/** On one line. */
export const line = (longest: number): z.ZodString =>
  z
    .string()
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'holds a control character')

/** SHA-256 or SHA-512 as Nix writes them now, and in no other spelling of the same bytes. */
export const sri = z
  .string()
  .regex(/^(sha256-[A-Za-z0-9+/]{43}=|sha512-[A-Za-z0-9+/]{86}==)$/, 'is no hash')
  .refine((text) => {
    const base64 = text.slice('sha256-'.length)
    return Buffer.from(base64, 'base64').toString('base64') === base64
  }, 'is no hash in its canonical form')

const path = line(1000).refine(
  (text) =>
    text.split('/').every((part) => !['', '.', '..'].includes(part) && !/^\.git$/i.test(part)),
  'is no path inside the repository'
)

const offset = z.int().min(0)

export const editShape = {
  file: path,
  start: offset,
  end: offset,
  line: z.int().min(1),
  text: line(1000),
  replacement: line(1000)
}

const edit = z.strictObject(editShape).refine(hasSaneSpan, 'has a span that is not its text’s')

export const commit = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'is no commit')

export const system = z.string().regex(/^[a-z0-9_]{1,40}-[a-z]{1,40}$/, 'is no system')

const madeFile = z.strictObject({
  path,
  text: z.string().max(largestFile).refine(isText, 'is no text'),
  isNew: z.boolean(),
  by: z.enum(['source', 'script', 'command', 'lock'])
})

const beside = z.strictObject({
  files: z
    .array(madeFile)
    .max(mostMade)
    .refine(
      (files) => files.reduce((sum, { text }) => sum + text.length, 0) <= largestMade,
      `hold over ${largestMade} characters`
    ),
  // Of an entry that goes, its line goes with it.
  keys: z.array(z.strictObject({ ...editShape, text: z.string().max(1000).refine(isText) })),
  left: z.array(z.strictObject({ path, reason: line(1000) })).max(100)
})

/** Without what no text file holds: NUL, and halves of characters. */
function isText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

const hashEdit = z
  .strictObject({
    ...editShape,
    // One more entry of `outputHashes` may have a line of its own.
    replacement: z
      .string()
      .max(1000)
      .regex(/^(?:\r?\n[ \t]*)?\P{Cc}*$/u, 'holds a control character'),
    systems: z.array(system).min(1).max(20),
    derivations: z.array(line(300)).max(100),
    oldHash: sri.nullable(),
    newHash: sri
  })
  .refine(hasSaneSpan, 'has a span that is not its text’s')
  .refine(({ text, replacement }) => text === '' || !replacement.includes('\n'), {
    path: ['replacement'],
    error: 'holds a control character'
  })

export function hasSaneSpan({
  start,
  end,
  text
}: {
  start: number
  end: number
  text: string
}): boolean {
  return end - start === text.length
}

const version = z.string().refine(isVersion, 'is no version').nullable()

const pageUrl = line(2000)
  .regex(/^https?:\/\/[^\s/]/)
  .nullable()

const count = z.int().min(0)

const schema = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    package: line(1000),
    together: z.array(line(1000).min(1)).min(2).max(mostTogether).optional(),
    name: line(200).min(1),
    oldVersion: line(100).nullable(),
    newVersion: version,
    head: commit,
    source: z.enum(sourceProofs),
    systems: z.array(system).min(1).max(20),
    versions: z.array(edit),
    hashes: z.array(hashEdit),
    revision: z
      .strictObject({
        old: z.string().regex(/^[0-9a-f]{7,40}$/, 'is no commit'),
        new: z.string().regex(/^[0-9a-f]{40}$/, 'is no commit')
      })
      .nullable(),
    told: z
      .array(
        z.strictObject({
          kind: z.enum(toldKinds),
          file: path,
          line: z.int().min(1),
          text: line(1000),
          why: line(2000)
        })
      )
      .max(mostEdits)
      .default([]),
    beside: beside.default(nothingBeside),
    checks: z
      .array(
        z.strictObject({
          name: z.enum(['evaluate', 'build', 'smoke-test', 'format']),
          result: z.enum(['passed', 'skipped']),
          detail: line(1000)
        })
      )
      .max(20),
    counts: z.strictObject({
      evaluations: z.record(system, count),
      rounds: count,
      builds: count
    }),
    notes: z.array(line(2000)).max(100).default([]),
    releaseUrl: pageUrl,
    compareUrl: pageUrl
  })
  .refine(
    ({ versions, hashes, beside: { keys } }) =>
      versions.length + hashes.length + keys.length <= mostEdits,
    `has over ${mostEdits} edits`
  )
  .refine(
    ({ source, oldVersion, newVersion, revision }) =>
      (source === 'kept') === (oldVersion === newVersion && revision === null),
    'has a source that is not its version’s'
  )
  .refine(({ package: own, together }) => together?.includes(own) !== false, {
    path: ['together'],
    error: 'does not name its own package'
  })

/** One JSON document, readable by people too. */
export function formatComputed({ change, ...rest }: Computed): string {
  const { told, source, systems, checks, counts, notes, releaseUrl, compareUrl, together } = rest
  const { name, oldVersion, newVersion, head, versions, hashes, revision, beside } = change
  const document: z.input<typeof schema> = {
    schemaVersion,
    package: change.package.text,
    ...(together === undefined ? {} : { together: [...together] }),
    name,
    oldVersion,
    newVersion,
    head,
    source,
    systems,
    versions,
    hashes,
    revision,
    told: told.slice(0, mostEdits).map((place) => ({
      ...place,
      text: oneLine(place.text, 1000),
      why: oneLine(place.why, 2000)
    })),
    beside: {
      ...beside,
      left: beside.left
        .slice(0, 100)
        .map(({ path, reason }) => ({ path, reason: oneLine(reason, 1000) }))
    },
    checks,
    counts,
    notes: notes.slice(0, 100).map((note) => oneLine(note, 2000)),
    releaseUrl,
    compareUrl
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function oneLine(text: string, longest: number): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longest)
}

/** Throws COMPUTED_INVALID about `file` for all that `formatComputed` cannot have written. */
export function parseComputed(text: string, file: string): Computed {
  const data = parseDocument(text, file, schema)
  const { told, source, systems, checks, counts, notes, releaseUrl, compareUrl, together } = data
  const { name, oldVersion, newVersion, head, versions, hashes, revision, beside } = data
  const reference = parsePackage(data.package, file)
  return {
    change: {
      ...{ package: reference, name, oldVersion, newVersion, head, versions, hashes, revision },
      beside
    },
    told,
    source,
    systems,
    checks,
    counts,
    notes,
    releaseUrl,
    compareUrl,
    ...(together === undefined ? {} : { together: [...new Set(together)].sort() })
  }
}

/** JSON of that shape. Throws COMPUTED_INVALID. */
export function parseDocument<T>(text: string, file: string, shape: z.ZodType<T>): T {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw computedInvalid(file, 'it is not JSON', cause)
  }
  const parsed = shape.safeParse(document)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  const what = where === '' ? 'it' : `its ${where.slice(0, 100)}`
  throw computedInvalid(file, `${what}: ${(issue?.message ?? '').slice(0, 300)}`, parsed.error)
}

function parsePackage(text: string, file: string): Computed['change']['package'] {
  try {
    return parsePackageReference(text)
  } catch (cause) {
    if (!(cause instanceof NarPublishError)) throw cause
    throw computedInvalid(file, `its package: ${cause.reason}`, cause)
  }
}

export function computedInvalid(file: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({ code: 'COMPUTED_INVALID', subject: file, reason, cause })
}
