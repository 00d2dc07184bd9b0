import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Run } from '../../run.ts'
import { editsOf } from '../change.ts'
import type { SyncInputs } from '../inputs.ts'
import { checkedLinks } from '../links.ts'
import { makeCopy } from '../project/copy.ts'
import { openProject, readTextFiles } from '../project/project.ts'
import { sameSourceNote } from '../source-follows.ts'
import type { SyncChange } from '../types.ts'
import { replacementsOf, writeCopy } from '../workshop.ts'
import { checkBeside, withMade } from './check-beside.ts'
import { checkComputed } from './check.ts'
import { readComputed } from './files.ts'
import { mergeComputed } from './merge.ts'
import type { Worked } from './types.ts'

/**
 * Phase `commit`: what phase `compute` found out on each system's machine, as one, in a copy of those files of the checkout that it
 * changes. Nothing is evaluated, and nothing of the package runs. Throws SOURCE_UNCHANGED, COMPUTED_INVALID, COMPUTED_CONFLICT,
 * COMPUTED_MISSING, HASH_AMBIGUOUS, CHECKOUT_INVALID, TREE_DIRTY.
 */
export async function takeComputed(
  { environment, log, scratch }: Run<SyncInputs>,
  inputs: Extract<SyncInputs, { phase: 'commit' }>
): Promise<Worked> {
  const merged = mergeComputed(await readComputed(inputs.computed), inputs)
  const { change, source } = merged
  if (source === 'same' && !inputs.allowSameSource) throw sameSource(change)
  const project = await openProject({
    workspace: environment.workspace,
    package: change.package,
    env: environment.childEnvironment,
    log
  })
  const tracked = readTextFiles(project)
  const { beside } = change
  checkBeside({ project, files: tracked, allowsCommand: inputs.allowsCommand }, beside, change)
  const files = withMade(tracked, beside)
  checkComputed({ head: project.head, files }, change)
  const edits = editsOf(change)
  const written = [...beside.files.map(({ path }) => path), ...edits.map(({ file }) => file)]
  const copy = await makeCopy(project, join(scratch, 'copy'), { only: new Set(written) })
  for (const { path, text } of beside.files) await copy.make(path, Buffer.from(text))
  await writeCopy({ copy, files }, replacementsOf(edits))
  const computed = { ...merged, ...checkedLinks(merged, change, files, environment.serverUrl) }
  // This one is about what was proved, and not merely said.
  const said = merged.notes.filter((note) => note !== sameSourceNote)
  const notes = [...said, ...(source === 'same' ? [sameSourceNote] : [])]
  return { computed, copy, untraced: [], notes }
}

/** The job that computed was told to let it pass; whether it is proposed is this one's to say. */
function sameSource({ name, newVersion }: SyncChange): NarPublishError {
  return new NarPublishError({
    code: 'SOURCE_UNCHANGED',
    subject: `${name} ${newVersion ?? ''}`,
    reason: 'the job that computed the change let the old version’s source pass'
  })
}
