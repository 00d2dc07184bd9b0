import type { ReportedRun } from '../../report/types.ts'
import type { FileDifference } from './compare-trees.ts'

/** A derivation that a job of the run built, with what of it was packed. */
export interface Candidate {
  /** As the plan names it; null: it is no attribute, and was built for one. */
  attribute: string | null
  drvPath: string
  /** Those that were packed, each as it was. */
  outputs: readonly { name: string; path: string; narHash: string }[]
}

/**
 * same: every output came out as it was packed. differs: one did not. failed: it was built elsewhere, and here it could not be. not-tried:
 * it was not built here, and nothing is known.
 */
export type RebuildResult = 'same' | 'differs' | 'failed' | 'not-tried'

/** What became of one derivation of the sample. */
export interface Rebuilt {
  attribute: string | null
  drv: string
  /** The output that differs; else the first one. */
  path: string
  result: RebuildResult
  /** `sha256:<base32>` as it was packed. */
  narHash: string
  /** As it came out here; only where it differs. */
  other?: string
  /** Where the two differ, the first ones. */
  files?: readonly FileDifference[]
  /** How many there are. */
  differences?: number
  /** Why it failed, was not tried, or is not compared file by file. */
  reason?: string
  /** All that was compared or was to be. */
  outputs: Readonly<Record<string, string>>
  /** .drv files of the run that it needs and nobody packed: they were built here anew. */
  inputsBuiltHere: readonly string[]
  /** Of the build here; left out: there was none. */
  seconds?: number
}

/** The derivations that the run built, by what keeps them from being drawn. */
export interface LeftOut {
  /** Their content has a hash that it must have. */
  fixed: number
  /** Their paths follow from what came out (content-addressed). */
  floating: number
  /** No job packed an output. */
  unpacked: number
}

export interface RebuildReport extends ReportedRun {
  systems: readonly string[]
  /** `nix --version` here. */
  nix: string
  /** What the lot was drawn with. */
  seed: string
  candidates: number
  leftOut: LeftOut
  rebuilt: readonly Rebuilt[]
}
