import { seededRandom, VirtualTime } from '../../__tests__/support/virtual-time.ts'
import { NarPublishError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import { land } from '../../src/repository/landing.ts'
import { defaultLimits } from '../../src/repository/limits.ts'

/** Publishes of a day, into one branch. */
export interface DayPlan {
  /** When each begins, in milliseconds from midnight. */
  begins: readonly number[]
  /** Requests of a publish before it composes and after it has landed, and of each round, the move of the branch among them. */
  requests: { around: number; round: number }
  /** Those among them that create content, by GitHub's count. */
  writes: { around: number; round: number }
  /** GitHub's allowance an hour, for all of them together. */
  allowed: { requests: number; writes: number }
  /** Milliseconds that a request takes. */
  latency: number
}

export interface Day {
  landed: number
  failed: number
  /** Of those that landed. */
  rounds: { mean: number; most: number }
  /** Milliseconds from a publish's begin until it has landed. */
  took: { median: number; most: number }
  /** In the busiest hour. */
  busiest: { requests: number; writes: number }
}

const hour = 3_600_000
const limited = new Error('past the allowance')

/**
 * Lets the publishes of a day race for one branch, by a clock that jumps: the rounds and pauses are src/repository/landing.ts's own. Past an
 * allowance a request waits for the next hour, and its publish fails when that is longer than a run waits (`limits.requestTime`).
 */
export async function simulateDay(plan: DayPlan, seed: number): Promise<Day> {
  const random = seededRandom(seed)
  const time = new VirtualTime()
  const used = new Map<number, { requests: number; writes: number }>()
  const took: number[] = []
  const rounds: number[] = []
  let head = 0

  const request = async (isWrite: boolean): Promise<void> => {
    for (;;) {
      const now = Math.floor(time.now / hour)
      const sums = used.get(now) ?? { requests: 0, writes: 0 }
      used.set(now, sums)
      const isOver =
        sums.requests >= plan.allowed.requests || (isWrite && sums.writes >= plan.allowed.writes)
      if (!isOver) {
        sums.requests++
        if (isWrite) sums.writes++
        break
      }
      const wait = (now + 1) * hour - time.now
      if (wait > defaultLimits.requestTime) throw limited
      await time.sleep(wait)
    }
    await time.sleep(plan.latency * (0.8 + random() * 0.4))
  }
  /** The writes last. */
  const ask = async (requests: number, writes: number): Promise<void> => {
    for (let left = requests; left > 0; left--) await request(left <= writes)
  }

  const publish = async (begin: number): Promise<void> => {
    await time.sleep(begin)
    let tried = 0
    await ask(plan.requests.around, plan.writes.around)
    const host = {
      repository: 'bench/store',
      log: silentLog,
      limits: defaultLimits,
      get workingTime() {
        return time.now
      },
      pace: { sleep: (ms: number) => time.sleep(ms), now: () => time.now, random }
    }
    const read = async (): Promise<number> => {
      await request(false)
      return head
    }
    const branch = { branch: 'main', host, read, whyLost: () => 'others were quicker' }
    await land<number, true>(branch, head, async (state) => {
      tried++
      // All but the move itself, which counts when it arrives.
      await ask(plan.requests.round, plan.writes.round)
      if (head !== state) return null
      head++
      return true
    })
    took.push(time.now - begin)
    rounds.push(tried)
  }

  let failed = 0
  await time.run(
    plan.begins.map((begin) =>
      publish(begin).catch((error: unknown) => {
        if (error !== limited && !(error instanceof NarPublishError)) throw error
        failed++
      })
    )
  )
  const sorted = took.sort((a, b) => a - b)
  return {
    landed: took.length,
    failed,
    rounds: {
      mean: rounds.reduce((sum, each) => sum + each, 0) / rounds.length,
      most: Math.max(...rounds)
    },
    took: { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, most: sorted.at(-1) ?? NaN },
    busiest: {
      requests: Math.max(...[...used.values()].map(({ requests }) => requests)),
      writes: Math.max(...[...used.values()].map(({ writes }) => writes))
    }
  }
}
