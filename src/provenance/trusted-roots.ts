import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { getTrustedRoot } from '@sigstore/tuf'
import { codeOf, NarPublishError } from '../errors.ts'
import { parseJson, quote } from '../text.ts'

/** Bytes; those of GitHub and of Sigstore are 10 KB each. */
const largestFile = 4 * 1024 * 1024

/**
 * Whose certificates, logs and timestamps count: those of a file as `gh attestation trusted-root` writes it, one JSON a line; without one
 * those of Sigstore's public instance, which its update framework gives. Throws TRUSTED_ROOT_MISSING.
 */
export async function readTrustedRoots(
  file: string | null,
  scratch: string
): Promise<TrustedRoot[]> {
  if (file !== null) return rootsIn(file)
  try {
    return [await getTrustedRoot({ cachePath: join(scratch, 'sigstore-root') })]
  } catch (cause) {
    throw missing('Sigstore’s trusted root', `it cannot be had (${messageOf(cause)})`, cause)
  }
}

function rootsIn(file: string): TrustedRoot[] {
  try {
    if (statSync(file).size > largestFile) throw new RangeError('it is too large')
    const text = readFileSync(file, 'utf8').trim()
    const roots = textsOf(text).map((one) => TrustedRoot.fromJSON(parseJson(one)))
    if (roots.every(({ certificateAuthorities }) => certificateAuthorities.length === 0)) {
      throw new RangeError('it names no certificate authority')
    }
    return roots
  } catch (cause) {
    throw missing(`trusted root ${quote(file)}`, `it cannot be read (${messageOf(cause)})`, cause)
  }
}

/** One in several lines, or several of a line each. */
function textsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))
    ? lines
    : [text]
}

function missing(subject: string, reason: string, cause: unknown): NarPublishError {
  return new NarPublishError({ code: 'TRUSTED_ROOT_MISSING', subject, reason, cause })
}

function messageOf(cause: unknown): string {
  const code = codeOf(cause)
  return cause instanceof Error ? cause.message : code
}
