import { NarPublishError } from '../../errors.ts'
import { placeOf, type Beside, type Edit, type HashEdit, type MadeFile } from '../types.ts'
import type { ReadComputed } from './types.ts'

/** One of several that edit the same checkout. `file`: what people know it by. */
type Editing = Pick<ReadComputed, 'file'>
export type Answer = Pick<ReadComputed, 'file' | 'change'>

/** An edit and the answer that it is from. */
export interface From<E extends Edit, A extends Editing = Answer> {
  edit: E
  answer: A
}

/** All edits in their order, those of one place as one. Throws COMPUTED_CONFLICT, and what `join` does. */
export function mergeEdits<E extends Edit, A extends Editing>(
  answers: readonly A[],
  editsOf: (answer: A) => readonly E[],
  join: (one: From<E, A>, other: From<E, A>) => E
): E[] {
  const merged = new Map<string, From<E, A>>()
  for (const answer of answers) {
    for (const edit of editsOf(answer)) {
      const key = JSON.stringify([edit.file, edit.start, edit.end])
      const known = merged.get(key)
      const here = { edit, answer }
      merged.set(key, known === undefined ? here : { ...known, edit: join(known, here) })
    }
  }
  return [...merged.values()].map(({ edit }) => edit).sort(byPlace)
}

export function sameEdit(one: From<Edit>, other: From<Edit>): Edit {
  const isSame =
    one.edit.text === other.edit.text && one.edit.replacement === other.edit.replacement
  if (isSame) return one.edit
  throw differentEdits(one, other)
}

/** `whose`: who needs the hash. Throws HASH_AMBIGUOUS where they need different ones. */
export function joinHashEdits<E extends HashEdit, A extends Editing>(
  one: From<E, A>,
  other: From<E, A>,
  whose: (answer: A) => string
): E {
  const [mine, theirs] = [one.edit, other.edit]
  if (mine.newHash !== theirs.newHash) {
    throw new NarPublishError({
      code: 'HASH_AMBIGUOUS',
      subject: placeOf(mine),
      reason: `it is one hash for several that now need different ones: ${mine.newHash} for ${whose(one.answer)}; ${theirs.newHash} for ${whose(other.answer)}`
    })
  }
  const same = ['text', 'replacement', 'oldHash'] as const
  if (same.some((name) => mine[name] !== theirs[name])) throw differentEdits(one, other)
  return {
    ...mine,
    systems: inEither(mine.systems, theirs.systems),
    derivations: inEither(mine.derivations, theirs.derivations)
  }
}

/** What is in either, in order. */
export function inEither(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])].sort()
}

/** A file that one made anew is the same for all that say anything of it. Throws COMPUTED_CONFLICT. */
export function mergeBeside(answers: readonly Answer[]): Beside {
  const files = new Map<string, { file: MadeFile; answer: Answer }>()
  for (const answer of answers) {
    for (const file of answer.change.beside.files) {
      const known = files.get(file.path)
      files.set(file.path, known ?? { file, answer })
      const isSame = known === undefined || known.file.text === file.text
      if (!isSame) throw otherFile(known.answer, answer, file.path)
    }
  }
  for (const answer of answers) {
    const { versions, hashes, beside } = answer.change
    for (const { file } of [...versions, ...hashes, ...beside.keys]) {
      const made = files.get(file)
      if (made === undefined || beside.files.some(({ path }) => path === file)) continue
      throw otherFile(made.answer, answer, file)
    }
  }
  const left = answers.flatMap(({ change }) => change.beside.left)
  return {
    files: [...files.values()].map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1)),
    keys: mergeEdits(answers, ({ change }) => change.beside.keys, sameEdit),
    left: [...new Map(left.map((one) => [one.path, one])).values()].filter(
      ({ path }) => !files.has(path)
    )
  }
}

function otherFile(one: Answer, other: Answer, path: string): NarPublishError {
  return conflict([one.file, other.file], `they make ${path} differently`)
}

export function differentEdits(
  one: From<Edit, Editing>,
  other: From<Edit, Editing>
): NarPublishError {
  return conflict(
    [one.answer.file, other.answer.file],
    `they edit ${placeOf(one.edit)} differently: ${JSON.stringify(one.edit.replacement)} and ${JSON.stringify(other.edit.replacement)}`
  )
}

/** `edits`: those of all answers together. Throws COMPUTED_CONFLICT, about those that have two that overlap. */
export function refuseOverlaps<A extends Editing>(
  answers: readonly A[],
  edits: readonly Edit[],
  editsOf: (answer: A) => readonly Edit[]
): void {
  const sorted = edits.toSorted(byPlace)
  for (const [index, edit] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before?.file !== edit.file || before.end <= edit.start) continue
    const isTheirs = (one: Edit): boolean =>
      [before, edit].some((two) => one.file === two.file && one.start === two.start)
    const files = answers.filter((answer) => editsOf(answer).some(isTheirs)).map(({ file }) => file)
    throw conflict(files, `two edits overlap at ${placeOf(edit)}`)
  }
}

function byPlace(a: Edit, b: Edit): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.start - b.start
}

export function conflict(files: readonly string[], reason: string): NarPublishError {
  return new NarPublishError({
    code: 'COMPUTED_CONFLICT',
    subject: files.join(' and '),
    reason
  })
}
