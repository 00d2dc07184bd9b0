import { allOf } from '../all-of.ts'
import { cacheInfoPath, formatCacheInfo, parseCacheInfo } from '../binary-cache/cache-info.ts'
import { addSignatures, formatNarInfo } from '../binary-cache/narinfo.ts'
import { isTakenBy, publicKeyText, sign, type SecretKey } from '../binary-cache/signature.ts'
import type { NarInfo, PackedPath, PathInfo } from '../binary-cache/types.ts'
import { badgeNotes, badgePathsOf, changeBadges } from '../catalogue/change-badges.ts'
import { describe, type Describable } from '../catalogue/describe.ts'
import { renderReadmeBlock } from '../catalogue/readme-block.ts'
import { findReadme } from '../catalogue/find-readme.ts'
import type { PinsChange } from '../catalogue/change-parts.ts'
import { readParts } from '../catalogue/parts.ts'
import { placeBlock } from '../catalogue/readme.ts'
import {
  isKeyKnown,
  keysToTell,
  newKeys,
  refuseTakenNames,
  untoldKeys
} from '../catalogue/told-keys.ts'
import { refersTo } from '../catalogue/rows.ts'
import { pinsPath } from '../catalogue/shard-name.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import { othersPage, pageFiles, pagePath } from '../page/page.ts'
import type { Pin } from '../pins/pin.ts'
import { blobSha } from '../repository/github/git-objects.ts'
import { pathsOf } from '../repository/refuse-taken.ts'
import { missingSiteFiles } from '../repository/site-files.ts'
import { foldersAbove } from '../repository/tree-item.ts'
import type { LargeFile, Released, TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { Artifact } from './artifact.ts'
import { composePins } from './compose-pins.ts'
import { debugInfoFiles } from './debug-info.ts'
import type { CommitInputs } from './inputs.ts'
import { logFiles, type BuildLogs } from './logs/build-logs.ts'
import { keyTerms } from './key-terms.ts'
import { manifestPathOf, unsignedNarInfo } from './packed-folder/manifest.ts'
import { pinUnknownPath } from './pins.ts'
import { provenanceFiles } from './provenance.ts'
import { commitMessage } from './report/commit-message.ts'
import type { PublishRun } from './run.ts'
import { originOf } from './source.ts'
import { readNarInfo, refuseUnreadable, standingOf } from './standing.ts'
import type { Composed } from './state.ts'

/** What a publish brings, whatever the state of the branch. */
export interface Contribution {
  packed: readonly SignedPath[]
  /** Of the builds that made those; left out: none. */
  logs?: BuildLogs
  /** Paths whose NAR the target holds without this run's signature. */
  toSign: readonly PathInfo[]
  /** Artifacts that get a row in the index: packed ones, and ones that the target holds without a row. */
  artifacts: readonly Artifact[]
  /** A bundle that names all that is packed; null, left out: none. */
  provenance?: Buffer | null
  /** Of paths that are among those, or that the target holds; left out: none. */
  pins?: readonly Pin[]
  /** Names that are to be pins no more. */
  unpin?: readonly string[]
  /** ISO 8601, whole seconds */
  publishedAt: string
}

interface SignedPath extends PackedPath {
  narInfo: NarInfo
}

/** What composing needs of a run. */
export type ComposingRun = Pick<
  PublishRun<Pick<CommitInputs, 'signingKeys' | 'trustedKeys' | 'unsigned' | 'closure' | 'site'>>,
  'inputs' | 'environment'
>

/**
 * The files of one commit that brings the contribution into a given state of the branch, or none when that state has it all. Throws
 * PIN_UNKNOWN_PATH when the state does not hold (any more) what is to be pinned, HELD_UNREADABLE, and SIGNING_KEY_INVALID for a name that another key
 * has. Called again for each new head: what somebody else published meanwhile is kept, and not written twice. `released`: where NARs are
 * that do not go into the tree; before these are uploaded, their place in the tree stands for it.
 */
export async function composeChange(
  run: ComposingRun,
  target: Describable,
  contribution: Contribution,
  snapshot: TargetSnapshot,
  released: Released = new Map()
): Promise<Composed> {
  const { packed, toSign, artifacts, pins = [], unpin = [] } = contribution
  const keys = run.inputs.signingKeys
  const hashOf = (path: { storePath: string }): string => parseStorePath(path.storePath).hash
  const names = artifacts.map(({ name }) => name)
  const isPinning = pins.length + unpin.length > 0
  snapshot.willReplace?.([...badgePathsOf(names), ...(isPinning ? [pinsPath] : [])])
  const [catalogue, readme, cacheInfo] = await allOf([
    readParts(snapshot, names),
    findReadme(snapshot),
    missingCacheInfo(snapshot)
  ])
  const readmeFile = readme.content
  // After those: by then the folder is listed, and what is signed anew is the commit's own text.
  const found = await snapshot.readNarInfos([
    ...new Set([...packed.map(({ info }) => info), ...toSign, ...artifacts, ...pins].map(hashOf))
  ])
  const files = new Map<string, Buffer>()
  const put = (path: string, text: string | Buffer, current: Buffer | null): void => {
    const bytes = Buffer.from(text)
    if (current === null || !bytes.equals(current)) files.set(path, bytes)
  }

  if (cacheInfo !== null) put(cacheInfoPath, cacheInfo, null)
  const narInfos = publishedNarInfos(artifacts, found)
  const terms = keyTerms(run.inputs, readmeFile)
  const standings = new Map(
    [...packed.map(({ info }) => info), ...toSign].map((info) => [
      info.storePath,
      { info, ...standingOf(found.get(hashOf(info)), info, terms) }
    ])
  )
  refuseUnreadable([...standings.values()])
  const signed: string[] = []
  for (const standing of standings.values()) {
    if (standing.kind !== 'unsigned') continue
    const { info } = standing
    const narInfo = withSignatures(standing.narInfo, info, keys)
    narInfos.set(info.storePath, narInfo)
    const file = `${hashOf(info)}.narinfo`
    put(file, addSignatures(found.get(hashOf(info)) ?? '', narInfo.signatures, file), null)
    signed.push(info.storePath)
  }
  const brought = packed.filter(({ info }) => standings.get(info.storePath)?.kind === 'missing')
  const broughtInfos = brought.map(({ narInfo }) => ({
    ...narInfo,
    // Not part of what is signed.
    url: released.get(narInfo.url) ?? narInfo.url
  }))
  for (const narInfo of broughtInfos) {
    narInfos.set(narInfo.storePath, narInfo)
    put(`${hashOf(narInfo)}.narinfo`, formatNarInfo(narInfo), null)
  }
  const debugInfo = await debugInfoFiles(snapshot, brought, released)
  for (const [path, content] of debugInfo) put(path, content, null)
  const provenance = provenanceFiles(contribution.provenance ?? null, broughtInfos)
  for (const [path, content] of provenance) put(path, content, null)

  for (const { name, storePath } of pins) {
    const text = found.get(hashOf({ storePath }))
    const isHeld = text !== undefined && readNarInfo(text, storePath) !== null
    if (!isHeld && !narInfos.has(storePath)) throw pinUnknownPath(name, storePath)
  }
  const pinning = await composePins({ pins, unpin }, snapshot, {
    readme: readmeFile,
    isPinned: (catalogue.newest?.pins ?? null) !== null
  })
  for (const [path, content] of pinning.files) put(path, content, null)

  const rows = artifacts.flatMap((artifact) => {
    const narInfo = narInfos.get(artifact.storePath)
    return narInfo === undefined ? [] : [rowOf(run, artifact, narInfo, contribution)]
  })
  const own = keys.map(publicKeyText)
  const vouched = [...own, ...run.inputs.trustedKeys]
  const publicKeys = keysToTell(readmeFile, vouched)
  refuseTakenNames(vouched, publicKeys)
  const indexed = new Set(rows.map(({ storePath }) => storePath))
  const closure = broughtInfos.filter(({ storePath }) => !indexed.has(storePath))
  // Of what the state holds none is added later: that alone is no reason for a commit, and who brought it has said its part.
  const newFiles = logFiles(contribution.logs ?? new Map(), broughtInfos)
  const composed = {
    rows: rows.filter((row) => catalogue.row(row)?.closures.includes(run.inputs.closure) !== true),
    closure,
    nars: brought.map(({ nar }) => nar),
    logs: newFiles.size,
    signed,
    movedPins: pinning.moved,
    unpinned: pinning.unpinned,
    publicKeys,
    untoldKeys: untoldKeys([...catalogue.publicKeys, ...own], publicKeys),
    newKeys: newKeys(readmeFile, own),
    unreadable:
      publicKeys.length > 0 || !isKeyKnown(readmeFile, catalogue, publicKeys)
        ? unreadablePaths([...narInfos.values()], publicKeys)
        : [],
    isBeginning: catalogue.isEmpty,
    badgeNotes: [],
    pageNotes: [],
    readme
  }
  // That this run published a row's path a moment earlier than who landed first is no reason for a commit.
  const pinned = pinning.moved.length + pinning.unpinned.length
  if (brought.length + signed.length + composed.rows.length + pinned === 0) {
    return { ...composed, newKeys: [], change: null }
  }
  const pinsChange: PinsChange = {
    before: pinning.before,
    after: pinning.all,
    brought: new Set(brought.map(({ info }) => info.storePath))
  }
  const changed = await catalogue.change({ rows, publicKeys: own }, pinsChange)
  for (const [path, content] of changed.files) put(path, content, null)
  const description = describe(target)
  const block = renderReadmeBlock(
    { ...changed.shown, publicKeys },
    { ...description, pins: pinning.all }
  )
  put(readme.path, placeBlock(readmeFile, block, target.name, readme.path), readmeFile)
  const message = commitMessage({
    rows: composed.rows,
    extraPaths: closure,
    signedPaths: signed.length,
    pins: pinning.moved,
    unpinned: pinning.unpinned,
    runUrl: run.environment.runUrl
  })
  const largeFiles = largeFilesOf(brought).filter(({ path }) => !released.has(path))
  const page = run.inputs.site ? pageFiles(description, publicKeys, true) : new Map()
  const site = await missingSiteFiles(target, snapshot, page)
  for (const [path, content] of site.files) put(path, content, null)
  // The commit looks at all of them, and at the logs, too: one question.
  const paths = [...pathsOf({ files, largeFiles }), ...newFiles.keys()]
  const badges = await changeBadges(snapshot, changed.badges, [
    ...paths.flatMap(foldersAbove),
    ...paths
  ])
  for (const [path, content] of badges.files) put(path, content, null)
  const deletedFiles = [...pinning.deletedFiles, ...changed.deletedFiles, ...badges.deletedFiles]
  const deletes = deletedFiles.length === 0 ? {} : { deletedFiles }
  const added = newFiles.size === 0 ? {} : { newFiles }
  return {
    ...composed,
    badgeNotes: badgeNotes(badges),
    pageNotes: site.others.includes(pagePath) ? [othersPage] : [],
    change: { message, files, largeFiles, ...added, ...deletes }
  }
}

/** What the cache says of itself, as it is to be; null: it says so. Throws what reading it throws. */
async function missingCacheInfo(snapshot: TargetSnapshot): Promise<Buffer | null> {
  const own = Buffer.from(formatCacheInfo())
  const item = (await snapshot.itemsAt([cacheInfoPath])).get(cacheInfoPath)
  // As it mostly is: then it need not be read.
  if (item?.object === blobSha(own)) return null
  const content = await snapshot.readFile(cacheInfoPath)
  if (content === null) return own
  parseCacheInfo(content.toString(), cacheInfoPath)
  return null
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

/** Those of the keys that did not sign it add theirs; a signature is the same each time. */
function withSignatures(narInfo: NarInfo, info: PathInfo, keys: readonly SecretKey[]): NarInfo {
  const added = keys.map((key) => sign(key, info))
  return { ...narInfo, signatures: [...new Set([...narInfo.signatures, ...added])] }
}

function unreadablePaths(narInfos: readonly NarInfo[], publicKeys: readonly string[]): string[] {
  return narInfos
    .filter((narInfo) => !isTakenBy(publicKeys, narInfo))
    .map(({ storePath }) => storePath)
}

/** As files of the tree, unless they are placed beside it. Two store paths with the same content share one NAR. */
export function largeFilesOf(packed: readonly PackedPath[]): LargeFile[] {
  const byPath = new Map(
    packed.map(({ nar: { cachePath: path, diskPath, fileSize: size } }) => [
      path,
      { path, diskPath, size, placement: 'tree' as const }
    ])
  )
  return [...byPath.values()]
}

/** The path's narinfo, signed when there is a key. */
export function narInfoOf(
  { inputs }: { inputs: Pick<CommitInputs, 'signingKeys'> },
  path: PackedPath
): NarInfo {
  // Signatures that the path came with stay: who trusts that key need not trust ours.
  const unsigned = { ...unsignedNarInfo(manifestPathOf(path)), signatures: path.info.signatures }
  return withSignatures(unsigned, path.info, inputs.signingKeys)
}

/** An artifact as the index has it. */
export function rowOf(
  run: Pick<PublishRun<Pick<CommitInputs, 'closure'>>, 'inputs' | 'environment'>,
  artifact: Artifact,
  narInfo: NarInfo,
  { publishedAt }: Pick<Contribution, 'publishedAt'>
): CatalogueRow {
  const { storePath, name, version, system, output, attribute, mainProgram } = artifact
  const { closureSize = null } = artifact
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
    // Where it is not said, no more than that.
    fileSize: narInfo.fileSize ?? narInfo.narSize,
    // Another job may have said anything.
    closureSize: closureSize === null || closureSize < narInfo.narSize ? null : closureSize,
    references: narInfo.references.length,
    refersTo: refersTo(narInfo),
    closures: [run.inputs.closure],
    ...originOf(artifact, run.environment),
    publishedAt
  }
}
