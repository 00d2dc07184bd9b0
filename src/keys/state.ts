import { parseNarInfo } from '../binary-cache/narinfo.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { findReadme, type Readme } from '../catalogue/find-readme.ts'
import { readmePath } from '../catalogue/readme.ts'
import { toldKeys } from '../catalogue/told-keys.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { isCatalogueFile, wholeCatalogue, type CatalogueFiles } from '../catalogue/whole.ts'
import { NarPublishError } from '../errors.ts'
import { pagePath } from '../page/page.ts'
import { pinsFolder } from '../pins/pin.ts'
import type { TreeFile } from '../repository/types.ts'
import { plainLineEndings } from '../doctor/line-endings.ts'
import type { StoreState } from '../doctor/store.ts'
import { parseStorePath } from '../store-path.ts'

/** Where a cache’s signatures and keys stand, of one state of it. */
export interface KeyState {
  files: ReadonlyMap<string, TreeFile>
  /** File → its text; whoever wrote it. */
  texts: ReadonlyMap<string, string>
  /** File → what it says, of those that can be read and are named as their path says. */
  narInfos: ReadonlyMap<string, NarInfo>
  catalogue: Catalogue | null
  catalogueFiles: CatalogueFiles
  readme: Readme
  /** `index.html`, whoever wrote it; null: there is none. */
  page: Buffer | null
  /** `name:base64` of the keys that the README tells. */
  told: readonly string[]
  pinFiles: ReadonlyMap<string, Buffer>
}

/** Contents by their blobs: what two states have in common is read once. */
export type KnownContents = Map<string, Buffer>

/** Throws CATALOGUE_INVALID, and what reading throws. */
export async function readKeyState(snapshot: StoreState, known: KnownContents): Promise<KeyState> {
  const files = await snapshot.listFiles()
  const paths = [...files.keys()].filter(
    (path) =>
      /^[^/]+\.narinfo$/.test(path) ||
      path.startsWith(pinsFolder) ||
      path === readmePath ||
      path === pagePath ||
      isCatalogueFile(path)
  )
  const blobOf = (path: string): string => files.get(path)?.blob ?? ''
  const read = await snapshot.readFiles(paths.filter((path) => !known.has(blobOf(path))))
  for (const [path, content] of read) known.set(blobOf(path), content)
  const contents = new Map(
    paths.flatMap((path): [string, Buffer][] => {
      const content = known.get(blobOf(path))
      return content === undefined ? [] : [[path, content]]
    })
  )
  const of = (isWanted: (path: string) => boolean): [string, Buffer][] =>
    [...contents].filter(([path]) => isWanted(path))
  const texts = new Map(
    of((path) => path.endsWith('.narinfo') && !path.startsWith(pinsFolder)).map(
      ([path, content]) => [path, plainLineEndings(content).toString('utf8')]
    )
  )
  const catalogueFiles = new Map(of(isCatalogueFile))
  const readme = await findReadme({
    ...snapshot,
    readFile: async (path) => contents.get(path) ?? snapshot.readFile(path)
  })
  return {
    files,
    texts,
    narInfos: new Map(
      [...texts].flatMap(([file, text]): [string, NarInfo][] => {
        const narInfo = narInfoIn(file, text)
        return narInfo === null ? [] : [[file, narInfo]]
      })
    ),
    catalogue: wholeCatalogue(catalogueFiles),
    catalogueFiles,
    readme,
    page: contents.get(pagePath) ?? null,
    told: toldKeys(readme.content),
    pinFiles: new Map(of((path) => path.startsWith(pinsFolder)))
  }
}

/** null: no reader gets anything by it, and doctor says what is wrong. */
function narInfoIn(file: string, text: string): NarInfo | null {
  try {
    const narInfo = parseNarInfo(text, file)
    return `${parseStorePath(narInfo.storePath).hash}.narinfo` === file ? narInfo : null
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'NARINFO_INVALID') return null
    throw error
  }
}
