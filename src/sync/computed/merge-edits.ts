import { NarPublishError } from '../../errors.ts'
import { placeOf, type Beside, type Edit, type MadeFile } from '../types.ts'
import type { ReadComputed } from './types.ts'

/** One of several changes of the same checkout. `file`: what people know it by. */
export type Answer = Pick<ReadComputed, 'file' | 'change'>

/** An edit and the answer that it is from. */
export interface From<E extends Edit, A extends Answer = Answer> {
  edit: E
  answer: A
}

/** All edits in their order, those of one place as one. Throws COMPUTED_CONFLICT, and what `join` does. */
export function mergeEdits<E extends Edit, A extends Answer>(
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

export function differentEdits(one: From<Edit>, other: From<Edit>): NarPublishError {
  return conflict(
    [one.answer.file, other.answer.file],
    `they edit ${placeOf(one.edit)} differently: ${JSON.stringify(one.edit.replacement)} and ${JSON.stringify(other.edit.replacement)}`
  )
}

/** Throws COMPUTED_CONFLICT. */
export function refuseOverlaps(answers: readonly Answer[], edits: readonly Edit[]): void {
  const sorted = edits.toSorted(byPlace)
  for (const [index, edit] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before?.file !== edit.file || before.end <= edit.start) continue
    const files = answers.map(({ file }) => file)
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
