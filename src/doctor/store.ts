import { describe } from '../catalogue/describe.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { NarPublishError } from '../errors.ts'
import type { Change, Target, TargetSnapshot } from '../repository/types.ts'

/** A published store as doctor reads it: one state of it, which does not change meanwhile. */
export interface PublishedStore {
  /** `owner/name`, or the folder. */
  readonly name: string
  /** For people: which state of it was read. */
  readonly state: string
  /** Every file, repository path → bytes. */
  readonly files: ReadonlyMap<string, number>
  /** What the README block depends on beside the catalogue; null: not known. */
  readonly description: CacheDescription | null
  /** Absolute NAR URLs below this are of the store; those of other servers are not asked for. */
  readonly serverUrl: string
  readonly snapshot: StoreState
  /** Its files are on this disk, where reading one costs little. */
  readonly isLocal: boolean
  /** Small files whole. Throws DOWNLOAD_FAILED and what the target throws. */
  readFiles(paths: readonly string[]): Promise<Map<string, Buffer>>
  /** A file (path or absolute URL below `serverUrl`) as it comes. Throws DOWNLOAD_FAILED, while it is iterated too. */
  open(location: string): AsyncIterable<Buffer>
  /** What the target's host would refuse a repair with, as far as it says so beforehand; null: nothing is known. */
  refusal(): Promise<NarPublishError | null>
  /** Writes and deletes small files. `compose` gets them as they are by then. Gives where the result is, or null when nothing was left to do. */
  write(compose: ComposeRepair): Promise<string | null>
}

/** All small files of one state, for who goes through them. */
export type StoreState = Pick<
  TargetSnapshot,
  'listFiles' | 'readFiles' | 'readFile' | 'itemsAt' | 'itemsIn'
>

type ComposeRepair = (
  state: StoreState
) => Promise<Pick<Change, 'message' | 'files' | 'deletedFiles'> | null>

/** What a branch's head is as a store, and its commit; repairs are committed on top of it. Throws BRANCH_MISSING. */
export function storeOfBranch(
  target: Target,
  snapshot: TargetSnapshot
): Pick<PublishedStore, 'name' | 'state' | 'snapshot' | 'refusal' | 'write'> & {
  commit: string
  description: CacheDescription
} {
  const { name, branch } = target
  const { commit } = snapshot
  if (commit === null) {
    throw new NarPublishError({
      code: 'BRANCH_MISSING',
      subject: `${name}, branch ${JSON.stringify(branch)}`,
      reason: 'it does not exist, or the repository is empty'
    })
  }
  return {
    name,
    state: `branch ${branch} at ${commit}`,
    commit,
    snapshot,
    description: describe(target),
    refusal: () => target.refusal(snapshot),
    write: (compose) => writeToTarget(target, snapshot, compose)
  }
}

/** Commits small files through a target. Gives the commit, or null when nothing was left to do. */
async function writeToTarget(
  target: Target,
  snapshot: TargetSnapshot,
  compose: ComposeRepair
): Promise<string | null> {
  const result = await target.commit([], snapshot, async (current) => {
    const change = await compose(current)
    return change === null ? null : { ...change, largeFiles: [] }
  })
  if (!result.changed) return null
  return result.url === '' ? `commit ${result.commit}` : result.url
}
