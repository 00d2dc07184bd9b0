import { shownName } from '../harmless.ts'
import { isStorePath } from '../store-path.ts'
import { decodePinName, encodePinName } from './name.ts'

/** A name for a store path of the cache: `prune` keeps its closure, and readers find it by the name. */
export interface Pin {
  /** Any text: may be hostile. */
  name: string
  storePath: string
}

/** Where pins lie in the target. */
export const pinsFolder = 'pins/'

/** bytes; a store path has 255 at most */
const largestPin = 4096

/** The file of a name. */
export function pinFile(name: string): string {
  return pinsFolder + encodePinName(name)
}

/** The name of a file below `pins/`; that of a file that somebody else has put there is its path. */
export function pinNameOf(file: string): string {
  return decodePinName(file.slice(pinsFolder.length)) ?? file
}

export function formatPin(storePath: string): string {
  return `${storePath}\n`
}

/** null: the file holds no store path. Who edits one by hand may leave the newline out. */
export function parsePin(content: Buffer): string | null {
  if (content.length > largestPin) return null
  const storePath = content.toString('utf8').trim()
  return isStorePath(storePath) ? storePath : null
}

/** What the files hold, by their names; those that hold no store path are left out. */
export function pinsOf(files: ReadonlyMap<string, Buffer>): Pin[] {
  return [...files].flatMap(([file, content]) => {
    const storePath = parsePin(content)
    return storePath === null ? [] : [{ name: pinNameOf(file), storePath }]
  })
}

/** What the names of a pull request's pins begin with. */
export function pullRequestPrefix(number: number): string {
  return `pr-${number}-`
}

/** Those that the index shows: a pull request's are for who tries it, and go when it is closed. */
export function shownPins(pins: readonly Pin[]): Pin[] {
  return pins.filter(({ name }) => !/^pr-\d+-/.test(name))
}

/** What they keep. */
export function pinnedPaths(pins: readonly Pin[]): Set<string> {
  return new Set(pins.map(({ storePath }) => storePath))
}

/** `Pin main-x86_64-linux-foo => /nix/store/…` */
export function pinLine({ name, storePath }: Pin): string {
  return `Pin ${shownName(name)} => ${storePath}`
}

export function unpinLine(name: string): string {
  return `Unpin ${shownName(name)}`
}
