import { readFileSync } from 'node:fs'
import pLimit from 'p-limit'
import { z } from 'zod'
import { NarPublishError } from '../errors.ts'
import { isStorePath } from '../store-path.ts'
import type { NixCommand } from './command.ts'
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

/** Each evaluator of nixpkgs takes some 0.5 GB of memory; a runner has 16 GB and 4 cores. */
const evaluatorsAtOnce = 4

/** Nix code: what is known of any derivation. */
export const describeExpression = readFileSync(new URL('./describe.nix', import.meta.url), 'utf8')

/** The same, told of its .drv as soon as that is in the store, while Nix itself keeps it there; see holdTraced. */
export const describeAndTellExpression = `(value: let told = (${describeExpression}) value; in if told ? drvPath then builtins.trace told.drvPath told else told)`

/** What that tells. */
export const description = z.object({
  name: z.string(),
  drvPath: z.string(),
  system: z.string(),
  pname: z.string(),
  version: z.string().nullable(),
  mainProgram: z.string().nullable(),
  /** Of all of them, in the derivation's order. */
  outputs: z.array(z.object({ name: z.string(), path: z.string() })).min(1),
  /** The one that the attribute stands for (`pkg.dev`); null: for the derivation. */
  specified: z.string().nullable()
})
export const noDerivation = z.object({
  notDerivation: z.string(),
  attributes: z.array(z.string()).default([])
})
const answer = z.union([description, noDerivation])

/**
 * Evaluates installables without building them; their .drv files are in the store afterwards. One that fails is reported with
 * ATTRIBUTE_INVALID or EVALUATION_FAILED and leaves the others alone. Throws what is the machine's failure and not an
 * installable's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
export async function evaluateInstallables(
  nix: Nix,
  installables: readonly string[]
): Promise<Evaluation> {
  const result: Evaluation = { evaluated: [], failures: [] }
  const limit = pLimit(evaluatorsAtOnce)
  const answers = await limit.map(installables, (installable) =>
    holdEvaluated(nix, () => evaluate(nix, installable))
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
      hint: `${missingFile.test(reason) ? untracked : ''}Try \`${pasteable(asTyped, nix.cwd)}\` on your machine.`,
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

/** A derivation with the wanted outputs (as after `^`; null: nothing is said), or why it is none that can be published. */
export function readEvaluated(
  read: z.infer<typeof answer>,
  installable: string,
  outputs: readonly string[] | null
): EvaluatedInstallable | string {
  if ('notDerivation' in read) return noDerivationReason(read)
  const { specified, ...described } = read
  const wanted = outputs ?? (specified === null ? ['*'] : [specified])
  const unknown = wanted.find(
    (name) => name !== '*' && !read.outputs.some((output) => output.name === name)
  )
  if (unknown !== undefined) {
    return `it has no output "${unknown}"; it has ${read.outputs.map(({ name }) => name).join(', ')}`
  }
  const unpredictable = read.outputs.find(({ path }) => !isStorePath(path))
  if (unpredictable !== undefined) {
    return (
      `its output "${unpredictable.name}" is ${JSON.stringify(unpredictable.path)}, no path in /nix/store: ` +
      'content-addressed derivations and other store directories are not supported'
    )
  }
  return {
    ...described,
    installable,
    outputs: read.outputs.filter(({ name }) => wanted.includes(name) || wanted.includes('*'))
  }
}

function readDescription(json: string): z.infer<typeof answer> | Error {
  try {
    return answer.parse(JSON.parse(json))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

export function noDerivationReason({
  notDerivation,
  attributes
}: z.infer<typeof noDerivation>): string {
  return `it is a ${notDerivation}, not a derivation${whatItHas('it', attributes)}`
}

/** `; it has a, b, …`, or nothing. */
export function whatItHas(owner: string, attributes: readonly string[]): string {
  const few = attributes.slice(0, 10)
  if (few.length === 0) return ''
  return `; ${owner} has ${few.join(', ')}${attributes.length > few.length ? ', …' : ''}`
}
