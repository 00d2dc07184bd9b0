/** What the rest of the program knows of Nix. Shapes only: no behaviour. */

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
  /** Every output (or those chosen by `installable^out,dev`), in the derivation's order. Full store paths. */
  outputs: { name: string; path: string }[]
  /** `meta.mainProgram`, for the `nix run` line; null when not said. */
  mainProgram: string | null
}

/** What Nix's database knows of a valid store path, the same whatever version of Nix told it. */
export interface PathInfo {
  storePath: string
  /** `sha256:<52 characters of Nix's base32>` */
  narHash: string
  /** bytes */
  narSize: number
  /** Full store paths, sorted, a self-reference included. */
  references: string[]
  /** Full store path of the .drv, or null. */
  deriver: string | null
  /** `keyname:base64` */
  signatures: string[]
  /** Content address as Nix writes it in a narinfo's `CA:`, or null. */
  ca: string | null
  /** Nix built it on this machine; what a remote builder built is not said to be. */
  ultimate?: true
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
