/** What the rest of the program knows of Nix. Shapes only: no behaviour. */

import type { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Stop } from '../process/start.ts'

/** One installable, evaluated and not yet built. */
export interface EvaluatedInstallable {
  /** As the user wrote it (after `{system}` was replaced), for example `.#hello`. */
  installable: string
  drvPath: string
  /** Of the derivation: `hello-2.12.1`. */
  name: string
  /** `pname` where the derivation has it, else the name without its version. */
  pname: string
  /** `version` where the derivation has it, else the version part of the name, else null. */
  version: string | null
  /** `x86_64-linux` … */
  system: string
  /**
   * Every output, or those chosen by `installable^out,dev`, or the one that the attribute stands for (`pkg.dev` of nixpkgs); in the
   * derivation's order. Full store paths.
   */
  outputs: { name: string; path: string }[]
  /** `meta.mainProgram`, for the `nix run` line; null when not said. */
  mainProgram: string | null
}

/**
 * bare: the paths alone. binary: their runtime closure. source: the closure of their derivers without outputs.
 * cache: that with the outputs that are valid.
 */
export const closureTypes = ['bare', 'binary', 'source', 'cache'] as const
export type ClosureType = (typeof closureTypes)[number]

/** A binary cache to substitute from while building. */
export interface Substituter {
  url: string
  /** `name:base64` */
  publicKey: string
}
export interface NixVersion {
  /** What `nix --version` says: `nix (Nix) 2.26.3`. */
  text: string
  major: number
  minor: number
}
/** This machine's Nix, seen to be there. Every function of this folder takes it first. */
export interface Nix {
  /** The children's whole environment. */
  readonly env: Readonly<Record<string, string>>
  /** Folder that relative installables are about. */
  readonly cwd: string
  readonly log: Log
  readonly version: NixVersion
  /** Folder for this run's garbage-collector roots: what it evaluates and is given stays as long as that is there. Left out: it keeps nothing. */
  readonly roots?: string
  /** Ends what it runs. */
  readonly stop?: Stop
}

/** One installable that could not be evaluated or built; the others go on. */
export interface InstallableFailure {
  installable: string
  error: NarPublishError
}
