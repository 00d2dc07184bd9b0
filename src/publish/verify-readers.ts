import { NarPublishError } from '../errors.ts'
import { waitUntilServed } from '../reader/wait-until-served.ts'
import { defaultLimits } from '../repository/limits.ts'
import type { Target } from '../repository/types.ts'
import { count } from '../text.ts'
import type { CommitInputs } from './inputs.ts'
import type { PublishRun } from './run.ts'
import { infosOf, publishedPaths, requiredKeys, type Verified } from './verify.ts'

/** Before anything is written. Throws INPUT_INVALID: readers of a repository that nobody serves make a clone. */
export function refuseUnserved(
  { inputs }: PublishRun<CommitInputs>,
  { name, substituterUrl }: Pick<Target, 'name' | 'substituterUrl'>
): void {
  if (inputs.verify !== 'readers' || substituterUrl !== null) return
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: 'input verify, "readers"',
    reason: `nobody is known to serve the files of ${name}`,
    hint: 'Give the address of a web server that serves the branch as `substituter-url`, or take `verify: substitute`.'
  })
}

/** `verify: readers`: waits until the address that readers are told serves what was proved to be in the commit. A failure undoes nothing: it is reported. */
export async function verifyServed<V extends Verified>(
  run: PublishRun<CommitInputs>,
  verified: V
): Promise<V> {
  const { inputs, environment, limits, log } = run
  const { target, commit, verification } = verified
  const address = target.substituterUrl
  const isProved = verification.kind !== 'none' && verification.error === null
  if (inputs.verify !== 'readers' || !isProved || commit === null || address === null) {
    return verified
  }
  const published = publishedPaths(verified)
  return log.group(`Wait until ${address} serves ${count(published.length, 'path')}`, async () => {
    try {
      await waitUntilServed({
        address,
        login: target.readerCredentials,
        paths: published,
        narHashes: new Map([...infosOf(verified)].map(([path, { narHash }]) => [path, narHash])),
        publicKeys: requiredKeys(run, verified) ?? [],
        commit: commit.commit,
        limit: { ...defaultLimits, ...limits }.servedTime,
        childEnvironment: environment.childEnvironment,
        log
      })
      return { ...verified, verification: { ...verification, served: address } }
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      return { ...verified, verification: { ...verification, error } }
    }
  })
}
