import type { PublishRun } from '../publish/run.ts'
import type { UseInputs } from './inputs.ts'

/** One run that makes a cache known, or tells how. */
export type UseRun = Pick<
  PublishRun<UseInputs>,
  'inputs' | 'environment' | 'scratch' | 'log' | 'timings'
>
