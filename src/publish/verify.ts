import { join } from 'node:path'
import pRetry from 'p-retry'
import { publicKeyText } from '../binary-cache/signature.ts'
import { NarPublishError } from '../errors.ts'
import type { Verification } from '../inputs.ts'
import { queryClosure } from '../nix/closure.ts'
import { substituteIntoFreshStore } from '../nix/substitute.ts'
import type { PathInfo } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { Committed } from './commit.ts'
import type { PublishRun } from './publish.ts'
import { isSignedBy, readNarInfo } from './standing.ts'

/** The raw files of a commit may appear seconds after it: Nix is sent again after 1, 2 and 4 seconds. */
const patience = { retries: 3, minTimeout: 1000, factor: 2 }

export interface Verified extends Committed {
  verification: { kind: Verification; paths: number; error: NarPublishError | null }
}

/** Reads what was committed back, as a stranger would. A failure does not undo the commit: it is reported beside it. */
export async function verifyCommit(run: PublishRun, committed: Committed): Promise<Verified> {
  const { commit } = committed
  const published = publishedPaths(committed)
  const kind = commit === null || published.length === 0 ? 'none' : run.inputs.verify
  if (commit === null || kind === 'none') {
    return { ...committed, verification: { kind: 'none', paths: 0, error: null } }
  }
  return run.log.group(`Verify (${kind})`, async () => {
    try {
      if (kind === 'substitute') await substituteBack(run, committed, commit.commit)
      else await readNarInfosBack(run, committed)
      run.log.info(`${published.length} path(s) came back as they were published`)
      return { ...committed, verification: { kind, paths: published.length, error: null } }
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      return { ...committed, verification: { kind, paths: 0, error } }
    }
  })
}

/** What this run vouches for: NARs that it brought, and narinfos that it signed. */
function publishedPaths({ packed, toSign }: Committed): PathInfo[] {
  return [...packed.map(({ info }) => info), ...toSign]
}

async function substituteBack(
  run: PublishRun,
  committed: Committed,
  commit: string
): Promise<void> {
  const { nix, target, dropped, publicKeys } = committed
  const paths = publishedPaths(committed).map(({ storePath }) => storePath)
  // What the cache does not hold although what it holds refers to it: a stranger gets that from upstream, we from this store.
  const fromTarget = new Set([
    ...paths,
    ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
  ])
  const closure = await queryClosure(nix, paths, 'binary')
  const seedFromLocal = closure.filter((path) => !fromTarget.has(path))
  const from = await target.readableAt(
    commit,
    closure.filter((path) => fromTarget.has(path)).map((path) => parseStorePath(path).hash),
    join(run.scratch, 'readable')
  )
  const substitute = (attempt: number): Promise<string[]> =>
    substituteIntoFreshStore(nix, {
      from,
      // Of what earlier runs published, some may be signed by another key: readers are told of all.
      publicKey: run.inputs.signingKey === null ? null : publicKeys.join(' '),
      paths,
      seedFromLocal,
      directory: join(run.scratch, `fresh-store-${attempt}`),
      credentials: target.readerCredentials
    })
  await pRetry(substitute, {
    ...patience,
    shouldRetry: ({ error }) => error instanceof NarPublishError && error.code === 'VERIFY_FAILED',
    onFailedAttempt: ({ error, retriesLeft }) => {
      if (retriesLeft > 0) run.log.info(`not there yet: ${error.message}`)
    }
  })
}

async function readNarInfosBack(run: PublishRun, committed: Committed): Promise<void> {
  const published = publishedPaths(committed)
  const snapshot = await committed.target.snapshot()
  const found = await snapshot.readNarInfos(
    published.map(({ storePath }) => parseStorePath(storePath).hash)
  )
  for (const info of published) {
    const file = `${parseStorePath(info.storePath).hash}.narinfo`
    const text = found.get(parseStorePath(info.storePath).hash)
    const problem = text === undefined ? 'it is not there' : narInfoProblem(run, info, text)
    if (problem !== null) {
      throw new NarPublishError({ code: 'VERIFY_FAILED', subject: file, reason: problem })
    }
  }
}

/** Whoever packed the path first may have compressed it otherwise, so only what concerns its content is compared. */
function narInfoProblem({ inputs }: PublishRun, info: PathInfo, text: string): string | null {
  const narInfo = readNarInfo(text, info.storePath)
  if (narInfo === null) return 'it is not the narinfo of this path'
  if (narInfo.narHash !== info.narHash) return `its NarHash is ${narInfo.narHash}`
  return inputs.signingKey === null || isSignedBy(narInfo, inputs.signingKey)
    ? null
    : `it has no valid signature of ${publicKeyText(inputs.signingKey)}`
}
