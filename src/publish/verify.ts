import { publicKeyText } from '../binary-cache/signature.ts'
import type { PathInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import type { CommitInputs, Verification } from './inputs.ts'
import type { PublishRun } from './run.ts'
import { isSignedBy, readNarInfo } from './standing.ts'
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
  prove: (commit: string) => Promise<Pick<Proof, 'kind' | 'paths' | 'note'>>
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
      const proof = await prove(commit.commit)
      run.log.info(`${count(proof.paths, 'path')} came back as published`)
      return { ...committed, verification: { ...proof, served: null, error: null } }
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      const kind = verify === 'readers' ? 'substitute' : verify
      return { ...committed, verification: { kind, paths: 0, error, served: null, note: '' } }
    }
  })
}

/** What this run vouches for: NARs that it brought, and narinfos that it signed. */
export function publishedPaths({
  packed,
  toSign
}: Pick<CommittedPublish, 'packed' | 'toSign'>): PathInfo[] {
  return [...packed.map(({ info }) => info), ...toSign]
}

/** As the commit's tree has them. Throws VERIFY_FAILED. */
export async function readNarInfosBack(
  run: PublishRun<CommitInputs>,
  committed: CommittedPublish
): Promise<void> {
  const published = publishedPaths(committed)
  const snapshot = await committed.target.snapshot()
  const fileOf = ({ storePath }: PathInfo): string => `${parseStorePath(storePath).hash}.narinfo`
  const found = await snapshot.readFiles(published.map(fileOf))
  for (const info of published) {
    const file = fileOf(info)
    const text = found.get(file)?.toString('utf8')
    const problem = text === undefined ? 'it is not there' : narInfoProblem(run, info, text)
    if (problem !== null) {
      throw new NarPublishError({ code: 'VERIFY_FAILED', subject: file, reason: problem })
    }
  }
}

/** Whoever packed the path first may have compressed it otherwise, so only what concerns its content is compared. */
function narInfoProblem(
  { inputs }: PublishRun<CommitInputs>,
  info: PathInfo,
  text: string
): string | null {
  const narInfo = readNarInfo(text, info.storePath)
  if (narInfo === null) return 'it is not the narinfo of this path'
  if (narInfo.narHash !== info.narHash) return `its NarHash is ${narInfo.narHash}`
  return inputs.signingKey === null || isSignedBy(narInfo, inputs.signingKey)
    ? null
    : `it has no valid signature of ${publicKeyText(inputs.signingKey)}`
}
