import { quote } from '../text.ts'
import { compareBytes } from './byte-order.ts'
import { beginMarker, endMarker } from './readme.ts'
import type { Catalogue } from './types.ts'

const keyLine = /^- Public key: `([\w.@+-]+:[A-Za-z0-9+/]{43}=)`$/

/**
 * The keys (`name:base64`, sorted) that the block of a README tells its readers to trust; none when there is no block, or it says that
 * the cache is unsigned. What stands outside of the markers does not count.
 */
export function toldKeys(readme: Buffer | null): string[] {
  const lines = blockLines(readme) ?? []
  return sorted(lines.flatMap((line) => keyLine.exec(line)?.[1] ?? [])).filter(isPublicKey)
}

/** Base64 of 32 bytes has characters that say less than they could; Nix takes no other spelling. */
function isPublicKey(key: string): boolean {
  const base64 = key.slice(key.indexOf(':') + 1)
  return Buffer.from(base64, 'base64').toString('base64') === base64
}

/**
 * What readers of the next state are to be told: what they were told already, and `vouched` (this run's key, `trusted-keys`). Never what
 * only the catalogue names: whoever can write a line there would be trusted by every reader.
 */
export function keysToTell(readme: Buffer | null, vouched: readonly string[]): string[] {
  return sorted([...toldKeys(readme), ...vouched])
}

/** Of these keys those that readers are not told yet, where they are told others: who has only those must learn of them. */
export function newKeys(readme: Buffer | null, keys: readonly string[]): string[] {
  const told = toldKeys(readme)
  return told.length === 0 ? [] : keys.filter((key) => !told.includes(key))
}

/** Keys that the catalogue names and readers are not told. */
export function untoldKeys({ publicKeys }: Catalogue, told: readonly string[]): string[] {
  return publicKeys.filter((key) => !told.includes(key))
}

/** A sentence for who keeps the cache. */
export function keyUntold(key: string): string {
  return `The catalogue names the key ${quote(key)}, which readers are not told: whoever can write to the branch can put one there. When it is yours, give it as \`trusted-keys\`.`
}

/** Whether a block says anything of keys yet; a new one for signed artifacts would call them unsigned when nobody vouches for a key. */
export function isKeyKnown(
  readme: Buffer | null,
  { publicKeys }: Catalogue,
  told: readonly string[]
): boolean {
  return told.length > 0 || publicKeys.length === 0 || blockLines(readme) !== null
}

function blockLines(readme: Buffer | null): string[] | null {
  const lines = (readme?.toString() ?? '').split('\n').map((line) => line.trim())
  const begin = lines.findIndex((line) => line.replace(/^\uFEFF/, '') === beginMarker)
  const end = lines.indexOf(endMarker, begin)
  return begin === -1 || end === -1 ? null : lines.slice(begin + 1, end)
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort(compareBytes)
}
