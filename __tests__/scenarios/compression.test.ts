import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { jsonPaths, newStranger, startScenario, store } from '../support/scenario.ts'
import type { Inputs, Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario()
})
afterAll(() => scenario.close())

/** Publishes 200 KB of text, takes it back as a stranger, and gives the NAR's name and size. */
async function roundTrip(branch: string, inputs: Inputs): Promise<{ nar: string; size: number }> {
  const run = await scenario.publish({
    'flake-attribute': '.#text',
    'target-branch': branch,
    verify: 'none',
    ...inputs
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  const stranger = newStranger(scenario)
  const copied = await stranger.copy({
    cache: scenario.github.substituterUrl(store, branch),
    publicKey: scenario.key.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
  expect(await stranger.check()).toMatchObject({ failure: '' })
  const [row] = await scenario.rows(store, branch)
  return { nar: row?.nar ?? '', size: row?.fileSize ?? 0 }
}

const unpacked = 228_000

test.each([
  { compression: 'zstd', level: '', suffix: '.nar.zst' },
  { compression: 'xz', level: '1', suffix: '.nar.xz' }
])('Nix takes back what $compression compressed', async ({ compression, level, suffix }) => {
  const { nar, size } = await roundTrip(compression, { compression, 'compression-level': level })
  expect(nar.endsWith(`-text${suffix}`)).toBe(true)
  expect(size).toBeLessThan(unpacked / 2)
})

test('Nix takes back what was not compressed', async () => {
  const { nar, size } = await roundTrip('none', { compression: 'none' })
  expect(nar.endsWith('-text.nar')).toBe(true)
  expect(size).toBeGreaterThan(unpacked)
})

test('a higher level gives a smaller NAR, which Nix takes back', async () => {
  const low = await roundTrip('low', { 'compression-level': '1' })
  const high = await roundTrip('high', { 'compression-level': '19' })
  expect(high.size).toBeLessThan(low.size)
})
