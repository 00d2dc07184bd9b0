import { cacheInfoPath, formatCacheInfo, parseCacheInfo } from '../binary-cache/cache-info.ts'
import { formatNarInfo } from '../binary-cache/narinfo.ts'
import { publicKeyText, sign } from '../binary-cache/signature.ts'
import type { NarInfo, PackedNar, PackedPath, PathInfo } from '../binary-cache/types.ts'
import {
  cataloguePath,
  emptyCatalogue,
  formatCatalogue,
  mergeCatalogue,
  parseCatalogue
} from '../catalogue/catalogue.ts'
import { describe, type Describable } from '../catalogue/describe.ts'
import { renderReadmeBlock } from '../catalogue/readme-block.ts'
import { placeBlock, readmePath } from '../catalogue/readme.ts'
import { keysToTell, untoldKeys } from '../catalogue/told-keys.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import type { Pin } from '../pins/pin.ts'
import { placementOf } from '../repository/file-size.ts'
import { missingSiteFiles } from '../repository/site-files.ts'
import type { Change, LargeFile, Released, Target, TargetSnapshot } from '../repository/types.ts'
import { parseStorePath, storePathBaseName } from '../store-path.ts'
import type { Artifact } from './artifact.ts'
import { composePins } from './compose-pins.ts'
import type { CommitInputs } from './inputs.ts'
import { pinUnknownPath } from './pins.ts'
import { commitMessage } from './report/commit-message.ts'
import type { PublishRun } from './run.ts'
import { originOf } from './source.ts'
import { readNarInfo, standingOf } from './standing.ts'

/** What a publish brings, whatever the state of the branch. */
export interface Contribution {
  packed: readonly SignedPath[]
  /** Paths whose NAR the target holds without this run's signature. */
  toSign: readonly PathInfo[]
  /** Artifacts that get a row in the index: packed ones, and ones that the target holds without a row. */
  artifacts: readonly Artifact[]
  /** Of paths that are among those, or that the target holds; left out: none. */
  pins?: readonly Pin[]
  /** Names that are to be pins no more. */
  unpin?: readonly string[]
  /** ISO 8601, whole seconds */
  publishedAt: string
}

export interface SignedPath extends PackedPath {
  narInfo: NarInfo
}

export interface Composed {
  /** null: the state has it all. */
  change: Change | null
  /** Index rows that this state lacks, or knows with a smaller closure. */
  rows: CatalogueRow[]
  /** Paths that come beside those, because they belong to the closure. */
  closure: NarInfo[]
  /** What this state lacks of the NARs. */
  nars: PackedNar[]
  /** Store paths that this state holds and that get this run's signature. */
  signed: string[]
  /** Pins that this state lacks, or has of another path. */
  movedPins: Pin[]
  /** Names that are pins in this state and are to be none. */
  unpinned: string[]
  /** Keys that readers of the result are told: this run's, `trusted-keys`, and those that the README told before. */
  publicKeys: readonly string[]
  /** Keys that only the catalogue names. */
  untoldKeys: readonly string[]
}

/** What composing needs of a run. */
export type ComposingRun = Pick<
  PublishRun<Pick<CommitInputs, 'signingKey' | 'trustedKeys' | 'closure'>>,
  'inputs' | 'environment'
>

/**
 * The files of one commit that brings the contribution into a given state of the branch, or none when that state has it all. Throws
 * PIN_UNKNOWN_PATH when the state does not hold (any more) what is to be pinned. Called again for each new head: what somebody else published meanwhile is kept, and not written twice. `released`: where NARs
 * are that do not go into the tree; before these are uploaded, their place in the tree stands for it.
 */
