import { isDependencyFile } from '../beside/known-files.ts'
import { whyNotBeside } from '../beside/zone.ts'
import { movedInput, type LockStep } from '../flake-inputs/lock-change.ts'
import { lockPath } from '../flake-inputs/lock-file.ts'
import { entryName, findOutputHashes } from '../literals/output-hashes.ts'
import type { Project } from '../project/locate-package.ts'
import { isTracked } from '../project/project.ts'
import { placeOf, type Beside, type Edit, type MadeFile, type TextFile } from '../types.ts'
import { computedInvalid } from './schema.ts'

interface Checkout {
  project: Pick<Project, 'files' | 'flakeFolder' | 'package' | 'packageFile'>
  /** Its tracked text files. */
  files: readonly TextFile[]
  /** This job says by `before-hash`, too, that a command may change files. */
  allowsCommand: boolean
}

/**
 * Lets through files of dependencies beside the package, known by their names, and any other where the job says that a command may
 * change them; the flake's lock file where one input of it goes along with `step`; of edits, names in `outputHashes`. Throws
 * COMPUTED_INVALID.
 */
export function checkBeside(checkout: Checkout, { files, keys }: Beside, step: LockStep): void {
  const { project, allowsCommand } = checkout
  for (const { path, isNew, text, by } of files) {
    const why = whyNotBeside(project, path)
    if (why !== null) throw computedInvalid(path, why)
    const isThere = isNew
      ? !isTracked(project, path)
      : checkout.files.some((file) => file.path === path)
    if (!isThere) {
      throw computedInvalid(path, isNew ? 'Git tracks it already' : 'it is no tracked text file')
    }
    if (by === 'lock') {
      const before = checkout.files.find((file) => file.path === path)?.text ?? ''
      const moved = path === lockPath(project) ? movedInput(before, text, step) : notTheLock
      if (typeof moved === 'string') throw computedInvalid(path, moved)
      continue
    }
    if (isDependencyFile(path) || allowsCommand) continue
    throw computedInvalid(
      path,
      'it is no file of dependencies by its name, and this job has no `before-hash` that would let it in'
    )
  }
  for (const edit of keys) {
    if (!isKeyEdit(checkout.files, edit)) {
      throw computedInvalid(
        placeOf(edit),
        'it is no entry of `outputHashes`, or gets no name of one'
      )
    }
  }
}

const notTheLock = 'it is not the lock file of the package’s flake'

function isKeyEdit(files: readonly TextFile[], edit: Edit): boolean {
  const file = files.find(({ path }) => path === edit.file)
  const entries = file === undefined ? [] : findOutputHashes(file).flatMap(({ entries }) => entries)
  return entries.some(({ key, entry }) => {
    const span = edit.replacement === '' ? entry : key
    const isThere = span.start === edit.start && span.end === edit.end && span.text === edit.text
    return isThere && (edit.replacement === '' || entryName.test(edit.replacement))
  })
}

/** The files as they are with those that were made anew. */
export function withMade(files: readonly TextFile[], made: readonly MadeFile[]): TextFile[] {
  const texts = new Map(made.map(({ path, text }) => [path, text]))
  return [
    ...files.filter(({ path }) => !texts.has(path)),
    ...made.map(({ path, text }) => ({ path, text }))
  ]
}
