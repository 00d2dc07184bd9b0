import { strayLogs } from '../binary-cache/log-name.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { compareBytes } from '../catalogue/byte-order.ts'
import { compareAge } from '../catalogue/rows.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import type { ClosureType } from '../nix/types.ts'
import { isBundlePath, isPointerPath } from '../provenance/files.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import type { CacheState, PinFile } from './cache-state.ts'
import { isNarFile, namedFiles } from './named-files.ts'
import type { KeepReason } from './report/types.ts'

interface PruneRules extends KeepRules {
  removeUnreachable: boolean
}

/** What goes from one state of the cache, and what stays. */
export interface Decision {
  /** In the catalogue's order. */
  keptRows: { row: CatalogueRow; reason: KeepReason }[]
  removedRows: CatalogueRow[]
  keptNarInfos: NarInfo[]
  /** Hash part → narinfo. */
  removedNarInfos: ReadonlyMap<string, NarInfo>
  /** NARs in the tree that go, by their paths. */
  removedNars: string[]
  /** Logs of derivations that no path which stays was built by. */
  removedLogs: string[]
  /** Provenance of no path that stays. */
  removedProvenance: string[]
  /** Store paths that stay although no artifact and no pin leads to them. */
  unreachable: string[]
  notes: string[]
}

/**
 * A row stays when a rule keeps it, or when something that stays refers to its path. A narinfo goes when only rows that go lead to it;
 * one that no row leads to stays, and so does what it refers to, unless `removeUnreachable`. A NAR goes when no narinfo that stays
 * names it. `now`: milliseconds since 1970. Pure.
 */
export function decide(state: CacheState, rules: PruneRules, now: number): Decision {
  const { narInfos, pins } = state
  const rows = state.catalogue?.rows ?? []
  const graph = new StoreGraph(narInfos)
  const wanted = wantedRows(rows, pins, rules, now)
  const roots = [...wanted.keys(), ...pins].map(hashOf)
  const kept = graph.closureOf(roots, everything)
  const unwanted = rows.filter((row) => !wanted.has(row))
  const left = closureOfRows(graph, unwanted)
  const others = [...narInfos.keys()].filter((hash) => !kept.has(hash) && !left.has(hash))
  // With the catalogue lost, all but what is pinned would be of nobody.
  const removesOthers = rules.removeUnreachable && wanted.size > 0
  const live = removesOthers ? kept : new Set([...kept, ...graph.closureOf(others, references)])

  const removedNarInfos = new Map([...narInfos].filter(([hash]) => !live.has(hash)))
  const keptNarInfos = [...narInfos].flatMap(([hash, info]) => (live.has(hash) ? [info] : []))
  const keptRows = rows.flatMap((row) => {
    const reason = wanted.get(row) ?? (live.has(hashOf(row)) ? 'referenced' : null)
    return reason === null ? [] : [{ row, reason }]
  })
  const removedRows = unwanted.filter((row) => !live.has(hashOf(row)))
  const named = namedFiles([
    ...keptNarInfos.map(({ url }) => url),
    ...keptRows.map(({ row }) => row.nar)
  ])
  return {
    keptRows,
    removedRows,
    keptNarInfos,
    removedNarInfos,
    removedNars: [...state.files.keys()].filter((path) => isNarFile(path) && !named.has(path)),
    removedLogs: strayLogs(state.files.keys(), keptNarInfos),
    removedProvenance: strayProvenance(state, live),
    unreachable: removesOthers ? [] : others.map((hash) => narInfos.get(hash)?.storePath ?? hash),
    notes: [
      ...(rules.removeUnreachable && !removesOthers
        ? [
            '`remove-unreachable` was passed over: no artifact of the catalogue stays, so that nearly everything would be unreachable.'
          ]
        : []),
      ...absent(state, [...wanted.keys()], 'artifact of the catalogue', 'has no narinfo'),
      ...absent(state, pins, 'pin', 'is of a path that the cache does not hold')
    ]
  }
}

/** What names a bundle goes with its narinfo, and a bundle with the last that names it. `live`: hash parts. */
function strayProvenance(
  { files, provenance }: Pick<CacheState, 'files' | 'provenance'>,
  live: ReadonlySet<string>
): string[] {
  const paths = [...files.keys()]
  const stays = (pointer: string): boolean => live.has(pointer.slice(0, 32))
  const named = new Set(
    [...provenance].flatMap(([pointer, bundle]) => (stays(pointer) ? [bundle] : []))
  )
  return [
    ...paths.filter((path) => isPointerPath(path) && !stays(path)),
    ...paths.filter((path) => isBundlePath(path) && !named.has(path))
  ]
}

/** What was published for these rows, by the closures that they say. */
function closureOfRows(graph: StoreGraph, rows: readonly CatalogueRow[]): Set<string> {
  const has = (closure: ClosureType) => (row: CatalogueRow) => row.closures.includes(closure)
  return new Set([
    ...graph.closureOf(rows.map(hashOf), references),
    ...graph.closureOf(rows.filter(has('source')).map(hashOf), derivations),
    ...graph.closureOf(rows.filter(has('cache')).map(hashOf), everything)
  ])
}