export async function composeChange(
  run: ComposingRun,
  target: Describable & Pick<Target, 'largestTreeFile'>,
  contribution: Contribution,
  snapshot: TargetSnapshot,
  released: Released = new Map()
): Promise<Composed> {
  const { packed, toSign, artifacts, pins = [], unpin = [] } = contribution
  const key = run.inputs.signingKey
  const hashOf = (path: { storePath: string }): string => parseStorePath(path.storePath).hash
  const [found, catalogueFile, readmeFile, cacheInfoFile] = await Promise.all([
    snapshot.readNarInfos([
      ...new Set([...packed.map(({ info }) => info), ...toSign, ...artifacts, ...pins].map(hashOf))
    ]),
    snapshot.readFile(cataloguePath),
    snapshot.readFile(readmePath),
    snapshot.readFile(cacheInfoPath)
  ])
  const files = new Map<string, Buffer>()
  const put = (path: string, text: string | Buffer, current: Buffer | null): void => {
    const bytes = Buffer.from(text)
    if (current === null || !bytes.equals(current)) files.set(path, bytes)
  }

  if (cacheInfoFile === null) put(cacheInfoPath, formatCacheInfo(), null)
  else parseCacheInfo(cacheInfoFile.toString(), cacheInfoPath)

  const narInfos = publishedNarInfos(artifacts, found)
  const signed: string[] = []
  for (const info of [...packed.map(({ info }) => info), ...toSign]) {
    const standing = standingOf(found.get(hashOf(info)), info, key)
    if (standing.kind !== 'unsigned' || key === null) continue
    const narInfo = withSignature(standing.narInfo, sign(key, info))
    narInfos.set(info.storePath, narInfo)
    put(`${hashOf(info)}.narinfo`, formatNarInfo(narInfo), null)
    signed.push(info.storePath)
  }
  const brought = packed.filter(
    ({ info }) => standingOf(found.get(hashOf(info)), info, key).kind === 'missing'
  )
  const broughtInfos = brought.map(({ narInfo }) => ({
    ...narInfo,
    // Not part of what is signed.
    url: released.get(narInfo.url) ?? narInfo.url
  }))
  for (const narInfo of broughtInfos) {
    narInfos.set(narInfo.storePath, narInfo)
    put(`${hashOf(narInfo)}.narinfo`, formatNarInfo(narInfo), null)
  }

  for (const { name, storePath } of pins) {
    const text = found.get(hashOf({ storePath }))
    const isHeld = text !== undefined && readNarInfo(text, storePath) !== null
    if (!isHeld && !narInfos.has(storePath)) throw pinUnknownPath(name, storePath)
  }
  const pinning = await composePins({ pins, unpin }, snapshot, readmeFile)
  for (const [path, content] of pinning.files) put(path, content, null)

  const rows = artifacts.flatMap((artifact) => {
    const narInfo = narInfos.get(artifact.storePath)
    return narInfo === undefined ? [] : [rowOf(run, artifact, narInfo, contribution)]
  })
  const catalogueBefore =
    catalogueFile === null ? emptyCatalogue : parseCatalogue(catalogueFile, cataloguePath)
  const own = key === null ? [] : [publicKeyText(key)]
  const catalogue = mergeCatalogue(catalogueBefore, { rows, publicKeys: own })
  const publicKeys = keysToTell(readmeFile, [...own, ...run.inputs.trustedKeys])
  put(cataloguePath, formatCatalogue(catalogue), catalogueFile)
  const block = renderReadmeBlock(
    { ...catalogue, publicKeys },
    { ...describe(target), pins: pinning.all }
  )
  put(readmePath, placeBlock(readmeFile, block, target.name), readmeFile)

  const indexed = new Set(rows.map(({ storePath }) => storePath))
  const closure = broughtInfos.filter(({ storePath }) => !indexed.has(storePath))
  const known = new Map(catalogueBefore.rows.map((row) => [row.storePath, row.closures]))
  const composed = {
    rows: rows.filter(
      ({ storePath }) => known.get(storePath)?.includes(run.inputs.closure) !== true
    ),
    closure,
    nars: brought.map(({ nar }) => nar),
    signed,
    movedPins: pinning.moved,
    unpinned: pinning.unpinned,
    publicKeys,
    untoldKeys: untoldKeys(catalogue, publicKeys)
  }
  // That this run published a row's path a moment earlier than who landed first is no reason for a commit.
  const pinned = pinning.moved.length + pinning.unpinned.length
  if (brought.length + signed.length + composed.rows.length + pinned === 0) {
    return { ...composed, change: null }
  }
  const message = commitMessage({
    rows: composed.rows,
    extraPaths: closure,
    signedPaths: signed.length,
    pins: pinning.moved,
    unpinned: pinning.unpinned,
    runUrl: run.environment.runUrl
  })
  const largeFiles = largeFilesOf(brought, target).filter(({ placement }) => placement === 'tree')
  for (const [path, content] of await missingSiteFiles(target, snapshot)) put(path, content, null)
  const { deletedFiles } = pinning
  const deletes = deletedFiles.length === 0 ? {} : { deletedFiles }
  return { ...composed, change: { message, files, largeFiles, ...deletes } }
}

