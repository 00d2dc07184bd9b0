import { sha256 } from '@noble/hashes/sha2.js'
import { groupOf, namesPath, shardOfHash } from '../catalogue/shard-name.ts'

/**
 * The shard of an artifact's name, as src/catalogue/shards.ts has it, without Node; and without the browser's own hash, which is not there
 * on plain http.
 */
export function shardOf(name: string): string {
  const [first = 0, second = 0] = sha256(new TextEncoder().encode(name))
  return shardOfHash((first << 8) | second)
}

/** The file of names that covers a shard. */
export function namesFileOf(shard: string): string {
  return namesPath(groupOf(shard))
}
