import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where all that concerns some queues is on the disk: a folder of links for each, and `.state` beside them. */
export interface QueuePlace {
  /** Absolute. */
  directory: string
}

// It is a folder's and a file's name, and part of systemd units' names; `.state` is ours.
export const queueNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** Folder with the links of a queue. */
export function linksFolder({ directory }: QueuePlace, name: string): string {
  return join(directory, name)
}

/** A file about queues that is no entry of one. */
export function stateFile({ directory }: QueuePlace, file: string): string {
  return join(directory, '.state', file)
}

/** The folders, readable by this user only; the hook may run as root. */
export function makeFolders(place: QueuePlace, names: readonly string[]): void {
  for (const folder of [
    join(place.directory, '.state'),
    ...names.map((name) => linksFolder(place, name))
  ]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
}
