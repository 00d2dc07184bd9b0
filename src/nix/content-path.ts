import { createHash } from 'node:crypto'
import { encodeBase32 } from '../binary-cache/base32.ts'
import type { Digest } from '../binary-cache/digest.ts'
import { storeDirectory } from '../store-path.ts'

/**
 * The store path of a content: `makeStorePath` of Nix's libstore/store-dir-config.cc. `type`: `text`, `source`, … with what it refers to;
 * `hex`: a SHA-256.
 */
export function contentPath(type: string, hex: string, name: string): string {
  const means = [type, 'sha256', hex, storeDirectory, name].join(':')
  const folded = Buffer.alloc(20)
  for (const [at, byte] of createHash('sha256').update(means).digest().entries())
    folded[at % 20] = (folded[at % 20] ?? 0) ^ byte
  return `${storeDirectory}/${encodeBase32(folded)}-${name}`
}

/**
 * Where what has a hash of its own belongs: `makeFixedOutputPath` of the same. `recursive`: as `fetchTarball` and flakes hash, a NAR;
 * `flat`: as `fetchurl` does, a file.
 */
export function fixedPath(
  { algorithm, bytes }: Digest,
  how: 'recursive' | 'flat',
  name: string
): string {
  const hex = bytes.toString('hex')
  if (how === 'recursive' && algorithm === 'sha256') return contentPath('source', hex, name)
  const fixed = `fixed:out:${how === 'recursive' ? 'r:' : ''}${algorithm}:${hex}:`
  const digest = createHash('sha256').update(fixed).digest('hex')
  return contentPath('output:out', digest, name)
}
