import { cacheInfoPath, parseCacheInfo } from '../binary-cache/cache-info.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { cataloguePath, emptyCatalogue } from '../catalogue/catalogue.ts'
import { findReadme, readmeNotes, type Readme } from '../catalogue/find-readme.ts'
import { newestRows } from '../catalogue/newest.ts'
import { isKeyKnown, keysToTell, untoldKeys } from '../catalogue/told-keys.ts'
import { isCatalogueFile } from '../catalogue/whole.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { pagePath } from '../page/page.ts'
import { pinnedPaths, pinsFolder, pinsOf, shownPins } from '../pins/pin.ts'
import { siteWarnings } from '../report/site-size.ts'
import { attributesPath, notFoundPagePath } from '../repository/site-files.ts'
import { count } from '../text.ts'
import {
  checkAddress,
  checkBadges,
  checkCatalogueFiles,
  checkPage,
  checkPins,
  checkReadme,
  checkRows,
  checkSiteFiles,
  readCatalogue,
  rightCatalogue
} from './check-index.ts'
import { checkDebugInfo } from './check-debug-info.ts'
import { checkNarInfos, upstreamReferences } from './check-narinfos.ts'
import { checkNars, orphanLogs, orphanNars } from './check-nars.ts'
import { checkStoreProvenance, type ProvenanceQuestion } from './check-provenance.ts'
import { finding, type Finding } from './findings.ts'
import { readPlain } from './line-endings.ts'
import { checkOldFile, isOldFile } from './old-files.ts'
import { repairable, repairIndex } from './repair.ts'
import type { PublishedStore } from './store.ts'

export interface DoctorRequest {
  store: PublishedStore
  /** `name:base64`; none: those that readers are told. */
  publicKeys: readonly string[]
  /** `name:base64` of keys that readers are told beside those that the README tells them. */
  trustedKeys: readonly string[]
  isQuick: boolean
  fix: boolean
  /** Whose provenance each path must have; null, left out: nobody asks. */
  provenance?: ProvenanceQuestion | null
  childEnvironment: Record<string, string>
  log: Log
}

export interface Diagnosis {
  store: string
  state: string
  findings: Finding[]
  counts: {
    narInfos: number
    /** Narinfos that some key of the readers' signed. */
    signed: number
    nars: number
    /** bytes, as stored */
    narBytes: number
    rows: number
    pins: number
    oldFiles: number
  }
  /** Base names that narinfos refer to and the store does not have. */
  upstream: string[]
  /** Where the repair is; null when there was none. */
  repair: string | null
}

/** Checks a store, file by file, and mends its index when asked to. Throws what reading the store throws. */
export async function diagnose(request: DoctorRequest): Promise<Diagnosis> {
  const { store, isQuick, childEnvironment, log } = request
  const paths = [...store.files.keys()].sort()
  const narInfoFiles = paths.filter((path) => /^[^/]+\.narinfo$/.test(path))
  const pinFiles = paths.filter((path) => path.startsWith(pinsFolder))
  const oldFiles = paths.filter(isOldFile)
  log.info(`${store.name}, ${store.state}: ${count(paths.length, 'file')}`)

  const { plain, asFound, readme } = await log.group(
    'Read the narinfos and the index',
    async () => {
      const index = paths.filter(isCatalogueFile)
      const files = [...narInfoFiles, cacheInfoPath, ...index, ...pinFiles]
      return {
        // A clone may have them with other line endings, which is told, and is no reason to call all of them damaged.
        plain: readPlain(await store.readFiles(files)),
        asFound: await store.readFiles([notFoundPagePath, attributesPath, pagePath]),
        readme: await findReadme(store.snapshot)
      }
    }
  )
  const { contents, findings: lineFindings } = plain
  const pins = new Map([...contents].filter(([file]) => file.startsWith(pinsFolder)))
  const pinned = shownPins(pinsOf(pins))
  const catalogueFiles = new Map([...contents].filter(([file]) => isCatalogueFile(file)))
  const { catalogue, rows, findings: catalogueFindings } = readCatalogue(catalogueFiles)
  const { right, findings: rightFindings } = rightCatalogue(catalogueFiles, catalogue, pinned)
  const told = keysToTell(readme.content, request.trustedKeys)
  const publicKeys = request.publicKeys.length > 0 ? request.publicKeys : told
  const { narInfos, findings: narInfoFindings } = checkNarInfos(
    new Map(narInfoFiles.map((file) => [file, contents.get(file)?.toString('utf8') ?? ''])),
    publicKeys
  )
  const isKnown = isKeyKnown(readme.content, catalogue ?? emptyCatalogue, told)
  const isCache = narInfoFiles.length > 0
  const refusal = request.fix ? await store.refusal() : null
  if (refusal !== null) log.warning(`A repair will be refused. ${refusal.message}`)
  const narFindings = await log.group(`Check ${count(narInfos.size, 'path')}`, async () => [
    ...(await checkNars(store, narInfos, {
      ...{ isQuick, childEnvironment, log },
      isConverted: lineFindings.length > 0
    })),
    ...(await checkEach(oldFiles, (file) => checkOldFile(store, file, { beginning: isQuick })))
  ])
  const findings = [
    ...lineFindings,
    ...cacheInfoFindings(contents.get(cacheInfoPath)),
    ...narInfoFindings,
    ...narFindings,
    ...catalogueFindings,
    ...(isCache && !contents.has(cataloguePath)
      ? [finding('CATALOGUE_MISSING', cataloguePath)]
      : []),
    ...rightFindings,
    ...(right === null ? [] : checkCatalogueFiles(catalogueFiles, right)),
    ...(right === null ? [] : await checkBadges(store.snapshot, right)),
    ...checkRows(rows, catalogueFiles, narInfos),
    ...checkReadme(
      readme,
      catalogue && {
        newest: newestRows(catalogue.rows, pinnedPaths(pinned)),
        artifacts: catalogue.rows.length,
        publicKeys: told
      },
      store.description && { ...store.description, pins: pinned }
    ).map((found) =>
      found.code === 'README_STALE' && !isKnown
        ? finding('README_KEYS_UNKNOWN', readme.path)
        : found
    ),
    ...untoldKeys(catalogue?.publicKeys ?? [], told).map((key) =>
      finding('KEY_UNTOLD', cataloguePath, key)
    ),
    ...(await hiddenReadme(store, readme)),
    ...checkPins(pins, narInfos),
    ...(store.description === null || catalogue === null
      ? []
      : [
          ...checkSiteFiles(store.files, asFound, store.description),
          ...(isKnown
            ? checkPage(asFound.get(pagePath), readme.content, store.description, told)
            : []),
          ...checkAddress(store.description)
        ]),
    ...orphanNars(store, narInfos),
    ...(await checkDebugInfo(store.snapshot, store.files)),
    ...(await checkStoreProvenance(store, narInfos, request.provenance ?? null)),
    ...orphanLogs(store, narInfos),
    ...siteWarnings(treeBytesOf(store)).map((text) => finding('SITE_NEARLY_FULL', '/', text))
  ]
  return {
    store: store.name,
    state: store.state,
    ...(await repaired(request, findings)),
    counts: {
      narInfos: narInfoFiles.length,
      signed: signedCount(narInfos, narInfoFindings, publicKeys),
      ...narCounts(store, narInfos),
      rows: rows.length,
      pins: pinFiles.length,
      oldFiles: oldFiles.length
    },
    upstream: upstreamReferences(narInfos)
  }
}

