import { isAbsolute, relative, resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { invalid, lines } from './readers.ts'

// Not in action.yml, whose default every phase is given: `output-directory` says something in two phases only.
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
      reason: 'it is empty, and this phase takes what it names',
      hint: 'Give the folder that the artifacts of the other jobs were downloaded to.',
      terminal: { hint: 'Give the folder that holds what the other machines left.' }
    })
  }
  return [...new Set(given.map((path) => resolve(environment.workspace, path)))]
}
