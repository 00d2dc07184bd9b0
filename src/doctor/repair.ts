import { isDebugInfoPath } from '../binary-cache/debug-info.ts'
import { isBadgePath } from '../catalogue/badge.ts'
import { cataloguePath } from '../catalogue/catalogue.ts'
import { changeBadges } from '../catalogue/change-badges.ts'
import { findReadme } from '../catalogue/find-readme.ts'
import { isKeyKnown, keysToTell } from '../catalogue/told-keys.ts'
import { changeWhole } from '../catalogue/change-whole.ts'
import { changedOn } from '../catalogue/history.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { isCatalogueFile, presentCatalogue, readCatalogueFiles } from '../catalogue/whole.ts'
import { cachePage, isStalePage, pagePath } from '../page/page.ts'
import { pinsFolder, pinsOf, type Pin } from '../pins/pin.ts'
import { attributesPath, isOwnSiteFile, mayStay, siteFiles } from '../repository/site-files.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import { readmeOf, repairedCatalogue } from './check-index.ts'
import { debugInfoAstray } from './check-debug-info.ts'
import { checkNarInfos } from './check-narinfos.ts'
import type { FindingCode } from './findings.ts'
import { plainLineEndings } from './line-endings.ts'
import type { PublishedStore } from './store.ts'

/** What --fix mends. */
export const repairable: readonly FindingCode[] = [
  'ATTRIBUTES_MISSING',
  'BADGE_STALE',
  'CATALOGUE_ROW_DIFFERS',
  'CATALOGUE_ROW_GONE',
  'CATALOGUE_SHARD_MISSING',
  'CATALOGUE_STALE',
  'DEBUG_INFO_ASTRAY',
  'PAGE_STALE',
  'README_ADDRESS',
  'README_STALE',
  'SITE_FILE_MISSING'
]

/**
 * Writes catalogue and README anew from the narinfos, what GitHub Pages needs, and nothing else; looks at the store as it is by then, so that what was
 * published meanwhile stays. Gives where the result is, or null when nothing was left to do. Throws CATALOGUE_INVALID,
 * README_MARKERS and what writing throws.
 */
export async function repairIndex(
  store: PublishedStore,
  trustedKeys: readonly string[]
): Promise<string | null> {
  return store.write(async (state) => {
    const read = (path: string): Promise<Buffer | null> => state.readFile(path)
    const listed = await state.listFiles()
    // Of what is listed, as that is read whole or not at all: what is missed is dropped from the index.
    const readListed: ReadFiles = (paths) =>
      state.readFiles([...new Set(paths)].filter((path) => listed.has(path)))
    const found = new Map(
      [...(await readCatalogueFiles(state))].map(([path, content]) => [
        path,
        plainLineEndings(content)
      ])
    )
    const before = presentCatalogue(found)
    // Without a catalogue there is nothing to go by: the next publish begins one.
    if (before === null || !found.has(cataloguePath)) return null
    const readme = await findReadme(state)
    const catalogue = repairedCatalogue(before, await narInfosOf(before, readListed))
    const pins = await readPins([...listed.keys()], readListed)
    const today = new Date().toISOString().slice(0, 10)
    const changes = changedOn(today, before.rows, catalogue.rows)
    const changed = changeWhole(found, catalogue, pins, changes)
    const badges = await changeBadges(state, changed.badges)
    const files = new Map([...changed.files, ...badges.files])
    const astray = await debugInfoAstray(state, listed)
    const deletedFiles = [...changed.deletedFiles, ...badges.deletedFiles, ...astray]
    const { shown } = changed
    const put = (path: string, content: Buffer, old: Buffer | null): void => {
      if (old === null || !content.equals(old)) files.set(path, content)
    }
    if (store.description !== null) {
      const description = { ...store.description, pins }
      const publicKeys = keysToTell(readme.content, trustedKeys)
      if (isKeyKnown(readme.content, catalogue, publicKeys)) {
        const content = readmeOf(readme, { ...shown, publicKeys }, description)
        put(readme.path, content, readme.content)
        const page = cachePage(description, publicKeys)
        const there = await read(pagePath)
        if (there !== null && isStalePage(plainLineEndings(there), page)) files.set(pagePath, page)
      }
      for (const [path, content] of siteFiles({
        name: description.repository,
        branch: description.branch
      })) {
        const there = await read(path)
        const plain = there && plainLineEndings(there)
        const isRight = plain !== null && (mayStay(path, plain) || !isOwnSiteFile(path, plain))
        if (!isRight) put(path, content, plain)
      }
    }
    if (files.size + deletedFiles.length === 0) return null
    return {
      message: message(before, catalogue, [...files.keys(), ...deletedFiles], readme.path),
      files,
      deletedFiles
    }
  })
}

type ReadFiles = (paths: readonly string[]) => Promise<Map<string, Buffer>>

async function narInfosOf(
  { rows }: Catalogue,
  readFiles: ReadFiles
): Promise<ReturnType<typeof checkNarInfos>['narInfos']> {
  const files = await readFiles(
    rows.map(({ storePath }) => `${parseStorePath(storePath).hash}.narinfo`)
  )
  const texts = [...files].map(
    ([file, content]) => [file, plainLineEndings(content).toString('utf8')] as const
  )
  return checkNarInfos(new Map(texts), []).narInfos
}

async function readPins(paths: readonly string[], readFiles: ReadFiles): Promise<Pin[]> {
  return pinsOf(await readFiles(paths.filter((path) => path.startsWith(pinsFolder))))
}

function message(
  before: Catalogue,
  after: Catalogue,
  paths: readonly string[],
  readmePath: string
): string {
  const dropped = before.rows.length - after.rows.length
  const rows = new Set(before.rows)
  const badges = paths.filter(isBadgePath).length
  const debugInfo = paths.filter(isDebugInfoPath).length
  const corrected = after.rows.filter((row) => !rows.has(row)).length
  const lines = [
    ...(dropped === 0
      ? []
      : [`${count(dropped, 'row')} without a narinfo dropped from the catalogue`]),
    ...(corrected === 0 ? [] : [`${count(corrected, 'row')} corrected by what the narinfos say`]),
    ...(dropped + corrected === 0 && paths.some(isCatalogueFile)
      ? ['catalogue written anew from the rows that it has']
      : []),
    ...(paths.includes(readmePath) ? ['README block written anew'] : []),
    ...(badges === 0 ? [] : [`${count(badges, 'badge file')} as the rows have them`]),
    ...(debugInfo === 0
      ? []
      : [`${count(debugInfo, 'file')} of debug information without its NAR deleted`]),
    ...paths
      .filter((path) => !isCatalogueFile(path) && !isBadgePath(path) && !isDebugInfoPath(path))
      .filter((path) => path !== readmePath)
      .map((path) => `${path} written, for ${usersOf(path)}`)
  ]
  return `repair the index\n\nnar-publish doctor --fix:\n${lines.map((line) => `- ${line}`).join('\n')}\n`
}

function usersOf(path: string): string {
  if (path === pagePath) return 'people who look at the cache'
  return path === attributesPath ? 'clones' : 'GitHub Pages'
}
