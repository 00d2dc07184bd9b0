import type { CacheDescription } from '../catalogue/types.ts'
import type { Change } from '../repository/types.ts'

/** A published store as doctor reads it: one state of it, which does not change meanwhile. */
export interface PublishedStore {
  /** `owner/name`, or the folder. */
  readonly name: string
  /** For people: which state of it was read. */
  readonly state: string
  /** Every file, repository path → bytes. */
  readonly files: ReadonlyMap<string, number>
  /** What the README block depends on beside the catalogue; null: not known. */
  readonly description: CacheDescription | null
  /** Absolute NAR URLs below this are of the store; those of other servers are not asked for. */
  readonly serverUrl: string
  /** Small files whole. Throws DOWNLOAD_FAILED and what the target throws. */
  readFiles(paths: readonly string[]): Promise<Map<string, Buffer>>
  /** A file (path or absolute URL below `serverUrl`) as it comes. Throws DOWNLOAD_FAILED, while it is iterated too. */
  open(location: string): AsyncIterable<Buffer>
  /** Writes small files. `compose` gets them as they are by then. Gives where the result is, or null when nothing was left to do. */
  write(compose: ComposeRepair): Promise<string | null>
}

export type ComposeRepair = (
  read: (path: string) => Promise<Buffer | null>
) => Promise<Pick<Change, 'message' | 'files'> | null>
