import { randomBytes } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { NarPublishError } from '../errors.ts'
import type { RewrittenFile } from './types.ts'

interface PreparedFile {
  path: string
  /** On this disk. */
  file: string
  before: string
  /** Beside the file, with the new content and the file's mode. */
  temporary: string
}

/**
 * Writes files of the checkout, all or none: each is first written beside its place, then all are moved there. `finish`: what is done with
 * them then; it may take them back by `undo`. Throws CHECKOUT_CHANGED, with nothing written, when a file is not what it was when it was
 * read, and what `finish` throws.
 */
export async function writeCheckout(
  root: string,
  files: readonly RewrittenFile[],
  finish?: (undo: () => void) => Promise<void>
): Promise<void> {
  const prepared: PreparedFile[] = []
  const replaced: PreparedFile[] = []
  const undo = (): void => {
    for (const { file, before } of replaced) writeBack(file, before)
  }
  try {
    for (const file of files.filter(({ before, after }) => before !== after)) {
      prepared.push(await prepare(root, file))
    }
    for (const file of prepared) {
      await expectUnchanged(file)
      await rename(file.temporary, file.file)
      replaced.push(file)
    }
  } catch (error) {
    undo()
    throw error
  } finally {
    for (const { temporary } of prepared) await rm(temporary, { force: true })
  }
  await finish?.(undo)
}

async function prepare(
  root: string,
  { path, before, after }: RewrittenFile
): Promise<PreparedFile> {
  const file = join(root, path)
  // A folder that has become a link would lead out of the checkout.
  const folder = await realpath(dirname(file)).catch(() => '')
  if (!`${folder}${sep}`.startsWith(`${await realpath(root)}${sep}`)) throw changedMeanwhile(path)
  const temporary = join(
    dirname(file),
    `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}.nar-publish`
  )
  const found = { path, file, before, temporary }
  await expectUnchanged(found)
  const { mode } = await lstat(file)
  try {
    const handle = await open(temporary, 'wx', mode & 0o777)
    try {
      await handle.writeFile(after)
      // What umask took away.
      await handle.chmod(mode & 0o777)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return found
}

async function expectUnchanged({ path, file, before }: PreparedFile): Promise<void> {
  const found = await lstat(file).catch(() => null)
  if (found?.isFile() !== true) throw changedMeanwhile(path)
  if (!(await readFile(file)).equals(Buffer.from(before))) throw changedMeanwhile(path)
}

/** At once, as the process may be about to end. */
function writeBack(file: string, before: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    ftruncateSync(descriptor)
    writeFileSync(descriptor, before)
  } finally {
    closeSync(descriptor)
  }
}

export function changedMeanwhile(path: string): NarPublishError {
  return new NarPublishError({
    code: 'CHECKOUT_CHANGED',
    subject: path,
    reason: 'somebody changed it while the new version was computed, so nothing was written'
  })
}
