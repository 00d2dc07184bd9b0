import { entriesAround } from '../literals/entry.ts'
import { lineOf } from '../literals/edit.ts'
import { regionsOf } from '../literals/regions.ts'
import type { Edit, HashEdit, Region, SyncChange, TextFile } from '../types.ts'

/**
 * What a tool keeps for itself beside the Nix file that it wrote, `generated.json` beside `generated.nix`: an entry of the same name with
 * values of the same names. Nix reads none of it, but nvfetcher takes a pinned package's version from there, and of every package that its
 * `--filter` leaves out: with the old one there its next run would take the package back.
 * https://github.com/berberman/nvfetcher/blob/master/src/NvFetcher.hs (parseLastVersions)
 *
 * The change with the same edits there, where the entry says what the Nix file said. `notes`: sentences about both. Pure.
 */
export function withTwins(
  files: readonly TextFile[],
  change: SyncChange
): { change: SyncChange; notes: string[] } {
  const edits = [...change.versions, ...change.hashes]
  const written = new Set(edits.map(({ file }) => file))
  const twins = files.flatMap((nix) => {
    if (!nix.path.endsWith('.nix') || !written.has(nix.path)) return []
    const path = nix.path.replace(/nix$/, 'json')
    const json = files.find((file) => file.path === path)
    return json === undefined || written.has(path) ? [] : [{ nix, json }]
  })
  const versions: Edit[] = []
  const hashes: HashEdit[] = []
  const notes: string[] = []
  for (const { nix, json } of twins) {
    const entries = entriesOf(json)
    const own = <E extends Edit>(all: readonly E[]): Placed<E>[] =>
      all.flatMap((edit) => (edit.file === nix.path ? placed(nix, edit, entries) : []))
    const [ofVersions, ofHashes] = [own(change.versions), own(change.hashes)]
    const named = Map.groupBy([...ofVersions, ...ofHashes], ({ name }) => name)
    for (const [name, all] of named) {
      const other = all.find(({ isOther }) => isOther)
      if (other !== undefined) {
        notes.push(
          `\`${json.path}\` was left as it is: its entry \`${name}\` has another \`${other.key}\` than \`${nix.path}\` had.`
        )
        continue
      }
      if (all.every(({ there }) => there.length === 0)) continue
      const isHere = (one: { name: string }): boolean => one.name === name
      versions.push(...ofVersions.filter(isHere).flatMap((one) => moved(one, json)))
      hashes.push(...ofHashes.filter(isHere).flatMap((one) => moved(one, json)))
      notes.push(
        `\`${json.path}\`, which Nix does not read, says the same of \`${name}\` as \`${nix.path}\`.`
      )
    }
  }
  const all = {
    ...change,
    versions: [...change.versions, ...versions],
    hashes: [...change.hashes, ...hashes]
  }
  return { change: all, notes }
}

/** An edit of the Nix file, and where its value stands in the other one. */
interface Placed<E extends Edit> {
  edit: E
  /** The entry's. */
  name: string
  /** The value's: `rev`. */
  key: string
  /** Offset in the value. */
  offset: number
  /** Values of that name that are the same as the Nix file's. */
  there: Region[]
  /** There are values of that name, and they are others. */
  isOther: boolean
}

function placed<E extends Edit>(
  nix: TextFile,
  edit: E,
  entries: ReadonlyMap<string, Region[]>
): Placed<E>[] {
  const region = regionsOf(nix).find(
    ({ start, text }) => start <= edit.start && edit.end <= start + text.length
  )
  const [key] = region?.names ?? []
  const name = entriesAround(nix, edit.start)
    .map(({ start }) => takerOf(nix.text.slice(Math.max(0, start - 300), start)))
    .findLast((one) => one !== null && entries.has(one))
  if (region === undefined || key === undefined || typeof name !== 'string') return []
  const alike = (entries.get(name) ?? []).filter(({ names }) => names[0] === key)
  const there = alike.filter(({ text }) => text === region.text)
  const isOther = alike.length > 0 && there.length === 0
  return [{ edit, name, key, offset: edit.start - region.start, there, isOther }]
}

/** What takes the set that begins here: `luna = {`, `"luna.rs" = {`, `src = fetchurl {`. */
function takerOf(before: string): string | null {
  const [, quoted, plain] =
    /(?:"([^"\\$]+)"|(?<![\w'.-])([A-Za-z_][\w'-]*))\s*=\s*(?:[\w.]+\s+)?$/.exec(before) ?? []
  return quoted ?? plain ?? null
}

/** The string values below each entry of a JSON file's outermost object. */
function entriesOf(json: TextFile): Map<string, Region[]> {
  const named = regionsOf(json).flatMap((region) => {
    const entry = entriesAround(json, region.start).at(-2)
    const name =
      entry === undefined
        ? undefined
        : /"([^"\\]+)"\s*:\s*$/.exec(
            json.text.slice(Math.max(0, entry.start - 300), entry.start)
          )?.[1]
    return name === undefined ? [] : [{ name, region }]
  })
  const byName = Map.groupBy(named, ({ name }) => name)
  return new Map([...byName].map(([name, all]) => [name, all.map(({ region }) => region)]))
}

function moved<E extends Edit>({ edit, offset, there }: Placed<E>, json: TextFile): E[] {
  return there.map((region) => {
    const start = region.start + offset
    const end = start + edit.text.length
    return { ...edit, file: json.path, start, end, line: lineOf(json.text, start) }
  })
}
