/**
 * Waits for all that was begun at once, like Promise.all, and leaves nothing behind that still runs. Of several failures it throws the
 * one that stands first, whichever came first: the same in each run.
 */
export async function allOf<const Begun extends readonly Promise<unknown>[]>(
  begun: Begun
): Promise<{ -readonly [Index in keyof Begun]: Awaited<Begun[Index]> }> {
  for (const one of await Promise.allSettled(begun)) if (one.status === 'rejected') throw one.reason
  return Promise.all(begun)
}
