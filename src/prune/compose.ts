import { emptyCatalogue } from '../catalogue/catalogue.ts'
import { changeBadges } from '../catalogue/change-badges.ts'
import { describe, keepingMirror, type Describable } from '../catalogue/describe.ts'
import { renderReadmeBlock } from '../catalogue/readme-block.ts'
import { placeBlock } from '../catalogue/readme.ts'
import { isKeyKnown, keysToTell } from '../catalogue/told-keys.ts'
import { changeWhole, type CatalogueChange } from '../catalogue/change-whole.ts'
import { changedOn } from '../catalogue/history.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { pageFiles } from '../page/page.ts'
import { pinNameOf } from '../pins/pin.ts'
import { missingSiteFiles, type SiteFile } from '../repository/site-files.ts'
import type { Change, Released, TargetSnapshot } from '../repository/types.ts'
import { readCacheState, type CacheState, type KnownContents } from './cache-state.ts'
import { decide, type Decision } from './decide.ts'
import { pruneMessage } from './report/message.ts'
import type { PruneRun } from './inputs.ts'
import { namedFiles } from './named-files.ts'

/** What a prune makes of one state of the branch. */
export interface ComposedPrune {
  /** null: nothing is to go. */
  change: Change | null
  /** The commit that this is about. */
  from: string
  state: CacheState
  decision: Decision
  /** Whether the history goes, too. */
  isSquash: boolean
  /** NARs of the tree that go beside it. */
  movedNars: string[]
  /** Of the branch's files; see treeBytes. */
  bytes: { before: number; after: number }
}

/**
 * Decides for a given state of the branch, and makes the change. Called again for each new head: what somebody published meanwhile is
 * there then, and so is what it refers to. `released`: NARs that are release assets by now, tree path → address.
 */
export async function composePrune(
  run: Pick<PruneRun, 'inputs' | 'environment' | 'now'>,
  target: Describable,
  snapshot: TargetSnapshot,
  known: KnownContents,
  released: Released = new Map()
): Promise<ComposedPrune> {
  const { inputs, environment } = run
  const subject = `${target.name}, branch ${JSON.stringify(target.branch)}`
  const state = await readCacheState(snapshot, subject, known)
  const decision = decide(state, inputs, run.now)
  const isSquash = inputs.squashHistory && (await snapshot.hasHistory())
  const narInfos = movedNarInfos(state, decision, known, released)
  const stillNamed = namedFiles(
    decision.keptNarInfos.map(({ url }) => url).filter((url) => !released.has(url))
  )
  const movedNars = [...released.keys()].filter(
    (path) => state.files.has(path) && !stillNamed.has(path) && !decision.removedNars.includes(path)
  )
  const day = new Date(run.now).toISOString().slice(0, 10)
  const catalogue = indexFiles(target, { ...inputs, day }, state, decision, released)
  const badges = catalogue.badges && (await changeBadges(snapshot, catalogue.badges))
  const deletedFiles = [
    ...catalogue.deletedFiles,
    ...(badges?.deletedFiles ?? []),
    ...movedNars,
    ...[...decision.removedNarInfos.keys()].map((hash) => `${hash}.narinfo`),
    ...decision.removedNars,
    ...debugInfoWithout(state, [...movedNars, ...decision.removedNars]),
    ...decision.removedLogs,
    ...decision.removedProvenance
  ]
  const page = inputs.site ? pageOf(target, inputs, state) : new Map()
  const index = new Map([
    ...narInfos,
    ...catalogue.files,
    ...(badges?.files ?? []),
    ...(await missingSiteFiles(target, snapshot, page)).files
  ])
  const bytes = treeBytes(state, known, { deletedFiles, index })
  const from = snapshot.commit ?? ''
  const composed = { from, state, decision, isSquash, movedNars, bytes }
  if (deletedFiles.length + narInfos.size + decision.removedRows.length === 0 && !isSquash) {
    return { ...composed, change: null }
  }
  const message = pruneMessage({
    rows: decision.removedRows,
    paths: decision.removedNarInfos.size,
    nars: decision.removedNars.length,
    logs: decision.removedLogs.length,
    moved: movedNars.length,
    bytes: bytes.before - bytes.after,
    squashed: isSquash ? from : null,
    runUrl: environment.runUrl
  })
  const change: Change = {
    message,
    files: index,
    largeFiles: [],
    deletedFiles,
    ...(isSquash ? { replacesHistory: true } : {})
  }
  return { ...composed, change }
}

