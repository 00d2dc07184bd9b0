import type { NarInfo } from '../binary-cache/types.ts'
import { cataloguePath, isOfLaterFormat } from '../catalogue/catalogue.ts'
import { changeWhole, type CatalogueChange } from '../catalogue/change-whole.ts'
import { changeBadges } from '../catalogue/change-badges.ts'
import { renderReadmeBlock } from '../catalogue/readme-block.ts'
import {
  closureCosts,
  isReadRaw,
  pagesCommand,
  rawBears,
  rawThrottled,
  stopgapCosts,
  stopgapLines
} from '../catalogue/raw-limits.ts'
import type { Readme } from '../catalogue/find-readme.ts'
import { placeBlock, readmePath } from '../catalogue/readme.ts'
import { toldAddress } from '../catalogue/told-address.ts'
import { refersTo } from '../catalogue/rows.ts'
import { parseShard, shardOf, shardPath } from '../catalogue/shards.ts'
import type {
  CacheDescription,
  Catalogue,
  CatalogueRow,
  ShownCatalogue
} from '../catalogue/types.ts'
import {
  indexOf,
  missingShards,
  presentCatalogue,
  shardFiles,
  type CatalogueFiles
} from '../catalogue/whole.ts'
import { NarPublishError } from '../errors.ts'
import {
  attributesPath,
  isOwnSiteFile,
  missingAttributes,
  siteFiles
} from '../repository/site-files.ts'
import { cachePage, isChangedPage, pagePath, tellsOther } from '../page/page.ts'
import { parsePin, type Pin } from '../pins/pin.ts'
import type { ReadersAddress } from '../serving.ts'
import { parseStorePath } from '../store-path.ts'
import { finding, unreadable, type Finding } from './findings.ts'
import { plainLineEndings } from './line-endings.ts'
import type { PublishedStore, StoreState } from './store.ts'

/**
 * Of the catalogue's files. `catalogue`: null when there is none, or one of its files cannot be read; `rows`: those of the files that can.
 */
export function readCatalogue(files: CatalogueFiles): {
  catalogue: Catalogue | null
  rows: Catalogue['rows']
  findings: Finding[]
} {
  const findings: Finding[] = []
  const read = <Value>(body: () => Value, otherwise: Value): Value => {
    const { value, finding } = readable(body)
    if (finding !== undefined) findings.push(finding)
    return value ?? otherwise
  }
  const index = read(() => indexOf(files), null)
  const isIndexRead = findings.length === 0
  const shards = isIndexRead ? shardFiles(files) : shardsWithoutIndex(files)
  const rows = [
    ...(index?.rows ?? []),
    ...shards.flatMap(([path, content]) => read(() => parseShard(content, path), []))
  ]
  const isRead = findings.length === 0
  const catalogue = isRead ? read(() => presentCatalogue(files), null) : null
  const missing = isIndexRead ? missingShards(files) : []
  findings.push(...missing.map((path) => finding('CATALOGUE_SHARD_MISSING', path)))
  return { catalogue, rows: catalogue?.rows ?? rows, findings }
}

/** Each file that is called as a shard, and may be one, is one; those of a later format nobody here can judge. */
function shardsWithoutIndex(files: CatalogueFiles): ReturnType<typeof shardFiles> {
  const others = new Map(files)
  others.delete(cataloguePath)
  return isOfLaterFormat(files.get(cataloguePath) ?? Buffer.alloc(0)) ? [] : shardFiles(others)
}

/** What reading gives, or the finding about the file that cannot be read. */
function readable<Value>(body: () => Value): { value?: Value; finding?: Finding } {
  try {
    return { value: body() }
  } catch (error) {
    if (!(error instanceof NarPublishError) || error.code !== 'CATALOGUE_INVALID') throw error
    return { finding: unreadable(error) }
  }
}

/** What would make the files those that the catalogue gives. null: one of version 1 that stands alone is as it should be, or there is none. */
export function rightCatalogue(
  files: CatalogueFiles,
  catalogue: Catalogue | null,
  pins: readonly Pin[]
): { right: CatalogueChange | null; findings: Finding[] } {
  const none = { right: null, findings: [] }
  if (catalogue === null || !files.has(cataloguePath) || isVersion1(files)) return none
  const { value, finding } = readable(() => changeWhole(files, catalogue, pins))
  return { right: value ?? null, findings: finding === undefined ? [] : [finding] }
}

