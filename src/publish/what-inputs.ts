import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { lines } from '../inputs/readers.ts'
import type { OmResultsInput } from '../om-results/resolve.ts'
import { isStorePath } from '../store-path.ts'
import { parseOmInputs, parsePins, type PinRequest } from './pin-inputs.ts'

/** What the user names. */
export interface WhatToPublish {
  /** As written, `{system}` already replaced, no two the same. */
  installables: string[]
  /** Paths as written: store paths, or links to them relative to the workspace. */
  paths: string[]
  /** What `om ci` built; null: none. */
  omResults: OmResultsInput | null
  /** Asked for by hand, no two of one name. */
  pins: PinRequest[]
}

/** What the job of a matrix named instead. */
export interface PlanInputs {
  /** `folder` absolute; null: what is built is named by the user. */
  plan: { folder: string; row: string } | null
  /** Absolute: packed folders, or folders with such folders, whose paths are not built again. */
  handed: string[]
}

/** Throws INPUT_MISSING when nothing is named and that is not meant, INPUT_INVALID, PIN_NAME_INVALID. */
export function parseWhatToPublish(
  environment: Environment,
  systems: readonly string[],
  { mayBeNothing }: { mayBeNothing: boolean }
): WhatToPublish {
  const attributes = lines(environment.input('flake-attribute'))
  const paths = lines(environment.input('paths'))
  const omResults = parseOmInputs(environment)
  const pins = parsePins(environment, systems)
  const isOnlyPins = pins.length > 0 || environment.input('unpin') !== ''
  const isPlanned = environment.input('plan') !== ''
  if (isPlanned && attributes.length > 0) {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'inputs plan and flake-attribute',
      reason: 'a row of a plan has its attributes'
    })
  }
  if (
    !isPlanned &&
    !mayBeNothing &&
    attributes.length + paths.length === 0 &&
    omResults === null &&
    !isOnlyPins
  ) {
    throw new NarPublishError({
      code: 'INPUT_MISSING',
      subject: 'inputs flake-attribute, paths and om-results',
      reason: 'all are empty, so there is nothing to publish'
    })
  }
  const expanded = attributes.flatMap((attribute) =>
    attribute.includes('{system}')
      ? systems.map((system) => attribute.replaceAll('{system}', () => system))
      : [attribute]
  )
  // `nix build /nix/store/…` takes a store path as an installable, so we do.
  return {
    installables: [...new Set(expanded.filter((attribute) => !isStorePath(attribute)))],
    paths: [...new Set([...paths, ...expanded.filter(isStorePath)])],
    omResults,
    pins
  }
}

/** `plan`, `row` and `handed`. Throws INPUT_MISSING. */
export function parsePlanInputs(environment: Environment): PlanInputs {
  const folder = environment.input('plan')
  const row = environment.input('row')
  const handed = lines(environment.input('handed'))
  const inWorkspace = (path: string): string => resolve(environment.workspace, path)
  if (folder !== '' && row !== '') {
    return { plan: { folder: inWorkspace(folder), row }, handed: handed.map(inWorkspace) }
  }
  if (folder === '' && row === '' && handed.length === 0) return { plan: null, handed: [] }
  throw new NarPublishError({
    code: 'INPUT_MISSING',
    subject: folder === '' ? 'input plan' : 'input row',
    reason: 'it is empty, and `plan`, `row` and `handed` go together',
    hint: 'Give `plan` the folder that `mode: matrix` left, and `row` the row’s `row`.'
  })
}
