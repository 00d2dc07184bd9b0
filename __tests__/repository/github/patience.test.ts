import { describe, expect, test } from '@jest/globals'
import { NarPublishError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { Patience, type PassingAnswer } from '../../../src/repository/github/patience.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'

const error = new NarPublishError({ code: 'GITHUB_UNAVAILABLE', subject: 'o/r', reason: 'down' })
const lost: PassingAnswer = { kind: 'lost', error }
const invisible: PassingAnswer = { kind: 'not-visible-yet', error }
const limited = (afterMs: number | null): PassingAnswer => ({ kind: 'limited', afterMs, error })

/** Waits without waiting, and notes the pauses. */
function patienceWith(random: number) {
  const pauses: number[] = []
  const pace = {
    sleep: (ms: number) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    now: () => pauses.reduce((sum, ms) => sum + ms, 0),
    random: () => random
  }
  return { pauses, patience: new Patience(pace, defaultLimits, silentLog) }
}

async function waitUntilGivenUp(patience: Patience, answer: PassingAnswer): Promise<unknown> {
  for (let tries = 0; tries < 1000; tries++) {
    try {
      await patience.wait(answer)
    } catch (thrown) {
      return thrown
    }
  }
  return 'never'
}

describe('Patience', () => {
  test('pauses grow up to a minute and end after the attempts', async () => {
    const { pauses, patience } = patienceWith(1)
    expect(await waitUntilGivenUp(patience, lost)).toBe(error)
    expect(pauses).toEqual(
      [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60].map((seconds) => seconds * 1000)
    )
  })

  test('who waits long says so, with how long that goes on, and says it once for all who wait', async () => {
    const said: string[] = []
    const log = { ...silentLog, info: (text: string) => said.push(text) }
    let now = 0
    const pace = {
      sleep: (ms: number) => {
        now += ms
        return Promise.resolve()
      },
      now: () => now,
      random: () => 1
    }
    const outage = { saidAt: -Infinity }
    const all = [1, 2, 3].map(() => new Patience(pace, defaultLimits, log, outage))
    for (const one of all) await one.wait(lost)
    expect(said).toEqual([])
    for (let round = 0; round < 4; round++) for (const one of all) await one.wait(lost)
    expect(said[0]).toBe(
      'waiting for o/r, for 9 s so far, and no longer than 600 s; again in 4.0 s: down'
    )
    expect(said.length).toBeLessThan(4)
  })

  test('"at once" said again and again is no pace', async () => {
    const { pauses, patience } = patienceWith(0)
    for (let round = 0; round < 4; round++) await patience.wait(limited(0))
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
  })

  test('chance spreads a pause from nothing to its whole length', async () => {
    const { pauses, patience } = patienceWith(0)
    await patience.wait(lost)
    expect(pauses).toEqual([0])
  })

  test('waits as long as GitHub asks, and no longer than the budget', async () => {
    const { pauses, patience } = patienceWith(0)
    await patience.wait(limited(540_000))
    expect(pauses).toEqual([540_000])
    await expect(patience.wait(limited(61_000))).rejects.toBe(error)
  })

  test('waits one minute, then two, when GitHub limits without a time', async () => {
    const { pauses, patience } = patienceWith(0)
    expect(await waitUntilGivenUp(patience, limited(null))).toBe(error)
    expect(pauses).toEqual([60_000, 120_000, 240_000])
  })

  test('an object that stays invisible is given up after a minute of short pauses', async () => {
    const { pauses, patience } = patienceWith(1)
    expect(await waitUntilGivenUp(patience, invisible)).toBe(error)
    expect(pauses[0]).toBe(250)
    expect(Math.max(...pauses)).toBe(8000)
    expect(pauses.reduce((sum, ms) => sum + ms)).toBeLessThanOrEqual(60_000)
  })
})
