import type { FoundCache } from '../read-cache.ts'

/** What `mode: use` did. */
export interface UseReport {
  /** null: there is no cache yet. */
  found: FoundCache | null
  /** What was missing, where nothing was found; else empty. */
  missing: string
}
