import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { NixCommand } from './command.ts'
import { describeExpression, description, noDerivation } from './evaluate.ts'
import { evaluationReason, logWords, pasteable, runEvaluation } from './evaluation.ts'
import { nixFailure } from './run.ts'
import type { Nix } from './types.ts'

/** `one`: what stands there. `each`: every derivation of the set there. `exists`: no entry, but an answer when something is there. */
interface AttributeRequest {
  /** Names from the flake's output (`packages`) on; at least that one. */
  path: string[]
  kind: 'one' | 'each' | 'exists'
}

type Described = z.infer<typeof description> | z.infer<typeof noDerivation>

export interface AttributeEntry {
  path: string[]
  /** null: evaluating it failed. */
  described: Described | null
}

/** What was found at a request's place; null: there is nothing, in this flake. */
export type AttributeAnswer = AttributeEntry[] | null

const listExpression = readFileSync(new URL('./list-attributes.nix', import.meta.url), 'utf8')

const answers = z.array(
  z.object({
    missing: z.literal(true).optional(),
    names: z.array(z.string()).default([]),
    entries: z
      .array(
        z.object({
          path: z.array(z.string()),
          described: z.union([description, noDerivation]).optional()
        })
      )
      .default([])
  })
)

/** A request as list-attributes.nix takes it, its path below the output. */
interface Question {
  path: string[]
  kind: 'one' | 'each' | 'exists' | 'member' | 'names'
}

/** Characters of requests in one command: Linux takes arguments of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const longestQuestions = 60_000

/**
 * Answers all requests about a flake (`.`, `github:o/r`), in their order: one evaluation for each output that they are about, as
 * long as what fails is thrown. An attribute whose failure Nix cannot catch is found by halves, and the others are described all the
 * same. Throws NIX_FAILED, with Nix's words, when it is the flake itself that does not evaluate.
 */
export async function listAttributes(
  nix: Nix,
  flake: string,
  requests: readonly AttributeRequest[]
): Promise<AttributeAnswer[]> {
  const found = new Map<AttributeRequest, AttributeAnswer>()
  for (const [output, asked] of Map.groupBy(requests, ({ path }) => path[0] ?? '')) {
    const questions = asked.map(({ path, kind }) => ({ path: path.slice(1), kind }))
    const about: About = { nix, flake, output, isEvaluable: null }
    for (const [index, answer] of (await answerAll(about, questions)).entries()) {
      const request = asked[index]
      if (request === undefined) continue
      const entries = answer?.map(({ path, described }) => ({ path: [output, ...path], described }))
      found.set(request, entries ?? null)
    }
  }
  return requests.map((request) => found.get(request) ?? null)
}

interface About {
  nix: Nix
  flake: string
  output: string
  /** Whether the flake and the output themselves evaluate, once it was asked. */
  isEvaluable: Promise<boolean> | null
}

async function answerAll(about: About, questions: readonly Question[]): Promise<AttributeAnswer[]> {
  const chunks = chunkQuestions(questions)
  if (chunks.length !== 1) {
    return (await Promise.all(chunks.map((chunk) => answerAll(about, chunk)))).flat()
  }
  const answered = await ask(about, questions)
  if (answered !== null) return answered.map(({ missing, entries }) => readAnswer(missing, entries))
  const [question] = questions
  if (questions.length > 1 || question === undefined) {
    const half = Math.ceil(questions.length / 2)
    const halves = [questions.slice(0, half), questions.slice(half)]
    return (await Promise.all(halves.map((part) => answerAll(about, part)))).flat()
  }
  if (question.kind === 'each') {
    const [place] = (await ask(about, [{ path: question.path, kind: 'names' }])) ?? []
    if (place?.missing === true) return [null]
    if (place !== undefined) {
      const members = place.names.map((name): Question => ({
        path: [...question.path, name],
        kind: 'member'
      }))
      const found = await answerAll(about, members)
      return [found.flatMap((entries) => entries ?? [])]
    }
  }
  return [[{ path: question.path, described: null }]]
}

function readAnswer(
  missing: true | undefined,
  entries: z.infer<typeof answers>[number]['entries']
): AttributeAnswer {
  if (missing === true) return null
  return entries.map(({ path, described }) => ({ path, described: described ?? null }))
}

/** null: the evaluation failed as a whole. */
async function ask(
  about: About,
  questions: readonly Question[]
): Promise<z.infer<typeof answers> | null> {
  const { nix, flake, output } = about
  const ended = await runEvaluation(nix, listCommand(flake, output, questions))
  if (ended.status === 0) return answers.parse(JSON.parse(ended.stdout))
  // The flake has no such output: Nix says so before it evaluates anything of what is asked.
  if (/error: flake '[^']*' does not provide attribute/.test(ended.stderr)) {
    return questions.map(() => ({ missing: true, names: [], entries: [] }))
  }
  const isOwnFailure = questions.length === 1 && questions[0]?.kind !== 'each'
  if (isOwnFailure || (await (about.isEvaluable ??= isEvaluable(about)))) return null
  await logWords(nix.log, ended.stderr)
  const args = ['eval', '--json', '--show-trace', '--apply', 'builtins.attrNames']
  const asTyped: NixCommand = { program: 'nix', args: [...args, '--', `${flake}#${output}`] }
  throw nixFailure(ended, {
    code: 'EVALUATION_FAILED',
    subject: flake,
    reason: evaluationReason(ended.stderr),
    hint: `Try \`${pasteable(asTyped, nix.cwd)}\` on your machine.`
  })
}

/** Whether it is only what was asked for that fails. */
async function isEvaluable({ nix, flake, output }: About): Promise<boolean> {
  const { status } = await runEvaluation(nix, listCommand(flake, output, []))
  return status === 0
}

function listCommand(flake: string, output: string, questions: readonly Question[]): NixCommand {
  const requests = `builtins.fromJSON ${nixString(JSON.stringify(questions))}`
  return {
    program: 'nix',
    args: [
      ...['eval', '--json', '--show-trace', '--apply'],
      `(${listExpression}) { describe = ${describeExpression}; requests = ${requests}; }`,
      ...['--', `${flake}#${output}`]
    ]
  }
}

/** A string of the Nix language with just this text. */
export function nixString(text: string): string {
  return `"${text.replace(/["\\]|\$(?=\{)/g, (character) => `\\${character}`)}"`
}

function chunkQuestions(questions: readonly Question[]): Question[][] {
  const chunks: Question[][] = [[]]
  let length = 0
  for (const question of questions) {
    length += JSON.stringify(question).length + 1
    if (length > longestQuestions) {
      chunks.push([])
      length = JSON.stringify(question).length
    }
    chunks.at(-1)?.push(question)
  }
  return chunks
}
