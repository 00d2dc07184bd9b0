import { join } from 'node:path'
import { closureWithin, queryClosure } from '../nix/closure.ts'
import { substituteIntoFreshStore } from '../nix/substitute.ts'
import { parseStorePath } from '../store-path.ts'
import type { CommitInputs } from './inputs.ts'
import type { PublishRun } from './run.ts'
import type { CommitOutcome, Packed } from './state.ts'
import {
  publishedPaths,
  readNarInfosBack,
  requiredKeys,
  verifyCommit,
  type Proof
} from './verify.ts'

/** Reads what was built here back as a stranger would. This machine's store stands in for upstream caches. */
export function verifyBuilt<C extends Packed & CommitOutcome>(
  run: PublishRun<CommitInputs>,
  committed: C
): Promise<C & { verification: Proof }> {
  return verifyCommit(run, committed, async (commit) => {
    const isByNix = run.inputs.verify !== 'narinfo'
    if (isByNix) await substituteBack(run, committed, commit.commit)
    else await readNarInfosBack(run, committed, await commit.readBack())
    const paths = publishedPaths(committed).length
    return { kind: isByNix ? 'substitute' : 'narinfo', paths, note: '' }
  })
}

async function substituteBack(
  run: PublishRun<CommitInputs>,
  committed: Packed & CommitOutcome,
  commit: string
): Promise<void> {
  const { nix, target, dropped, nars } = committed
  const paths = publishedPaths(committed)
  // What the cache does not hold although what it holds refers to it: a stranger gets that from upstream, we from this store.
  const fromTarget = new Set([
    ...paths,
    ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
  ])
  const closure =
    closureWithin(committed.references ?? new Map(), paths) ??
    (await queryClosure(nix, paths, 'binary'))
  const seedFromLocal = closure.filter((path) => !fromTarget.has(path))
  const from = await target.readableAt(
    commit,
    closure.filter((path) => fromTarget.has(path)).map((path) => parseStorePath(path).hash),
    join(run.scratch, 'readable'),
    nars.map(({ cachePath }) => cachePath)
  )
  await substituteIntoFreshStore(nix, {
    from,
    // Of what earlier runs published, some may be signed by another key: readers are told of all.
    publicKey: requiredKeys(run, committed)?.join(' ') ?? null,
    closure,
    seedFromLocal,
    directory: join(run.scratch, 'fresh-store')
  })
}
