interface Sleeper {
  at: number
  wake: () => void
}

/** Time that jumps from one waiting sleeper to the next: hours of waiting take no time, and the same seed gives the same run. */
export class VirtualTime {
  /** milliseconds */
  now = 0
  #sleepers: Sleeper[] = []

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ at: this.now + milliseconds, wake })
    })
  }

  /** Wakes one sleeper after the other until all `work` is done. */
  async run(work: readonly Promise<unknown>[]): Promise<void> {
    const all = { isDone: false }
    const done = Promise.all(work).finally(() => {
      all.isDone = true
    })
    for (;;) {
      // Whoever was woken runs on until it sleeps again: all that it awaits meanwhile is settled already.
      await new Promise(setImmediate)
      const [next, ...others] = this.#sleepers.sort((a, b) => a.at - b.at)
      if (all.isDone || next === undefined) break
      this.#sleepers = others
      this.now = next.at
      next.wake()
    }
    await done
  }
}

/** mulberry32: numbers from 0 up to, not including, 1. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
