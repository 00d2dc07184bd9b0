import { createHash } from 'node:crypto'
import { encodeDigest, parseDigest } from '../binary-cache/digest.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { parseStorePath } from '../store-path.ts'

/**
 * Where a cache keeps its provenance. A bundle (Sigstore's JSON) speaks of every path of its run and lies once, named by its SHA-256; beside
 * each narinfo stands a small file that names it. The bundle itself beside each of 1,000 narinfos would be 1,000 times 200 KB on a site.
 */
const bundleFile = /^provenance\/([0-9a-f]{64})\.sigstore\.json$/

/** Bytes. The most that GitHub attests at once, under the longest names, is half of it. */
export const largestBundle = 2 * 1024 * 1024

/** Bytes. */
export const longestPointer = 200

/** How many subjects GitHub's attestation has at most. */
export const mostSubjects = 1024

/** Beside the narinfo of the path. */
export function pointerPath(storePath: string): string {
  return `${parseStorePath(storePath).hash}.provenance`
}

export function isPointerPath(path: string): boolean {
  return /^[0-9a-df-np-sv-z]{32}\.provenance$/.test(path)
}

export function bundlePath(content: Buffer): string {
  return `provenance/${createHash('sha256').update(content).digest('hex')}.sigstore.json`
}

export function isBundlePath(path: string): boolean {
  return bundleFile.test(path)
}

export function formatPointer(bundle: string): Buffer {
  return Buffer.from(`${bundle}\n`)
}

/** Whether GitHub Pages gives it to who asks for a narinfo, though it is none: in a folder of such a name, or with `.html` behind it. */
export function isServedAsNarInfo(path: string): boolean {
  return /^[^/]+\.narinfo(?:\.html|\/.*)$/.test(path)
}

/** The bundle that it names; null: it is none of ours. */
export function parsePointer(content: Buffer): string | null {
  const text =
    content.length > longestPointer ? '' : content.toString('latin1').replace(/\r?\n$/, '')
  return isBundlePath(text) ? text : null
}

/** `sha256:<base32>` as `sha256sum` writes it: the digest of what `nix-store --dump` prints. */
export function narDigest({ narHash }: Pick<NarInfo, 'narHash'>): string {
  const digest = parseDigest(narHash, 'sha256')
  return digest === null ? '' : encodeDigest(digest, 'base16')
}
