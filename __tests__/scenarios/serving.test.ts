/** Whom readers are told to ask, by the bundle: Pages when it serves the branch, and in numbers what the raw files bear when it does not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  newStranger,
  project,
  startScenario,
  store,
  type Scenario
} from '../support/scenario.ts'

let scenario: Scenario
let raw: RunResult
let pages: RunResult
const numbers = /60 requests an hour.*1 \+ 2 × N/
const command = `-X POST repos/${store}/pages`
const address = (): string => scenario.github.pagesUrl(store).slice(0, -1)

beforeAll(async () => {
  // As a job's token: it may not see the settings of Pages.
  scenario = await startScenario({ isHere: true, conditions: { pagesHidden: true } })
  raw = await scenario.prepare({ 'flake-attribute': '.#lone' })
  await scenario.github.configurePages(store, {})
  pages = await scenario.prepare({ 'flake-attribute': '.#hello' })
})
afterAll(() => scenario.close())

describe('while Pages is off', () => {
  test('readers are told the raw files, what those bear, what helps, and the command that switches Pages on', async () => {
    const url = scenario.github.substituterUrl(store, 'main')
    expect(raw.outputs['substituter']).toBe(url)
    expect(raw.summary).toContain(`extra-substituters = ${url}`)
    const commit = raw.outputs['commit-sha'] ?? ''
    const readme = (await scenario.github.readFile(store, commit, 'README.md'))?.toString() ?? ''
    expect(readme).toContain(`- Substituter: \`${url}\`\n- Served by: GitHub’s raw files\n`)
    for (const text of [raw.summary, readme]) {
      expect(text).toMatch(numbers)
      expect(text).toContain('\ndownload-attempts = 1\nfallback = true\n')
      expect(text).toContain('it is built from source at once, without a second try')
      expect(text).toContain(command)
    }
  })

  test('the first commit has what Pages will need', async () => {
    const files = await scenario.github.listFiles(store, raw.outputs['commit-sha'] ?? '')
    expect(files).toEqual(expect.arrayContaining(['.nojekyll', '404.html', 'index.html']))
    const commit = raw.outputs['commit-sha'] ?? ''
    const page = await scenario.github.readFile(store, commit, 'index.html')
    expect(page?.toString()).toContain(
      `"substituterUrl":${JSON.stringify(raw.outputs['substituter'])}`
    )
  })
})

describe('once Pages serves the branch', () => {
  test('readers are told its address, and nothing of limits', async () => {
    expect(pages.outputs['substituter']).toBe(address())
    expect(pages.summary).toContain(`extra-substituters = ${address()}`)
    const readme = await scenario.text('README.md')
    expect(readme).toContain(`- Substituter: \`${address()}\`\n- Served by: GitHub Pages\n`)
    const page = await scenario.text('index.html')
    expect(page).toContain(`<code data-copy="the address of the cache">${address()}</code>`)
    for (const text of [pages.summary, readme, page.replace(/<script>[^]*/, '')]) {
      expect(text).not.toMatch(numbers)
      expect(text).not.toContain(command)
    }
  })

  test('Nix reads from there, signatures required, while the raw files are closed', async () => {
    scenario.github.change({ rawClosedTo: 'everybody' })
    const copied = await newStranger(scenario).copy({
      cache: address(),
      publicKey: scenario.key.public,
      paths: [
        ...jsonPaths(raw.outputs['store-paths'] === undefined ? '[]' : raw.outputs['published']),
        ...jsonPaths(pages.outputs['published'])
      ]
    })
    scenario.github.change({ rawClosedTo: 'nobody' })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('a job that uses the cache reads it from there', async () => {
    const run = await scenario.publish({
      mode: 'use',
      'target-repository': store,
      'trusted-keys': scenario.key.public
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.outputs['substituter']).toBe(address())
  })

  test('`raw` tells the raw files all the same', async () => {
    const run = await scenario.prepare({
      'flake-attribute': '.#lone',
      'target-repository': project,
      'target-branch': 'raw',
      'substituter-url': 'raw'
    })
    expect(run.outputs['substituter']).toBe(scenario.github.substituterUrl(project, 'raw'))
  })

  test('`pages` is refused where Pages is off, and nothing is written', async () => {
    const run = await scenario.publish({
      'flake-attribute': '.#hello',
      'target-repository': project,
      'target-branch': 'nix-cache',
      'substituter-url': 'pages'
    })
    expect(run.exitCode).toBe(1)
    expect(run.errors.join()).toContain('PAGES_OFF')
    expect(await scenario.github.head(project, 'nix-cache')).toBeNull()
  })
})
