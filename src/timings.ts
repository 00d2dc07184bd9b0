/** What each step of a run took, in their order. */
export type Timings = { phase: string; milliseconds: number }[]

/** Runs a step and notes how long it took; one that fails is not noted. */
export async function timed<T>(
  { timings }: { timings: Timings },
  phase: string,
  step: () => Promise<T>
): Promise<T> {
  const start = performance.now()
  const result = await step()
  timings.push({ phase, milliseconds: Math.round(performance.now() - start) })
  return result
}
