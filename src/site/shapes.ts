import * as v from 'valibot'
import type { CatalogueRow, ShownRow } from '../catalogue/types.ts'
import { closureTypes } from '../nix/types.ts'
import { isStorePath } from '../store-path.ts'

// What the branch's files may say. They are other people's: what is not of these shapes is left out, and counted.

/** A file's rows, and how many were not as they should be. */
export interface Rows<T> {
  rows: T[]
  bad: number
}

/** A row of a shard. Catalogues from before there were these fields lack them. */
export type Row = Omit<CatalogueRow, 'closureSize' | 'refersTo'> &
  Partial<Pick<CatalogueRow, 'closureSize' | 'refersTo'>>

/** `catalogue.json`, as far as it is shown. */
export interface Index {
  /** bytes; null: it does not say */
  fileSize: number | null
  history: Point[]
  /** Shard → rows. */
  shards: Map<string, number>
}

/** The cache at the end of a day. */
export interface Point {
  /** `2026-11-21` */
  day: string
  artifacts: number
  /** bytes */
  fileSize: number
}

/** An artifact's name, in the list. */
export interface Name {
  name: string
  /** The newest, in Nix's order. */
  version: string | null
  /** Of the last publish: `2026-11-21`. */
  day: string
  systems: string[]
}

export interface Pin {
  name: string
  storePath: string
}

/** UTF-16 units: Nix allows 211 bytes for a name and its version, and Linux 4,096 for a path. */
const word = v.pipe(v.string(), v.maxLength(4096))
const storePath = v.pipe(v.string(), v.check(isStorePath))
const hashPart = v.pipe(v.string(), v.regex(/^[0-9a-z]{32}$/))
const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const day = v.pipe(v.string(), v.regex(/^\d{4}-[01]\d-[0-3]\d$/))

const shown = {
  name: v.pipe(word, v.minLength(1)),
  version: v.nullable(word),
  system: word,
  output: v.optional(v.nullable(word), 'out'),
  storePath,
  narSize: size,
  fileSize: size,
  mainProgram: v.optional(v.nullable(word), null),
  source: v.nullable(v.object({ repository: word, revision: word })),
  publishedAt: v.pipe(v.string(), v.regex(/^\d{4}-[01]\d-[0-3]\dT\d\d:\d\d:\d\dZ$/)),
  runUrl: v.optional(v.nullable(word), null)
}
const shownRow = v.object(shown)
const row = v.object({
  ...shown,
  attribute: v.nullable(word),
  nar: word,
  references: size,
  closures: v.array(v.picklist(closureTypes)),
  closureSize: v.exactOptional(v.nullable(size)),
  refersTo: v.exactOptional(v.pipe(v.array(hashPart), v.maxLength(100)))
})
const point = v.tuple([day, size, size])
const shard = v.tuple([v.pipe(v.string(), v.regex(/^[a-z2-7]{2}$/)), size])
const name = v.tuple([
  v.pipe(word, v.minLength(1)),
  v.nullable(word),
  day,
  v.array(v.pipe(size, v.maxValue(1000)))
])
const pin = v.tuple([word, storePath])

/** Of the chart and its table, the newest; a publish keeps 60. */
const mostPoints = 400

/** A file that is none of these. */
export class ShapeError extends Error {}

export function readIndex(json: unknown): Index {
  const file = fieldsOf(json)
  if (file['version'] !== 2) {
    throw new ShapeError('it is of a version of the catalogue that this page does not know')
  }
  return {
    fileSize: v.is(size, file['fileSize']) ? file['fileSize'] : null,
    history: each(file['history'] ?? [], point)
      .rows.slice(-mostPoints)
      .map(([day, artifacts, fileSize]) => ({ day, artifacts, fileSize })),
    shards: new Map(each(Object.entries(fieldsOf(file['shards'])), shard).rows)
  }
}

export function readNewest(json: unknown): Rows<ShownRow> {
  return each(fieldsOf(json)['artifacts'], shownRow)
}

export function readShard(json: unknown): Rows<Row> {
  return each(fieldsOf(json)['artifacts'], row)
}

export function readNames(json: unknown): Rows<Name> {
  const file = fieldsOf(json)
  const systems = each(file['systems'], word).rows
  const { rows, bad } = each(file['names'], name)
  return {
    rows: rows.map(([name, version, day, places]) => ({
      ...{ name, version, day },
      systems: places.flatMap((place) => systems[place] ?? [])
    })),
    bad
  }
}

export function readPins(json: unknown): Rows<Pin> & { omitted: number } {
  const file = fieldsOf(json)
  const { rows, bad } = each(file['pins'], pin)
  return {
    rows: rows.map(([name, storePath]) => ({ name, storePath })),
    bad,
    omitted: v.is(size, file['omitted']) ? file['omitted'] : 0
  }
}

function fieldsOf(json: unknown): Record<string, unknown> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as Record<string, unknown>
  }
  throw new ShapeError('it is not of the form that a catalogue’s file has')
}

function each<T>(list: unknown, shape: v.GenericSchema<unknown, T>): Rows<T> {
  if (!Array.isArray(list)) throw new ShapeError('a list is missing in it')
  const rows = list.flatMap((item: unknown) => {
    const read = v.safeParse(shape, item, { abortEarly: true })
    return read.success ? [read.output] : []
  })
  return { rows, bad: list.length - rows.length }
}