/** Compares the files with what the catalogue gives, byte for byte. */
export function checkCatalogueFiles(
  files: CatalogueFiles,
  { files: written, deletedFiles }: Pick<CatalogueChange, 'files' | 'deletedFiles'>
): Finding[] {
  const why = (path: string): string => (files.has(path) ? '' : 'it is not there')
  return [...written.keys(), ...deletedFiles]
    .sort()
    .map((path) => finding('CATALOGUE_STALE', path, why(path)))
}

function isVersion1(files: CatalogueFiles): boolean {
  return files.size === 1 && indexOf(files)?.rows !== null
}

/** Compares the badges with what the rows give: one finding, however many they are. Throws what reading throws. */
export async function checkBadges(
  snapshot: StoreState,
  { badges }: Pick<CatalogueChange, 'badges'>
): Promise<Finding[]> {
  const { files, deletedFiles } = await changeBadges(snapshot, badges)
  const [first, ...others] = [...files.keys(), ...deletedFiles].sort()
  if (first === undefined) return []
  return [finding('BADGE_STALE', first, others.length === 0 ? '' : `and ${others.length} more`)]
}

/** What the narinfo of a row says of the same things; the row itself when they agree. */
function rowByNarInfo(row: CatalogueRow, narInfo: NarInfo): CatalogueRow {
  const { url: nar, narSize } = narInfo
  const fileSize = narInfo.fileSize ?? row.fileSize
  const right = {
    nar,
    narSize,
    fileSize,
    references: narInfo.references.length,
    refersTo: refersTo(narInfo)
  }
  const isSame =
    comparedFields.every((name) => row[name] === right[name]) &&
    row.refersTo.join() === right.refersTo.join()
  return isSame ? row : { ...row, ...right }
}

const comparedFields = ['nar', 'narSize', 'fileSize', 'references'] as const

/** `narInfos`: those that can be read, file → what it says. */
export function checkRows(
  rows: Catalogue['rows'],
  files: CatalogueFiles,
  narInfos: ReadonlyMap<string, NarInfo>
): Finding[] {
  return rows.flatMap((row): Finding[] => {
    const shard = shardPath(shardOf(row.name))
    const file = files.has(shard) ? shard : cataloguePath
    const narInfo = narInfos.get(`${parseStorePath(row.storePath).hash}.narinfo`)
    if (narInfo?.storePath !== row.storePath) {
      return [finding('CATALOGUE_ROW_GONE', file, row.storePath)]
    }
    const right = rowByNarInfo(row, narInfo)
    const differences = comparedFields
      .filter((name) => row[name] !== right[name])
      .map((name) => `${name} ${row[name]}, in the narinfo ${right[name]}`)
    // None is what a row has that was taken over.
    if (row.refersTo.length > 0 && row.refersTo.join() !== right.refersTo.join()) {
      differences.push('refersTo names others than the narinfo')
    }
    return differences.length === 0
      ? []
      : [finding('CATALOGUE_ROW_DIFFERS', file, `${row.storePath}: ${differences.join('; ')}`)]
  })
}

/** Compares the README with what the catalogue gives, byte for byte between the markers. */
export function checkReadme(
  readme: Readme,
  catalogue: ShownCatalogue | null,
  description: CacheDescription | null
): Finding[] {
  if (catalogue === null) return []
  const { path: readmePath, content: found } = readme
  try {
    if (description === null) {
      // Says whether the markers can be placed, which needs no words of the block.
      placeBlock(found, '', '')
      return [finding('README_NOT_COMPARED', readmePath)]
    }
    const isAsWith = (expected: CacheDescription): boolean =>
      found?.equals(readmeOf(readme, catalogue, expected)) === true
    if (isAsWith(description)) return []
    const told = toldAddress(found)
    return told !== null && isAsWith(asTold(description, told))
      ? [
          finding(
            'README_ADDRESS',
            readmePath,
            `${told.url} instead of ${description.substituterUrl}`
          )
        ]
      : [finding('README_STALE', readmePath, found === null ? 'there is none' : '')]
  } catch (error) {
    if (!(error instanceof NarPublishError) || error.code !== 'README_MARKERS') throw error
    return [finding('README_MARKERS', readmePath, error.reason)]
  }
}

