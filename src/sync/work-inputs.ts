import type { Sourced } from '../inputs/common.ts'
import type { PullRequestDestination } from './pull-request-inputs.ts'
import type { PackageReference, WantedVersion } from './types.ts'

/** Which package, to which version, and how that is proved. */
export interface SyncWork {
  package: PackageReference
  /** Folder of the nixpkgs that `callPackage` comes from, absolute; null: `<nixpkgs>`, or the checkout when it is nixpkgs itself. */
  nixpkgs: string | null
  version: WantedVersion
  /** Stripped from tags, before `v`. */
  tagPrefix: string
  /** Finds the version in a tag by its group; null: the prefix and the package's own form do. */
  versionRegex: string | null
  allowDowngrade: boolean
  /** Whether the source may be the old version's. */
  allowSameSource: boolean
  /** Where the version is not to be touched: `FILE:LINE`, or a text on the line. */
  keepPlaces: string[]
  /** null: every system of the usual four that the package has. */
  systems: Sourced<string[] | null>
  formatter: Formatter
  build: boolean
  /** Program and arguments, or null: what changes files beside the package before hashes are made. */
  beforeHash: string[] | null
  /** Whether the package's `passthru.updateScript` makes files beside it. */
  updateScript: boolean
  /** Program and arguments, or null. */
  smokeTest: string[] | null
  /** For asking GitHub which version is the latest; empty: asked as a stranger. */
  token: string
}

export const formatters = ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'] as const
export type Formatter = (typeof formatters)[number]

/** A terminal's run writes the checkout, or commits there; a job's opens a pull request. */
export type SyncDestination = { kind: 'checkout' | 'commit' } | PullRequestDestination
