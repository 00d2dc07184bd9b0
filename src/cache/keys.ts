import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { NarInfo } from '../binary-cache/types.ts'
import { attempt } from '../errors.ts'

/** Of how a cache is laid out and named: entries of other formats are not found. */
const formatVersion = 1

export interface CacheScope {
  /** The machine's: what it builds for itself. */
  system: string
  /** As written, `{system}` replaced. */
  installables: readonly string[]
  trustLabel: string
  /** Folder that relative installables are about. */
  workspace: string
}

/** How caches of one kind of run are called, from the general to the exact: `restoreKeys` are prefixes, the best first. */
export interface CacheKeys {
  /** Of the folder's name, which the service takes for a part of the key. */
  folder: string
  restoreKeys: [string, string]
  /** A cache with this content: the same content has the same key, which is never written twice. */
  keyOf: (content: readonly Pick<NarInfo, 'storePath' | 'narHash'>[]) => string
}

export function cacheKeys(scope: CacheScope): CacheKeys {
  const { system, installables, trustLabel, workspace } = scope
  const asked = digest([...installables].sort())
  const kind = `nar-publish-cache-${formatVersion}-${system}-${trustLabel}-${asked}-`
  const exact = `${kind}${digest(lockFiles(installables, workspace))}-`
  return {
    folder: `nar-publish-cache-${digest([kind])}`,
    restoreKeys: [exact, kind],
    keyOf: (content) =>
      exact + digest(content.map(({ storePath, narHash }) => `${storePath} ${narHash}`).sort())
  }
}

/** Contents of the lock files of the flakes in the checkout; another flake is pinned by its own reference, or not at all. */
function lockFiles(installables: readonly string[], workspace: string): string[] {
  const folders = installables.flatMap((installable) => {
    const [reference = ''] = installable.split('#')
    const [, path = '', query = ''] =
      /^(?:git\+file:(?:\/\/)?|path:)?([^?]*)\??(.*)$/s.exec(reference) ?? []
    const folder = new URLSearchParams(query).get('dir') ?? '.'
    return /^(\.{0,2}$|\.{0,2}\/)/.test(path) ? [resolve(workspace, path, folder)] : []
  })
  return [...new Set(folders)]
    .sort()
    .map((folder) =>
      attempt(() => readFileSync(join(folder, 'flake.lock'), 'utf8'), 'no lock file')
    )
}

function digest(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16)
}
