import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { endMarker } from '../../src/catalogue/readme.ts'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario()
})
afterAll(() => scenario.close())

let runs = 0

function publishTo(branch: string, attribute: string): Promise<RunResult> {
  return scenario.publish(
    { 'flake-attribute': attribute, 'target-branch': branch, verify: 'none' },
    // Two runs of the same second and number would make the very same commit.
    { env: { GITHUB_RUN_ID: String(++runs) } }
  )
}

/** Publishes `first` when `second` is about to move the branch, so that `first` lands and `second` is refused once. */
async function inOrder(
  branch: string,
  first: string,
  second: string
): Promise<{ first: RunResult; second: RunResult }> {
  const landed: Promise<RunResult>[] = []
  const unhook = scenario.github.beforeRefUpdate(async () => {
    if (landed.length > 0) return
    landed.push(publishTo(branch, first))
    await landed[0]
  })
  const last = await publishTo(branch, second)
  unhook()
  const [early] = await Promise.all(landed)
  if (early === undefined) throw new Error('the branch was never to be moved')
  return { first: early, second: last }
}

/** Catalogue, and the README's table: without when and by whom each was published. */
async function indexOf(branch: string): Promise<string[]> {
  const catalogue = await scenario.rows(store, branch)
  const index = await scenario.text('catalogue.json', store, branch)
  const readme = await scenario.text('README.md', store, branch)
  return [
    index,
    JSON.stringify(catalogue).replace(/"(publishedAt|runUrl)":"[^"]*"/g, ''),
    ...(readme.match(/^\|.*\|/gm) ?? []).map((row) =>
      row.replace(/ \d{4}-\d\d-\d\d \|$/, '').replaceAll(branch, '')
    )
  ]
}

async function branchOff(...branches: string[]): Promise<void> {
  for (const branch of branches) {
    await scenario.github.commitFiles(store, branch, { 'README.md': '# Store\n' }, 'start')
  }
}

describe('two publishers at once', () => {
  test('both land, in either order, with the same catalogue and README', async () => {
    await branchOff('order-a', 'order-b')
    const a = await inOrder('order-a', '.#hello', '.#multi')
    const b = await inOrder('order-b', '.#multi', '.#hello')
    for (const { first, second } of [a, b]) {
      expect(first).toMatchObject({ exitCode: 0, outputs: { attempts: '1' } })
      expect(second).toMatchObject({ exitCode: 0, outputs: { attempts: '2' } })
    }
    const index = await indexOf('order-a')
    // The catalogue, what it begins with; the table's heading and its rule; hello and the three outputs of multi.
    expect(index).toHaveLength(1 + 1 + 2 + 4)
    expect(await indexOf('order-b')).toEqual(index)
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(store, 'order-b'),
      publicKey: scenario.key.public,
      paths: [
        ...jsonPaths(b.first.outputs['published']),
        ...jsonPaths(b.second.outputs['published'])
      ]
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('upload no NAR twice when one of them has to merge again', async () => {
    await branchOff('again')
    scenario.github.reset()
    const { second } = await inOrder('again', '.#lone', '.#other')
    expect(second.outputs['attempts']).toBe('2')
    expect(scenario.github.counts().calls).toMatchObject({
      // Two NARs, and an empty blob of each publisher, which asks whether it may write.
      'POST git/blobs': 2 + 2,
      'POST git/commits': 3,
      'PATCH git/refs': 3
    })
  })

  test('with the same store path both succeed, and it is there once', async () => {
    await branchOff('same')
    const { first, second } = await inOrder('same', '.#hello', '.#hello')
    expect(first).toMatchObject({ exitCode: 0, errors: [] })
    expect(second).toMatchObject({ exitCode: 0, errors: [] })
    expect(second.outputs).toMatchObject({
      published: '[]',
      'nar-count': '0',
      'commit-sha': first.outputs['commit-sha']
    })
    expect(second.summary).toMatch(
      /^\*\*Nothing was published\*\*.*: 3 paths already in the target/
    )
    expect(JSON.parse(second.outputs['skipped'] ?? '')).toContainEqual({
      storePath: second.outputs['store-paths'],
      reason: 'held',
      detail: 'another publisher brought it meanwhile'
    })
    expect(await scenario.rows(store, 'same')).toHaveLength(1)
  })

  test('that make the branch both land on it', async () => {
    const { first, second } = await inOrder('newborn', '.#lone', '.#other')
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    const names = (await scenario.rows(store, 'newborn')).map(({ name }) => name)
    expect(names).toEqual(['lone', 'other'])
  })

  test('started together land without anybody’s help', async () => {
    await branchOff('race')
    const runs = await Promise.all([publishTo('race', '.#lone'), publishTo('race', '.#other')])
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    const names = (await scenario.rows(store, 'race')).map(({ name }) => name)
    expect(names).toEqual(['lone', 'other'])
  })
})

test('what a person commits meanwhile is kept, in the README too', async () => {
  await branchOff('person')
  let isFirst = true
  const unhook = scenario.github.beforeRefUpdate(async () => {
    if (!isFirst) return
    isFirst = false
    const files = { 'notes.txt': 'mine\r\n', 'README.md': '# Store\n\nNew words.\n' }
    await scenario.github.commitFiles(store, 'person', files, 'a person')
  })
  const run = await publishTo('person', '.#lone')
  unhook()
  expect(run).toMatchObject({ exitCode: 0, outputs: { attempts: '2' } })
  expect(await scenario.text('notes.txt', store, 'person')).toBe('mine\r\n')
  const readme = await scenario.text('README.md', store, 'person')
  expect(readme).toMatch(/^# Store\n\nNew words\.\n\n<!-- nar-publish:begin -->/)
  expect(readme.split(endMarker)).toHaveLength(2)
})
