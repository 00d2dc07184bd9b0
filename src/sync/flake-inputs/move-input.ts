import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { NixCommand } from '../../nix/command.ts'
import { evaluationReason } from '../../nix/evaluation.ts'
import { isAtLeast } from '../../nix/nix.ts'
import { nixFailure } from '../../nix/run.ts'
import { flakeReference, uncommitted } from '../project/flake.ts'
import { ask } from '../project/question.ts'
import type { Edit, MadeFile } from '../types.ts'
import { replacementsOf, writeCopy, type Workshop } from '../workshop.ts'
import { movedInput, type LockStep, type MovedInput } from './lock-change.ts'
import { inputWords } from './source-input.ts'

/** A lock file in which one input is another one. */
export interface MovedLock extends MovedInput {
  file: MadeFile
}

/**
 * Locks one input of the copy's flake anew, with these edits in its files, as `nix flake update INPUT` does; whatever else may have
 * become of the lock file is refused. The copy has the old one again afterwards. null: the input is locked as it was. Throws
 * FETCH_FAILED, LOCK_REFUSED.
 */
export async function moveInput(
  shop: Pick<Workshop, 'nix' | 'project' | 'copy' | 'files' | 'log'>,
  path: string,
  name: string,
  edits: readonly Edit[],
  step: LockStep
): Promise<MovedLock | null> {
  const { copy, files, log, project } = shop
  const before = await readFile(join(project.root, path), 'utf8')
  const own = files.find((file) => file.path === path)?.text ?? before
  await copy.make(path, Buffer.from(own))
  await writeCopy(shop, replacementsOf(edits))
  const ended = await log.group(`nix flake update ${name}`, () =>
    ask(shop, updateCommand(shop, name))
  )
  if (ended.status !== 0) {
    throw new NarPublishError({
      code: 'FETCH_FAILED',
      subject: inputWords(name),
      reason: `it could not be locked anew: ${evaluationReason(ended.stderr).replaceAll(`${copy.folder}/`, '')}`,
      cause: nixFailure(ended)
    })
  }
  const text = await readFile(join(copy.folder, path), 'utf8')
  await copy.make(path, Buffer.from(own))
  if (text === before) return null
  const moved = movedInput(before, text, step)
  if (typeof moved !== 'string' && moved.name === name) {
    return { ...moved, file: { path, text, isNew: false, by: 'lock' } }
  }
  throw new NarPublishError({
    code: 'LOCK_REFUSED',
    subject: `${path}, ${inputWords(name)}`,
    reason: `\`nix flake update ${name}\` changed more than where it is locked: ${typeof moved === 'string' ? moved : `the input \`${moved.name}\` is another one`}`
  })
}

/** https://nix.dev/manual/nix/latest/release-notes/rl-2.19: the input's name was an option of another command before. */
function updateCommand(shop: Pick<Workshop, 'nix' | 'project' | 'copy'>, name: string): NixCommand {
  const reference = flakeReference(shop)
  const args = isAtLeast(shop.nix.version, 2, 19)
    ? ['flake', 'update', ...uncommitted, '--flake', reference, '--', name]
    : ['flake', 'lock', ...uncommitted, '--update-input', name, '--', reference]
  return { program: 'nix', args }
}
