import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { parsePackageReference } from '../project/package-reference.ts'
import { sourceProofs } from '../source-follows.ts'
import { isVersion } from '../version/words.ts'
import type { Computed } from './types.ts'

/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 2
/** Edits of one file, and of several merged ones. */
export const mostEdits = 1000

const line = (longest: number): z.ZodString =>
  z
    .string()
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'holds a control character')

/** SHA-256 or SHA-512 as Nix writes them now, and in no other spelling of the same bytes. */
const sri = z
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

const editShape = {
  file: path,
  start: offset,
  end: offset,
  line: z.int().min(1),
  text: line(1000),
  replacement: line(1000)
}

const edit = z.strictObject(editShape).refine(hasSaneSpan, 'has a span that is not its text’s')

const system = z.string().regex(/^[a-z0-9_]{1,40}-[a-z]{1,40}$/, 'is no system')

const hashEdit = z
  .strictObject({
    ...editShape,
    systems: z.array(system).min(1).max(20),
    derivations: z.array(line(300)).max(100),
    oldHash: sri.nullable(),
    newHash: sri
  })
  .refine(hasSaneSpan, 'has a span that is not its text’s')

function hasSaneSpan({ start, end, text }: { start: number; end: number; text: string }): boolean {
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
    name: line(200).min(1),
    oldVersion: line(100).nullable(),
    newVersion: version,
    head: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'is no commit'),
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
    releaseUrl: pageUrl,
    compareUrl: pageUrl
  })
  .refine(
    ({ versions, hashes }) => versions.length + hashes.length <= mostEdits,
    `has over ${mostEdits} edits`
  )
  .refine(
    ({ source, oldVersion, newVersion, revision }) =>
      (source === 'kept') === (oldVersion === newVersion && revision === null),
    'has a source that is not its version’s'
  )

/** One JSON document, readable by people too. */
export function formatComputed({ change, ...rest }: Computed): string {
  const { source, systems, checks, counts, releaseUrl, compareUrl } = rest
  const { name, oldVersion, newVersion, head, versions, hashes, revision } = change
  const document: z.input<typeof schema> = {
    schemaVersion,
    package: change.package.text,
    name,
    oldVersion,
    newVersion,
    head,
    source,
    systems,
    versions,
    hashes,
    revision,
    checks,
    counts,
    releaseUrl,
    compareUrl
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Throws COMPUTED_INVALID about `file` for all that `formatComputed` cannot have written. */
export function parseComputed(text: string, file: string): Computed {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw computedInvalid(file, 'it is not JSON', cause)
  }
  const parsed = schema.safeParse(document)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') ?? ''
    const what = where === '' ? 'it' : `its ${where.slice(0, 100)}`
    throw computedInvalid(file, `${what}: ${(issue?.message ?? '').slice(0, 300)}`, parsed.error)
  }
  const { source, systems, checks, counts, releaseUrl, compareUrl } = parsed.data
  const { name, oldVersion, newVersion, head, versions, hashes, revision } = parsed.data
  const reference = parsePackage(parsed.data.package, file)
  return {
    change: { package: reference, name, oldVersion, newVersion, head, versions, hashes, revision },
    source,
    systems,
    checks,
    counts,
    releaseUrl,
    compareUrl
  }
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
