import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { NarPublishError } from '../errors.ts'
import type { Place } from '../process/start.ts'
import type { NixCommand } from './command.ts'
import { describeExpression, described, type Described } from './describe.ts'
import { evaluationReason, logWords, pasteable, runEvaluation } from './evaluation.ts'
import { nixFailure, type NixExit } from './run.ts'
import type { Nix } from './types.ts'

/** `one`: what stands there. `each`: every derivation of the set there. `member`: as `each` sees one attribute. `exists`: no entry, but an answer when something is there. */
interface AttributeRequest {
  /** Names from the flake's output (`packages`) on; at least that one. */
  path: string[]
  kind: 'one' | 'each' | 'member' | 'exists'
}

export interface AttributeEntry<Said = Described> {
  path: string[]
  /** null: evaluating it failed. */
  described: Said | null
}

/** What was found at a request's place; null: there is nothing, in this flake. */
export type AttributeAnswer<Said = Described> = AttributeEntry<Said>[] | null

const listExpression = readFileSync(new URL('./list-attributes.nix', import.meta.url), 'utf8')

const answers = z.array(
  z.object({
    missing: z.literal(true).optional(),
    names: z.array(z.string()).default([]),
    entries: z
      .array(
        z.object({
          path: z.array(z.string()),
          described: z.unknown().optional()
        })
      )
      .default([])
  })
)

/** A request as list-attributes.nix takes it, its path below the value that is asked about. */
export interface Question {
  path: string[]
  kind: 'one' | 'each' | 'exists' | 'member' | 'names'
}

/** Characters of requests in one command: Linux takes arguments of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const longestQuestions = 60_000

/** What is asked of one value. */
export interface About<Said = Described> {
  nix: Nix
  /** The command that applies a function, in Nix code, to the value, and prints JSON. */
  command: (apply: string) => NixCommand
  /** Where it runs; left out: as `nix` says. */
  place?: Partial<Place>
  /** Nix code: what is said of a derivation. */
  describe: string
  /** The same as it is read. */
  shape: z.ZodType<Said>
  /** So many evaluations may fail for something that is asked; what is left by then counts as failed. */
  patience: number
}

/**
 * Answers all requests about a flake (`.`, `github:o/r`), in their order: one evaluation for each output that they are about, as
 * long as what fails is thrown. Each attribute whose failure Nix cannot catch takes one more, and the others are described all the
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
    const reference = `${flake}#${output}`
    const about: About = {
      ...{ nix, command: applied(reference), describe: describeExpression, shape: described },
      patience: Infinity
    }
    const answers = await answerAll(about, questions)
    if (!Array.isArray(answers)) throw await flakeFailure(nix, reference, flake, answers)
    for (const [index, request] of asked.entries()) {
      const entries = answers[index]?.map(({ path, described }) => ({
        path: [output, ...path],
        described
      }))
      found.set(request, entries ?? null)
    }
  }
  return requests.map((request) => found.get(request) ?? null)
}

/** For what `nix eval` takes: `.#packages`. */
export function applied(reference: string): About['command'] {
  return (apply) => ({
    program: 'nix',
    args: ['eval', '--json', '--show-trace', '--apply', apply, '--', reference]
  })
}

async function flakeFailure(
  nix: Nix,
  reference: string,
  flake: string,
  ended: NixExit
): Promise<NarPublishError> {
  await logWords(nix.log, ended.stderr)
  const args = ['eval', '--json', '--show-trace', '--apply', 'builtins.attrNames', '--', reference]
  return nixFailure(ended, {
    code: 'EVALUATION_FAILED',
    subject: flake,
    reason: evaluationReason(ended.stderr),
    hint: `Try \`${pasteable({ program: 'nix', args }, nix.cwd)}\` on your machine.`
  })
}

/** How the evaluation ended instead, when it is the value that is asked about that fails. */
export async function answerAll<Said>(
  about: About<Said>,
  questions: readonly Question[]
): Promise<AttributeAnswer<Said>[] | NixExit> {
  const found = new Map<Question, AttributeAnswer<Said>>()
  for (const chunk of chunkQuestions(questions)) {
    const failure = await answerChunk(about, chunk, found)
    if (failure !== null) return failure
  }
  return questions.map((question) => found.get(question) ?? null)
}

