import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Run } from '../../run.ts'
import { editsOf } from '../change.ts'
import type { SyncInputs } from '../inputs.ts'
import { checkedLinks } from '../links.ts'
import { makeCopy, type Copy } from '../project/copy.ts'
import type { Project } from '../project/locate-package.ts'
import { openProject, readTextFiles } from '../project/project.ts'
import { sameSourceNote } from '../source-follows.ts'
import type { Edit, MadeFile, SyncChange, TextFile } from '../types.ts'
import { replacementsOf, writeCopy } from '../workshop.ts'
import { checkBeside, withMade } from './check-beside.ts'
import { checkComputed } from './check.ts'
import { computedMissing } from './files.ts'
import type { Left } from './left.ts'
import { mergeComputed } from './merge.ts'
import type { Computed, Worked } from './types.ts'

/** What phase `commit` is told. */
export type CommitInputs = Extract<SyncInputs, { phase: 'commit' }>

/**
 * Phase `commit`: what phase `compute` found out on each system's machine, as one, in a copy of those files of the checkout that it
 * changes. Nothing is evaluated, and nothing of the package runs. Throws SOURCE_UNCHANGED, COMPUTED_INVALID, COMPUTED_CONFLICT,
 * COMPUTED_MISSING, HASH_AMBIGUOUS, CHECKOUT_INVALID, TREE_DIRTY.
 */
export async function takeComputed(
  { environment, log, scratch }: Pick<Run<unknown>, 'environment' | 'log' | 'scratch'>,
  inputs: CommitInputs,
  { answers, failures: [failure], broken: [broken] }: Left
): Promise<Worked> {
  if (broken !== undefined) throw broken
  if (failure !== undefined) {
    const { systems, code, subject, reason } = failure
    const where = systems.length === 0 ? '' : ` for ${systems.join(', ')}`
    throw computedMissing(
      failure.packages.join(', '),
      `the job that computed it${where} failed with ${code} ${subject}: ${reason}`
    )
  }
  const merged = mergeComputed(answers, inputs)
  const { change } = merged
  const project = await openProject({
    workspace: environment.workspace,
    package: change.package,
    env: environment.childEnvironment,
    log
  })
  const files = readTextFiles(project)
  const computed = checkTaken({ project, files, inputs, serverUrl: environment.serverUrl }, merged)
  const what = { edits: editsOf(change), made: change.beside.files }
  const copy = await writePart(project, join(scratch, 'copy'), files, what)
  return { computed, copy, untraced: [], notes: computed.notes }
}

interface TakenFrom {
  project: Project
  /** Its text files. */
  files: readonly TextFile[]
  inputs: Pick<CommitInputs, 'allowSameSource' | 'allowsCommand'>
  serverUrl: string
}

/**
 * A package's answer, checked against the checkout; with what could be checked of its words. Throws SOURCE_UNCHANGED, COMPUTED_INVALID.
 */
export function checkTaken(
  { project, files: tracked, inputs, serverUrl }: TakenFrom,
  merged: Computed
): Computed {
  const { change, source } = merged
  if (source === 'same' && !inputs.allowSameSource) throw sameSource(change)
  const { beside } = change
  checkBeside({ project, files: tracked, allowsCommand: inputs.allowsCommand }, beside, change)
  const files = withMade(tracked, beside.files)
  checkComputed({ head: project.head, files }, change)
  // This one is about what was proved, and not merely said.
  const said = merged.notes.filter((note) => note !== sameSourceNote)
  return {
    ...merged,
    ...checkedLinks(merged, change, files, serverUrl),
    notes: [...said, ...(source === 'same' ? [sameSourceNote] : [])]
  }
}

/** A copy of those files of the checkout that are changed, with the changes in it. `scratch`: its folder. */
export async function writePart(
  project: Project,
  scratch: string,
  tracked: readonly TextFile[],
  { edits, made }: { edits: readonly Edit[]; made: readonly MadeFile[] }
): Promise<Copy> {
  const written = [...made.map(({ path }) => path), ...edits.map(({ file }) => file)]
  const copy = await makeCopy(project, scratch, { only: new Set(written) })
  await writeEdits(copy, tracked, { edits, made })
  return copy
}

/** Into a copy of the checkout that has the files. */
export async function writeEdits(
  copy: Copy,
  tracked: readonly TextFile[],
  { edits, made }: { edits: readonly Edit[]; made: readonly MadeFile[] }
): Promise<void> {
  for (const { path, text } of made) await copy.make(path, Buffer.from(text))
  const files = withMade(tracked, made)
  await writeCopy({ copy, files }, replacementsOf(edits))
}

/** The job that computed was told to let it pass; whether it is proposed is this one's to say. */
function sameSource({ name, newVersion }: SyncChange): NarPublishError {
  return new NarPublishError({
    code: 'SOURCE_UNCHANGED',
    subject: `${name} ${newVersion ?? ''}`,
    reason: 'the job that computed the change let the old version’s source pass',
    terminal: { reason: 'whoever computed the change let the old version’s source pass' }
  })
}
