import { NarPublishError } from './errors.ts'

/** The only store directory that a published cache serves; Nix's default and that of cache.nixos.org. */
export const storeDirectory = '/nix/store'

// Nix's own rule (libstore/path.cc): base32 hash, then at most 211 characters of this set that do not start with a dot.
const storePathPattern =
  /^\/nix\/store\/([0-9a-df-np-sv-z]{32})-([0-9A-Za-z+\-_?=][0-9A-Za-z+\-._?=]{0,210})$/

/** Store paths inside of a longer text. Global: for `replaceAll` and `matchAll`, not for `test`. */
export const storePathsInText = /\/nix\/store\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+/g

interface StorePathParts {
  /** 32 base32 characters: the narinfo's file name. */
  hash: string
  /** What follows the hash and its dash: name and version. */
  name: string
}

/** Takes `/nix/store/<hash>-<name>` apart. Throws STORE_PATH_INVALID for anything else, a path inside a store path included. */
export function parseStorePath(storePath: string): StorePathParts {
  const match = storePathPattern.exec(storePath)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new NarPublishError({
      code: 'STORE_PATH_INVALID',
      subject: JSON.stringify(storePath.slice(0, 300)),
      reason: `it is not of the form ${storeDirectory}/<32 base32 characters>-<name>`
    })
  }
  return { hash: match[1], name: match[2] }
}

/** The store path that a path is, or lies inside of; null: it is not in the store. Asks no file system, so links are not followed. */
export function enclosingStorePath(path: string): string | null {
  const topLevel = path.split('/', 4).join('/')
  return isStorePath(topLevel) ? topLevel : null
}

export function isStorePath(text: string): boolean {
  return storePathPattern.test(text)
}

/** `<hash>-<name>` as narinfo files write references. */
export function storePathBaseName(storePath: string): string {
  return storePath.slice(storeDirectory.length + 1)
}