/** With the address that readers are told already. */
function asTold(
  description: CacheDescription,
  { url, servedBy }: ReadersAddress
): CacheDescription {
  const login = servedBy === 'raw' ? description.login : null
  return { ...description, substituterUrl: url, servedBy, login }
}

/** Compares what the page says of the cache with what it is; where the README tells another address, that is told of the README. */
export function checkPage(
  page: Buffer | undefined,
  readme: Buffer | null,
  description: CacheDescription,
  publicKeys: readonly string[]
): Finding[] {
  if (page !== undefined && isChangedPage(plainLineEndings(page))) {
    return [finding('PAGE_CHANGED', pagePath)]
  }
  const told = toldAddress(readme)
  const right = [description, ...(told === null ? [] : [asTold(description, told)])]
  const isStale =
    page !== undefined &&
    right.every((each) => tellsOther(plainLineEndings(page), cachePage(each, publicKeys)))
  return isStale ? [finding('PAGE_STALE', pagePath)] : []
}

export function readmeOf(
  { path, content }: Readme,
  catalogue: ShownCatalogue,
  description: CacheDescription
): Buffer {
  const block = renderReadmeBlock(catalogue, description)
  return placeBlock(content, block, description.repository, path)
}

/** `pins`: file → text, a store path and a newline. */
export function checkPins(
  pins: ReadonlyMap<string, Buffer>,
  narInfos: ReadonlyMap<string, NarInfo>
): Finding[] {
  return [...pins].flatMap(([file, content]): Finding[] => {
    const path = parsePin(content)
    if (path === null) return [finding('PIN_INVALID', file, 'it holds no store path')]
    const narInfo = narInfos.get(`${parseStorePath(path).hash}.narinfo`)
    return narInfo?.storePath === path ? [] : [finding('PIN_INVALID', file, path)]
  })
}

/** The same catalogue without rows whose narinfo is gone, and with the rest as the narinfos say. */
export function repairedCatalogue(
  { rows, publicKeys }: Catalogue,
  narInfos: ReadonlyMap<string, NarInfo>
): Catalogue {
  return {
    publicKeys,
    rows: rows.flatMap((row) => {
      const narInfo = narInfos.get(`${parseStorePath(row.storePath).hash}.narinfo`)
      return narInfo?.storePath === row.storePath ? [rowByNarInfo(row, narInfo)] : []
    })
  }
}

/** What a branch needs for clones, and for GitHub Pages to serve it well. `read`: those of its files that are asked for here. */
export function checkSiteFiles(
  files: PublishedStore['files'],
  found: ReadonlyMap<string, Buffer>,
  { repository: name, branch }: CacheDescription
): Finding[] {
  return [...siteFiles({ name, branch })].flatMap(([path, content]): Finding[] => {
    const isAttributes = path === attributesPath
    if (!files.has(path)) {
      return [finding(isAttributes ? 'ATTRIBUTES_MISSING' : 'SITE_FILE_MISSING', path)]
    }
    const there = found.get(path)
    const page = there === undefined ? undefined : plainLineEndings(there)
    if (page !== undefined && isAttributes) {
      const lines = missingAttributes(page)
      const code = isOwnSiteFile(path, page) ? 'ATTRIBUTES_MISSING' : 'ATTRIBUTES_OTHERS'
      return lines.length === 0 ? [] : [finding(code, path, lines.join(', '))]
    }
    const isStale = page !== undefined && isOwnSiteFile(path, page) && !page.equals(content)
    return isStale
      ? [finding('SITE_FILE_MISSING', path, 'it is of another repository or branch')]
      : []
  })
}

/** What the address that readers are told bears, when that is little. */
export function checkAddress(description: CacheDescription): Finding[] {
  if (!isReadRaw(description)) return []
  const { substituterUrl } = description
  const stopgap = `Readers who would rather build than wait set \`${stopgapLines.join('\` and \`')}\`. ${stopgapCosts}`
  const bears = finding('ADDRESS_RAW', readmePath)
  const what = `${bears.what} (${substituterUrl ?? ''}). ${[rawBears, closureCosts, rawThrottled, stopgap].join(' ')}`
  return [{ ...bears, what, now: `${bears.now}: ${pagesCommand(description).join(' ')}` }]
}
