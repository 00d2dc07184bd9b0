import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { givenSystems, type Sourced } from '../inputs/common.ts'
import { parseOutputDirectory } from '../inputs/phases.ts'
import { lines, parseBoolean, parseCount } from '../inputs/readers.ts'
import { parseRunnerMap, systemsOf, type RunnerLabel } from '../inputs/runner-map.ts'
import type { Secrets } from '../inputs/secrets.ts'
import type { ClosureType } from '../nix/types.ts'
import { parseClosure, parseReadTargetInputs, type TargetInputs } from '../publish/inputs.ts'
import { quote } from '../text.ts'
import { parseExclude, type AttributeGlob } from './exclude.ts'

/** What `mode: matrix` is told. It reads the target and writes nothing. */
export interface MatrixInputs extends TargetInputs {
  mode: 'matrix'
  /** As written, no two the same. */
  attributes: string[]
  /** Of `default` ones, the flake need not have every one. */
  systems: Sourced<string[]>
  /** What the rows' jobs will publish with each path: the target may hold a path without it. */
  closure: ClosureType
  runners: ReadonlyMap<string, RunnerLabel>
  /** Patterns of attributes that are left out. */
  exclude: readonly AttributeGlob[]
  /** How much a row builds at most, before what it shares is cut off. */
  rowWeight: number
  /** Absolute: where the plan is left, empty or absent; null: nothing is left, and there is no first wave. */
  planDirectory: string | null
  failOnEvalError: boolean
  /** The target's artifacts count without a signature. */
  unsigned: boolean
}

/**
 * Throws INPUT_INVALID, INPUT_MISSING, SYSTEM_UNKNOWN, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID.
 */
export function parseMatrixInputs(environment: Environment, secrets: Secrets): MatrixInputs {
  const attributes = [...new Set(lines(environment.input('flake-attribute')))]
  if (attributes.length === 0) {
    throw new NarPublishError({
      code: 'INPUT_MISSING',
      subject: 'input flake-attribute',
      reason: 'it is empty, so there is nothing to make jobs for',
      hint: 'Give attributes one a line, for example `.#packages.*` for every package of the flake.',
      terminal: { reason: 'it is empty', hint: 'Give attributes, for example `.#packages.*`.' }
    })
  }
  const runners = parseRunnerMap(environment)
  return {
    mode: 'matrix',
    attributes,
    systems: parseMatrixSystems(environment, runners),
    closure: parseClosure(environment),
    runners,
    exclude: lines(environment.input('exclude')).map(parseExclude),
    rowWeight: parseCount(environment, 'row-weight', 1, 100_000),
    planDirectory:
      environment.input('output-directory') === '' ? null : parseOutputDirectory(environment),
    failOnEvalError: parseBoolean(environment, 'fail-on-eval-error'),
    unsigned: parseBoolean(environment, 'unsigned'),
    ...parseReadTargetInputs(environment, secrets)
  }
}

function parseMatrixSystems(
  environment: Environment,
  runners: ReadonlyMap<string, RunnerLabel>
): Sourced<string[]> {
  const given = givenSystems(environment)
  const homeless = given.find((system) => !runners.has(system))
  if (homeless !== undefined) {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'inputs systems and runner-map',
      reason: `there is no runner for ${quote(homeless)}`,
      hint: `Say which: \`runner-map: ${homeless}=label\`.`
    })
  }
  return given.length > 0
    ? { value: given, source: 'input' }
    : { value: systemsOf(runners), source: 'default' }
}
