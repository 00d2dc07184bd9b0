import type { PublishReport } from './types.ts'

/** The keys that readers need, the run's own first. */
export function toldIn({ signedBy, cacheKeys = [] }: PublishReport): string[] {
  return [...new Set([...signedBy, ...cacheKeys])]
}
