import { count } from '../text.ts'
import { HeldGone, heldPathGone } from './held-gone.ts'
import type { PublishRun } from './run.ts'

/** Each round but the first takes somebody who removes what this run counts on, while it packs what the last one removed. */
const mostRounds = 4

/**
 * Makes a publish for a state of the target, and for a newer one when what it left out as held is gone by the time of its commit.
 * `attempt` gets what the last one found gone, and how often it and those before lost the branch to others. Throws HELD_PATH_GONE, and the
 * branch is as it was.
 */
export async function inRounds<T>(
  { log }: Pick<PublishRun, 'log'>,
  attempt: (gone: HeldGone | null, lost: number) => Promise<T>
): Promise<T> {
  let gone: HeldGone | null = null
  let lost = 0
  for (let round = 1; round <= mostRounds; round++) {
    try {
      return await attempt(gone, lost)
    } catch (error) {
      if (!(error instanceof HeldGone)) throw error
      gone = error
      lost += error.lost
      const [first = ''] = error.storePaths
      log.info(
        `${count(error.storePaths.length, 'path')} that the target held when this run looked, ${first} among them, went before its commit`
      )
    }
  }
  throw heldPathGone(
    gone?.storePaths ?? [],
    `the target held it when this run looked, and no longer when it was to commit; so it went in each of ${mostRounds} rounds`
  )
}
