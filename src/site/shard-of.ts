import { sha256 } from '@noble/hashes/sha2.js'

/** Base32's, as RFC 4648 has it, in lower case. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The shard of an artifact's name, as src/catalogue/shards.ts has it, without Node; and without the browser's own hash, which is not there
 * on plain http.
 */
export function shardOf(name: string): string {
  const [first = 0, second = 0] = sha256(new TextEncoder().encode(name))
  const bits = ((first << 8) | second) >> 6
  return digits.charAt(bits >> 5) + digits.charAt(bits & 31)
}

/** The file of names that covers a shard: sixteen that follow each other have one, called as the first of them. */
export function namesFileOf(shard: string): string {
  const first = digits.indexOf(shard.charAt(1)) < 16 ? 'a' : 'q'
  return `catalogue/names/${shard.charAt(0)}${first}.json`
}
