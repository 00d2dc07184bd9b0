import type { Outputs } from '../../report/outputs.ts'
import type { UseReport } from './types.ts'

/** Empty where there is no cache yet. */
export function useOutputs({ found }: UseReport): Outputs {
  return {
    substituter: found?.cache.substituterUrl ?? '',
    'public-key': found?.cache.publicKeys.join(' ') ?? ''
  }
}
