import { availableParallelism } from 'node:os'

/** What an evaluation of nixpkgs may take, with room to spare. */
const evaluatorBytes = 2 * 1024 ** 3

/** How many evaluations a machine does at once. `memory`: bytes that are to be had. Default: this machine, now. */
export function evaluatorsAtOnce(
  { cores, memory }: { cores: number; memory: number } = {
    cores: availableParallelism(),
    memory: process.availableMemory()
  }
): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / evaluatorBytes)))
}
