import { createHash } from 'node:crypto'
import { z } from 'zod'
import { attempt } from '../errors.ts'
import { compareBytes } from './byte-order.ts'
import { sourcePath } from './origin-pages.ts'
import { parseAs, parseJson } from './parse-file.ts'
import { artifactLines, formatShownRow, shownRowShape } from './row-shape.ts'
import { artifactKey, compareRows, currentRows } from './rows.ts'
import { newestPath } from './shard-name.ts'
import { shardOf } from './shards.ts'
import type { CatalogueRow, ShownRow } from './types.ts'

export { newestPath }

/** Rows of the file, and of the README's table. */
export const mostShown = 100

/** Store paths. */
export type PinnedPaths = ReadonlySet<string>

/** The file as it lies in a branch. */
export interface NewestFile {
  rows: readonly ShownRow[]
  /** Of the pins by which the rows were chosen: `pinsHash`. */
  pins: string | null
}

/** bytes; one that is longer is not of ours, as a row has some 400 */
const largestFile = 1024 * 1024

const shape = z.strictObject({
  pins: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  artifacts: z.array(shownRowShape).max(mostShown)
})

/**
 * The rows that are shown: of each (name, system, output) the newest version; at most 100 of them, pinned ones before others, and then those
 * published last. In the catalogue's order, pinned ones first. Pure, and the same whoever published in which order.
 */
export function newestRows(rows: readonly CatalogueRow[], pins: PinnedPaths): ShownRow[] {
  return chosen(currentRows(rows).map(shownRow), pins)
}

/** Names the pins in the file; null: none. */
export function pinsHash(pins: PinnedPaths): string | null {
  if (pins.size === 0) return null
  const text = [...pins].sort(compareBytes).join('\n')
  return createHash('sha256').update(text).digest('hex')
}

/** The file's text. */
export function formatNewest(rows: readonly ShownRow[], pins: PinnedPaths): Buffer {
  const lines = artifactLines(rows.map(formatShownRow))
  return Buffer.from(`{\n  "pins": ${JSON.stringify(pinsHash(pins))},\n${lines}\n}\n`)
}

/** null for what `formatNewest` cannot have written: who needs it makes it anew from the shards. */
export function parseNewest(content: Uint8Array): NewestFile | null {
  if (content.length > largestFile) return null
  return attempt(() => {
    const { pins, artifacts } = parseAs(shape, parseJson(content, newestPath), newestPath)
    return { pins, rows: artifacts }
  }, null)
}

/** Whether no shard has fewer rows (`shards`) than are shown of it, and none is left out where all that is current is shown. */
export function mayBeNewestOf(shards: ReadonlyMap<string, number>, { rows }: NewestFile): boolean {
  const shown = Map.groupBy(rows, ({ name }) => shardOf(name))
  return (
    [...shown].every(([shard, { length }]) => length <= (shards.get(shard) ?? 0)) &&
    (rows.length === mostShown || [...shards.keys()].every((shard) => shown.has(shard)))
  )
}

/** What changes between two states of a branch, as far as it decides what is shown. */
export interface ShownChange {
  /** Shards that were read → their rows afterwards. */
  shards: ReadonlyMap<string, readonly CatalogueRow[]>
  pinsBefore: PinnedPaths
  pinsAfter: PinnedPaths
  /** Store paths that the branch has not had before: no other shard has a row of them. */
  brought: ReadonlySet<string>
}

/**
 * What is shown after a change, from what was shown before it and the shards that it touches; null when that does not tell, so that all
 * shards have to be read.
 *
 * Rows of other shards that were not shown before stood below the last that was. They stay below it, unless they are pinned by the change.
 * So the choice holds while a hundred rows are left that do not stand below where that last one stood.
 */
export function newestAfter(
  { rows: before, pins }: NewestFile,
  { shards, pinsBefore, pinsAfter, brought }: ShownChange
): ShownRow[] | null {
  if (pins !== pinsHash(pinsBefore) || !isChoice(before, pinsBefore)) return null
  const rows = [
    ...before.filter(({ name }) => !shards.has(shardOf(name))),
    ...[...shards.values()].flatMap((of) => currentRows(of).map(shownRow))
  ]
  const wasLast = ranked(before, pinsBefore).at(-1)
  // All that is current was shown.
  if (before.length < mostShown || wasLast === undefined) return chosen(rows, pinsAfter)
  for (const path of pinsAfter) if (!pinsBefore.has(path) && !brought.has(path)) return null
  const last = ranked(rows, pinsAfter)[mostShown - 1]
  return last === undefined || compareRank(last, wasLast) > 0 ? null : chosen(rows, pinsAfter)
}

/** A row, and whether it is pinned. */
interface Ranked {
  row: ShownRow
  isPinned: boolean
}

function chosen(rows: readonly ShownRow[], pins: PinnedPaths): ShownRow[] {
  return ranked(rows, pins)
    .slice(0, mostShown)
    .sort(compareShown)
    .map(({ row }) => row)
}

/** The first to be shown first. */
function ranked(rows: readonly ShownRow[], pins: PinnedPaths): Ranked[] {
  return rows.map((row) => ({ row, isPinned: pins.has(row.storePath) })).sort(compareRank)
}

/** A total order of current rows. */
function compareRank(a: Ranked, b: Ranked): number {
  return (
    comparePinned(a, b) ||
    compareBytes(b.row.publishedAt, a.row.publishedAt) ||
    compareRows(a.row, b.row)
  )
}

function compareShown(a: Ranked, b: Ranked): number {
  return comparePinned(a, b) || compareRows(a.row, b.row)
}

function comparePinned(a: Ranked, b: Ranked): number {
  return Number(b.isPinned) - Number(a.isPinned)
}

/** Whether rows are such a choice at all, and not what somebody made of one by hand. */
function isChoice(rows: readonly ShownRow[], pins: PinnedPaths): boolean {
  const sorted = chosen(rows, pins)
  const artifacts = new Set(rows.map(artifactKey))
  return artifacts.size === rows.length && rows.every((row, index) => row === sorted[index])
}

function shownRow(row: CatalogueRow): ShownRow {
  const { name, version, system, output, storePath, narSize, fileSize, mainProgram } = row
  const { source, publishedAt, runUrl } = row
  const shown = { name, version, system, output, storePath, narSize, fileSize, mainProgram }
  return { ...shown, source, publishedAt, runUrl: sourcePath(source) === null ? runUrl : null }
}
