import { describe, expect, test } from '@jest/globals'
import { Turns } from '../../src/repository/turns.ts'
import { seededRandom, VirtualTime } from '../support/virtual-time.ts'

describe('the pause after a loss', () => {
  const latest = (rounds: number[]): number[] => {
    const turns = new Turns(() => 1)
    return rounds.map((milliseconds) => turns.pauseAfterLoss(milliseconds))
  }

  test('has room for 8, 16, 32, then 64 rounds', () => {
    expect(latest([100, 100, 100, 100, 100])).toEqual([800, 1600, 3200, 6400, 6400])
  })

  test('is anywhere in its window, its beginning included', () => {
    const numbers = [0, 0.25, 0.5]
    const turns = new Turns(() => numbers.shift() ?? 1)
    expect([1, 2, 3].map(() => turns.pauseAfterLoss(100))).toEqual([0, 400, 1600])
  })

  test('goes by the shortest round: one that met a fault or a limit says nothing of the others', () => {
    expect(latest([100, 60_000, 80])).toEqual([800, 1600, 32 * 80])
  })

  test('neither shrinks to nothing on a fast line nor outgrows two minutes', () => {
    expect(latest([0, 0])).toEqual([400, 800])
    expect(latest([10_000, 10_000, 10_000])).toEqual([80_000, 120_000, 120_000])
  })
})

interface Race {
  /** Of all publishers together. */
  refUpdates: number
  rounds: number
  requests: number
  seconds: number
}

/** Publishers that start together, as commit.ts goes about it: `latency` milliseconds for each request. */
async function race(publishers: number, latency: number, seed: number): Promise<Race> {
  const random = seededRandom(seed)
  const time = new VirtualTime()
  const race = { refUpdates: 0, rounds: 0, requests: 0, seconds: 0 }
  let head = 0
  const request = async (): Promise<void> => {
    race.requests++
    await time.sleep(latency * (0.9 + random() * 0.2))
  }
  const publish = async (): Promise<void> => {
    const turns = new Turns(random)
    for (let round = 1; ; round++) {
      race.rounds++
      const begin = time.now
      await request()
      const base = head
      await time.sleep(latency) // the catalogue and the README, from the raw address
      await request() // tree
      await request() // commit
      if (round > 1) await request()
      if (round === 1 || head === base) {
        race.refUpdates++
        await request()
        if (head === base) break
      }
      await time.sleep(turns.pauseAfterLoss(time.now - begin))
    }
    head++
  }
  await time.run(Array.from({ length: publishers }, publish))
  race.seconds = time.now / 1000
  return race
}

describe('publishers that start together', () => {
  test.each([
    { publishers: 1, refUpdates: 1, rounds: 1, requests: 4, seconds: 0.3 },
    { publishers: 2, refUpdates: 1.5, rounds: 1.6, requests: 8, seconds: 2 },
    { publishers: 8, refUpdates: 2.3, rounds: 2.9, requests: 13, seconds: 15 },
    { publishers: 64, refUpdates: 2.7, rounds: 4.6, requests: 21, seconds: 60 },
    { publishers: 128, refUpdates: 2.9, rounds: 5.8, requests: 27, seconds: 90 }
  ])('on the average of ten runs at 50 ms, each needs at most %j', async (limit) => {
    const races: Race[] = []
    for (let seed = 1; seed <= 10; seed++) races.push(await race(limit.publishers, 50, seed * 7919))
    const mean = (of: (race: Race) => number): number =>
      races.reduce((sum, each) => sum + of(each), 0) / races.length
    expect(mean((each) => each.refUpdates) / limit.publishers).toBeLessThanOrEqual(limit.refUpdates)
    expect(mean((each) => each.rounds) / limit.publishers).toBeLessThanOrEqual(limit.rounds)
    expect(mean((each) => each.requests) / limit.publishers).toBeLessThanOrEqual(limit.requests)
    expect(mean((each) => each.seconds)).toBeLessThanOrEqual(limit.seconds)
  })
})
