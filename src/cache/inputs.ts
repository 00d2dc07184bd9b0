import type { Environment } from '../environment.ts'
import { disagreement, parseBoolean, parseSize } from '../inputs/readers.ts'
import { defaultOf } from '../inputs/table.ts'

/** `cache: true`: what the job builds is kept for the next run. */
export interface CacheInputs {
  /** bytes of NARs, uncompressed, that are kept at most */
  budget: number
}

/** null: switched off. Throws INPUT_INVALID. */
export function parseCache(environment: Environment): CacheInputs | null {
  const budget = parseSize(environment, 'cache-size')
  if (parseBoolean(environment, 'cache')) return { budget }
  const given = environment.input('cache-size')
  if (given === '' || given === defaultOf('cache-size')) return null
  throw disagreement(
    ['cache-size', 'cache'],
    '`cache-size` is given, and nothing is kept without `cache: true`',
    'Add `cache: true`, or leave `cache-size` out.'
  )
}
