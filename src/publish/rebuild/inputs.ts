import { resolve } from 'node:path'
import type { Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import { parseSystems } from '../../inputs/common.ts'
import { parseLeft, parseOutputDirectory } from '../../inputs/phases.ts'
import { parseCount, parseTime } from '../../inputs/readers.ts'

/** What a second machine is told, that builds again what others have packed. It has no key, and asks no target. */
export interface RebuildInputs {
  mode: 'publish'
  phase: 'rebuild'
  /** Absolute: the folder that `mode: matrix` left. */
  plan: string
  /** Absolute: folders that `phase: pack` left for rows of that plan, or folders with such folders. */
  packed: string[]
  /** Of which the rows are looked at. */
  systems: string[]
  /** How many derivations are built again at most. */
  sample: number
  /** Milliseconds that a derivation may take. */
  timeLimit: number
  /** Absolute: where the data go. */
  outputDirectory: string
}

/** Throws INPUT_INVALID, INPUT_MISSING, SYSTEM_UNKNOWN. */
export function parseRebuildInputs(environment: Environment): RebuildInputs {
  const plan = environment.input('plan')
  const packed = parseLeft(environment, 'packed')
  if (plan === '') {
    throw new NarPublishError({
      code: 'INPUT_MISSING',
      subject: 'input plan',
      reason: 'it is empty, and `phase: rebuild` builds what a plan has',
      hint: 'Give the folder that `mode: matrix` left in `output-directory`.'
    })
  }
  return {
    mode: 'publish',
    phase: 'rebuild',
    plan: resolve(environment.workspace, plan),
    packed,
    systems: parseSystems(environment).value,
    sample: parseCount(environment, 'rebuild-sample', 1, 1000),
    timeLimit: parseTime(environment, 'rebuild-timeout'),
    outputDirectory: parseOutputDirectory(environment)
  }
}