async function answerChunk<Said>(
  about: About<Said>,
  chunk: readonly Question[],
  found: Map<Question, AttributeAnswer<Said>>
): Promise<NixExit | null> {
  const failed = ({ path }: Question): AttributeAnswer<Said> => [{ path, described: null }]
  let open = chunk
  let patience = about.patience
  // What was evaluated before one that fails is asked for once more, when that is out of the way.
  const sound: Question[] = []
  while (open.length > 0) {
    const asked = await ask(about, open)
    if (asked.kind === 'answers') {
      for (const [index, answer] of asked.answers.entries()) {
        const question = open[index]
        if (question !== undefined) found.set(question, readAnswer(about, answer))
      }
      break
    }
    const culprit = open[asked.begun ?? -1]
    if (culprit === undefined) return asked.ended
    const members = culprit.kind === 'each' ? await answerMembers(about, culprit) : 'failed'
    found.set(culprit, members === 'failed' ? failed(culprit) : members)
    sound.push(...open.slice(0, asked.begun ?? 0))
    open = open.slice((asked.begun ?? 0) + 1)
    if (--patience > 0) continue
    for (const question of open) found.set(question, failed(question))
    break
  }
  return sound.length === 0 ? null : answerChunk(about, sound, found)
}

/** Of a set, one by one. */
async function answerMembers<Said>(
  about: About<Said>,
  { path }: Question
): Promise<AttributeAnswer<Said> | 'failed'> {
  const asked = await ask(about, [{ path, kind: 'names' }])
  const [place] = asked.kind === 'answers' ? asked.answers : []
  if (place === undefined) return 'failed'
  if (place.missing === true) return null
  const members = place.names.map((name): Question => ({ path: [...path, name], kind: 'member' }))
  const found = await answerAll(about, members)
  return Array.isArray(found) ? found.flatMap((entries) => entries ?? []) : 'failed'
}

function readAnswer<Said>(
  { shape }: About<Said>,
  { missing, entries }: z.infer<typeof answers>[number]
): AttributeAnswer<Said> {
  if (missing === true) return null
  // What is described in no known way counts as failed, and leaves the others alone.
  return entries.map(({ path, described }) => {
    const said = described === undefined ? undefined : shape.safeParse(described).data
    return { path, described: said ?? null }
  })
}

type Asked =
  | { kind: 'answers'; answers: z.infer<typeof answers> }
  /** `begun`: the number of the question that ended it; null: it did not come to the first. */
  | { kind: 'failed'; begun: number | null; ended: NixExit }

/** One evaluation. */
async function ask<Said>(about: About<Said>, questions: readonly Question[]): Promise<Asked> {
  const numbers: number[] = []
  // As it comes: of what is said at length not all is kept.
  const note = (line: string): void => {
    if (line.startsWith(mark)) numbers.push(Number(line.slice(mark.length)))
  }
  const command = about.command(listing(about, questions))
  const ended = await runEvaluation(about.nix, command, about.place, note)
  if (ended.status === 0) {
    return { kind: 'answers', answers: answers.parse(JSON.parse(ended.stdout)) }
  }
  const begun = numbers.at(-1) ?? null
  // The flake has no such output.
  if (begun === null && /error: flake '[^']*' does not provide attribute/.test(ended.stderr)) {
    return { kind: 'answers', answers: answers.parse(questions.map(() => ({ missing: true }))) }
  }
  return { kind: 'failed', begun, ended }
}

// No package can say it as well.
const mark = `nar-publish ${randomUUID()} begins with `

/** Nix code of a function from the value to the answers. */
function listing<Said>({ describe }: About<Said>, questions: readonly Question[]): string {
  const requests = `builtins.fromJSON ${nixString(JSON.stringify(questions))}`
  return `(${listExpression}) { describe = ${describe}; mark = ${nixString(mark)}; requests = ${requests}; }`
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
