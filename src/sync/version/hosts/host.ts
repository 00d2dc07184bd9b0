import type { z } from 'zod'
import type { Environment } from '../../../environment.ts'
import type { Log } from '../../../log.ts'
import type { HostMemory } from './memory.ts'

/** Something that a place says it has published. */
export interface Listed {
  /** As the place calls it. */
  tag: string
  /** Its page; null when there is none. */
  url: string | null
  isPreRelease: boolean
  /** The place's own word for its newest. */
  isLatest: boolean
}

/** What is asked about at once. */
export interface List {
  /** `tags`: of a repository, where other things have names too. `versions`: nothing but versions of the package. */
  of: 'tags' | 'versions'
  listed: Listed[]
}

/** What a place is asked with. */
export interface Asker {
  /** What tags are known to begin with. */
  tagPrefix: string
  environment: Environment
  /** For the GitHub of this run; may be empty. */
  token: string
  /** For a Git repository that is asked. */
  scratch: string
  log: Log
  /** Of a run that asks about many packages. */
  memory?: HostMemory | undefined
  /** The body of an answer, and of the last one where it leads elsewhere. Throws DOWNLOAD_FAILED. */
  read: (url: string) => Promise<string>
}

/**
 * What a place has, list by list, the one that is believed first at first: `(place, asker) => Lists` is all that a kind of place is. The
 * next is asked for only when this one has nothing that is newer than the package. Throws what the place refuses.
 */
export type Lists = AsyncGenerator<List, void>

export function tagged(tags: readonly string[]): List {
  return { of: 'tags', listed: tags.map((tag) => listed(tag)) }
}

export function versions(all: readonly string[]): List {
  return { of: 'versions', listed: all.map((tag) => listed(tag)) }
}

export function listed(tag: string, more: Partial<Listed> = {}): Listed {
  return { tag, url: null, isPreRelease: false, isLatest: false, ...more }
}

/** Throws DOWNLOAD_FAILED, and what `shape` and JSON say of an answer that is no such thing. */
export async function readJson<T>({ read }: Asker, url: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await read(url)))
}
