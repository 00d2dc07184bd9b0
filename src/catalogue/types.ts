import type { ClosureType } from '../nix/types.ts'
import type { Pin } from '../pins/pin.ts'
import type { ServedBy } from '../serving.ts'

/** A row of the machine's index, the catalogue: one for each output of each artifact published and not pruned. */
export interface CatalogueRow {
  /** Artifact's name without version: `hello`. */
  name: string
  /** null when the artifact has none. */
  version: string | null
  system: string
  /** Output of the derivation: `out`, `dev` …; null for a store path given as such. */
  output: string | null
  /** The installable as the workflow wrote it (`.#hello`); null for a store path given as such. */
  attribute: string | null
  /** Full store path: with the name the row's key. */
  storePath: string
  /** Path of the NAR in the repository, or an absolute URL. */
  nar: string
  /** bytes, uncompressed */
  narSize: number
  /** bytes, as downloaded */
  fileSize: number
  /** bytes, uncompressed, of all that it needs at run time, itself and what is upstream's included; null when not known. */
  closureSize: number | null
  /** How many store paths this one refers to. */
  references: number
  /** Hash parts (32 characters) of the first 50 of these without itself, sorted; of a row that was taken over none. */
  refersTo: readonly string[]
  /** Program for `nix run`-like lines; null when not said. */
  mainProgram: string | null
  /**
   * Closure types (`bare`, `binary`, `source`, `cache`) that this path was published with, sorted: a later run that asks for
   * one of them has nothing to do.
   */
  closures: ClosureType[]
  /** Where it was built from; null when not known. */
  source: { repository: string; revision: string } | null
  /** ISO 8601 in UTC, whole seconds: `2026-11-21T04:05:06Z`. */
  publishedAt: string
  /** The run's page; null outside of GitHub Actions. */
  runUrl: string | null
}

/** What tables show of a row, and `catalogue/newest.json` has. `runUrl`: null also where `source` has a page of its own. */
export type ShownRow = Omit<
  CatalogueRow,
  'attribute' | 'nar' | 'closureSize' | 'references' | 'refersTo' | 'closures'
>

/** What there was at the end of a day (`2026-11-21`, in UTC): rows, and the bytes of their files. */
export type HistoryPoint = readonly [day: string, artifacts: number, fileSize: number]

/** Of days on which something was published or pruned, in their order. */
export type History = readonly HistoryPoint[]

/** What a README shows of a catalogue: it follows from the whole and the pins alone. */
export interface ShownCatalogue {
  /** As `newestRows` gives them. */
  newest: readonly ShownRow[]
  /** How many rows the catalogue has. */
  artifacts: number
  /** `name:base64`, of the keys that readers are told. */
  publicKeys: readonly string[]
}

/** The whole. Rows sorted; no two with the same name and storePath. */
export interface Catalogue {
  rows: readonly CatalogueRow[]
  /** `name:base64` of every key that signed a publish, sorted: readers need all of them, also after a key was replaced. */
  publicKeys: readonly string[]
}

/** What Nix needs in a netrc, beside the reader's token. */
export interface ReaderLogin {
  host: string
  name: string
}

/** What the README block tells readers beside the rows. */
export interface CacheDescription {
  /** What readers put into `substituters`; null: nobody serves the files, readers clone `cloneUrl`. */
  substituterUrl: string | null
  /** null: nobody. */
  servedBy: ServedBy | null
  /** What a private cache asks its readers for; null: anybody can read it. */
  login: ReaderLogin | null
  /** What `git clone` takes; needed where nobody serves the files. */
  cloneUrl?: string
  /** `owner/name` */
  repository: string
  branch: string
  /** Web address of a repository file on the branch, for links. */
  webUrl(path: string): string
  /** All that the branch has, in any order. Left out: none. */
  pins?: readonly Pin[]
}
