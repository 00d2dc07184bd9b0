import { commonSystem } from '../catalogue/common-system.ts'
import { compareVersions } from '../catalogue/version-order.ts'
import { storePathBaseName } from '../store-path.ts'
import type { ArtifactRoute } from './routes.ts'
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

/**
 * The row that a link names (by its hash part); else the newest of the system that was asked for; else the newest, and of that the
 * reader's own system, or the common one, as far as there is one. Of `rows` as `sortedRows` gives them.
 */
export function selectedRow(
  rows: readonly Row[],
  { path, system }: Pick<ArtifactRoute, 'path' | 'system'>,
  own: string | null = null
): Row | null {
  const [newest] = rows
  const current = rows.filter(({ version }) => version === newest?.version)
  return (
    rows.find((row) => hashOf(row) === path) ??
    rows.find((row) => row.system === system) ??
    current.find((row) => row.system === own) ??
    current.find((row) => row.system === commonSystem) ??
    newest ??
    null
  )
}

/** The Nix system that a reader most likely runs, by what a browser says of itself. null: none that is known. */
export function likelySystem(userAgent: string): string | null {
  // Nix runs in Windows’ own Linux. New Macs call themselves Intel’s, too.
  const known: [RegExp, string][] = [
    [/Windows NT|Linux x86_64/, 'x86_64-linux'],
    [/Linux aarch64/, 'aarch64-linux'],
    [/Macintosh/, 'aarch64-darwin']
  ]
  return known.find(([form]) => form.test(userAgent))?.[1] ?? null
}

function outputOf({ output }: Row): string {
  return output === null || output === 'out' ? '' : output
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
