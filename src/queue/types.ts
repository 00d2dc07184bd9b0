import type { ClosureType } from '../nix/types.ts'
import type { PublishInputs } from '../publish/inputs.ts'

/** One queue: a folder of links, and what becomes of the paths that they lead to. */
export interface Queue {
  /** A plain file name without a dot in front. */
  name: string
  closure: ClosureType
  /** Milliseconds between two passes. */
  interval: number
  /** After so many failures a path is set aside. */
  maxAttempts: number
  destination: Destination
}

export type Destination =
  /** A cache in a Git repository: as `mode: publish` takes it, with other `paths` at each pass. */
  { kind: 'git'; inputs: GitDestination } | StoreDestination

export type GitDestination = Extract<PublishInputs, { phase: 'all' }>

export interface StoreDestination {
  kind: 'store'
  /** As `nix copy --to` takes it, without secrets. */
  url: string
  /** Whether `nix copy` asks for signatures. */
  checkSigs: boolean
  /** Whether the destination may fetch paths from its own substituters. */
  substituteOnDestination: boolean
}
