import type { NarInfo } from '../binary-cache/types.ts'
import { parseStorePath } from '../store-path.ts'
import { compareBytes } from './byte-order.ts'
import { commonSystem } from './common-system.ts'
import { formatRow, mostReferences } from './row-shape.ts'
import type { CatalogueRow, ShownRow } from './types.ts'
import { compareVersions } from './version-order.ts'

/**
 * One row for each name and store path: of several the one published first (else the one whose line sorts first), with the closures of
 * all. A path that goes by two names is two artifacts: their rows may lie in two shards, and neither is known to who reads the other.
 */
export function uniqueRows(rows: readonly CatalogueRow[]): CatalogueRow[] {
  const byKey = new Map<string, CatalogueRow>()
  for (const row of rows) {
    const key = rowKey(row)
    const other = byKey.get(key)
    byKey.set(key, other === undefined ? withJoined(row, row) : joinRows(row, other))
  }
  return [...byKey.values()].sort(compareRows)
}

/** By which a row is the same artifact's as another. */
export function rowKey({ name, storePath }: Pick<CatalogueRow, 'name' | 'storePath'>): string {
  // A store path has no space, and ends the key.
  return `${name} ${storePath}`
}

/**
 * The newest version of each (name, system, output), in the catalogue's order. Of equal versions the one published
 * last is current, and of those the one with the greatest store path: a choice that does not depend on who merged.
 */
export function currentRows(rows: readonly CatalogueRow[]): CatalogueRow[] {
  const newest = new Map<string, CatalogueRow>()
  for (const row of rows) {
    const artifact = artifactKey(row)
    const other = newest.get(artifact)
    if (other === undefined || compareAge(other, row) < 0) newest.set(artifact, row)
  }
  return [...newest.values()].sort(compareRows)
}

/** What a row is a version of. */
export function artifactKey({
  name,
  system,
  output
}: Pick<CatalogueRow, 'name' | 'system' | 'output'>): string {
  return JSON.stringify([name, system, output])
}

/** What of a cache is shown to who tries it: the row published last, and of its artifact's outputs the one that people run. */
export function newestRow(current: readonly ShownRow[]): ShownRow | undefined {
  const useful = (row: ShownRow): number =>
    (1 + ['out', 'bin'].indexOf(row.output ?? 'out') + Number(row.mainProgram !== null) * 3) * 2 +
    Number(row.system === commonSystem)
  return [...current].sort(
    (a, b) => compareBytes(b.publishedAt, a.publishedAt) || useful(b) - useful(a)
  )[0]
}

/** Its own least upper bound, so that merging is commutative, associative and idempotent. */
function joinRows(a: CatalogueRow, b: CatalogueRow): CatalogueRow {
  // What is joined by itself stays out: were it compared too, the order of three merges would show.
  const line = (row: CatalogueRow): string =>
    formatRow({ ...row, closures: [], closureSize: null, refersTo: [] })
  const order = compareBytes(a.publishedAt, b.publishedAt) || compareBytes(line(a), line(b))
  return withJoined(order <= 0 ? a : b, {
    closures: [...a.closures, ...b.closures],
    closureSize: (a.closureSize ?? -1) < (b.closureSize ?? -1) ? b.closureSize : a.closureSize,
    // One that tells more, be it that only one tells at all.
    refersTo: compareReferences(a.refersTo, b.refersTo) < 0 ? b.refersTo : a.refersTo
  })
}

type Joined = Pick<CatalogueRow, 'closures' | 'closureSize' | 'refersTo'>

/** The row itself where it has just these, sorted, so that what nobody changed is seen to be the same. */
function withJoined(row: CatalogueRow, joined: Joined): CatalogueRow {
  const closures = [...new Set(joined.closures)].sort()
  const { closureSize, refersTo } = joined
  const isSame =
    row.closureSize === closureSize &&
    compareReferences(row.refersTo, refersTo) === 0 &&
    closures.length === row.closures.length &&
    closures.every((closure, index) => closure === row.closures[index])
  return isSame ? row : { ...row, closures, closureSize, refersTo }
}

function compareReferences(a: CatalogueRow['refersTo'], b: CatalogueRow['refersTo']): number {
  return a.length - b.length || compareBytes(a.join(), b.join())
}

/** What a row says of the paths that its own refers to. */
export function refersTo({
  storePath,
  references
}: Pick<NarInfo, 'storePath' | 'references'>): string[] {
  const { hash: own } = parseStorePath(storePath)
  const hashes = new Set(references.map((baseName) => baseName.slice(0, own.length)))
  hashes.delete(own)
  return [...hashes].sort(compareBytes).slice(0, mostReferences)
}

/** The catalogue's order. */
export function compareRows(a: Ordered, b: Ordered): number {
  return (
    compareBytes(a.name, b.name) ||
    compareBytes(a.system, b.system) ||
    compareNullable(a.version, b.version, compareVersions) ||
    compareNullable(a.output, b.output, compareBytes) ||
    compareBytes(a.storePath, b.storePath)
  )
}

type Ordered = Pick<CatalogueRow, 'name' | 'system' | 'version' | 'output' | 'storePath'>

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
