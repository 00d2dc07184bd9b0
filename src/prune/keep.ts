import { compareBytes } from '../catalogue/byte-order.ts'
import { compareAge } from '../catalogue/rows.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import type { PinFile } from './cache-state.ts'
import type { KeepReason } from './report/types.ts'

export interface KeepRules {
  /** So many of the newest of each (name, system, output). */
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
  const byArtifact = Map.groupBy(rows, ({ name, system, output }) =>
    JSON.stringify([name, system, output])
  )
  return new Set(
    [...byArtifact.values()].flatMap((artifact) => [
      ...artifact.toSorted((a, b) => compareAge(b, a)).slice(0, generations),
      ...artifact.toSorted((a, b) => compareDate(b, a)).slice(0, generations)
    ])
  )
}

function compareDate(a: CatalogueRow, b: CatalogueRow): number {
  return compareBytes(a.publishedAt, b.publishedAt) || compareAge(a, b)
}
