import type { Sourced } from '../../inputs/common.ts'
import type { PackageReference, WantedVersion } from '../types.ts'

/** One line of `package`. `each`: all of the set that the reference names, which ends before `.*`. */
export interface PackagePattern {
  kind: 'one' | 'each'
  reference: PackageReference
}

/** What is looked at, and how newest versions are asked for. */
export interface Look {
  packages: readonly PackagePattern[]
  /** As in SyncWork. */
  nixpkgs: string | null
  version: WantedVersion
  tagPrefix: string
  versionRegex: string | null
  allowDowngrade: boolean
  token: string
  /** `name`, `name@1.x`, `name@1.2.3` */
  ignore: readonly string[]
  /** null: this machine's; and those of the usual four that need a machine of their own, where rows are made. */
  systems: Sourced<string[] | null>
}

/** A package as the look found it. Texts are other people's. */
export interface ListedPackage {
  /** Of this very package, as `package` would have it: `.#luna`, `file:default.nix#luna`. */
  reference: PackageReference
  /** `pname`; the attribute's last name where it does not evaluate. */
  name: string
  version: string | null
  /** Where its versions are asked for, in words: `luna/luna on GitHub`. */
  source: string | null
  /** The newest version in the package's own form, where one was found. */
  newest: string | null
  /** Its tag there. */
  tag: string | null
  /**
   * outdated: there is a newer one. current. ignored: the newest is not wanted, or the package is not. unasked: its host gave no answer. unknown: nothing
   * tells where its versions are, or none is one. failed: it does not evaluate. Left out altogether: what a pattern found that has no version, or
   * no source that is fetched.
   */
  state: 'outdated' | 'current' | 'ignored' | 'unasked' | 'unknown' | 'failed'
  /** For people; null of outdated and current ones. */
  why: { code: string | null; reason: string } | null
}

/** Outdated packages that share a literal; one change. */
export interface ChangeSet {
  packages: readonly ListedPackage[]
  /** What all of them are brought to; null: they differ, and the set cannot be brought anywhere. */
  version: string | null
  /** Where they share what, in words: `version at nix/versions.nix:3`; null: one package alone. */
  shared: string | null
  /** By system: those on whose machines it has to be computed; see Row. */
  machines: readonly { system: string; systems: readonly string[] }[]
  /** There was no room for it in the matrix; the next run has it, when others are done. */
  waits?: boolean
}

export interface Listing {
  /** Commit of the checkout. */
  head: string
  packages: readonly ListedPackage[]
  /** Outdated ones alone. */
  sets: readonly ChangeSet[]
  /** What it cost. `requests`: to all hosts; `gitHubRequests`: those among them that its limit is about. */
  counts: {
    evaluations: number
    requests: number
    gitHubRequests: number
    milliseconds: number
  }
  notes: readonly string[]
}

/** A row of the matrix; see docs. All are texts. */
export interface Row {
  name: string
  system: string
  os: string | string[]
  /** Lines for `package`. */
  package: string
  version: string
  /** Words for `systems`. */
  systems: string
}
