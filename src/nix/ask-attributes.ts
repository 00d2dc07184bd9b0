import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { attempt, NarPublishError } from '../errors.ts'
import type { Place } from '../process/start.ts'
import { makeScratch, removeFolder } from '../scratch.ts'
import { parseJson } from '../text.ts'
import type { NixCommand } from './command.ts'
import type { Described } from './describe.ts'
import { runEvaluation } from './evaluation.ts'
import type { NixExit } from './run.ts'
import type { Nix } from './types.ts'

/**
 * `one`: what stands there. `each`: every derivation of the set there. `member`: what `each` says of one. `exists`: no entry, but an
 * answer when something is there.
 */
export interface Question {
  /** Below the value that is asked about. */
  path: string[]
  kind: 'one' | 'each' | 'member' | 'exists'
}

export interface AttributeEntry<Said = Described> {
  path: string[]
  /** null: evaluating it failed. */
  described: Said | null
  /** Why, when it is known without Nix's words. */
  reason?: string
}

/** What was found at a question's place; null: there is nothing. */
export type AttributeAnswer<Said = Described> = AttributeEntry<Said>[] | null

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

/** A question on its way to its answer, or to those of its members, whose names come first. */
export interface Asked<Said> {
  question: Question
  answer?: AttributeAnswer<Said>
  members?: Asked<Said>[]
}

type Exit = (NixExit & { stdout: string }) | NarPublishError

/** How an evaluation went. What it answered stands with what was asked. */
export interface Ended<Said> {
  /** So many answers are there by it. */
  answers: number
  /** Bytes of values that it took; null: nobody knows. */
  heap: number | null
  /** null: all is answered that was asked. */
  failure: {
    /** What was looked at last; null: it did not come to the first. */
    culprit: Asked<Said> | null
    /** An error: MEMORY_EXHAUSTED. */
    exit: NixExit | NarPublishError
    isOfMemory: boolean
  } | null
}

const listExpression = readFileSync(new URL('./list-attributes.nix', import.meta.url), 'utf8')

const entries = z.array(z.object({ path: z.array(z.string()), described: z.unknown().optional() }))
const answer = z.object({
  missing: z.literal(true).optional(),
  entries: entries.optional(),
  names: z.array(z.string()).optional(),
  members: z.array(z.object({ entries })).optional()
})
type Answer = z.infer<typeof answer>
/** Indices of a question and of a member. */
const told = z.object({
  at: z.tuple([z.number(), z.number().optional()]),
  names: z.array(z.string()).optional(),
  answer: answer.optional()
})

/** One evaluation. `most`: members of each set that it looks at. `heap`: bytes of values that it may hold. */
export async function ask<Said>(
  about: About<Said>,
  asked: readonly Asked<Said>[],
  { most, heap }: { most: number; heap: number }
): Promise<Ended<Said>> {
  const before = countAnswers(asked)
  const { note, begun } = noteAnswers(about, asked)
  const questions = asked.map(({ question }) => ({ ...question, most }))
  const scratch = makeScratch(tmpdir())
  const statsFile = join(scratch, 'evaluation.json')
  const env = {
    ...(about.place?.env ?? about.nix.env),
    GC_MAXIMUM_HEAP_SIZE: String(heap),
    NIX_SHOW_STATS: '1',
    NIX_SHOW_STATS_PATH: statsFile
  }
  try {
    const exit = await evaluate(about, { ...about.place, env }, listing(about, questions), note)
    const failure = readExit(about, asked, begun(), exit)
    const answers = countAnswers(asked) - before
    return { answers, heap: heapIn(statsFile), failure }
  } finally {
    removeFolder(scratch)
  }
}

/** Lack of memory is an answer here. */
async function evaluate<Said>(
  { nix, command }: About<Said>,
  place: Partial<Place>,
  apply: string,
  note: (line: string) => void
): Promise<Exit> {
  try {
    return await runEvaluation(nix, command(apply), place, note)
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'MEMORY_EXHAUSTED') return error
    throw error
  }
}

