import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { NarInfo, PackedPath } from '../binary-cache/types.ts'
import { compareBytes } from '../catalogue/byte-order.ts'
import { codeOf, NarPublishError } from '../errors.ts'
import {
  bundlePath,
  formatPointer,
  largestBundle,
  mostSubjects,
  narDigest,
  pointerPath
} from '../provenance/files.ts'
import { count, quote, shortList } from '../text.ts'
import type { ProvenanceInputs } from './provenance-inputs.ts'
import type { PublishRun } from './run.ts'

/**
 * Leaves the subjects of what would be published where that is asked, and gives the bundle, which names each of them by its NarHash. null:
 * none is asked, or nothing is published, so that there need be none. Who signed it is for readers to verify, by the keys that they
 * trust. Throws PROVENANCE_TOO_MANY, PROVENANCE_INVALID, PROVENANCE_MISMATCH.
 */
export async function provenanceOf(
  { inputs, log }: Pick<PublishRun<{ provenance: ProvenanceInputs }>, 'inputs' | 'log'>,
  packed: readonly Pick<PackedPath, 'info'>[]
): Promise<Buffer | null> {
  const { bundle, subjects } = inputs.provenance
  const digests = packed
    .map(({ info }): [string, string] => [info.storePath, narDigest(info)])
    .sort(([a], [b]) => compareBytes(a, b))
  if (subjects !== null) {
    if (digests.length > mostSubjects) throw tooMany(digests.length)
    writeFileSync(subjects, digests.map(([path, digest]) => `${digest}  ${path}\n`).join(''))
    log.info(`${subjects}: ${count(digests.length, 'subject')}`)
  }
  if (bundle === null || digests.length === 0) return null
  const content = readBundleFile(bundle)
  // Sigstore's library is only for who has a bundle.
  const { readBundle } = await import('../provenance/bundle.ts')
  const attested = readBundle(content, quote(bundle)).subjects
  const others = digests.filter(([path, digest]) => attested.get(path) !== digest)
  if (others.length > 0) throw mismatch(bundle, others, attested)
  log.info(`${bundle} attests ${count(digests.length, 'path')}`)
  return content
}

/** The bundle, once, and beside each narinfo what names it. */
export function provenanceFiles(
  bundle: Buffer | null,
  narInfos: readonly Pick<NarInfo, 'storePath'>[]
): Map<string, Buffer> {
  if (bundle === null || narInfos.length === 0) return new Map()
  const path = bundlePath(bundle)
  const pointer = formatPointer(path)
  return new Map([
    [path, bundle],
    ...narInfos.map(({ storePath }): [string, Buffer] => [pointerPath(storePath), pointer])
  ])
}

function readBundleFile(file: string): Buffer {
  try {
    const { size } = statSync(file)
    if (size > largestBundle) throw new RangeError(`it has ${size} bytes`)
    return readFileSync(file)
  } catch (cause) {
    const isMissing = codeOf(cause) === 'ENOENT'
    throw new NarPublishError({
      code: 'PROVENANCE_INVALID',
      subject: quote(file),
      reason: isMissing
        ? 'it is not there, and there is something to publish'
        : `it cannot be read (${cause instanceof Error ? cause.message : codeOf(cause)})`,
      cause
    })
  }
}

function mismatch(
  bundle: string,
  others: readonly [string, string][],
  attested: ReadonlyMap<string, string>
): NarPublishError {
  const named = others.map(([path]) =>
    attested.has(path) ? `${path} (with another NAR)` : `${path} (not named)`
  )
  return new NarPublishError({
    code: 'PROVENANCE_MISMATCH',
    subject: quote(bundle),
    reason: `it does not attest ${count(others.length, 'path')} that would be published: ${shortList(named, 10)}`
  })
}

function tooMany(subjects: number): NarPublishError {
  return new NarPublishError({
    code: 'PROVENANCE_TOO_MANY',
    subject: 'input provenance-subjects',
    reason: `${count(subjects, 'path')} would be published, and GitHub attests ${mostSubjects} at once`
  })
}
