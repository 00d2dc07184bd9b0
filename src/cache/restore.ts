import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { publicKeyText } from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { asNarPublishError } from '../errors.ts'
import { queryBuildOutputs } from '../nix/build-outputs.ts'
import { holdPaths } from '../nix/gc-roots.ts'
import { queryPathInfo } from '../nix/path-info.ts'
import type { EvaluatedInstallable, Nix, Substituter } from '../nix/types.ts'
import { invalidPaths } from '../nix/validity.ts'
import { removeScratch } from '../scratch.ts'
import { count } from '../text.ts'
import { readCacheFolder, writeCacheFolder } from './folder.ts'
import { cacheKeys, type CacheKeys } from './keys.ts'
import type { CachingRun } from './run.ts'
import { askService } from './service.ts'
import { isFromCache, isTrusted, trustFor, type CacheTrust } from './trust.ts'

/** What earlier runs left for this one, and what it takes to leave something for the next. */
export interface Restored {
  /** Its own in RUNNER_TEMP; a binary cache when there are entries. */
  directory: string
  keys: CacheKeys
  trust: CacheTrust
  /** What was restored; null when nothing was. */
  key: string | null
  /** Those that are whole, trusted, and part of what this run may build. */
  entries: NarInfo[]
  /** Everything that this run may build. */
  wanted: ReadonlySet<string>
  /** Of that, what this machine's store did not have. */
  missing: ReadonlySet<string>
}

/** Loads the cache of earlier runs. null when `cache` is off, when nothing is to be built, or when it cannot be: the run goes on without. */
export async function restoreBuilt(
  run: CachingRun,
  { nix, toBuild }: { nix: Nix; toBuild: readonly EvaluatedInstallable[] }
): Promise<Restored | null> {
  const { inputs, environment, log, job } = run
  if (inputs.cache === null || inputs.closure === 'source' || toBuild.length === 0) return null
  if (job === undefined) {
    log.warning('`cache` is left out: GitHub’s cache is for jobs, and this is none.')
    return null
  }
  const trust = trustFor(inputs.signingKeys)
  const { installables } = inputs
  const { runnerSystem: system, workspace } = environment
  const keys = cacheKeys({ system, installables, trustLabel: trust.label, workspace })
  const directory = join(environment.scratchParent, keys.folder)
  return log.group('Restore what earlier runs built', async () => {
    try {
      const derivations = toBuild.map(({ drvPath }) => drvPath)
      const wanted = await queryBuildOutputs(nix, derivations)
      const missing = await invalidPaths(nix, [...wanted])
      const nothing: Restored = {
        ...{ directory, keys, trust, key: null, entries: [], wanted, missing }
      }
      const outputs = toBuild.flatMap(({ outputs }) => outputs)
      if (!outputs.some(({ path }) => missing.has(path))) return nothing
      // What a job left that was killed; its cache must not be taken for this one's.
      removeScratch(directory, environment.scratchParent)
      // For the post step, should the job be cancelled from here on.
      job.keep({ directory, key: null })
      const { key, reason } = await askService(
        { ...job.service, environment, log },
        { task: 'restore', directory, keys: keys.restoreKeys }
      )
      if (reason !== null) log.warning(`Nothing was restored from the cache: ${reason}`)
      if (key === null) return nothing
      const entries = await readCacheFolder(
        directory,
        (narInfo) => wanted.has(narInfo.storePath) && isTrusted(trust, narInfo)
      )
      await writeCacheFolder(directory, entries, trust.key)
      log.info(`${key}: ${count(entries.length, 'path')} that this run may need`)
      return { ...nothing, key, entries }
    } catch (thrown) {
      log.warning(`The cache of earlier runs is not used: ${asNarPublishError(thrown).message}`)
      return null
    }
  })
}

/** For the build, and for nothing else: no other command of the run is told to trust the key. */
export function restoredSubstituters(restored: Restored | null): Substituter[] {
  if (restored === null || restored.entries.length === 0) return []
  const { href: url } = pathToFileURL(restored.directory)
  return [{ url, publicKey: publicKeyText(restored.trust.key) }]
}

/** Those of the entries that the build really took: their signature is in Nix's database now, and they were not there before. */
export async function reusedPaths(
  nix: Nix,
  { entries, missing, trust }: Restored
): Promise<string[]> {
  const candidates = entries.flatMap(({ storePath }) => (missing.has(storePath) ? [storePath] : []))
  const invalid = await holdPaths(nix, candidates)
  const infos = await queryPathInfo(
    nix,
    candidates.filter((path) => !invalid.has(path))
  )
  return [...infos.values()]
    .filter((info) => isFromCache(info, trust))
    .map(({ storePath }) => storePath)
}