/** Puts what is told with what was asked; `begun`: what was looked at last. */
function noteAnswers<Said>(
  about: About<Said>,
  asked: readonly Asked<Said>[]
): { note: (line: string) => void; begun: () => Asked<Said> | null } {
  let begun: Asked<Said> | null = null
  const note = (line: string): void => {
    if (!line.startsWith(mark)) return
    // A line that somebody else's words got into says nothing: what it was about is asked for again.
    const read = told.safeParse(attempt(() => parseJson(line.slice(mark.length)), null))
    if (!read.success) return
    const { at, names, answer } = read.data
    const [index, member] = at
    const one = member === undefined ? asked[index] : asked[index]?.members?.[member]
    if (one === undefined) return
    begun = one
    if (names !== undefined) nameMembers(one, names)
    if (answer !== undefined) one.answer = readAnswer(about, answer)
  }
  return { note, begun: () => begun }
}

function readExit<Said>(
  about: About<Said>,
  asked: readonly Asked<Said>[],
  culprit: Asked<Said> | null,
  exit: Exit
): Ended<Said>['failure'] {
  if (exit instanceof NarPublishError) return { culprit, exit, isOfMemory: true }
  if (exit.status === 0) {
    readAnswers(about, asked, z.array(answer).parse(JSON.parse(exit.stdout)))
    return null
  }
  // The flake has no such output.
  if (culprit === null && /error: flake '[^']*' does not provide attribute/.test(exit.stderr)) {
    for (const one of asked) one.answer = null
    return null
  }
  // The kernel's choice when there is no memory left; 137 when a shell was in between.
  return { culprit, exit, isOfMemory: exit.signal === 'SIGKILL' || exit.status === 137 }
}

function readAnswers<Said>(
  about: About<Said>,
  asked: readonly Asked<Said>[],
  answers: readonly Answer[]
): void {
  for (const [index, one] of asked.entries()) {
    const { names, members = [], ...own } = answers[index] ?? { missing: true }
    if (names === undefined) one.answer = readAnswer(about, own)
    else {
      const named = nameMembers(one, names)
      for (const [at, member] of members.entries()) {
        const of = named[at]
        if (of !== undefined) of.answer = readAnswer(about, member)
      }
    }
  }
}

function nameMembers<Said>(asked: Asked<Said>, names: readonly string[]): Asked<Said>[] {
  const { path } = asked.question
  asked.members ??= names.map((name) => ({ question: { path: [...path, name], kind: 'member' } }))
  return asked.members
}

function readAnswer<Said>(
  { shape }: About<Said>,
  { missing, entries = [] }: Answer
): AttributeAnswer<Said> {
  if (missing === true) return null
  // What is described in no known way counts as failed, and leaves the others alone.
  return entries.map(({ path, described }) => {
    const said = described === undefined ? undefined : shape.safeParse(described).data
    return { path, described: said ?? null }
  })
}

/** Answers to questions, and to what they were divided into. */
function countAnswers<Said>(asked: readonly Asked<Said>[]): number {
  return asked.reduce(
    (sum, { answer, members = [] }) => sum + (answer === undefined ? countAnswers(members) : 1),
    0
  )
}

const stats = z.object({ gc: z.object({ heapSize: z.number() }) })

/** Each version that we know writes it; null: this one does not, or it was killed. */
function heapIn(file: string): number | null {
  const read = attempt(() => stats.parse(parseJson(readFileSync(file, 'utf8'))), null)
  return read?.gc.heapSize ?? null
}

// No package can say it as well.
const mark = `nar-publish ${randomUUID()} tells `

/** Nix code of a function from the value to the answers. */
function listing<Said>({ describe }: About<Said>, questions: readonly object[]): string {
  const requests = `builtins.fromJSON ${nixString(JSON.stringify(questions))}`
  return `(${listExpression}) { describe = ${describe}; mark = ${nixString(mark)}; requests = ${requests}; }`
}

/** A string of the Nix language with just this text. */
export function nixString(text: string): string {
  return `"${text.replace(/["\\]|\$(?=\{)/g, (character) => `\\${character}`)}"`
}
