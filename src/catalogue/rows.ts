import { compareBytes } from './byte-order.ts'
import type { Catalogue, CatalogueRow } from './types.ts'
import { compareVersions } from './version-order.ts'

/** One row for each store path: of several the one published first (else the one whose line sorts first), with the closures of all. */
export function uniqueRows(rows: readonly CatalogueRow[]): CatalogueRow[] {
  const byStorePath = new Map<string, CatalogueRow>()
  for (const row of rows) {
    const other = byStorePath.get(row.storePath)
    byStorePath.set(row.storePath, joinRows(row, other ?? row))
  }
  return [...byStorePath.values()].sort(compareRows)
}

/**
 * The newest version of each (name, system, output), in the catalogue's order. Of equal versions the one published
 * last is current, and of those the one with the greatest store path: a choice that does not depend on who merged.
 */
export function currentRows(catalogue: Catalogue): CatalogueRow[] {
  const newest = new Map<string, CatalogueRow>()
  for (const row of catalogue.rows) {
    const artifact = JSON.stringify([row.name, row.system, row.output])
    const other = newest.get(artifact)
    if (other === undefined || compareAge(other, row) < 0) newest.set(artifact, row)
  }
  return [...newest.values()].sort(compareRows)
}

/** What of a cache is shown to who tries it: the row published last, and of its artifact's outputs the one that people run. */
export function newestRow(current: readonly CatalogueRow[]): CatalogueRow | undefined {
  const useful = (row: CatalogueRow): number =>
    1 + ['out', 'bin'].indexOf(row.output ?? 'out') + Number(row.mainProgram !== null) * 3
  return [...current].sort(
    (a, b) => compareBytes(b.publishedAt, a.publishedAt) || useful(b) - useful(a)
  )[0]
}

/** A row as it stands in `catalogue.json`: its fields always in this order, so that a line changes only when its row does. */
export function formatRow(row: CatalogueRow): string {
  return JSON.stringify({
    name: row.name,
    version: row.version,
    system: row.system,
    output: row.output,
    attribute: row.attribute,
    storePath: row.storePath,
    nar: row.nar,
    narSize: row.narSize,
    fileSize: row.fileSize,
    references: row.references,
    mainProgram: row.mainProgram,
    closures: row.closures,
    source: row.source && { repository: row.source.repository, revision: row.source.revision },
    publishedAt: row.publishedAt,
    runUrl: row.runUrl
  } satisfies CatalogueRow)
}

/** Its own least upper bound, so that merging is commutative, associative and idempotent. */
function joinRows(a: CatalogueRow, b: CatalogueRow): CatalogueRow {
  // The closures are joined apart from the rest: were they compared too, the order of three merges would show.
  const line = (row: CatalogueRow): string => formatRow({ ...row, closures: [] })
  const order = compareBytes(a.publishedAt, b.publishedAt) || compareBytes(line(a), line(b))
  const closures = [...new Set([...a.closures, ...b.closures])].sort()
  return { ...(order <= 0 ? a : b), closures }
}

function compareRows(a: CatalogueRow, b: CatalogueRow): number {
  return (
    compareBytes(a.name, b.name) ||
    compareBytes(a.system, b.system) ||
    compareNullable(a.version, b.version, compareVersions) ||
    compareNullable(a.output, b.output, compareBytes) ||
    compareBytes(a.storePath, b.storePath)
  )
}

/** Which of two is newer by version; of equal versions the one published last, and then the one with the greater store path. */
export function compareAge(a: CatalogueRow, b: CatalogueRow): number {
  return (
    compareNullable(a.version, b.version, compareVersions) ||
    compareBytes(a.publishedAt, b.publishedAt) ||
    compareBytes(a.storePath, b.storePath)
  )
}

/** null comes before every text. */
function compareNullable(
  a: string | null,
  b: string | null,
  compare: (a: string, b: string) => number
): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null)
  return compare(a, b)
}
