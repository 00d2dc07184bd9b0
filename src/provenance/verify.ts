import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import type { ProvenanceBundle } from './bundle.ts'
import { identityOf, type Identity } from './identity.ts'

/** Says who signed a bundle; throws an Error of Sigstore's when nobody that is trusted did. */
export type VerifyBundle = (bundle: ProvenanceBundle) => Identity

/**
 * By any of the roots. What a root has, it asks for: Sigstore's public instance has logs of signatures and of certificates, GitHub's own for private
 * repositories has neither and dates signatures by its timestamps. `gh attestation verify` goes by the same.
 */
export function verifierOf(roots: readonly TrustedRoot[]): VerifyBundle {
  const verifiers = roots.map(
    (root) =>
      new Verifier(toTrustMaterial(root), {
        tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
        ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
        // Without a date nobody knows whether the certificate, which is valid for minutes, was so.
        timestampThreshold: 1
      })
  )
  return ({ bundle }) => {
    const failures: unknown[] = []
    for (const verifier of verifiers) {
      try {
        return identityOf(verifier.verify(toSignedEntity(bundle)))
      } catch (error) {
        failures.push(error)
      }
    }
    throw new Error(failures.map(reasonOf).join('; '))
  }
}

/** With what is beneath: that a chain fails says little. */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  const { cause } = failure
  return cause instanceof Error ? `${failure.message}: ${cause.message}` : failure.message
}
