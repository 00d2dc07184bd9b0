import { createHash, type Hash } from 'node:crypto'

/** Git's hash of a blob, to be fed with exactly `size` bytes; its hex digest is the object's name. */
export function blobHasher(size: number): Hash {
  return createHash('sha1').update(`blob ${size}\0`)
}

export function blobSha(content: Uint8Array): string {
  return blobHasher(content.length).update(content).digest('hex')
}
