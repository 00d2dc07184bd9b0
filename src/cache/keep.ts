import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import prettyBytes from 'pretty-bytes'
import type { NarInfo, PathInfo } from '../binary-cache/types.ts'
import { asNarPublishError } from '../errors.ts'
import { holdPaths } from '../nix/gc-roots.ts'
import { packNars } from '../nix/pack-nars.ts'
import { queryPathInfo } from '../nix/path-info.ts'
import type { Nix } from '../nix/types.ts'
import { removeScratch } from '../scratch.ts'
import { storePathBaseName } from '../store-path.ts'
import { count } from '../text.ts'
import { narFolder, writeCacheFolder } from './folder.ts'
import type { Restored } from './restore.ts'
import type { CachingRun } from './run.ts'
import { withoutCacheSignatures } from './trust.ts'

/** A path that may be kept. `info` null: it is in the restored folder alone, as nothing needed it. */
export interface Candidate {
  storePath: string
  narSize: number
  /** How new it is. 0: built by this run, 1: in the store before, or restored and used, 2: restored and not used. */
  age: 0 | 1 | 2
}

/**
 * Makes the folder that the post step saves: what this machine built of all that the run may build. `held`: what the target has by now.
 * Never throws, as the run's own work is done.
 */
export async function keepBuilt(
  run: CachingRun,
  nix: Nix,
  restored: Restored,
  held: ReadonlySet<string>
): Promise<void> {
  const { inputs, environment, log, job } = run
  if (inputs.cache === null || job === undefined) return
  const { budget } = inputs.cache
  const { directory, trust } = restored
  const discard = (): void => {
    removeScratch(directory, environment.scratchParent)
  }
  await log.group('Keep what was built for the next run', async () => {
    try {
      const built = await builtHere(run, nix, restored)
      const loaded = new Map(restored.entries.map((entry) => [entry.storePath, entry]))
      const candidates = candidatesOf(built, restored).filter(
        ({ storePath }) => !held.has(storePath)
      )
      const chosen = chooseWithin(budget, candidates)
      const key = restored.keys.keyOf(
        chosen.map(({ storePath }) => ({
          storePath,
          narHash: (built.get(storePath) ?? loaded.get(storePath))?.narHash ?? ''
        }))
      )
      if (chosen.length === 0 || key === restored.key) {
        log.info(chosen.length === 0 ? 'there is nothing to keep' : 'it is kept already')
        discard()
        return
      }
      const directoryOfNars = join(directory, narFolder)
      await mkdir(directoryOfNars, { recursive: true })
      const { packed } = await packNars(
        nix,
        chosen.flatMap(({ storePath }) =>
          loaded.has(storePath) ? [] : (built.get(storePath) ?? [])
        ),
        { directory: directoryOfNars, compression: 'none', level: null, log }
      )
      const entries = [
        ...chosen.flatMap(({ storePath }) => loaded.get(storePath) ?? []),
        ...packed.map(({ info, nar }) => entryOf(info, nar.diskPath))
      ]
      await writeCacheFolder(directory, entries, trust.kind === 'derived' ? trust.key : null)
      const bytes = chosen.reduce((sum, { narSize }) => sum + narSize, 0)
      const left = candidates.length - chosen.length
      log.info(
        `${key}: ${count(chosen.length, 'path')}, ${prettyBytes(bytes)}` +
          (left === 0 ? '' : `; ${count(left, 'path')} more than \`cache-size\` has room for`)
      )
      job.keep({ directory, key })
    } catch (thrown) {
      discard()
      log.warning(`Nothing is kept for the next run: ${asNarPublishError(thrown).message}`)
    }
  })
}

async function builtHere(
  { inputs }: CachingRun,
  nix: Nix,
  { wanted }: Restored
): Promise<Map<string, PathInfo>> {
  const invalid = await holdPaths(nix, [...wanted])
  const infos = await queryPathInfo(
    nix,
    [...wanted].filter((path) => !invalid.has(path))
  )
  const known = [...infos.values()].map(withoutCacheSignatures)
  return new Map(
    known
      .filter((info) => isBuiltHere(info, inputs.upstreamKeys))
      .map((info) => [info.storePath, info])
  )
}

/**
 * What Nix says that it built here, and what nobody signed: remote builders built it, or earlier runs. A machine may sign what it builds
 * (`secret-key-files`). What has no deriver was not built: sources of the evaluation.
 */
export function isBuiltHere(
  { ultimate, signatures, deriver }: PathInfo,
  upstreamKeys: readonly string[]
): boolean {
  const isUpstream = signatures.some((text) => upstreamKeys.includes(text.split(':')[0] ?? ''))
  return deriver !== null && !isUpstream && (ultimate === true || signatures.length === 0)
}

function candidatesOf(
  built: ReadonlyMap<string, PathInfo>,
  { entries, missing }: Restored
): Candidate[] {
  const loaded = new Set(entries.map(({ storePath }) => storePath))
  return [
    ...[...built.values()].map(({ storePath, narSize }): Candidate => ({
      storePath,
      narSize,
      age: missing.has(storePath) && !loaded.has(storePath) ? 0 : 1
    })),
    ...entries
      .filter(({ storePath }) => !built.has(storePath))
      .map(({ storePath, narSize }): Candidate => ({ storePath, narSize, age: 2 }))
  ]
}

/** The newest first, of these the largest, as what they cost to build is not known better; one that has no room leaves it to smaller ones. */
export function chooseWithin<C extends Candidate>(budget: number, candidates: readonly C[]): C[] {
  let room = budget
  return [...candidates]
    .sort((a, b) => a.age - b.age || b.narSize - a.narSize || (a.storePath < b.storePath ? -1 : 1))
    .filter(({ narSize }) => {
      if (narSize > room) return false
      room -= narSize
      return true
    })
}

function entryOf(info: PathInfo, diskPath: string): NarInfo {
  const { storePath, narHash, narSize, references, deriver, ca } = info
  return {
    storePath,
    url: `${narFolder}/${basename(diskPath)}`,
    compression: 'none',
    fileHash: narHash,
    fileSize: narSize,
    narHash,
    narSize,
    references: references.map(storePathBaseName),
    deriver: deriver === null ? null : storePathBaseName(deriver),
    signatures: [],
    ca
  }
}