/** Files of the index of debug information that would lead nowhere: no reader of it follows an address beside the tree. */
function debugInfoWithout({ files, debugInfo }: CacheState, nars: readonly string[]): string[] {
  const gone = new Set(nars)
  return [...debugInfo].flatMap(([path, nar]) => (gone.has(nar) || !files.has(nar) ? [path] : []))
}

/** Narinfos that name a NAR which is beside the tree now. Their signatures do not cover the address. */
function movedNarInfos(
  { files, narInfos }: CacheState,
  { removedNarInfos }: Decision,
  known: KnownContents,
  released: Released
): Map<string, Buffer> {
  const changed = new Map<string, Buffer>()
  for (const [hash, { url }] of narInfos) {
    const address = released.get(url)
    const file = `${hash}.narinfo`
    const text = known.get(files.get(file)?.blob ?? '')
    if (address === undefined || text === undefined || removedNarInfos.has(hash)) continue
    changed.set(file, Buffer.from(text.toString().replace(/^URL: .*$/m, () => `URL: ${address}`)))
  }
  return changed
}

/** What decides what readers are told. */
type Telling = Pick<PruneRun['inputs'], 'substituterUrl' | 'trustedKeys'>

function toldDescription(
  target: Describable,
  { substituterUrl }: Telling,
  readme: Buffer | null
): CacheDescription {
  const description = describe(target)
  return substituterUrl === 'auto' ? keepingMirror(description, readme) : description
}

/** The page, where it is known which keys it tells; a publish begins one. */
function pageOf(
  target: Describable,
  inputs: Telling,
  { catalogue, readme: { content: readme } }: CacheState
): ReadonlyMap<string, SiteFile> {
  const publicKeys = keysToTell(readme, inputs.trustedKeys)
  return isKeyKnown(readme, catalogue ?? emptyCatalogue, publicKeys)
    ? pageFiles(toldDescription(target, inputs, readme), publicKeys, false)
    : new Map()
}

/** Catalogue and README as they are without the rows that go and with NARs where they are; none when no row goes or changes. */
function indexFiles(
  target: Describable,
  inputs: Telling & { day: string },
  {
    catalogue: catalogueBefore,
    catalogueFiles,
    readme: { path, content: readme },
    pins: pinFiles
  }: CacheState,
  { keptRows, removedRows }: Decision,
  released: Released
): Pick<CatalogueChange, 'files' | 'deletedFiles'> & { badges: CatalogueChange['badges'] | null } {
  const isMoved = keptRows.some(({ row }) => released.has(row.nar))
  if (removedRows.length === 0 && !isMoved) {
    return { files: new Map(), deletedFiles: [], badges: null }
  }
  const catalogue = {
    rows: keptRows.map(({ row }) => ({ ...row, nar: released.get(row.nar) ?? row.nar })),
    publicKeys: catalogueBefore?.publicKeys ?? []
  }
  const pins = pinFiles.map(({ file, storePath }) => ({ name: pinNameOf(file), storePath }))
  const changes = changedOn(inputs.day, catalogueBefore?.rows ?? [], catalogue.rows)
  const changed = changeWhole(catalogueFiles, catalogue, pins, changes)
  const { files, shown } = changed
  const publicKeys = keysToTell(readme, inputs.trustedKeys)
  if (!isKeyKnown(readme, catalogue, publicKeys)) return changed
  const block = renderReadmeBlock(
    { ...shown, publicKeys },
    { ...toldDescription(target, inputs, readme), pins }
  )
  const content = placeBlock(readme, block, target.name, path)
  if (readme?.equals(content) !== true) files.set(path, content)
  return changed
}

/**
 * Bytes of the branch's files, before and after these are deleted and written. Where a size is not known (git tells none of what it has
 * not fetched), a NAR counts as its narinfo says, and any other file as nothing.
 */
function treeBytes(
  { files, narInfos }: Pick<CacheState, 'files' | 'narInfos'>,
  known: KnownContents,
  changes: { deletedFiles: readonly string[]; index: ReadonlyMap<string, Buffer> }
): { before: number; after: number } {
  const announced = new Map([...narInfos.values()].map(({ url, fileSize }) => [url, fileSize]))
  const sizeOf = (path: string): number => {
    const file = files.get(path)
    if (file === undefined) return 0
    return file.size ?? known.get(file.blob)?.length ?? announced.get(path) ?? 0
  }
  const total = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + sizeOf(path), 0)
  const before = total(files.keys())
  const written = [...changes.index.values()].reduce((sum, { length }) => sum + length, 0)
  const after = before - total(changes.deletedFiles) - total(changes.index.keys()) + written
  return { before, after }
}
