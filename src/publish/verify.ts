import { join } from 'node:path'
import { parseNarInfo } from '../binary-cache/narinfo.ts'
import { publicKeyText, verifySignature } from '../binary-cache/signature.ts'
import { NarPublishError } from '../errors.ts'
import type { Verification } from '../inputs.ts'
import { queryClosure } from '../nix/closure.ts'
import { substituteIntoFreshStore } from '../nix/substitute.ts'
import type { PathInfo } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { Committed } from './commit.ts'
import type { PublishRun } from './publish.ts'

export interface Verified extends Committed {
  verification: { kind: Verification; paths: number; error: NarPublishError | null }
}

/** Reads what was committed back, as a stranger would. A failure does not undo the commit: it is reported beside it. */
export async function verifyCommit(run: PublishRun, committed: Committed): Promise<Verified> {
  const { commit, packed } = committed
  const kind = commit === null || packed.length === 0 ? 'none' : run.inputs.verify
  if (commit === null || kind === 'none') {
    return { ...committed, verification: { kind: 'none', paths: 0, error: null } }
  }
  return run.log.group(`Verify (${kind})`, async () => {
    try {
      if (kind === 'substitute') await substituteBack(run, committed, commit.commit)
      else await readNarInfosBack(run, committed)
      run.log.info(`${packed.length} path(s) came back as they were published`)
      return { ...committed, verification: { kind, paths: packed.length, error: null } }
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      return { ...committed, verification: { kind, paths: 0, error } }
    }
  })
}

async function substituteBack(
  run: PublishRun,
  { nix, target, packed, dropped }: Committed,
  commit: string
): Promise<void> {
  const paths = packed.map(({ info }) => info.storePath)
  // What the cache does not hold although what it holds refers to it: a stranger gets that from upstream, we from this store.
  const fromTarget = new Set([
    ...paths,
    ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
  ])
  const seedFromLocal = (await queryClosure(nix, paths, 'binary')).filter(
    (path) => !fromTarget.has(path)
  )
  await substituteIntoFreshStore(nix, {
    from: target.substituterUrlAt(commit),
    publicKey: run.inputs.signingKey === null ? null : publicKeyText(run.inputs.signingKey),
    paths,
    seedFromLocal,
    directory: join(run.scratch, 'fresh-store'),
    credentials: target.readerCredentials
  })
}

async function readNarInfosBack(run: PublishRun, { target, packed }: Committed): Promise<void> {
  const snapshot = await target.snapshot()
  const found = await snapshot.readNarInfos(
    packed.map(({ info }) => parseStorePath(info.storePath).hash)
  )
  for (const { info } of packed) {
    const file = `${parseStorePath(info.storePath).hash}.narinfo`
    const text = found.get(parseStorePath(info.storePath).hash)
    const problem = text === undefined ? 'it is not there' : narInfoProblem(run, info, text, file)
    if (problem !== null) {
      throw new NarPublishError({ code: 'VERIFY_FAILED', subject: file, reason: problem })
    }
  }
}

/** Whoever packed the path first may have compressed it otherwise, so only what concerns its content is compared. */
function narInfoProblem(
  { inputs }: PublishRun,
  info: PathInfo,
  text: string,
  file: string
): string | null {
  const published = parseNarInfo(text, file)
  if (published.storePath !== info.storePath) return `it is about ${published.storePath}`
  if (published.narHash !== info.narHash) return `its NarHash is ${published.narHash}`
  if (inputs.signingKey === null) return null
  const key = publicKeyText(inputs.signingKey)
  return published.signatures.some((signature) => verifySignature(key, info, signature))
    ? null
    : `no signature of ${key} is valid`
}
