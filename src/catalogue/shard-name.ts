/** What files of the catalogue are called: without anything of Node's, as the page in a browser asks for the same. */

/** Where the catalogue begins in the target: its format, the keys, and how many rows each shard has. */
export const cataloguePath = 'catalogue.json'

/** Where the shards lie in the target, and what is made of them beside them. */
export const catalogueFolder = 'catalogue/'

/** What README and page show first lies here, for who reads no more. It follows from the shards and the pins alone. */
export const newestPath = `${catalogueFolder}newest.json`

/** The same as a page that needs no script and can be opened from a file. */
export const newestPagePath = `${catalogueFolder}newest.html`

/** The pins in one file, for who cannot list the folder that they lie in; not there: there are none. */
export const pinsPath = `${catalogueFolder}pins.json`

/** Where search reads: a file for each 16 shards that follow each other. */
export const namesFolder = `${catalogueFolder}names/`

/** Base32's, as RFC 4648 has it, in lower case. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The shard of an artifact's name, one of 1,024: the first two digits, in base32, of the name's SHA-256, of which this takes the first two
 * bytes as one number.
 */
export function shardOfHash(firstTwoBytes: number): string {
  const bits = firstTwoBytes >> 6
  return digits.charAt(bits >> 5) + digits.charAt(bits & 31)
}

export const shardPattern = /^[a-z2-7]{2}$/

export function shardPath(shard: string): string {
  return `${catalogueFolder}${shard}.json`
}

/** The shard whose file has this path; null: it is another file. */
export function shardAt(path: string): string | null {
  return /^catalogue\/([a-z2-7]{2})\.json$/.exec(path)?.[1] ?? null
}

/** The first of the 16 shards that a shard's names lie with, by which their file is called: `aa`, `aq`, `ba` … */
export function groupOf(shard: string): string {
  return shard.charAt(0) + (digits.indexOf(shard.charAt(1)) < 16 ? 'a' : 'q')
}

export function namesPath(group: string): string {
  return `${namesFolder}${group}.json`
}

/** The group whose file of names has this path; null: it is another file. */
export function groupAt(path: string): string | null {
  return /^catalogue\/names\/([a-z2-7][aq])\.json$/.exec(path)?.[1] ?? null
}
