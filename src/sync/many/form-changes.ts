import type { NarPublishError } from '../../errors.ts'
import { computedMissing } from '../computed/files.ts'
import type { Left } from '../computed/left.ts'
import type { LeftFailure } from '../computed/failure.ts'
import { conflict } from '../computed/merge-edits.ts'
import { computedInvalid } from '../computed/schema.ts'
import type { ReadComputed } from '../computed/types.ts'
import { parseAttributePath } from '../project/package-reference.ts'
import type { PackageReference } from '../types.ts'
import { differentVersions, isMeant } from './changes-of-sets.ts'
import type { Why } from './report.ts'
import { rowsOf } from './rows.ts'
import type { ChangeSet, Listing, PackagePattern } from './types.ts'

/** A change as other jobs were to work it out. */
export interface FormedChange {
  /** As the listing names it; left out: it is not in there. */
  name?: string | undefined
  /** In order. */
  texts: readonly string[]
  /** Of each of them, from whichever machines; empty where there is a problem. */
  answers: readonly (readonly ReadComputed[])[]
  /** That there must be answers for. */
  systems: readonly string[]
  /** Why it is not to be had; null: it may be. */
  problem: NarPublishError | Why | null
}

/**
 * The changes that files are about: those of the listing, if there is one, and those that answers name beside them. Pure. `patterns`: what
 * packages may be among them; none: any.
 */
export function formChanges(
  left: Left,
  listing: Listing | null,
  patterns: readonly PackagePattern[]
): FormedChange[] {
  const answers = Map.groupBy(left.answers, ({ change }) => change.package.text)
  const taken = new Set<string>()
  const { names } = rowsOf(listing?.sets ?? [], new Map(), { kind: 'latest' })
  const form = (texts: readonly string[], set: ChangeSet | null): FormedChange => {
    const problem = problemOf(texts, set, { answers, failures: left.failures, taken, patterns })
    for (const text of texts) taken.add(text)
    const isWhole = problem === null
    return {
      name: set === null ? undefined : names.get(set),
      texts,
      answers: isWhole ? texts.map((text) => answers.get(text) ?? []) : [],
      systems: set === null ? [] : set.machines.flatMap(({ systems }) => systems),
      problem
    }
  }
  const listed = (listing?.sets ?? []).map((set) =>
    form(
      set.packages
        .filter(isMeant)
        .map(({ reference: { text } }) => text)
        .toSorted(),
      set
    )
  )
  const others = [
    ...left.answers.map((answer) => textsOf(answer)),
    ...left.failures.map(({ packages }) => [...packages].toSorted())
  ]
  const unlisted = new Map(
    others
      .filter((texts) => texts.some((text) => !taken.has(text)))
      .map((texts) => [texts.join('\n'), texts])
  )
  return [...listed, ...[...unlisted.values()].map((texts) => form(texts, null))]
}

/** The packages of an answer's change. */
function textsOf({ together, change }: ReadComputed): readonly string[] {
  return together ?? [change.package.text]
}

interface Known {
  answers: ReadonlyMap<string, readonly ReadComputed[]>
  failures: readonly LeftFailure[]
  taken: ReadonlySet<string>
  patterns: readonly PackagePattern[]
}

function problemOf(
  texts: readonly string[],
  set: ChangeSet | null,
  { answers, failures, taken, patterns }: Known
): FormedChange['problem'] {
  const again = texts.find((text) => taken.has(text))
  if (again !== undefined) return conflict([again], 'it is said to be part of two changes')
  const failure = failures.find(({ packages }) => packages.some((text) => texts.includes(text)))
  if (failure !== undefined) {
    const { code, subject, reason, systems } = failure
    const where = systems.length === 0 ? '' : ` (on ${systems.join(', ')})`
    return { code, reason: `${subject}${where}: ${reason}` }
  }
  if (set !== null && set.version === null) return differentVersions(set)
  for (const text of texts) {
    const own = answers.get(text) ?? []
    const [first] = own
    if (first === undefined) {
      return computedMissing(text, 'no job left what it computed of it, nor why it did not')
    }
    const other = own.find((answer) => textsOf(answer).join('\n') !== texts.join('\n'))
    if (other !== undefined) {
      const change =
        texts.length === 1 ? 'a change by itself' : `one change with ${texts.join(', ')}`
      return conflict([other.file], `it is not about ${change}, as other files have it`)
    }
    const { package: reference } = first.change
    if (patterns.length > 0 && !patterns.some((pattern) => isNamed(reference, pattern))) {
      return computedInvalid(
        first.file,
        `it is about ${JSON.stringify(text)}, which \`package\` does not name`
      )
    }
  }
  return null
}

/** Whether a line of `package` may mean it; nothing is evaluated, so that of a set anything in it may be meant. */
function isNamed(reference: PackageReference, { kind, reference: line }: PackagePattern): boolean {
  if (kind === 'one') return reference.text === line.text
  const isSamePlace =
    reference.kind === 'flake'
      ? line.kind === 'flake' && line.folder === reference.folder
      : line.kind === 'file' && line.path === reference.path
  const [names, set] = [reference, line].map(({ attribute }) => parseAttributePath(attribute) ?? [])
  // Its packages are named without the output.
  const isOfPackages = line.kind === 'flake' && set?.[0] === 'packages'
  return isSamePlace && (isOfPackages || set?.[0] === undefined || names?.[0] === set[0])
}
