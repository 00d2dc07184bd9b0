import pLimit, { type LimitFunction } from 'p-limit'
import { availableParallelism } from 'node:os'

/** What an evaluation of nixpkgs may take, with room to spare. */
const evaluatorBytes = 2 * 1024 ** 3

/** Bytes that are to be had, and cores. */
interface Machine {
  cores: number
  memory: number
}

/** How many evaluations a machine does at once. Default: this machine, now. */
export function evaluatorsAtOnce({ cores, memory }: Machine = thisMachine()): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / evaluatorBytes)))
}

/** What evaluations in parts may use together. */
export interface Evaluators {
  /** Each takes its turn. */
  limit: LimitFunction
  /** Bytes of values that one may hold with the others beside it. */
  share: number
  /** The same when nothing runs beside it. */
  whole: number
}

/** Of the memory: parsed files, threads, and what Nix says are no values, and others need some, too. */
const ofValues = 0.75
/** Nix begins with 384 MiB of its own accord. */
const leastBytes = 1024 ** 3

function evaluatorsOf(machine: Machine): Evaluators {
  const atOnce = evaluatorsAtOnce(machine)
  const values = Math.floor(machine.memory * ofValues)
  return {
    limit: pLimit(atOnce),
    share: Math.max(leastBytes, Math.floor(values / atOnce)),
    whole: Math.max(leastBytes, values)
  }
}

let own: Evaluators | undefined

/** The same of this machine for all of this process, as they were when it first evaluated. */
export function ownEvaluators(): Evaluators {
  own ??= evaluatorsOf(thisMachine())
  return own
}

function thisMachine(): Machine {
  return { cores: availableParallelism(), memory: process.availableMemory() }
}
