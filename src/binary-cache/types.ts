/** Nix's binary cache format, as data. Source: Nix's src/libstore/nar-info.cc and binary-cache-store.cc. */

export const compressions = ['zstd', 'xz', 'none'] as const
export type Compression = (typeof compressions)[number]
/** What other tools publish as well, and can be read here. */
export const readableCompressions = [...compressions, 'gzip', 'br'] as const
export type ReadableCompression = (typeof readableCompressions)[number]

/** One `<hash>.narinfo`. */
export interface NarInfo {
  /** Full store path. */
  storePath: string
  /** Path below the cache's root, or an absolute URL. */
  url: string
  compression: string
  /** `sha256:<base32>` of the file as it is downloaded; null: not said, which is fine with Nix. */
  fileHash: string | null
  /** bytes, as downloaded; null: not said */
  fileSize: number | null
  /** `sha256:<base32>` of the uncompressed NAR. */
  narHash: string
  /** bytes, uncompressed */
  narSize: number
  /** Base names (`<hash>-<name>`), sorted. */
  references: string[]
  /** Base name of the .drv, or null. */
  deriver: string | null
  /** `keyname:base64`, in the order of the file. */
  signatures: string[]
  ca: string | null
}

/** A NAR on this machine's disk, ready to be uploaded. */
export interface PackedNar extends Pick<NarInfo, 'storePath' | 'narHash' | 'narSize'> {
  fileHash: string
  fileSize: number
  /** Where the file lies now (in the run's scratch folder). */
  diskPath: string
  /** Where it goes: `nar/<ab>/<fileHash>-<pname>.nar[.zst|.xz]`. */
  cachePath: string
  compression: Compression
}

/** A NAR on the disk and what Nix's database says of its path. */
export interface PackedPath {
  info: PathInfo
  nar: PackedNar
  /** Of the debug information that it has, sorted; left out: none, or nobody could look. */
  buildIds?: readonly string[]
}

/** What Nix's database knows of a valid store path, the same whatever version of Nix told it. */
export interface PathInfo extends Pick<
  NarInfo,
  'storePath' | 'narHash' | 'narSize' | 'signatures'
> {
  /** Full store paths, sorted, a self-reference included. */
  references: string[]
  /** Full store path of the .drv, or null. */
  deriver: string | null
  /** Content address as Nix writes it in a narinfo's `CA:`, or null. */
  ca: string | null
  /** Nix built it on this machine; what a remote builder built is not said to be. */
  ultimate?: true
}
