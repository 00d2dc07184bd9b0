import type { NarPublishError } from '../../errors.ts'
import { computedMissing } from '../computed/files.ts'
import type { Left } from '../computed/left.ts'
import type { LeftFailure } from '../computed/failure.ts'
import { conflict } from '../computed/merge-edits.ts'
import { computedInvalid } from '../computed/schema.ts'
import type { ReadComputed } from '../computed/types.ts'
import { isEmpty } from '../change.ts'
import { parseAttributePath } from '../project/package-reference.ts'
import type { PackageReference } from '../types.ts'
import { isMeant, whyStuck } from './changes-of-sets.ts'
import type { Outcome } from './report.ts'
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
  /** Why it is not to be had, as an error or as its rows say it; null: it may be. */
  problem: NarPublishError | Outcome | null
}

/**
 * The changes that files are about: those of the listing, or, where there is none, those that the answers name. What a listing has found nothing
 * to do about has no business here. Pure. `patterns`: what packages may be among them; none: any.
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
    const { failures } = left
    const isUnlisted = set === null && listing !== null
    const problem = problemOf(texts, set, { answers, failures, taken, patterns, isUnlisted })
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
  /** There is a listing, which does not have the change. */
  isUnlisted: boolean
}

function problemOf(
  texts: readonly string[],
  set: ChangeSet | null,
  { answers, failures, taken, patterns, isUnlisted }: Known
): FormedChange['problem'] {
  const again = texts.find((text) => taken.has(text))
  if (again !== undefined) return conflict([again], 'it is said to be part of two changes')
  const failure = failures.find(({ packages }) => packages.some((text) => texts.includes(text)))
  if (failure !== undefined) {
    const { code, subject, reason, systems } = failure
    const where = systems.length === 0 ? '' : ` (on ${systems.join(', ')})`
    return { done: 'failed', why: { code, reason: `${subject}${where}: ${reason}` } }
  }
  const stuck = set === null ? null : whyStuck(set)
  if (stuck !== null) return stuck
  if (set?.waits === true && !texts.some((text) => answers.has(text))) {
    return { done: 'later', why: { code: null, reason: 'the matrix was full without it' } }
  }
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
    if (isUnlisted) {
      return computedInvalid(
        first.file,
        `it is about ${JSON.stringify(text)}, for which the listing has nothing to do`
      )
    }
    if (patterns.length > 0 && !patterns.some((pattern) => isNamed(reference, pattern))) {
      return computedInvalid(
        first.file,
        `it is about ${JSON.stringify(text)}, which \`package\` does not name`
      )
    }
  }
  return set === null ? null : contradictionOf(set, texts, answers)
}

/** What answers say of a change that its listing, of the same commit, says otherwise; null: nothing. */
function contradictionOf(
  { packages, version }: ChangeSet,
  texts: readonly string[],
  answers: Known['answers']
): NarPublishError | null {
  const all = texts.flatMap((text) => answers.get(text) ?? [])
  const has = new Map(packages.map(({ reference, version }) => [reference.text, version]))
  for (const { file, change } of all) {
    const { package: reference, oldVersion, newVersion, revision } = change
    const listed = has.get(reference.text) ?? null
    if (oldVersion !== listed) {
      return conflict(
        [file],
        `it is about ${said(oldVersion)}, and the listing has ${said(listed)}`
      )
    }
    // A branch may have gone on since.
    if (isEmpty(change) || revision !== null || newVersion === version) continue
    return conflict([file], `it leads to ${said(newVersion)}, and the listing to ${said(version)}`)
  }
  const [first] = all
  if (first === undefined || all.some(({ change }) => !isEmpty(change))) return null
  return conflict([first.file], `it changes nothing, and the listing leads to ${said(version)}`)
}

function said(version: string | null): string {
  return version === null ? 'no version' : `version ${JSON.stringify(version)}`
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
