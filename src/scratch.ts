import { createHash } from 'node:crypto'
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errorGuide } from './error-guide.ts'
import { asNarPublishError, attempt } from './errors.ts'
import { isAlive, startOf, type Holder } from './holder.ts'
import {
  linkToMemory,
  removeFolder,
  removeWhole,
  scratchPrefix,
  sharedMemory
} from './remove-scratch.ts'

export { removeFolder, removeScratch, sharedMemory } from './remove-scratch.ts'

/**
 * A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. `owner`: the process with
 * whose end it may go; its name says who that is, and those of owners that were killed are removed here. Throws TMPDIR_UNUSABLE, DISK_FULL, FILES_EXHAUSTED.
 */
export function makeScratch(parent: string, owner = process.pid): string {
  sweepScratch(parent)
  try {
    return mkdtempSync(join(parent, `${scratchPrefix}${ownerMark(owner)}`))
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

/** Removes what is in the part of a scratch folder that is in memory, if it has one. */
export function emptyMemory(scratch: string): void {
  const memory = attempt(() => readlinkSync(join(scratch, linkToMemory)), null)
  if (memory === null) return
  for (const name of attempt(() => readdirSync(memory), [])) removeFolder(join(memory, name))
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
