import { accessSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from '../../errors.ts'
import { scratchInMemory, sharedMemory } from '../../scratch.ts'
import type { FoundFile } from './copy-files.ts'

/** The kind of file system: https://man7.org/linux/man-pages/man2/statfs.2.html */
const tmpfs = 0x01021994

/** What a file or folder takes besides its bytes, and what these are rounded to. */
const ofEach = 1024
const page = 4096

/** A copy takes at most this part of the memory that this process may still have, as evaluation needs far more, and half of the room there is. */
const partOfMemory = 1 / 8
const partOfRoom = 1 / 2

/**
 * A folder in memory for a copy of these files, which goes with the scratch folder: there it takes a fraction of the time, and the disk
 * is not asked to make and forget tens of thousands of files. null: there is not enough room, no such place, or one where nothing can be
 * run, as a formatter may be; or the scratch folder is in memory itself.
 */
export function roomInMemory(scratch: string, found: readonly FoundFile[]): string | null {
  return attempt(() => {
    // What a submodule holds was not looked at.
    if (found.some(({ stats }) => stats.isDirectory())) return null
    // Each may have a folder of its own.
    const files = 2 * found.length
    const bytes = found.reduce(
      (sum, { stats: { size } }) => sum + Math.ceil(size / page) * page,
      files * ofEach
    )
    const room = statfsSync(sharedMemory)
    if (room.type !== tmpfs || statfsSync(scratch).type === tmpfs) return null
    if (bytes > process.availableMemory() * partOfMemory) return null
    if (bytes > room.bavail * room.bsize * partOfRoom) return null
    // 0 of 0: they are not counted.
    if (room.files > 0 && files > room.ffree * partOfRoom) return null
    const folder = mkdtempSync(join(scratchInMemory(scratch), 'copy-'))
    return mayRun(folder) ? folder : null
  }, null)
}

/** Docker mounts it so that nothing in it may be started. */
function mayRun(folder: string): boolean {
  const program = join(folder, 'program')
  writeFileSync(program, '', { mode: 0o700 })
  const isAllowed = attempt(() => {
    accessSync(program, constants.X_OK)
    return true
  }, false)
  rmSync(program)
  return isAllowed
}
