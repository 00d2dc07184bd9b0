/** What each step of a run took, in their order. */
export type Timings = { phase: string; milliseconds: number }[]

/** Runs a step and notes how long it took, with what it took before when it is done again; one that fails is not noted. */
export async function timed<T>(
  { timings }: { timings: Timings },
  phase: string,
  step: () => Promise<T>
): Promise<T> {
  const start = performance.now()
  const result = await step()
  const milliseconds = Math.round(performance.now() - start)
  const earlier = timings.find((timing) => timing.phase === phase)
  if (earlier === undefined) timings.push({ phase, milliseconds })
  else earlier.milliseconds += milliseconds
  return result
}
