import type { SyncCounts } from './types.ts'

/** Of work that has not begun. */
export function noCounts(): SyncCounts {
  return { evaluations: {}, rounds: 0, builds: 0 }
}

export function countEvaluation({ evaluations }: SyncCounts, system: string, number = 1): void {
  evaluations[system] = (evaluations[system] ?? 0) + number
}

/** `one` is done after what is in `all`. */
export function addCounts(all: SyncCounts, { evaluations, rounds, builds }: SyncCounts): void {
  for (const [system, number] of Object.entries(evaluations)) countEvaluation(all, system, number)
  all.rounds += rounds
  all.builds += builds
}

/** For all systems together. */
export function evaluationsIn({ evaluations }: SyncCounts): number {
  return Object.values(evaluations).reduce((sum, number) => sum + number, 0)
}
