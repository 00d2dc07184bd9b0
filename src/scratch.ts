import { createHash } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { errorGuide } from './error-guide.ts'
import { asNarPublishError, attempt } from './errors.ts'
import { isAlive, startOf, type Holder } from './holder.ts'

const prefix = 'nar-publish-'

/**
 * A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. `owner`: the process with
 * whose end it may go; its name says who that is, and those of owners that were killed are removed here. Throws TMPDIR_UNUSABLE, DISK_FULL, FILES_EXHAUSTED.
 */
export function makeScratch(parent: string, owner = process.pid): string {
  sweepScratch(parent)
  try {
    return mkdtempSync(join(parent, `${prefix}${ownerMark(owner)}`))
  } catch (thrown) {
    const error = asNarPublishError(thrown)
    throw error.code === 'FILE_UNUSABLE'
      ? error.with({
          code: 'TMPDIR_UNUSABLE',
          subject: parent,
          hint: errorGuide.TMPDIR_UNUSABLE.fix
        })
      : error
  }
}

/** Where Linux has files in memory, for every user. */
export const sharedMemory = '/dev/shm'

/** In a scratch folder: the link to the part of it that is in memory. */
const linkToMemory = 'in-memory'

/**
 * The part of a scratch folder that is in memory: made when it is first asked for, and removed with the scratch folder, however that
 * comes about. Throws when this machine has no such place.
 */
export function scratchInMemory(scratch: string): string {
  const link = join(scratch, linkToMemory)
  const known = attempt(() => readlinkSync(link), null)
  if (known !== null) return known
  const made = makeScratch(realpathSync(sharedMemory))
  symlinkSync(made, link)
  return made
}

/** The machine, its boot and its process ids' namespace, where a process id means something: four characters for each. */
function marksOfPlace(): [machine: string, boot: string, namespace: string] {
  const mark = (text: string): string =>
    createHash('sha256').update(text).digest('base64url').slice(0, 4)
  return [
    mark(hostname()),
    mark(attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), '')),
    mark(attempt(() => readlinkSync('/proc/self/ns/pid'), ''))
  ]
}

/** `<pid>.<start>.<place>-`; nothing when the process is not to be seen from here, as the runner outside of a container: such a folder is never swept. */
function ownerMark(pid: number): string {
  const startedAt = pid > 0 ? startOf(pid) : 'gone'
  return startedAt === 'gone' ? '' : `${pid}.${startedAt}.${marksOfPlace().join('')}-`
}

const marked = /^nar-publish-(\d+)\.(\w+)\.([\w-]{4})([\w-]{4})([\w-]{4})-\w{6}$/

/** Removes what runs left that were killed: folders of this user's alone whose owner has ended for sure. */
function sweepScratch(parent: string): void {
  for (const name of attempt(() => readdirSync(parent), [])) {
    if (!isAbandoned(name)) continue
    const path = join(parent, name)
    attempt(() => {
      const found = lstatSync(path)
      if (found.isDirectory() && found.uid === process.getuid?.()) removeWhole(path)
    }, undefined)
  }
}

function isAbandoned(name: string): boolean {
  const [, pid, startedAt = '', ...place] = marked.exec(name) ?? []
  if (pid === undefined) return false
  const owner: Holder = { pid: Number(pid), startedAt }
  const [machine, boot, namespace] = marksOfPlace()
  if (place[0] !== machine) return false
  // Before this boot of the machine: nobody of that time lives.
  if (place[1] !== boot) return true
  return place[2] === namespace && !isAlive(owner)
}

/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
export function removeScratch(folder: string, parent: string): void {
  const path = resolve(folder)
  if (dirname(path) !== resolve(parent) || !basename(path).startsWith(prefix)) return
  removeWhole(path)
}

/** With its part in memory, which is one that `makeScratch` made there. */
function removeWhole(scratch: string): void {
  const inMemory = attempt(() => readlinkSync(join(scratch, linkToMemory)), null)
  if (inMemory !== null) {
    attempt(() => {
      removeScratch(inMemory, realpathSync(sharedMemory))
    }, undefined)
  }
  removeFolder(scratch)
}

/** With all in it, when it is there. The folders of a Nix store are read-only, and are opened for it. */
export function removeFolder(path: string): void {
  // Something may still be written there while a run is interrupted.
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    remove()
  } catch {
    makeRemovable(path)
    remove()
  }
}

function makeRemovable(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return
  if ((found.mode & 0o700) !== 0o700) chmodSync(path, 0o700)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) makeRemovable(join(path, entry.name))
  }
}