/** Whether nothing is wrong that readers or publishers would meet. */
export function isSound({ findings }: Diagnosis): boolean {
  return findings.every(({ kind, repaired }) => kind === 'note' || repaired)
}

function cacheInfoFindings(content: Buffer | undefined): Finding[] {
  if (content === undefined) return [finding('CACHE_INFO_MISSING', cacheInfoPath)]
  try {
    parseCacheInfo(content.toString('utf8'), cacheInfoPath)
    return []
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    return [finding('CACHE_INFO_INVALID', cacheInfoPath, error.reason)]
  }
}

/** On this GitHub, where people see the branch; a README that is yet to be made is no finding. */
async function hiddenReadme(
  { snapshot, description }: PublishedStore,
  readme: Readme
): Promise<Finding[]> {
  if (readme.content === null || description === null || description.webUrl('') === '') return []
  const notes = await readmeNotes(snapshot, readme)
  return notes.map((note) => finding('README_HIDDEN', readme.path, note))
}

/** One after another: the old script's stores are small in number and large in bytes. */
async function checkEach(
  files: readonly string[],
  check: (file: string) => Promise<Finding>
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const file of files) findings.push(await check(file))
  return findings
}

async function repaired(
  { store, fix, trustedKeys, log }: DoctorRequest,
  findings: readonly Finding[]
): Promise<Pick<Diagnosis, 'findings' | 'repair'>> {
  const isRepairable = ({ code }: Finding): boolean => repairable.includes(code)
  // What cannot be read cannot be mended; publishing meets the same and says what to do.
  const isBlocked = findings.some(({ code }) =>
    ['CATALOGUE_INVALID', 'README_MARKERS'].includes(code)
  )
  if (!fix || isBlocked || !findings.some(isRepairable)) {
    return { findings: [...findings], repair: null }
  }
  const repair = await log.group('Repair the index', () => repairIndex(store, trustedKeys))
  return {
    findings: findings.map((found) => (isRepairable(found) ? { ...found, repaired: true } : found)),
    repair
  }
}

/** As far as the sizes are known; those of git are not before it has fetched a file. */
function treeBytesOf({ files }: PublishedStore): number {
  return [...files.values()].reduce((sum, size) => sum + (Number.isNaN(size) ? 0 : size), 0)
}

function signedCount(
  narInfos: ReadonlyMap<string, NarInfo>,
  findings: readonly Finding[],
  publicKeys: readonly string[]
): number {
  if (publicKeys.length === 0) return 0
  const names = publicKeys.map((key) => `${key.slice(0, key.indexOf(':'))}:`)
  const wrong = new Set(findings.map(({ file }) => file))
  return [...narInfos].filter(
    ([file, { signatures }]) =>
      !wrong.has(file) && signatures.some((text) => names.some((name) => text.startsWith(name)))
  ).length
}

function narCounts(
  store: PublishedStore,
  narInfos: ReadonlyMap<string, NarInfo>
): { nars: number; narBytes: number } {
  const sizes = new Map(
    [...narInfos.values()]
      // Those at an absolute address are no files of the store's; of the others only what is there counts.
      .filter(({ url }) => url.includes('://') || store.files.has(url))
      .map(({ url, fileSize }) => [url, fileSize])
  )
  return {
    nars: sizes.size,
    narBytes: [...sizes].reduce((sum, [url, size]) => sum + (store.files.get(url) ?? size ?? 0), 0)
  }
}
