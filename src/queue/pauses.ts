/** How long is waited after failures, in milliseconds. */
export interface Pauses {
  first: number
  longest: number
}

/** While the job goes on there is time; at its end there is little. */
export const patientPauses: Pauses = { first: 30_000, longest: 3_600_000 }
export const drainPauses: Pauses = { first: 1000, longest: 30_000 }

/** Twice as long after each failure, up to the longest, and up to a quarter more or less by chance. */
export function pauseAfter(
  failures: number,
  { first, longest }: Pauses,
  random: () => number = Math.random
): number {
  const grown = Math.min(first * 2 ** Math.min(Math.max(failures - 1, 0), 30), longest)
  return Math.round(grown * (0.75 + random() / 2))
}
