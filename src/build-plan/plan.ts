import type { PathInfo } from '../binary-cache/types.ts'
import type { EvaluatedInstallable } from '../nix/types.ts'

/** File of the folder that `mode: matrix` leaves, beside the streams. */
export const planPath = 'plan.json'

/** What the jobs of the rows need to know, so that they evaluate nothing. */
export interface BuildPlan {
  rows: PlannedRow[]
  /** Each `nix-store --export` of store paths, compressed; a path is in one of them. */
  streams: PlannedStream[]
}

interface PlannedStream {
  /** In the folder. */
  file: string
  /** bytes, as it is stored */
  size: number
  /** `sha256:<base32>` of the file */
  hash: string
  /** Of its paths that are no .drv. */
  origins: PathOrigin[]
}

/** What an export leaves out of what Nix's database knows; a path of which it knows neither is left out. */
export interface PathOrigin extends Pick<PathInfo, 'signatures' | 'ca'> {
  storePath: string
}

/** One job. */
export interface PlannedRow {
  /** 16 characters `0-9a-z`, of what it builds: another run's row of the same work has the same. */
  id: string
  wave: 1 | 2
  system: string
  /** To be published. */
  attributes: PlannedAttribute[]
  /** Store paths to be published that are no derivation's; its streams have them. */
  paths: PlannedPath[]
  /** .drv files that no cache has the outputs of and that are built by this row alone. */
  builds: string[]
  /** Outputs of these that rows of the second wave need. */
  handsOn: string[]
  /** What it needs of the first wave. */
  takes: { storePath: string; drvPath: string; row: string }[]
  /** Files of streams, in the order in which they are to be imported. */
  streams: string[]
}

export type PlannedAttribute = EvaluatedInstallable & {
  /** Of which commit it was evaluated; null: not known. */
  source: { repository: string; revision: string } | null
}

export interface PlannedPath {
  installable: string
  name: string
  storePath: string
}
