import { cacheInfoPath, parseCacheInfo } from '../binary-cache/cache-info.ts'
import { isDebugInfoPath, narOfDebugInfo } from '../binary-cache/debug-info.ts'
import { parseNarInfo } from '../binary-cache/narinfo.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { findReadme, type Readme } from '../catalogue/find-readme.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { isCatalogueFile, wholeCatalogue, type CatalogueFiles } from '../catalogue/whole.ts'
import { readmePath } from '../catalogue/readme.ts'
import { NarPublishError } from '../errors.ts'
import { parsePin } from '../pins/pin.ts'
import { isPointerPath, parsePointer } from '../provenance/files.ts'
import type { TargetSnapshot, TreeFile } from '../repository/types.ts'
import { count } from '../text.ts'

/** One state of the cache as a whole. */
export interface CacheState {
  files: ReadonlyMap<string, TreeFile>
  /** Its file's name without the ending, which is the path's hash part → what it says. */
  narInfos: ReadonlyMap<string, NarInfo>
  /** null: there is none, and nobody can tell which paths are whose. */
  catalogue: Catalogue | null
  catalogueFiles: CatalogueFiles
  readme: Readme
  pins: PinFile[]
  /** Files of the index of debug information → the NAR that each names, as a path in the cache. Another's file is none of them. */
  debugInfo: ReadonlyMap<string, string>
  /** Files beside narinfos that name a bundle of provenance → that bundle. */
  provenance: ReadonlyMap<string, string>
}

export interface PinFile {
  /** Its file. */
  file: string
  storePath: string
}

/** Contents of small files by their blobs: what one state has in common with the next is read once. */
export type KnownContents = Map<string, Buffer>

const narInfoFile = /^([^/]+)\.narinfo$/

/**
 * Reads all that says what the cache holds and needs. What cannot be read is an error, as nobody could tell what it protects. Throws
 * CACHE_MISSING, STORE_DIR_MISMATCH, NARINFO_UNREADABLE, CATALOGUE_INVALID, PIN_INVALID, and what the target throws.
 */
export async function readCacheState(
  snapshot: TargetSnapshot,
  subject: string,
  known: KnownContents
): Promise<CacheState> {
  const files = await snapshot.listFiles()
  const paths = [...files.keys()]
  const narInfoPaths = paths.filter((path) => narInfoFile.test(path))
  const pinPaths = paths.filter((path) => path.startsWith('pins/'))
  const index = paths.filter(
    (path) => path === cacheInfoPath || path === readmePath || isCatalogueFile(path)
  )
  const debugInfoPaths = paths.filter(isDebugInfoPath)
  const pointerPaths = paths.filter(isPointerPath)
  const all = [...index, ...pinPaths, ...debugInfoPaths, ...pointerPaths, ...narInfoPaths]
  const contents = await readKnown(snapshot, files, all, known)
  const contentOf = (path: string): Buffer | null => contents.get(path) ?? null

  const cacheInfo = contentOf(cacheInfoPath)
  if (cacheInfo === null) {
    throw new NarPublishError({
      code: 'CACHE_MISSING',
      subject,
      reason: `it has no ${cacheInfoPath}`
    })
  }
  parseCacheInfo(cacheInfo.toString('utf8'), cacheInfoPath)
  const catalogueFiles = new Map([...contents].filter(([path]) => isCatalogueFile(path)))
  return {
    files,
    narInfos: readNarInfos(new Map(narInfoPaths.map((path) => [path, contentOf(path)]))),
    catalogue: wholeCatalogue(catalogueFiles),
    catalogueFiles,
    // Read with the others, where it is called as usual.
    readme: await findReadme({
      ...snapshot,
      readFile: async (path) => contentOf(path) ?? snapshot.readFile(path)
    }),
    pins: pinPaths.map((file) => readPin(file, contentOf(file))),
    debugInfo: new Map(
      debugInfoPaths.flatMap((path): [string, string][] => {
        const content = contentOf(path)
        const nar = content === null ? null : narOfDebugInfo(path, content)
        return nar === null ? [] : [[path, nar]]
      })
    ),
    provenance: new Map(
      pointerPaths.flatMap((path): [string, string][] => {
        const content = contentOf(path)
        const bundle = content === null ? null : parsePointer(content)
        return bundle === null ? [] : [[path, bundle]]
      })
    )
  }
}

async function readKnown(
  snapshot: TargetSnapshot,
  files: ReadonlyMap<string, TreeFile>,
  paths: readonly string[],
  known: KnownContents
): Promise<Map<string, Buffer>> {
  const blobOf = (path: string): string => files.get(path)?.blob ?? ''
  const read = await snapshot.readFiles(paths.filter((path) => !known.has(blobOf(path))))
  for (const [path, content] of read) known.set(blobOf(path), content)
  return new Map(
    paths.flatMap((path): [string, Buffer][] => {
      const content = known.get(blobOf(path))
      return content === undefined ? [] : [[path, content]]
    })
  )
}

function readNarInfos(contents: ReadonlyMap<string, Buffer | null>): Map<string, NarInfo> {
  const narInfos = new Map<string, NarInfo>()
  const unreadable: NarPublishError[] = []
  for (const [path, content] of contents) {
    try {
      const hash = narInfoFile.exec(path)?.[1] ?? path
      narInfos.set(hash, parseNarInfo(content?.toString('utf8') ?? '', path))
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      unreadable.push(error)
    }
  }
  const [first] = unreadable
  if (first === undefined) return narInfos
  const others = unreadable.length - 1
  throw new NarPublishError({
    code: 'NARINFO_UNREADABLE',
    subject: others === 0 ? first.subject : `${first.subject} and ${count(others, 'more narinfo')}`,
    reason: first.reason,
    cause: first
  })
}

function readPin(file: string, content: Buffer | null): PinFile {
  const storePath = content === null ? null : parsePin(content)
  if (storePath !== null) return { file, storePath }
  throw new NarPublishError({
    code: 'PIN_INVALID',
    subject: JSON.stringify(file.slice(0, 200)),
    reason: 'it does not hold a store path'
  })
}
