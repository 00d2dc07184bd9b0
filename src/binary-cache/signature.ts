import * as crypto from 'node:crypto'
import { NarPublishError } from '../errors.ts'
import { storeDirectory } from '../store-path.ts'
import type { PathInfo } from './types.ts'

/** A key to sign with. The secret half is inside a KeyObject, which nothing prints. */
export interface SecretKey {
  /** Readers name the key by it: `cache.example.org-1`. */
  readonly name: string
  readonly privateKey: crypto.KeyObject
}

/** What a signature is about. References may be full paths (as Nix's database has them) or base names (as a narinfo has them). */
type SignedInfo = Pick<PathInfo, 'storePath' | 'narHash' | 'narSize' | 'references'>

// RFC 8410: what stands before the 32 bytes of an ed25519 key in its DER form.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * Reads a key as `nix-store --generate-binary-cache-key` writes it: `name:base64(seed and public half, 32 bytes each)`.
 * Throws SIGNING_KEY_INVALID, in which no part of the text is repeated.
 */
export function parseSecretKey(text: string): SecretKey {
  const { name, base64 } = parseKey(text.trim(), invalidSecretKey)
  if (decodeBase64(base64)?.length === 32) {
    throw invalidSecretKey('it has the length of a public key: the secret one is in the other file')
  }
  const bytes = keyBytes(base64, 64, invalidSecretKey)
  const privateKey = privateKeyOf(bytes.subarray(0, 32))
  if (!publicHalf(privateKey).equals(bytes.subarray(32))) {
    throw invalidSecretKey('its two halves do not belong together: a part of it was changed')
  }
  return { name, privateKey }
}

/** An ed25519 key from its seed of 32 bytes. */
export function privateKeyOf(seed: Uint8Array): crypto.KeyObject {
  return crypto.createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: 'der',
    type: 'pkcs8'
  })
}

/** `name:base64`, for readers' `trusted-public-keys`. */
export function publicKeyText(key: SecretKey): string {
  return `${key.name}:${publicHalf(key.privateKey).toString('base64')}`
}

/** The text that Nix signs: `1;<path>;<narHash>;<narSize>;<references, full paths, comma-separated>`. */
export function fingerprint({ storePath, narHash, narSize, references }: SignedInfo): string {
  const paths = references.map((reference) =>
    reference.startsWith('/') ? reference : `${storeDirectory}/${reference}`
  )
  return `1;${storePath};${narHash};${narSize};${paths.sort().join(',')}`
}

/** A narinfo's `Sig:`, `name:base64`. The same key and path always give the same. */
export function sign(key: SecretKey, info: SignedInfo): string {
  const signature = crypto.sign(null, Buffer.from(fingerprint(info)), key.privateKey)
  return `${key.name}:${signature.toString('base64')}`
}

/**
 * Whether `signature` (`name:base64`) is that of the key `publicKey` (`name:base64`) for this path. False for a
 * signature that is malformed or of another key's name. Throws SIGNING_KEY_INVALID when the key is no public key.
 */
export function verifySignature(publicKey: string, info: SignedInfo, signature: string): boolean {
  const { name, key } = readPublicKey(publicKey)
  const signed = decodeBase64(signature.slice(name.length + 1))
  if (!signature.startsWith(`${name}:`) || signed === null) return false
  return crypto.verify(null, Buffer.from(fingerprint(info)), key, signed)
}

interface PublicKey {
  name: string
  key: crypto.KeyObject
}

/** A cache has few, and each is asked about every path. */
const publicKeys = new Map<string, PublicKey>()

function readPublicKey(text: string): PublicKey {
  const known = publicKeys.get(text)
  if (known !== undefined) return known
  const { name, base64 } = parseKey(text, invalidPublicKey)
  const der = Buffer.concat([spkiPrefix, keyBytes(base64, 32, invalidPublicKey)])
  const read = { name, key: crypto.createPublicKey({ key: der, format: 'der', type: 'spki' }) }
  publicKeys.set(text, read)
  return read
}

/** Whether one of these keys (`name:base64`) signed it; what is no public key signed nothing. */
export function isSignedByAny(
  publicKeys: readonly string[],
  info: SignedInfo & Pick<PathInfo, 'signatures'>
): boolean {
  return publicKeys
    .filter(isPublicKey)
    .some((key) => info.signatures.some((text) => verifySignature(key, info, text)))
}

/** Whether a Nix that trusts these keys takes it from a cache: a content-addressed path is its own proof. */
export function isTakenBy(
  publicKeys: readonly string[],
  info: SignedInfo & Pick<PathInfo, 'signatures' | 'ca'>
): boolean {
  return info.ca !== null || isSignedByAny(publicKeys, info)
}

/** Whether Nix takes it for one. */
export function isPublicKey(text: string): boolean {
  const [name = '', base64 = '', ...more] = text.split(':')
  return more.length === 0 && namePattern.test(name) && decodeBase64(base64)?.length === 32
}

/** `name` of a key or of a signature, `name:base64`. */
export function keyName(text: string): string {
  return text.slice(0, text.indexOf(':'))
}

/** A public key (`name:base64`) as it was given. Throws SIGNING_KEY_INVALID when it is none; the text is not repeated, as it may be a secret one. */
export function checkPublicKey(text: string): string {
  keyBytes(parseKey(text, invalidPublicKey).base64, 32, invalidPublicKey)
  return text
}

/**
 * Nix takes any name without a colon (`nix key generate-secret --key-name a/b-1`). A blank or a `#` would end it in a nix.conf, and the
 * others that are not here have a meaning in Markdown, a shell or a Nix string, where readers are told the key.
 */
const namePattern = /^[\w.@+~/?!$&,;=%[\]-]+$/

type Refusal = (reason: string) => NarPublishError

function parseKey(text: string, refuse: Refusal): { name: string; base64: string } {
  const colon = text.indexOf(':')
  if (colon === -1) throw refuse('it has no colon between name and key')
  const name = text.slice(0, colon)
  // The name goes into a line of each narinfo, and into space-separated settings of the readers.
  if (!namePattern.test(name)) {
    throw refuse(
      'its name, before the colon, is not made of letters, digits and ._-+@/~?!$&,;=%[], so that it cannot stand in a nix.conf, or not where readers are told it'
    )
  }
  const base64 = text.slice(colon + 1)
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw refuse('what follows the colon is not base64')
  return { name, base64 }
}

function keyBytes(base64: string, length: number, refuse: Refusal): Buffer {
  const bytes = decodeBase64(base64)
  if (bytes?.length !== length) {
    throw refuse(
      `it has ${base64.length} characters after the colon where a whole one has ${Math.ceil(length / 3) * 4}`
    )
  }
  return bytes
}

function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  // Node skips what it does not know; only a text that comes back the same was base64.
  return bytes.toString('base64') === text ? bytes : null
}

function publicHalf(privateKey: crypto.KeyObject): Buffer {
  const der = crypto.createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return der.subarray(spkiPrefix.length)
}

function invalidSecretKey(reason: string): NarPublishError {
  return new NarPublishError({ code: 'SIGNING_KEY_INVALID', subject: 'signing key', reason })
}

function invalidPublicKey(reason: string): NarPublishError {
  return new NarPublishError({
    code: 'SIGNING_KEY_INVALID',
    subject: 'public key',
    reason,
    hint: 'Give `name:base64` as it stands in the public-key file'
  })
}
