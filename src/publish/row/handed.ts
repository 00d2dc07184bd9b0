import { mkdir, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { publicKeyText } from '../../binary-cache/signature.ts'
import type { PackedPath } from '../../binary-cache/types.ts'
import type { BuildPlan, PlannedRow } from '../../build-plan/plan.ts'
import { narFolder, writeCacheFolder } from '../../cache/folder.ts'
import { trustFor } from '../../cache/trust.ts'
import type { Substituter } from '../../nix/types.ts'
import { storePathBaseName } from '../../store-path.ts'
import { count } from '../../text.ts'
import type { BuildLogs } from '../logs/build-logs.ts'
import { findPackedFolders } from '../packed-folder/find.ts'
import type { Manifest } from '../packed-folder/manifest.ts'
import { refuseConflict } from '../packed-folder/merge.ts'
import { readPackedFolder } from '../packed-folder/read.ts'
import type { PackRun } from '../run.ts'
import { givers, outputsOf, type Derivations } from './derivations.ts'

/** What other jobs packed for a row, and earlier attempts at it. */
export interface Handed {
  /** Store path → which row packed it, and the .drv that it is of. */
  paths: ReadonlyMap<string, { row: string; drvPath: string; path: PackedPath }>
  /** What the job of each row has left to say. */
  manifests: ReadonlyMap<string, readonly Manifest[]>
  logs: BuildLogs
}

/** What was handed to a row. Throws PACKED_INVALID, PACKED_CONFLICT. */
export async function readHanded(
  run: PackRun,
  plan: BuildPlan,
  row: PlannedRow,
  derivations: Derivations
): Promise<Handed> {
  const folders = run.inputs.handed
  return readPackedFor(run, { folders, rows: [row, ...givers(plan, row)], own: row }, derivations)
}

/**
 * Reads the folders, every byte of them. Of each, what its row was to build is taken, and nothing else: a job can so put wrong content into
 * what it builds itself, and no other. `own`: the row whose logs are wanted. Throws PACKED_INVALID, PACKED_CONFLICT.
 */
export async function readPackedFor(
  { environment, log }: Pick<PackRun, 'environment' | 'log'>,
  request: { folders: readonly string[]; rows: readonly PlannedRow[]; own: PlannedRow | null },
  derivations: Derivations
): Promise<Handed> {
  const rows = new Map(request.rows.map((one) => [one.id, one]))
  const taken = new Map<
    string,
    { folder: string; row: string; drvPath: string; path: PackedPath }
  >()
  const manifests = new Map<string, Manifest[]>()
  const logs = new Map<string, Buffer>()
  // An earlier attempt at this row may have been killed.
  for (const folder of findPackedFolders(request.folders, { skipsUnfinished: true })) {
    const { childEnvironment } = environment
    const {
      manifest,
      packed,
      logs: own
    } = await readPackedFolder(folder, { childEnvironment, log })
    const giver = rows.get(manifest.row ?? '')
    if (giver === undefined) {
      log.info(`${folder}: of no row that is taken from`)
      continue
    }
    manifests.set(giver.id, [...(manifests.get(giver.id) ?? []), manifest])
    const outputs = outputsOf(giver.builds, derivations)
    for (const path of packed) {
      const { storePath } = path.info
      const drvPath = outputs.get(storePath)
      if (drvPath === undefined) continue
      const other = taken.get(storePath)
      if (other === undefined) taken.set(storePath, { folder, row: giver.id, drvPath, path })
      else refuseConflict(other, { folder, path })
    }
    if (giver === request.own) for (const [deriver, bytes] of own) logs.set(deriver, bytes)
    log.info(`${folder}: ${count(packed.length, 'path')} of row ${giver.id}, as the manifest says`)
  }
  return { paths: taken, manifests, logs }
}

/** A binary cache of what was handed, for this step: signed by a key that nobody knows when it is over. */
export async function substituterOf({ paths }: Handed, directory: string): Promise<Substituter[]> {
  if (paths.size === 0) return []
  const { key } = trustFor([])
  await mkdir(join(directory, narFolder), { recursive: true })
  const files = new Map<string, string>()
  const entries = [...paths.values()].map(({ drvPath, path: { info, nar } }) => {
    const { storePath, narHash, narSize, fileHash, fileSize, compression } = nar
    const url = `${narFolder}/${basename(nar.cachePath)}`
    files.set(url, nar.diskPath)
    return {
      ...{ storePath, url, compression, fileHash, fileSize, narHash, narSize },
      references: info.references.map(storePathBaseName),
      // As the plan has it, whatever the job said.
      deriver: storePathBaseName(drvPath),
      signatures: [],
      ca: null
    }
  })
  for (const [url, diskPath] of files) await symlink(diskPath, join(directory, url))
  await writeCacheFolder(directory, entries, key)
  return [{ url: pathToFileURL(directory).href, publicKey: publicKeyText(key) }]
}
