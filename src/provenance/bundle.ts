import {
  bundleFromJSON,
  isBundleWithDsseEnvelope,
  type BundleWithDsseEnvelope
} from '@sigstore/bundle'
import { z } from 'zod'
import { NarPublishError } from '../errors.ts'
import { parseJson } from '../text.ts'
import { largestBundle } from './files.ts'

/** A bundle as it was read: nobody has verified anything of it yet. */
export interface ProvenanceBundle {
  bundle: BundleWithDsseEnvelope
  /** Store path → SHA-256 of its NAR in hex. */
  subjects: ReadonlyMap<string, string>
}

const statement = z.object({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  // What actions/attest makes, and `gh attestation verify` asks for.
  predicateType: z.literal('https://slsa.dev/provenance/v1'),
  subject: z.array(
    z.object({
      name: z.string(),
      digest: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    })
  )
})

/** Reads a bundle with a statement of provenance. `file` is for the message. Throws PROVENANCE_INVALID. */
export function readBundle(content: Buffer, file: string): ProvenanceBundle {
  const refuse = (reason: string, cause?: unknown): NarPublishError =>
    new NarPublishError({ code: 'PROVENANCE_INVALID', subject: file, reason, cause })
  if (content.length > largestBundle) throw refuse(`it has ${content.length} bytes`)
  try {
    const bundle = bundleFromJSON(parseJson(content.toString('utf8')))
    if (!isBundleWithDsseEnvelope(bundle)) throw refuse('it attests no statement')
    const { payload, payloadType } = bundle.content.dsseEnvelope
    if (payloadType !== 'application/vnd.in-toto+json') throw refuse('it attests no statement')
    const { subject } = statement.parse(parseJson(payload.toString('utf8')))
    return { bundle, subjects: new Map(subject.map(({ name, digest }) => [name, digest.sha256])) }
  } catch (cause) {
    if (cause instanceof NarPublishError) throw cause
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw refuse(`it is no bundle of provenance (${problem.slice(0, 300)})`, cause)
  }
}
