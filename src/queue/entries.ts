import { lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../errors.ts'
import { isStorePath } from '../store-path.ts'

/** A link in a queue's folder. */
interface QueueEntry {
  /** Of the link: whatever somebody called it. */
  name: string
  storePath: string
}

interface FolderContent {
  entries: QueueEntry[]
  /** Names of what is no link to a store path: neither followed nor deleted. */
  foreign: string[]
}

/** What is queued, sorted by name. A folder that is not there holds nothing. */
export function readQueue(folder: string): FolderContent {
  const content: FolderContent = { entries: [], foreign: [] }
  for (const name of namesIn(folder).sort()) {
    const storePath = linkTarget(join(folder, name))
    if (storePath === null) continue
    if (isStorePath(storePath)) content.entries.push({ name, storePath })
    else content.foreign.push(name)
  }
  return content
}

/** Each path once, with the time (milliseconds since 1970) of its newest link. */
export function queuedTimes(folder: string): Map<string, number> {
  const times = new Map<string, number>()
  for (const { name, storePath } of readQueue(folder).entries) {
    const time = lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs
    if (time !== undefined) times.set(storePath, Math.max(time, times.get(storePath) ?? 0))
  }
  return times
}

/** Takes these paths' links out of the queue; a link that leads elsewhere by now stays. The folder is read once, however many they are. */
export function removeEntries(folder: string, storePaths: readonly string[]): void {
  const gone = new Set(storePaths)
  for (const entry of readQueue(folder).entries) {
    if (gone.has(entry.storePath)) rmSync(join(folder, entry.name), { force: true })
  }
}

/** Where a link leads; null when it is gone, empty when it is no link. */
function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : ''
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
