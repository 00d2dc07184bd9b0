import type { Environment } from '../environment.ts'
import type { Secrets } from '../inputs/secrets.ts'
import { parseTrustedKeys } from '../inputs/trusted-keys.ts'
import { parseProvenanceRequest, type ProvenanceRequest } from '../provenance/inputs.ts'
import { parseReadTargetInputs, type TargetInputs } from '../publish/inputs.ts'

/** What `mode: use` is told: which cache, and whose signatures count. */
export interface UseInputs extends TargetInputs {
  mode: 'use'
  /** `name:base64`, no two the same; none: those of a cache of the same owner. */
  trustedKeys: string[]
  /** Whose provenance every path must have; null: none is asked. */
  provenance: ProvenanceRequest | null
}

/** A public cache needs no token. Throws SIGNING_KEY_INVALID, INPUT_INVALID, INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
export function parseUseInputs(environment: Environment, secrets: Secrets): UseInputs {
  return {
    mode: 'use',
    ...parseReadTargetInputs(environment, secrets),
    trustedKeys: parseTrustedKeys(environment),
    provenance: parseProvenanceRequest(environment)
  }
}
