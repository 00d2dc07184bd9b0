import { join } from 'node:path'

/**
 * Environment for processes that run our sources as they are, or the bundles: what Node compiled of them is kept for the next one.
 * Sources start in half the time, and a step of the bundle takes a tenth less.
 */
export const compiledSources = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/compiled')
}