/** Of the artifacts that the target has already, by store path. */
function publishedNarInfos(
  artifacts: readonly Artifact[],
  found: ReadonlyMap<string, string>
): Map<string, NarInfo> {
  const narInfos = artifacts.flatMap(({ storePath }) => {
    const text = found.get(parseStorePath(storePath).hash)
    const narInfo = text === undefined ? null : readNarInfo(text, storePath)
    return narInfo === null ? [] : [narInfo]
  })
  return new Map(narInfos.map((narInfo) => [narInfo.storePath, narInfo]))
}

function withSignature(narInfo: NarInfo, signature: string): NarInfo {
  return { ...narInfo, signatures: [...narInfo.signatures, signature] }
}

/** Two store paths with the same content share one NAR. */
export function largeFilesOf(
  packed: readonly PackedPath[],
  target: Pick<Target, 'largestTreeFile'>
): LargeFile[] {
  const byPath = new Map(
    packed.map(({ nar: { cachePath: path, diskPath, fileSize: size } }) => [
      path,
      { path, diskPath, size, placement: placementOf(size, target) }
    ])
  )
  return [...byPath.values()]
}

/** The path's narinfo, signed when there is a key. */
export function narInfoOf(
  { inputs }: { inputs: Pick<CommitInputs, 'signingKey'> },
  { info, nar }: PackedPath
): NarInfo {
  const unsigned: NarInfo = {
    storePath: info.storePath,
    url: nar.cachePath,
    compression: nar.compression,
    fileHash: nar.fileHash,
    fileSize: nar.fileSize,
    narHash: nar.narHash,
    narSize: nar.narSize,
    references: info.references.map(storePathBaseName),
    deriver: info.deriver === null ? null : storePathBaseName(info.deriver),
    // Signatures that the path came with stay: who trusts that key need not trust ours.
    signatures: info.signatures,
    ca: info.ca
  }
  if (inputs.signingKey === null) return unsigned
  return withSignature(unsigned, sign(inputs.signingKey, info))
}

/** An artifact as the index has it. */
export function rowOf(
  run: Pick<PublishRun<Pick<CommitInputs, 'closure'>>, 'inputs' | 'environment'>,
  artifact: Artifact,
  narInfo: NarInfo,
  { publishedAt }: Pick<Contribution, 'publishedAt'>
): CatalogueRow {
  const { storePath, name, version, system, output, attribute, mainProgram } = artifact
  return {
    storePath,
    name,
    version,
    system,
    output,
    attribute,
    mainProgram,
    nar: narInfo.url,
    narSize: narInfo.narSize,
    fileSize: narInfo.fileSize,
    references: narInfo.references.length,
    closures: [run.inputs.closure],
    ...originOf(artifact, run.environment),
    publishedAt
  }
}
