/**
 * Bodies of other people's servers, which may be of any length, whatever a header says: each reader counts the bytes that it gets (of a
 * compressed answer, those that come out) and stops at what the file can be.
 */

const kib = 1024
const mib = 1024 * kib

/** Bytes that a file of a cache has at most, by its name or path; what a cache has no name for is taken for an index. */
export function largestText(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'nix-cache-info' || path.startsWith('pins/')) return 64 * kib
  // A narinfo grows by some 50 bytes with each reference; a whole operating system has 5,000. GitHub shows the first 500 KiB of a README,
  // and 10,000 artifacts make a catalogue of 6 MiB.
  return name.endsWith('.narinfo') || name === 'README.md' ? 8 * mib : 64 * mib
}

/** The whole body; null as soon as it has more than `most` bytes. Rejects as the body does. */
export async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  most: number
): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as it comes; throws `tooLong()` at the first byte over `most`. */
export async function* atMost<Chunk extends Uint8Array>(
  body: AsyncIterable<Chunk>,
  most: number,
  tooLong: () => Error
): AsyncGenerator<Chunk> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw tooLong()
    yield chunk
  }
}
