import { join } from 'node:path'

/**
 * Environment for processes that run our sources as they are: what Node compiled of them is kept for the next one, and starting one
 * takes half the time.
 */
export const compiledSources = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/compiled')
}