function absent(
  { narInfos }: CacheState,
  roots: readonly { storePath: string }[],
  what: string,
  problem: string
): string[] {
  const missing = roots.filter((root) => !narInfos.has(hashOf(root)))
  const [first] = missing
  if (first === undefined) return []
  const others = missing.length === 1 ? '' : ` and ${missing.length - 1} more`
  return [
    `${count(missing.length, what)} ${problem} (${first.storePath}${others}); \`nar-publish doctor\` tells more.`
  ]
}

function hashOf({ storePath }: { storePath: string }): string {
  return parseStorePath(storePath).hash
}

export interface KeepRules {
  /** So many of the newest of each (name, attribute, system, output). */
  keepGenerations: number
  keepDays: number
}

const dayMs = 24 * 60 * 60 * 1000

/**
 * The rows that a rule keeps, each with the first that does. `now`: milliseconds since 1970. An output counts by itself, so that `dev`
 * and `out` of one version are no two generations.
 */
export function wantedRows(
  rows: readonly CatalogueRow[],
  pins: readonly PinFile[],
  rules: KeepRules,
  now: number
): Map<CatalogueRow, KeepReason> {
  const pinned = new Set(pins.map(({ storePath }) => storePath))
  const newest = newestRows(rows, rules.keepGenerations)
  const since = now - rules.keepDays * dayMs
  const wanted = new Map<CatalogueRow, KeepReason>()
  for (const row of rows) {
    if (pinned.has(row.storePath)) wanted.set(row, 'pinned')
    else if (newest.has(row)) wanted.set(row, 'generation')
    else if (Date.parse(row.publishedAt) > since) wanted.set(row, 'days')
  }
  return wanted
}

/**
 * Newest by version, as the README's table has it, and newest by date: versions such as commit hashes have no order, and what was
 * published last must not go because of that. Where versions grow with time, both are the same rows.
 */
function newestRows(rows: readonly CatalogueRow[], generations: number): Set<CatalogueRow> {
  const byArtifact = Map.groupBy(rows, ({ name, attribute, system, output }) =>
    JSON.stringify([name, placeOf(attribute), system, output])
  )
  return new Set(
    [...byArtifact.values()].flatMap((artifact) => [
      ...artifact.toSorted((a, b) => compareAge(b, a)).slice(0, generations),
      ...artifact.toSorted((a, b) => compareDate(b, a)).slice(0, generations)
    ])
  )
}

/**
 * What an attribute is called in its flake, whichever commit and system that was of: every home is a `home-manager-generation`, and the
 * machines `web-1` and `web-2` are both `nixos-system-web`, so that a name alone takes one for the other's older version.
 */
function placeOf(attribute: string | null): string {
  const [, place = ''] = /#([^^]*)/.exec(attribute ?? '') ?? []
  return place.replace(/^(?:packages|legacyPackages)\.[^.]+\./, '')
}

function compareDate(a: CatalogueRow, b: CatalogueRow): number {
  return compareBytes(a.publishedAt, b.publishedAt) || compareAge(a, b)
}

/** The narinfos of a cache and what leads from one to another. Each goes by the hash part of its file's name, which Nix asks for. */
class StoreGraph {
  readonly #narInfos: ReadonlyMap<string, NarInfo>
  /** Derivation → its outputs. */
  readonly #outputs: Map<string, string[]>

  constructor(narInfos: ReadonlyMap<string, NarInfo>) {
    this.#narInfos = narInfos
    this.#outputs = new Map()
    for (const [hash, { deriver }] of narInfos) {
      if (deriver === null) continue
      const outputs = this.#outputs.get(hashPart(deriver))
      if (outputs === undefined) this.#outputs.set(hashPart(deriver), [hash])
      else outputs.push(hash)
    }
  }

  /** All that these lead to, themselves included, so far as the cache holds it: the rest is upstream's. */
  closureOf(roots: Iterable<string>, along: Along): Set<string> {
    const reached = new Set<string>()
    const waiting = [...roots]
    for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
      const narInfo = this.#narInfos.get(hash)
      if (narInfo === undefined || reached.has(hash)) continue
      reached.add(hash)
      waiting.push(...narInfo.references.map(hashPart))
      if (along.derivers && narInfo.deriver !== null) waiting.push(hashPart(narInfo.deriver))
      if (along.outputs) waiting.push(...(this.#outputs.get(hash) ?? []))
    }
    return reached
  }
}

/** What is followed beside references. */
interface Along {
  /** From a path to the derivation that made it (closures `source` and `cache`). */
  derivers: boolean
  /** From a derivation to what it made (closure `cache`). */
  outputs: boolean
}

const references: Along = { derivers: false, outputs: false }
const derivations: Along = { derivers: true, outputs: false }
const everything: Along = { derivers: true, outputs: true }

/** `baseName`: `<hash>-<name>`. */
function hashPart(baseName: string): string {
  return baseName.slice(0, 32)
}
