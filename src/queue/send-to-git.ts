import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { publish } from '../publish/publish.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import type { Send } from './send.ts'
import type { GitDestination } from './types.ts'

/** Publishes into a Git repository: each time one commit, and none when it holds everything already. */
export function sendToGit(inputs: GitDestination, environment: Environment, log: Log): Send {
  return async (paths) => {
    const scratch = makeScratch(environment.scratchParent)
    try {
      const { error, report } = await publish({
        inputs: { ...inputs, paths: [...paths] },
        environment,
        scratch,
        log,
        timings: []
      })
      // The commit stands when it could not be read back; whatever else failed, did so for paths that are not in it.
      if (error !== null && error.code !== 'VERIFY_FAILED') throw error
      return [
        ...(error === null ? [] : [`Reading back failed: ${error.message}`]),
        ...(report.publicKey === null
          ? ['No `signing-key` was given: what is published is unsigned.']
          : [])
      ]
    } finally {
      removeScratch(scratch, environment.scratchParent)
    }
  }
}
