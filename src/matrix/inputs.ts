import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { givenSystems, type Sourced } from '../inputs/common.ts'
import { isSystem } from '../inputs/systems.ts'
import { invalid, lines, parseBoolean } from '../inputs/readers.ts'
import type { Secrets } from '../inputs/secrets.ts'
import type { ClosureType } from '../nix/types.ts'
import type { RunnerLabel } from '../publish/expected-rows.ts'
import { parseClosure, parseReadTargetInputs, type TargetInputs } from '../publish/inputs.ts'
import { quote } from '../text.ts'

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
      hint: 'Give attributes one a line, for example `.#packages.*` for every package of the flake.'
    })
  }
  const runners = parseRunnerMap(environment)
  return {
    mode: 'matrix',
    attributes,
    systems: parseMatrixSystems(environment, runners),
    closure: parseClosure(environment),
    runners,
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
    : { value: [...runners.keys()], source: 'default' }
}

/** GitHub's own runners. */
const defaultRunners: readonly (readonly [system: string, label: string])[] = [
  ['x86_64-linux', 'ubuntu-24.04'],
  ['aarch64-linux', 'ubuntu-24.04-arm'],
  ['aarch64-darwin', 'macos-15'],
  ['x86_64-darwin', 'macos-15-intel']
]

/** `system=label`, or `system=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y

const labelPattern = /^[\w.:/@+ -]{1,256}$/

/** The default runners, with those of `runner-map` on top. Throws INPUT_INVALID. */
export function parseRunnerMap(environment: Environment): Map<string, RunnerLabel> {
  const runners = new Map<string, RunnerLabel>(defaultRunners)
  const text = environment.input('runner-map')
  entry.lastIndex = 0
  while (entry.lastIndex < text.trimEnd().length) {
    const start = entry.lastIndex
    const [, system = '', several, one = ''] = entry.exec(text) ?? []
    const labels = several === undefined ? [one] : labelsOf(several)
    if (
      !isSystem(system) ||
      labels.length === 0 ||
      !labels.every((label) => labelPattern.test(label))
    ) {
      throw invalid(
        'runner-map',
        text.slice(start).trim(),
        '`system=label` or `system=[label, label]`, separated by spaces or lines'
      )
    }
    runners.set(system, several === undefined ? one : labels)
  }
  return runners
}

function labelsOf(text: string): string[] {
  return text
    .split(',')
    .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((label) => label !== '')
}
