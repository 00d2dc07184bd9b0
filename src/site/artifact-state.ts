import { logPath } from '../binary-cache/log-name.ts'
import { shardPath } from '../catalogue/shard-name.ts'
import { storeDirectory } from '../store-path.ts'
import { eachOf } from './files.ts'
import { reasonOf, together, type Model } from './model.ts'
import { logText, nameOf, readNarInfo, type ShownNarInfo } from './narinfo.ts'
import type { Row } from './shapes.ts'
import { shardOf } from './shard-of.ts'
import { hashOf, sortedRows } from './versions.ts'

/** Something that is read when it is asked for. */
export type Asked<T> = { is: 'reading' } | { is: 'here'; value: T } | { is: 'failed'; why: string }

export interface Referrer {
  name: string
  version: string | null
  system: string
  storePath: string
}

/** Who refers to a path, as far as the shards were read. */
export interface Backward {
  read: number
  all: number
  found: Referrer[]
  /** Shards that could not be read whole. */
  unread: number
  /** Rows that do not tell all that they refer to. */
  untold: number
  isDone: boolean
}

/** bytes */
const largestNarInfo = 1 << 20
/** bytes: logs are kept up to 1 MiB, and say that they were cut */
const largestLog = (1 << 20) + (64 << 10)
/** Shards that are read to find out which references the cache has a page of. */
const mostLookedUp = 24

/** What an artifact's view has read. */
export class ArtifactState {
  rows: Asked<Row[]> = { is: 'reading' }
  /** By hash part. */
  readonly narInfos = new Map<string, Asked<ShownNarInfo | null>>()
  readonly logs = new Map<string, Asked<string | null>>()
  readonly backward = new Map<string, Backward>()
  /** Store paths that the catalogue has rows of → their artifact's name. */
  readonly known = new Map<string, string>()
  private isLeft = false

  readonly name: string
  private readonly model: Model
  private readonly changed: () => void

  constructor(name: string, model: Model, changed: () => void) {
    this.name = name
    this.model = model
    this.changed = changed
    void this.readRows()
  }

  /** Nothing more is read. */
  leave(): void {
    this.isLeft = true
  }

  /** Once: it may be called again. */
  readNarInfo(row: Row): void {
    const hash = hashOf(row)
    void this.ask(this.narInfos, hash, async () => {
      const bytes = await this.model.bytes(`${hash}.narinfo`, largestNarInfo)
      const narInfo =
        bytes === null ? null : readNarInfo(new TextDecoder().decode(bytes), row.storePath)
      if (narInfo !== null) void this.lookUp(narInfo.references)
      return narInfo
    })
  }

  readLog(deriver: string): void {
    void this.ask(this.logs, deriver, async () => {
      const bytes = await this.model.bytes(logPath(deriver), largestLog)
      return bytes === null ? null : logText(bytes)
    })
  }

  /** Reads all shards, which is why it is asked for. */
  async readBackward(row: Row): Promise<void> {
    const hash = hashOf(row)
    const shards = [...(this.model.index?.shards.keys() ?? [])]
    const state: Backward = {
      ...{ read: 0, all: shards.length, found: [], isDone: false },
      ...{ unread: 0, untold: 0 }
    }
    if (this.backward.has(hash)) return
    this.backward.set(hash, state)
    this.changed()
    await eachOf(shards, together, async (shard) => {
      if (this.isLeft) return
      for (const other of (await this.model.shard(shard)) ?? []) {
        if (other.refersTo?.includes(hash) !== true) {
          if (!tellsAll(other)) state.untold++
          continue
        }
        const { name, version, system, storePath } = other
        state.found.push({ name, version, system, storePath })
      }
      if (this.model.problems.has(shardPath(shard))) state.unread++
      state.read++
      this.changed()
    })
    state.isDone = true
    this.changed()
  }

  /** Shown: which of these the cache has a view of. */
  private async lookUp(references: readonly string[]): Promise<void> {
    const byShard = Map.groupBy(references, (reference) => shardOf(nameOf(reference)))
    const shards = this.model.index?.shards
    const there = [...byShard.keys()].filter((shard) => shards?.has(shard) === true)
    await eachOf(there.slice(0, mostLookedUp), together, async (shard) => {
      if (this.isLeft) return
      const wanted = new Set((byShard.get(shard) ?? []).map((name) => `${storeDirectory}/${name}`))
      for (const { storePath, name } of (await this.model.shard(shard)) ?? []) {
        if (wanted.has(storePath)) this.known.set(storePath, name)
      }
      this.changed()
    })
  }

  private async readRows(): Promise<void> {
    const rows = await this.model.rowsOf(this.name)
    this.rows =
      rows === null
        ? { is: 'failed', why: 'its part of the catalogue could not be read' }
        : { is: 'here', value: sortedRows(rows) }
    if (rows !== null) for (const { storePath, name } of rows) this.known.set(storePath, name)
    this.changed()
  }

  private async ask<T>(
    into: Map<string, Asked<T>>,
    key: string,
    read: () => Promise<T>
  ): Promise<void> {
    if (into.has(key)) return
    into.set(key, { is: 'reading' })
    this.changed()
    try {
      into.set(key, { is: 'here', value: await read() })
    } catch (error) {
      into.set(key, { is: 'failed', why: reasonOf(error) })
    }
    this.changed()
  }
}

/** Whether a row has all of its references, of which one may be itself and is not among them. */
function tellsAll({ references, refersTo = [] }: Row): boolean {
  return references - refersTo.length <= 1
}
