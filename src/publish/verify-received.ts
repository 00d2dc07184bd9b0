import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { openNix } from '../nix/nix.ts'
import { substituteClosure } from '../nix/substitute-closure.ts'
import type { Nix } from '../nix/types.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import { closureInTarget, referencesOf } from './closure-in-target.ts'
import type { Received } from './receive.ts'
import type { CommitRun } from './run.ts'
import type { CommitOutcome } from './state.ts'
import {
  publishedPaths,
  readNarInfosBack,
  requiredKeys,
  verifyCommit,
  type Proof
} from './verify.ts'

/**
 * Reads back what other jobs packed. The narinfos always; by Nix where there is one. None of the paths is in this machine's store, and
 * what upstream caches have of their closures is fetched from there.
 */
export function verifyReceived<C extends Received & CommitOutcome>(
  run: CommitRun,
  committed: C
): Promise<C & { verification: Proof }> {
  return verifyCommit(run, committed, async ({ commit, readBack }) => {
    const snapshot = await readBack()
    await readNarInfosBack(run, committed, snapshot)
    const published = publishedPaths(committed)
    const files = { kind: 'narinfo', paths: published.length } as const
    if (run.inputs.verify === 'narinfo') return { ...files, note: '' }
    const nix = await openNixIfThere(run)
    if (nix === null) {
      return {
        ...files,
        note: 'There is no Nix in this job: the narinfos were read back from the commit, and no NAR was substituted.'
      }
    }
    const copied = await substituteBack(run, committed, { nix, commit, snapshot, published })
    const open = published.filter((path) => !copied.has(path))
    return {
      kind: 'substitute',
      paths: published.length - open.length,
      note:
        open.length === 0
          ? ''
          : `Not substituted, as they refer to what neither the target nor this machine’s substituters have: ${count(open.length, 'path')}, ${open[0] ?? ''} among them. Their narinfos were read back.`
    }
  })
}

async function openNixIfThere({ environment, log }: CommitRun): Promise<Nix | null> {
  try {
    return await openNix({
      env: environment.childEnvironment,
      cwd: environment.workspace,
      log
    })
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'NIX_MISSING') return null
    throw error
  }
}

async function substituteBack(
  run: CommitRun,
  committed: Received & CommitOutcome,
  {
    nix,
    commit,
    snapshot,
    published
  }: { nix: Nix; commit: string; snapshot: TargetSnapshot; published: readonly string[] }
): Promise<Set<string>> {
  const { target, nars } = committed
  const { inCache, upstream } = await closureInTarget(snapshot, published)
  const from = await target.readableAt(
    commit,
    [...inCache.keys()].map((path) => parseStorePath(path).hash),
    join(run.scratch, 'readable'),
    nars.map(({ cachePath }) => cachePath)
  )
  const copied = await substituteClosure(nix, {
    from,
    // Of what earlier runs published, some may be signed by another key: readers are told of all.
    publicKey: requiredKeys(run, committed)?.join(' ') ?? null,
    inCache: new Map([...inCache].map(([path, narInfo]) => [path, referencesOf(narInfo)])),
    upstream,
    directory: join(run.scratch, 'fresh-store')
  })
  return new Set(copied)
}
