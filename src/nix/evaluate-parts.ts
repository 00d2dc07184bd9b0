import { allOf } from '../all-of.ts'
import { NarPublishError } from '../errors.ts'
import { ask, type About, type Asked, type Ended } from './ask-attributes.ts'
import type { Evaluators } from './evaluators.ts'
import type { NixExit } from './run.ts'

/** In one evaluation, which keeps what each takes to its end. */
const mostTogether = 250
/** With fewer the flake itself costs more than evaluating it several times at once wins. */
const fewest = 50
/** Of the memory: the next part may be heavier. */
const planned = 0.75
/** Characters of questions in one command: Linux takes arguments of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const longestQuestions = 60_000

/**
 * Answers all that is asked: by one evaluation when it is little, else in parts, each a process of its own, as many side by side as the
 * machine has memory for. The first also tells what sets have; what each took says how large the next may be. One that ends for lack of
 * memory has answered what it came to. What does not fit into a process of its own is evaluated when nothing runs beside it, and
 * fails if it does not fit then. What ends an evaluation by an error that Nix cannot catch fails, and the rest goes on. Answers with how
 * the evaluation ended, when it is the value that fails. Throws MEMORY_EXHAUSTED when that alone takes too much.
 */
export async function answerInParts<Said>(
  about: About<Said>,
  all: readonly Asked<Said>[],
  { limit, share, whole }: Evaluators
): Promise<NixExit | null> {
  /** Those that do not fit beside others, or all. */
  const alone = new Set<Asked<Said>>()
  let isAllAlone = false
  let size = mostTogether
  let { patience } = about
  for (let open = openOf(all); open.length > 0; open = openOf(all)) {
    const beside = open.filter((one) => !alone.has(one))
    const isAlone = isAllAlone || beside.length === 0
    const heap = isAlone ? whole : share
    const atOnce = isAlone ? 1 : limit.concurrency
    const most = countPlaces(all) <= mostTogether ? size : spread(open.length, size, atOnce)
    const parts = beside.length === 0 ? open.map((one) => [one]) : partsOf(beside, most)
    const ended = await allOf(
      parts.slice(0, atOnce).map((part) => limit(() => ask(about, part, { most: size, heap })))
    )
    size = Math.min(mostTogether, ...ended.map((one) => nextSize(one, size, heap)))
    for (const { answers, failure } of ended) {
      if (failure === null) continue
      const { exit, isOfMemory } = failure
      const culprit = failure.culprit ?? (beside.length === 0 ? open[0] : undefined)
      if (culprit === undefined) {
        if (isOfMemory && !isAlone) isAllAlone = true
        else if (exit instanceof NarPublishError) throw exit
        else return exit
      } else if (!isOfMemory) {
        patience--
        fail(culprit)
      } else if (answers === 0) {
        if (isAlone) fail(culprit, needsMore(whole))
        else alone.add(culprit)
      }
    }
    if (patience <= 0) for (const one of openOf(all)) fail(one)
  }
  return null
}

/** Without an answer, or a name of those that it stands for. */
function openOf<Said>(all: readonly Asked<Said>[]): Asked<Said>[] {
  return all.flatMap((one) => {
    if (one.answer !== undefined) return []
    return one.members === undefined ? [one] : openOf(one.members)
  })
}

function countPlaces<Said>(all: readonly Asked<Said>[]): number {
  return all.reduce((sum, { members }) => sum + (members?.length ?? 1), 0)
}

/** What has members is none of them. */
function fail<Said>(one: Asked<Said>, reason?: string): void {
  const { path } = one.question
  if (one.members === undefined)
    one.answer = [{ path, described: null, ...(reason === undefined ? {} : { reason }) }]
}

function needsMore(bytes: number): string {
  return `evaluating it needs more memory than the ${(bytes / 1024 ** 3).toFixed(1)} GiB that are here for it`
}

/** How many a part may have after one that had so many answers. `heap`: bytes that it had. */
function nextSize(
  { answers, heap: taken, failure }: Ended<unknown>,
  size: number,
  heap: number
): number {
  if (failure?.isOfMemory === true)
    return answers === 0 ? size : Math.max(1, Math.floor(answers * planned))
  const isLight = taken === null || taken * 2 <= heap
  return isLight ? size * 2 : Math.max(1, Math.floor((answers * planned * heap) / taken))
}

/** So many in a part that each evaluator has one. */
function spread(count: number, size: number, atOnce: number): number {
  return Math.min(size, Math.max(fewest, Math.ceil(count / atOnce)))
}

function partsOf<Said>(open: readonly Asked<Said>[], most: number): Asked<Said>[][] {
  const parts: Asked<Said>[][] = []
  let length = Infinity
  for (const one of open) {
    const own = JSON.stringify(one.question).length
    const part = parts.at(-1)
    length += own
    if (part === undefined || part.length >= most || length > longestQuestions) {
      parts.push([one])
      length = own
    } else part.push(one)
  }
  return parts
}
