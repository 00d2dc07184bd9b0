import { isSignedByAny, isTakenBy, publicKeyText } from '../binary-cache/signature.ts'
import type { NarInfo, PathInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { CommitResult, TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import type { CommitInputs, Verification } from './inputs.ts'
import type { PublishRun } from './run.ts'
import { readNarInfo } from './standing.ts'
import type { CommittedPublish } from './state.ts'

/** What was proved of a commit. */
export interface Proof {
  /** What was done, which may be less than what was asked for. */
  kind: Exclude<Verification, 'readers'>
  /** How many paths were proved. */
  paths: number
  error: NarPublishError | null
  /** The address that readers are told, where it was seen to serve these paths; null: it was not asked. */
  served: string | null
  /** What could not be done, for people; empty when all was. */
  note: string
}

export type Verified = CommittedPublish & { verification: Proof }

/** Reads what was committed back. A failure does not undo the commit: it is reported beside it. `prove` throws VERIFY_FAILED. */
export async function verifyCommit<C extends CommittedPublish>(
  run: PublishRun<CommitInputs>,
  committed: C,
  prove: (commit: CommitResult) => Promise<Pick<Proof, 'kind' | 'paths' | 'note'>>
): Promise<C & { verification: Proof }> {
  const { commit } = committed
  const { verify } = run.inputs
  if (commit === null || publishedPaths(committed).length === 0 || verify === 'none') {
    return {
      ...committed,
      verification: { kind: 'none', paths: 0, error: null, served: null, note: '' }
    }
  }
  return run.log.group(`Verify (${verify})`, async () => {
    try {
      const proof = await prove(commit)
      const what = proof.kind === 'narinfo' ? 'narinfo' : 'path'
      run.log.info(`${count(proof.paths, what)} came back as published`)
      return { ...committed, verification: { ...proof, served: null, error: null } }
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      const kind = verify === 'readers' ? 'substitute' : verify
      return { ...committed, verification: { kind, paths: 0, error, served: null, note: '' } }
    }
  })
}

/** Store paths that this run vouches for: it brought their NARs, signed them, or put them into the index. */
export function publishedPaths(
  committed: Pick<CommittedPublish, 'packed' | 'toSign' | 'rows'>
): string[] {
  const indexed = committed.rows.map(({ storePath }) => storePath)
  return [...new Set([...infosOf(committed).keys(), ...indexed])]
}

/** Of these, what this run knows of their content. */
export function infosOf({
  packed,
  toSign
}: Pick<CommittedPublish, 'packed' | 'toSign'>): Map<string, PathInfo> {
  const infos = [...packed.map(({ info }) => info), ...toSign]
  return new Map(infos.map((info) => [info.storePath, info]))
}

/** The keys one of which must have signed what readers take; null: nothing is asked, as the cache is unsigned or `unsigned` allows it. */
export function requiredKeys(
  { inputs }: PublishRun<CommitInputs>,
  { publicKeys }: Pick<CommittedPublish, 'publicKeys'>
): readonly string[] | null {
  const isAllowed = inputs.unsigned && inputs.signingKeys.length === 0
  return isAllowed || publicKeys.length === 0 ? null : publicKeys
}

/** As the tree of the commit has them, whose files `snapshot` reads. Throws VERIFY_FAILED. */
export async function readNarInfosBack(
  run: PublishRun<CommitInputs>,
  committed: CommittedPublish,
  snapshot: TargetSnapshot
): Promise<void> {
  const infos = infosOf(committed)
  const fileOf = (storePath: string): string => `${parseStorePath(storePath).hash}.narinfo`
  const published = publishedPaths(committed)
  const found = await snapshot.readFiles(published.map(fileOf))
  for (const storePath of published) {
    const file = fileOf(storePath)
    const text = found.get(file)?.toString('utf8')
    const narInfo = text === undefined ? null : readNarInfo(text, storePath)
    const problem =
      text === undefined
        ? 'it is not there'
        : narInfo === null
          ? 'it is not the narinfo of this path'
          : narInfoProblem(run, committed, narInfo, infos.get(storePath))
    if (problem !== null) {
      throw new NarPublishError({ code: 'VERIFY_FAILED', subject: file, reason: problem })
    }
  }
}

/**
 * Whoever packed the path first may have compressed it otherwise, so only what concerns its content is compared. `info`: of a path that
 * this run has; undefined: it was there, and the index is told of it.
 */
function narInfoProblem(
  run: PublishRun<CommitInputs>,
  committed: CommittedPublish,
  narInfo: NarInfo,
  info: PathInfo | undefined
): string | null {
  if (info !== undefined && narInfo.narHash !== info.narHash) {
    return `its NarHash is ${narInfo.narHash}`
  }
  const own = info === undefined ? [] : run.inputs.signingKeys.map(publicKeyText)
  const lacking = own.find((key) => !isSignedByAny([key], narInfo))
  if (lacking !== undefined) return `it has no valid signature of ${lacking}`
  const required = requiredKeys(run, committed)
  return required === null || isTakenBy(required, narInfo)
    ? null
    : 'no key that readers are told has signed it'
}
