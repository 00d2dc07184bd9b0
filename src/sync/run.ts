import type { Links } from './links.ts'
import type { Traced } from './trace.ts'
import type { Check, SyncChange } from './types.ts'
import type { Workshop } from './workshop.ts'

/** What was worked out and proved, before anything was written anywhere but in the copy. */
export interface Worked {
  shop: Workshop
  traced: Traced
  change: SyncChange
  checks: Check[]
  links: Links
}
