import { isAbsolute, relative, resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { disagreement, invalid, lines } from './readers.ts'

/** The phases of a mode that can be split over jobs; the modes themselves are told apart in the same way. */
export interface Phases<P extends string> {
  /** Inputs that not every phase reads. `absent`: their default in action.yml, which says nothing. */
  inputs: readonly { name: string; phases: readonly P[]; absent?: string }[]
  /** The end of a sentence that begins with `phase x, which` (or `mode x, which`). */
  does: Readonly<Record<P, string>>
}

/** Refuses inputs that the phase (or the mode) would pass over in silence. Throws INPUT_INVALID. */
export function refuseOtherPhases<P extends string>(
  environment: Environment,
  phase: P,
  { inputs, does }: Phases<P>,
  division: 'phase' | 'mode' = 'phase'
): void {
  for (const { name, phases, absent = '' } of inputs) {
    const given = environment.input(name)
    if (phases.includes(phase) || given === '' || given.toLowerCase() === absent) continue
    throw disagreement(
      [name, division],
      `\`${name}\` has no meaning in ${division} \`${phase}\`, which ${does[phase]}`,
      `Leave \`${name}\` out, or give it where \`${division}\` is ${phases.map((other) => `\`${other}\``).join(' or ')}.`
    )
  }
}

/** Below the workspace, when `output-directory` is empty. */
const defaultOutputDirectory = 'nar-publish-out'

/** Where a phase leaves what it made: below the workspace, or wherever an absolute path says. Throws INPUT_INVALID. */
export function parseOutputDirectory(environment: Environment): string {
  const { workspace } = environment
  const given = environment.input('output-directory') || defaultOutputDirectory
  const folder = resolve(workspace, given)
  const below = relative(workspace, folder)
  if (isAbsolute(given) || (below !== '' && !/^\.\.(\/|$)/.test(below))) return folder
  throw invalid('output-directory', given, 'a folder below the workspace, or an absolute path')
}

/** What other jobs left, absolute, each once. Throws INPUT_MISSING. */
export function parseLeft(environment: Environment, name: 'packed' | 'computed'): string[] {
  const given = lines(environment.input(name))
  if (given.length === 0) {
    throw new NarPublishError({
      code: 'INPUT_MISSING',
      subject: `input ${name}`,
      reason: 'it is empty, and `phase: commit` takes what it names',
      hint: 'Give the folder that the artifacts of the other jobs were downloaded to.'
    })
  }
  return [...new Set(given.map((path) => resolve(environment.workspace, path)))]
}
