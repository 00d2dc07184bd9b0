/** What is done for a hundred items starts as many processes as for ten. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { works } from '../support/flat-works.ts'
import { startScenario, type Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({ conditions: { git: 'served' } })
})
afterAll(() => scenario.close())

test.each(Object.entries(works))('%s', async (_what, work) => {
  const few = await work(scenario, 10)
  expect(few.nix + few.git).toBeGreaterThan(0)
  expect(await work(scenario, 100)).toEqual(few)
})
