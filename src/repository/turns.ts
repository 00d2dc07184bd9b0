/** What one round (compose, tree, commit, ref) takes at least, in milliseconds, whatever was measured. */
const shortestRound = 50
/** A pause, in milliseconds, is drawn from a window of at most so much. */
const longestWindow = 120_000
/** The window after the first loss, in rounds; each further loss doubles it, up to the largest. */
const firstWindow = 8
const largestWindow = 64

/**
 * When a publisher that lost the race for a branch tries again: at a moment drawn from a window that is measured in rounds of its
 * own, 8 after the first loss, then 16, 32, 64.
 *
 * Of rounds that overlap only the first to end lands, so with n publishers spread over w rounds one lands for 1 + n/w rounds of theirs. The window
 * has to reach n quickly, as each step costs everybody a round, and must not grow far beyond, as the last ones wait for its end. A simulation
 * (turns.test.ts) has the figures: starting at 2 costs 64 publishers half as many rounds again, going on beyond 64 twice the time, and to ask
 * how far the branch moved meanwhile (one more request) saves nothing.
 */
export class Turns {
  readonly #random: () => number
  #losses = 0
  /** The shortest so far: faults and limits that met a longer one say nothing of the others'. */
  #roundMs = Infinity

  /** `random`: from 0 up to, not including, 1. */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Milliseconds to wait after a round that took `roundMs` and was lost. */
  pauseAfterLoss(roundMs: number): number {
    this.#roundMs = Math.max(shortestRound, Math.min(this.#roundMs, roundMs))
    const rounds = Math.min(largestWindow, firstWindow * 2 ** this.#losses++)
    return this.#random() * Math.min(longestWindow, rounds * this.#roundMs)
  }
}
