import { isTakenBy } from '../../binary-cache/signature.ts'
import { NarPublishError } from '../../errors.ts'
import { waitUntilServed } from '../../reader/wait-until-served.ts'
import { defaultLimits } from '../../repository/limits.ts'
import { count } from '../../text.ts'
import { closureInTarget } from '../closure-in-target.ts'
import type { CommitInputs } from '../inputs.ts'
import { keyTermsAt } from '../key-terms.ts'
import type { PublishRun } from '../run.ts'
import { publishedPaths, requiredKeys, type Verified } from '../verify.ts'

/**
 * Why readers do not get these store paths at the address that they are told, with their closures as far as the target holds them; null: they
 * do. What `verify: readers` has read is not asked for again. Waits for what the commit has and the address does not give yet.
 */
export async function notServed(
  run: PublishRun<CommitInputs>,
  verified: Verified,
  storePaths: readonly string[]
): Promise<string | null> {
  const { inputs, environment, limits, log } = run
  const { target, before, commit, verification } = verified
  const address = target.substituterUrl
  if (address === null) return 'nobody is known to serve the cache’s files'
  const snapshot = commit === null ? before : await commit.readBack()
  const { inCache } = await closureInTarget(snapshot, storePaths)
  const absent = storePaths.filter((path) => !inCache.has(path))
  if (absent.length > 0) return `the cache does not hold ${some(absent)}`
  const publicKeys =
    commit === null
      ? (await keyTermsAt(inputs, snapshot)).told
      : (requiredKeys(run, verified) ?? [])
  const refused = [...inCache].flatMap(([path, narInfo]) =>
    publicKeys.length === 0 || isTakenBy(publicKeys, narInfo) ? [] : [path]
  )
  if (refused.length > 0) return `no key that readers are told has signed ${some(refused)}`
  const known = new Set(verification.served === null ? [] : publishedPaths(verified))
  const paths = [...inCache.keys()].filter((path) => !known.has(path))
  if (paths.length === 0) return null
  return log.group(`Ask ${address} for ${count(paths.length, 'path')}`, async () => {
    try {
      await waitUntilServed({
        address,
        login: target.readerCredentials,
        paths,
        narHashes: new Map([...inCache].map(([path, { narHash }]) => [path, narHash])),
        publicKeys,
        commit: snapshot.commit ?? '',
        isQuick: true,
        limit: { ...defaultLimits, ...limits }.servedTime,
        childEnvironment: environment.childEnvironment,
        log
      })
      return null
    } catch (error) {
      if (!(error instanceof NarPublishError) || error.code !== 'NOT_SERVED') throw error
      return error.reason
    }
  })
}

function some(paths: readonly string[]): string {
  const [first = ''] = paths
  return paths.length === 1 ? first : `${count(paths.length, 'path')}, ${first} among them`
}
