import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import type { ExpectedNar, NarSource } from '../../src/binary-cache/pack.ts'

const storePath = '/nix/store/0k0syn7m2xsmnmfyvkv208lna3s8qjhj-greeting-2.12.1'

/** Bytes as a dump that ends well, in chunks as pipes give them. */
export function narOf(bytes: Buffer, done = Promise.resolve()): NarSource {
  function* chunks(): Generator<Buffer> {
    for (let offset = 0; offset < bytes.length; offset += 65_536) {
      yield bytes.subarray(offset, offset + 65_536)
    }
  }
  return { stream: Readable.from(chunks(), { objectMode: false }), done }
}

/** What Nix would know of them. */
export function expectedOf(bytes: Buffer): ExpectedNar {
  const narHash = formatSha256(createHash('sha256').update(bytes).digest())
  return { storePath, narHash, narSize: bytes.length }
}
