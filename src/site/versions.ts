import { commonSystem } from '../catalogue/common-system.ts'
import { compareVersions } from '../catalogue/version-order.ts'
import { storePathBaseName } from '../store-path.ts'
import type { Row } from './shapes.ts'

/** An artifact's rows: newest version first, then by system, and the output that is meant by default before others. */
export function sortedRows(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (a, b) =>
      compareVersions(b.version ?? '', a.version ?? '') ||
      order(b.version ?? '', a.version ?? '') ||
      order(a.system, b.system) ||
      order(outputOf(a), outputOf(b)) ||
      order(b.publishedAt, a.publishedAt) ||
      order(a.storePath, b.storePath)
  )
}

export function hashOf({ storePath }: { storePath: string }): string {
  return storePathBaseName(storePath).slice(0, 32)
}

/** The row that a link names (by its hash part); else the newest, of `rows` as `sortedRows` gives them: for the common system where it is. */
export function selectedRow(rows: readonly Row[], path: string | null): Row | null {
  const [first] = rows
  return (
    rows.find((row) => hashOf(row) === path) ??
    rows.find(({ version, system }) => version === first?.version && system === commonSystem) ??
    first ??
    null
  )
}

function outputOf({ output }: Row): string {
  return output === null || output === 'out' ? '' : output
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
