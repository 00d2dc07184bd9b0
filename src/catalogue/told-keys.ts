import { isPublicKey, keyName } from '../binary-cache/signature.ts'
import { NarPublishError } from '../errors.ts'
import { quote } from '../text.ts'
import { compareBytes } from './byte-order.ts'
import { blockLines } from './readme.ts'
import type { Catalogue } from './types.ts'

const keyLine = /^- Public key: `([^\s:`]+:[A-Za-z0-9+/]{43}=)`$/

/**
 * The keys (`name:base64`, sorted) that the block of a README tells its readers to trust; none when there is no block, or it says that
 * the cache is unsigned. What stands outside of the markers does not count.
 */
export function toldKeys(readme: Buffer | null): string[] {
  const lines = blockLines(readme) ?? []
  return sorted(lines.flatMap((line) => keyLine.exec(line)?.[1] ?? [])).filter(isPublicKey)
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

/** A reader's Nix knows one key of a name: none of `vouched` may have that of another in `told`. Throws SIGNING_KEY_INVALID. */
export function refuseTakenNames(vouched: readonly string[], told: readonly string[]): void {
  const other = told.find((key) =>
    vouched.some((mine) => mine !== key && keyName(mine) === keyName(key))
  )
  if (other === undefined) return
  throw new NarPublishError({
    code: 'SIGNING_KEY_INVALID',
    subject: `key ${quote(keyName(other))}`,
    reason: `readers of the cache are told another key of its name, ${quote(other)}, and Nix knows one of a name`,
    hint: 'Make the new key under a name of its own, such as one with the next number.'
  })
}

/** Of the keys that the catalogue names, those that readers are not told; sorted. */
export function untoldKeys(publicKeys: readonly string[], told: readonly string[]): string[] {
  return [...new Set(publicKeys)].sort(compareBytes).filter((key) => !told.includes(key))
}

/** A sentence for who keeps the cache. */
export function keyUntold(key: string): string {
  return `The catalogue names the key ${quote(key)}, which readers are not told: whoever can write to the branch can put one there. When it is yours, give it as \`trusted-keys\`.`
}

/** Whether a block says anything of keys yet; a new one for signed artifacts would call them unsigned when nobody vouches for a key. */
export function isKeyKnown(
  readme: Buffer | null,
  { publicKeys }: Pick<Catalogue, 'publicKeys'>,
  told: readonly string[]
): boolean {
  return told.length > 0 || publicKeys.length === 0 || blockLines(readme) !== null
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort(compareBytes)
}
