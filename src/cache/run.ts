import type { SecretKey } from '../binary-cache/signature.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import type { ClosureType } from '../nix/types.ts'
import type { CacheInputs } from './inputs.ts'
import type { Kept } from './save.ts'
import type { ServicePlace } from './service.ts'

/** The job's own cache service, and who takes what is to be saved there at its end; a terminal has none. */
export interface CacheJob {
  service: Pick<ServicePlace, 'entry' | 'service' | 'limitMs'>
  keep: (kept: Kept) => void
}

/** As much of a run that builds as restoring and keeping need. */
export interface CachingRun {
  inputs: {
    cache: CacheInputs | null
    installables: readonly string[]
    closure: ClosureType
    signingKeys: readonly SecretKey[]
    upstreamKeys: readonly string[]
  }
  environment: Environment
  log: Log
  job?: CacheJob
}
