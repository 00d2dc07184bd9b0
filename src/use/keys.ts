import { checkPublicKey } from '../binary-cache/signature.ts'
import { cataloguePath, type CatalogueIndex } from '../catalogue/catalogue.ts'
import { NarPublishError } from '../errors.ts'
import { count, list, quote } from '../text.ts'
import type { OpenedCache } from './open-cache.ts'

/** Whose signatures a reader is told to take, and who says that they may be trusted. */
export interface ReaderKeys {
  /** `name:base64`; none: the cache is unsigned, as far as its catalogue tells. */
  publicKeys: string[]
  /** `reader`: they were given. `owner`: the cache is one of the same owner as the reader's own repository. null: nobody. */
  vouchedBy: 'reader' | 'owner' | null
  /** Where the keys come from, a sentence. */
  origin: string
  /** Sentences. */
  warnings: string[]
}

/** More keys than anybody replaces in the life of a cache. */
const mostKeys = 64

/**
 * The keys that were given; without any, those that the catalogue names, which only the reader's own repository (`owner/name`, null:
 * none) being of the same owner vouches for. Throws CATALOGUE_INVALID.
 */
export function chooseKeys(
  trustedKeys: readonly string[],
  { target: { name }, index }: Pick<OpenedCache, 'index'> & { target: { name: string } },
  ownRepository: string | null
): ReaderKeys {
  if (trustedKeys.length > 0) {
    return {
      publicKeys: [...trustedKeys],
      vouchedBy: 'reader',
      origin: `${count(trustedKeys.length, 'key')} that you gave.`,
      warnings: otherKeys(trustedKeys, name, index)
    }
  }
  if (index instanceof NarPublishError) throw index
  const publicKeys = namedKeys(name, index)
  const keys = `${count(publicKeys.length, 'key')} that the catalogue of ${name} names`
  if (publicKeys.length === 0) {
    const warning = `${name} is not signed: Nix refuses what it holds. Its owner can publish with \`signing-key\`.`
    return { publicKeys, vouchedBy: null, origin: 'No key: it is not signed.', warnings: [warning] }
  }
  // As GitHub answers, not as it was typed: a repository that was given away keeps its old name as a redirection.
  if (ownRepository !== null && ownerOf(ownRepository) === ownerOf(name)) {
    const origin = `${keys}; it is taken at its word, as ${ownRepository} is of the same owner.`
    return { publicKeys, vouchedBy: 'owner', origin, warnings: [] }
  }
  const names = list(publicKeys.map(nameOf))
  return {
    publicKeys,
    vouchedBy: null,
    origin: `${keys}; nobody has vouched for it.`,
    warnings: [
      `Nobody has vouched for ${names}: whoever can write to ${name} can put another key into its catalogue. Compare ${publicKeys.length === 1 ? 'it' : 'them'} with what the owner tells elsewhere, then give \`trusted-keys\`.`
    ]
  }
}

/** Throws KEYS_UNTRUSTED: nothing is changed on the word of a stranger's file. */
export function requireTrust(name: string, { publicKeys, vouchedBy }: ReaderKeys): void {
  if (vouchedBy !== null) return
  const isUnsigned = publicKeys.length === 0
  throw new NarPublishError({
    code: 'KEYS_UNTRUSTED',
    subject: name,
    reason: isUnsigned
      ? 'it is not signed: its catalogue names no key, and Nix would refuse what it holds'
      : `its catalogue names ${list(publicKeys.map(nameOf))}, for which nobody has vouched`,
    ...(isUnsigned ? { hint: 'Have it published with `signing-key`.' } : {})
  })
}

/** `name:` of `name:base64`. */
export function nameOf(key: string): string {
  return key.slice(0, key.indexOf(':'))
}

function namedKeys(name: string, index: CatalogueIndex | null): string[] {
  const publicKeys = index?.publicKeys ?? []
  const refuse = (reason: string, cause?: unknown): NarPublishError =>
    new NarPublishError({
      code: 'CATALOGUE_INVALID',
      subject: `${name}, ${cataloguePath}`,
      reason,
      hint: 'Give the keys that its owner tells elsewhere as `trusted-keys`.',
      cause
    })
  if (publicKeys.length > mostKeys) {
    throw refuse(`it names ${publicKeys.length} keys, and no cache needs more than ${mostKeys}`)
  }
  return publicKeys.map((key) => {
    try {
      return checkPublicKey(key)
    } catch (cause) {
      throw refuse(`${quote(key)} is no public key`, cause)
    }
  })
}

function otherKeys(
  trustedKeys: readonly string[],
  name: string,
  index: OpenedCache['index']
): string[] {
  if (index instanceof NarPublishError) return [index.message]
  const publicKeys = index?.publicKeys ?? []
  if (publicKeys.length === 0) return [`The catalogue of ${name} names no key: is it signed?`]
  if (trustedKeys.some((key) => publicKeys.includes(key))) return []
  return [
    `The catalogue of ${name} names none of the keys of \`trusted-keys\`: Nix takes from it only what one of those has signed.`
  ]
}

function ownerOf(repository: string): string {
  return (repository.split('/')[0] ?? '').toLowerCase()
}
