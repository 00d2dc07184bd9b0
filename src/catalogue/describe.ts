import { toldAddress } from './told-address.ts'
import type { CacheDescription } from './types.ts'

/** A target as a block of its README, or a summary, tells of it. */
export interface Describable extends Pick<
  CacheDescription,
  'substituterUrl' | 'servedBy' | 'branch' | 'webUrl'
> {
  name: string
  cloneUrl: string
  readerCredentials: { host: string; login: string } | null
}

/** `pins` are added by who knows them. */
export function describe(target: Describable): CacheDescription {
  const { name, branch, substituterUrl, servedBy, cloneUrl, readerCredentials } = target
  return {
    substituterUrl,
    servedBy,
    // They are of GitHub's own host, and for no other.
    login:
      readerCredentials === null || servedBy !== 'raw'
        ? null
        : { host: readerCredentials.host, name: readerCredentials.login },
    cloneUrl,
    repository: name,
    branch,
    webUrl: (path) => target.webUrl(path)
  }
}

/** With the mirror that publishers have told readers of, for a run that is not told of it. */
export function keepingMirror(
  description: CacheDescription,
  readme: Buffer | null
): CacheDescription {
  const told = toldAddress(readme)
  return told?.servedBy === 'other'
    ? { ...description, substituterUrl: told.url, servedBy: told.servedBy, login: null }
    : description
}
