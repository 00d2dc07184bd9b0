import type { ShownRow } from '../catalogue/types.ts'
import { cataloguePath, newestPath, pinsPath, shardPath } from '../catalogue/shard-name.ts'
import { eachOf, FileError, type Files } from './files.ts'
import { entriesOf, type Entry } from './list.ts'
import { NameSearch } from './search.ts'
import {
  readIndex,
  readNames,
  readNewest,
  readPins,
  readShard,
  ShapeError,
  type Index,
  type Name,
  type Pin,
  type Row
} from './shapes.ts'
import { namesFileOf, shardOf } from './shard-of.ts'

/** bytes; a longer file is refused before it is read. A shard has some 5 kB, and one of a name with 10,000 rows 5 MB. */
const largest = {
  catalogue: 1 << 20,
  newest: 1 << 20,
  pins: 2 << 20,
  names: 4 << 20,
  shard: 8 << 20
}

/** Files that are asked for at once: as many as browsers open connections to a server. */
export const together = 6

/** Names that are searched; more make a browser slow. */
const mostNames = 200_000

/** What the page knows of the cache, read bit by bit; `changed` is called when it knows more. */
export class Model {
  /** null: not read yet, or not there. */
  index: Index | null = null
  newest: ShownRow[] = []
  pins: Pin[] = []
  state: 'loading' | 'read' = 'loading'
  /** Files of names: how many there are, and how many were read. */
  names = { all: 0, read: 0, begun: false }
  /** What could not be read: path → why. */
  readonly problems = new Map<string, string>()
  readonly search = new NameSearch()
  private readonly byName = new Map<string, Name>()
  private readonly shards = new Map<string, Promise<Row[] | null>>()
  private listed: Entry[] | null = null
  private beginning: Promise<void> | null = null

  private readonly files: Files
  private readonly changed: () => void

  constructor(files: Files, changed: () => void) {
    this.files = files
    this.changed = changed
  }

  /** Reads what the first view needs, three files at once. Once: it may be called again. */
  begin(): Promise<void> {
    return (this.beginning ??= this.readFirst())
  }

  private async readFirst(): Promise<void> {
    const [index, newest, pins] = await Promise.all([
      this.json(cataloguePath, largest.catalogue, readIndex),
      this.json(newestPath, largest.newest, readNewest),
      this.json(pinsPath, largest.pins, readPins)
    ])
    this.index = index
    this.newest = newest?.rows ?? []
    this.pins = pins?.rows ?? []
    this.names.all = this.nameFiles().length
    this.state = 'read'
    this.search.add(this.entries)
    this.changed()
  }

  get entries(): readonly Entry[] {
    this.listed ??= entriesOf(this.byName, this.newest, this.pins)
    return this.listed
  }

  get isWhole(): boolean {
    return this.names.begun && this.names.read === this.names.all
  }

  /** Rows in all shards, as the catalogue counts them. */
  get artifacts(): number {
    return [...(this.index?.shards.values() ?? [])].reduce((sum, rows) => sum + rows, 0)
  }

  /** All names, for search. Once: it may be called again. */
  async readNames(): Promise<void> {
    if (this.names.begun || this.state === 'loading') return
    this.names.begun = true
    await eachOf(this.nameFiles(), together, async (path) => {
      const file = await this.json(path, largest.names, readNames)
      if (file === null) this.tellMissing(path)
      const fresh = (file?.rows ?? []).slice(0, Math.max(0, mostNames - this.byName.size))
      this.search.add(fresh)
      for (const each of fresh) this.byName.set(each.name, each)
      this.names.read++
      this.listed = null
      this.changed()
    })
    // Where there is no file it was not told above.
    this.changed()
  }

  /** All rows of a name; null: its shard could not be read. */
  async rowsOf(name: string): Promise<Row[] | null> {
    const rows = await this.shard(shardOf(name))
    return rows?.filter((row) => row.name === name) ?? null
  }

  /** A shard's rows; none: there is none. null: it could not be read, or is not there though the catalogue counts rows in it. */
  shard(shard: string): Promise<Row[] | null> {
    const path = shardPath(shard)
    const known = this.shards.get(shard)
    if (known !== undefined) return known
    const rows = this.json(path, largest.shard, readShard).then(async (file) => {
      if (file !== null) return file.rows
      await this.beginning
      if (this.index?.shards.has(shard) === true) this.tellMissing(path)
      return this.index === null || this.problems.has(path) ? null : []
    })
    this.shards.set(shard, rows)
    return rows
  }

  /** A file of the branch; null: it is not there. Throws FileError. */
  async bytes(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.files.read(path, most)
  }

  /** Unless it is told already why it cannot be read. */
  private tellMissing(path: string): void {
    if (this.problems.has(path)) return
    this.problems.set(path, 'it is not there, though the catalogue counts artifacts in it')
  }

  private nameFiles(): string[] {
    return [...new Set([...(this.index?.shards.keys() ?? [])].map(namesFileOf))].sort()
  }

  /** null: it is not there, or cannot be read, which is told in `problems`. */
  private async json<T extends object>(
    path: string,
    most: number,
    shape: (json: unknown) => T
  ): Promise<T | null> {
    try {
      const bytes = await this.files.read(path, most)
      if (bytes === null) return null
      const file = shape(JSON.parse(new TextDecoder().decode(bytes)))
      if ('bad' in file && typeof file.bad === 'number' && file.bad > 0) {
        this.problems.set(
          path,
          `${file.bad} of its entries are not as they should be, and are left out`
        )
      }
      return file
    } catch (error) {
      this.problems.set(path, reasonOf(error))
      return null
    }
  }
}

export function reasonOf(error: unknown): string {
  if (error instanceof FileError || error instanceof ShapeError) return error.message
  return error instanceof SyntaxError ? 'it is no JSON' : 'it could not be read'
}
