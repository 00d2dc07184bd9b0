import pLimit, { type LimitFunction } from 'p-limit'
import { NarPublishError } from '../errors.ts'
import type { NixCommand } from './command.ts'
import { describeAndTellExpression, described, readEvaluated, type Described } from './describe.ts'
import { evaluateTogether } from './evaluate-together.ts'
import { evaluatorsAtOnce } from './evaluators.ts'
import { evaluationReason, logWords, pasteable, runEvaluation } from './evaluation.ts'
import { holdEvaluated } from './gc-roots.ts'
import { parseInstallable } from './installable.ts'
import { nixFailure } from './run.ts'
import type { EvaluatedInstallable, InstallableFailure, Nix } from './types.ts'

export interface Evaluation {
  /** In the order of the request. */
  evaluated: EvaluatedInstallable[]
  failures: InstallableFailure[]
}

/**
 * Evaluates installables without building them; their .drv files are in the store afterwards. One that fails is reported with
 * ATTRIBUTE_INVALID or EVALUATION_FAILED and leaves the others alone. Throws what is the machine's failure and not an
 * installable's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
export async function evaluateInstallables(
  nix: Nix,
  installables: readonly string[]
): Promise<Evaluation> {
  const limit = pLimit(evaluatorsAtOnce())
  return evaluateRest(nix, installables, await evaluateTogether(nix, installables, limit), limit)
}

/** The same, each by an evaluation of its own, in Nix's words when it fails. */
export async function evaluateEach(nix: Nix, installables: readonly string[]): Promise<Evaluation> {
  return evaluateRest(nix, installables, new Map(), pLimit(evaluatorsAtOnce()))
}

/** `known`: those that are evaluated already. */
async function evaluateRest(
  nix: Nix,
  installables: readonly string[],
  known: ReadonlyMap<string, EvaluatedInstallable>,
  limit: LimitFunction
): Promise<Evaluation> {
  const result: Evaluation = { evaluated: [], failures: [] }
  const answers = await limit.map(
    installables,
    (installable) => known.get(installable) ?? holdEvaluated(nix, () => evaluate(nix, installable))
  )
  for (const [index, installable] of installables.entries()) {
    const evaluated = answers[index]
    if (evaluated instanceof NarPublishError)
      result.failures.push({ installable, error: evaluated })
    else if (evaluated !== undefined) result.evaluated.push(evaluated)
  }
  return result
}

function evalCommand(expression: string, reference: string): NixCommand {
  const args = ['eval', '--json', '--show-trace', '--apply', expression, '--', reference]
  return { program: 'nix', args }
}

function withoutEvaluationCache({ program, args: [name = '', ...args] }: NixCommand): NixCommand {
  return { program, args: [name, '--option', 'eval-cache', 'false', ...args] }
}

/** A file below a flake's source that is not there: as Nix 2.8 says it, as later ones do. */
const missingFile =
  /'\/nix\/store\/[0-9a-z]{32}-source\/[^'\n]*'(?:: No such file or directory| does not exist)| is not tracked by Git/
const untracked =
  'In a Git checkout a flake has the files that Git tracks: is it there, and not added (`git add`)? '

/** Configurations are sets, and what is built of one is a name further down. A hint, or nothing. */
function builtOf(reference: string): string {
  const [, kind] =
    /#((?:nixos|darwin|home)Configurations)\.(?:"[^"]*"|[^."]+)$/.exec(reference) ?? []
  if (kind === undefined) return ''
  const built = kind === 'homeConfigurations' ? 'activationPackage' : 'config.system.build.toplevel'
  return `What is built of it is \`${reference}.${built}\`. `
}

/** The failure is an answer here, so that one thrown is the machine's. */
async function evaluate(
  nix: Nix,
  installable: string
): Promise<EvaluatedInstallable | NarPublishError> {
  let parsed
  try {
    parsed = parseInstallable(installable)
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
  const { reference, outputs } = parsed
  const asTyped = evalCommand('drv: drv.drvPath', reference)
  const failed = (reason: string, cause?: unknown): NarPublishError =>
    new NarPublishError({
      code: 'EVALUATION_FAILED',
      subject: installable,
      reason,
      hint: `${missingFile.test(reason) ? untracked : ''}${builtOf(reference)}Try \`${pasteable(asTyped, nix.cwd)}\` on your machine.`,
      cause
    })

  const command = evalCommand(describeAndTellExpression, reference)
  const first = await runEvaluation(nix, command)
  // Evaluators that run at the same time share a cache, in which one may find half of what another one writes; and it has no words for
  // what failed before.
  const isOfCache =
    /^\s*error: (?:attribute '.*' is unexpectedly missing|cached failure of attribute '.*')$/m
  const ended = isOfCache.test(first.stderr)
    ? await runEvaluation(nix, withoutEvaluationCache(command))
    : first
  if (ended.status !== 0) {
    await logWords(nix.log, ended.stderr)
    return failed(evaluationReason(ended.stderr), nixFailure(ended))
  }
  const read = readDescription(ended.stdout)
  if (read instanceof Error) {
    return failed('Nix described it in a way that this version does not know', read)
  }
  const evaluated = readEvaluated(read, installable, outputs)
  return typeof evaluated === 'string' ? failed(evaluated) : evaluated
}

function readDescription(json: string): Described | Error {
  try {
    return described.parse(JSON.parse(json))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
