import { formatCacheInfo } from '../../src/binary-cache/cache-info.ts'
import { narCachePath, pnameOf, versionOf } from '../../src/binary-cache/nar-name.ts'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import { describe } from '../../src/catalogue/describe.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import { placeBlock } from '../../src/catalogue/readme.ts'
import { refersTo } from '../../src/catalogue/rows.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { readEnvironment, type Environment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import type { ClosureType } from '../../src/nix/types.ts'
import { pinnedPaths, pinNameOf } from '../../src/pins/pin.ts'
import { parsePruneInputs, type PruneInputs } from '../../src/prune/inputs.ts'
import { prune } from '../../src/prune/prune.ts'
import type { PruneReport } from '../../src/prune/report/types.ts'
import type { Change } from '../../src/repository/types.ts'
import type { Reported } from '../../src/run.ts'
import { siteFiles } from '../../src/repository/site-files.ts'
import { parseStorePath, storePathBaseName } from '../../src/store-path.ts'
import { target } from '../publish/support.ts'
import { badgesOf, catalogueAmong, catalogueFiles, shown } from '../support/catalogue.ts'
import { inventedStorePath } from '../support/publisher-process.ts'

export type Files = Map<string, Buffer>

/** The moment at which all of these tests prune. */
export const now = Date.parse('2026-11-21T12:00:00Z')

/** Days before that. */
export function daysAgo(days: number): string {
  return new Date(now - days * 86_400_000).toISOString().replace('.000Z', 'Z')
}

/** One store path of an invented cache, by its name and version. */
export interface InventedPath {
  name: string
  /** Names of other paths, there or not. */
  references?: readonly string[]
  /** Of the derivation that it was made by. */
  deriver?: string
  /** Of its NAR: two with the same content share one. Default: its name. */
  content?: string
  /** What its narinfo names instead of the NAR that is in the tree. */
  url?: string
  /** With a row in the catalogue. */
  row?: {
    daysAgo: number
    output?: string
    closures?: ClosureType[]
    system?: string
    attribute?: string
  }
}

/** Bytes of each NAR. */
export const narSize = 1000

export interface CacheExtras {
  /** File below `pins/` → name of the path. */
  pins?: Record<string, string>
  /** Other files, path → text. */
  extra?: Record<string, string>
}

/** The files of a cache as publishes leave them. */
export function inventCache(
  paths: readonly InventedPath[],
  { pins = {}, extra = {} }: CacheExtras = {}
): Files {
  const files: Files = new Map([['nix-cache-info', Buffer.from(formatCacheInfo())]])
  const rows: CatalogueRow[] = []
  for (const path of paths) {
    const storePath = inventedStorePath(path.name)
    const hash = `sha256:${hash52(path.content ?? path.name)}`
    const nar = narCachePath(hash, pnameOf(path.name), 'none')
    const url = path.url ?? nar
    const references = (path.references ?? []).map((name) =>
      storePathBaseName(inventedStorePath(name))
    )
    const sizes = { fileHash: hash, fileSize: narSize, narHash: hash, narSize }
    const narInfo = {
      ...{ storePath, url, compression: 'none', ...sizes, references },
      deriver:
        path.deriver === undefined ? null : storePathBaseName(inventedStorePath(path.deriver)),
      signatures: [],
      ca: null
    }
    files.set(narInfoFile(path.name), Buffer.from(formatNarInfo(narInfo)))
    if (path.url === undefined) files.set(nar, Buffer.alloc(narSize, path.content ?? path.name))
    if (path.row !== undefined) rows.push(rowOf(path, storePath, url))
  }
  const catalogue = { rows, publicKeys: [] }
  const allPins = Object.entries(pins).map(([file, name]) => {
    return { name: pinNameOf(`pins/${file}`), storePath: inventedStorePath(name) }
  })
  const pinned = pinnedPaths(allPins)
  for (const [path, content] of catalogueFiles(catalogue, allPins)) files.set(path, content)
  const block = renderReadmeBlock(shown(catalogue, pinned), describe(target))
  files.set('README.md', placeBlock(null, block, target.name))
  for (const [path, content] of siteFiles(target)) files.set(path, content)
  for (const [file, name] of Object.entries(pins)) {
    files.set(`pins/${file}`, Buffer.from(`${inventedStorePath(name)}\n`))
  }
  for (const [path, text] of Object.entries(extra)) files.set(path, Buffer.from(text))
  return files
}

/** With the badges of its artifacts. Nothing that these tests pin changes what they say. */
export async function withBadges(files: Files): Promise<Files> {
  return new Map([...files, ...(await badgesOf(catalogueAmong(files)))])
}

/** The environment of a run with these inputs: one generation is kept, unless they say otherwise. */
export function environmentWith(
  inputs: Record<string, string>,
  variables: Record<string, string> = {}
): Environment {
  const all = { token: 'writer', 'keep-generations': '1', 'keep-days': '0', ...inputs }
  return readEnvironment({
    ...variables,
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
}

export function inputsOf(environment: Environment): PruneInputs {
  return parsePruneInputs(
    environment,
    readSecrets(environment, () => undefined)
  )
}

/** A whole prune in this process, at the moment that these tests prune. */
export function runPrune(
  environment: Environment,
  scratch: string,
  at = now
): Promise<Reported<PruneReport>> {
  const inputs = inputsOf(environment)
  return prune({ inputs, environment, scratch, log: silentLog, timings: [], now: at })
}

export function narInfoFile(name: string): string {
  return `${parseStorePath(inventedStorePath(name)).hash}.narinfo`
}

/** Where the NAR of that content lies. */
export function narFile(name: string, content = name): string {
  return narCachePath(`sha256:${hash52(content)}`, pnameOf(name), 'none')
}

/** The branch after a change. */
export function applied(files: Files, change: Change | null): Files {
  const after = new Map([...files, ...(change?.files ?? [])])
  for (const path of change?.deletedFiles ?? []) {
    if (!after.delete(path)) throw new Error(`${path} was not there`)
  }
  return after
}

/** Names of the store paths that a cache has. */
export function pathNames(files: Files): string[] {
  return [...files]
    .filter(([path]) => path.endsWith('.narinfo'))
    .map(([, text]) => /^StorePath: \/nix\/store\/.{32}-(.*)$/m.exec(text.toString())?.[1] ?? '')
    .sort()
}

function rowOf({ name, row, references = [] }: InventedPath, storePath: string, nar: string) {
  return {
    name: pnameOf(name),
    version: versionOf(name),
    system: row?.system ?? 'x86_64-linux',
    output: row?.output ?? 'out',
    attribute: row?.attribute ?? null,
    storePath,
    nar,
    narSize,
    fileSize: narSize,
    closureSize: null,
    references: references.length,
    refersTo: refersTo({
      storePath,
      references: references.map((other) => storePathBaseName(inventedStorePath(other)))
    }),
    mainProgram: null,
    closures: row?.closures ?? (['binary'] as ClosureType[]),
    source: null,
    publishedAt: daysAgo(row?.daysAgo ?? 0),
    runUrl: null
  }
}

/** 52 characters of Nix's base32 for a text, the last of them no larger than a hash's may be. */
function hash52(text: string): string {
  const digits = Buffer.from(text).toString('hex').replaceAll('e', 'x').slice(-51)
  return `0${digits.padStart(51, '1')}`
}
