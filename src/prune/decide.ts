import type { NarInfo } from '../binary-cache/types.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import type { ClosureType } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import type { CacheState } from './cache-state.ts'
import { wantedRows, type KeepRules } from './keep.ts'
import { isNarFile, namedFiles } from './named-files.ts'
import { derivations, everything, references, StoreGraph } from './reach.ts'
import type { KeepReason } from './report/types.ts'

export interface PruneRules extends KeepRules {
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
