import { NarPublishError } from '../errors.ts'
import { storeDirectory } from '../store-path.ts'

/** Where a binary cache says what it is, below its root. */
export const cacheInfoPath = 'nix-cache-info'

/** What Nix reads before it asks a cache for anything. */
interface CacheInfo {
  /** Whether Nix may ask for whole closures at once; false when not said. */
  wantMassQuery: boolean
  /** Caches of a lower number are asked first; null when not said, or not as a number. */
  priority: number | null
}

/** Ours. 41 lets cache.nixos.org (40) go first: it is nearer, and costs readers no quota. */
export function formatCacheInfo(): string {
  return `StoreDir: ${storeDirectory}\nWantMassQuery: 1\nPriority: 41\n`
}

/**
 * Reads a cache's `nix-cache-info` as Nix does: fields that it does not know are passed over. `subject` names the file in
 * errors. Throws STORE_DIR_MISMATCH when the cache serves another store directory than ours, or does not say which.
 */
export function parseCacheInfo(text: string, subject: string): CacheInfo {
  const fields = new Map(
    Array.from(text.matchAll(/^([^:\n]+):[ \t]*(.*?)[ \t\r]*$/gm), ([, name = '', value = '']) => [
      name,
      value
    ])
  )
  const found = fields.get('StoreDir')
  if (found !== storeDirectory) {
    throw new NarPublishError({
      code: 'STORE_DIR_MISMATCH',
      subject,
      reason:
        found === undefined
          ? 'it has no line StoreDir'
          : `it is for ${JSON.stringify(found.slice(0, 200))}, not for ${storeDirectory}`
    })
  }
  const priority = fields.get('Priority') ?? ''
  return {
    wantMassQuery: fields.get('WantMassQuery') === '1',
    priority: /^\d{1,9}$/.test(priority) ? Number(priority) : null
  }
}
