/** A cache on `nix-cache` of a repository whose Pages serve it: the default branch, looked at first, has no say in what readers are told. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openStore } from '../../src/doctor/open-store.ts'
import { readEnvironment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import { startScenario, type Scenario } from '../support/scenario.ts'

const other = 'alice/other'
let scenario: Scenario
let served: string

beforeAll(async () => {
  scenario = await startScenario({ repositories: [{ name: other }], isHere: true })
  const { github } = scenario
  await github.commitFiles(other, 'main', { 'main.c': 'int main;' }, 'source')
  await scenario.prepare({
    ...{ 'flake-attribute': '.#hello', 'target-repository': other },
    'target-branch': 'nix-cache'
  })
  await github.configurePages(other, { branch: 'nix-cache' })
  served = github.pagesUrl(other).replace(/\/$/, '')
})
afterAll(() => scenario.close())

test.each(['auto', 'pages'])('a job that publishes, with substituter-url: %s', async (choice) => {
  const run = await scenario.publish({
    ...{ 'flake-attribute': '.#hello', 'target-repository': other },
    'substituter-url': choice
  })
  expect(run).toMatchObject({ exitCode: 0, outputs: { substituter: served } })
  expect(run.log).toContain(`readers are told ${served}: GitHub Pages serves branch nix-cache`)
  expect(run.log).not.toContain('Readers are told the raw files')
})

test.each(['auto', 'pages'])('the doctor, with --substituter-url %s', async (choice) => {
  const { github, folder } = scenario
  const said: string[] = []
  const store = await openStore({
    ...{ target: other, token: 'reader-token', scratch: mkdtempSync(join(folder, 'doctor-')) },
    environment: readEnvironment({
      PATH: process.env['PATH'],
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      'INPUT_SUBSTITUTER-URL': choice
    }),
    log: { ...silentLog, info: (line) => void said.push(line) }
  })
  expect(store.name).toContain(other)
  expect(said).toContain(`readers are told ${served}: GitHub Pages serves branch nix-cache`)
  expect(said.join('\n')).not.toContain('Readers are told the raw files')
})

test('where no branch is a cache yet, it is the default one that Pages is asked about', async () => {
  const { github } = scenario
  const empty = 'alice/store'
  await github.configurePages(empty, { branch: 'main' })
  const run = await scenario.publish({ 'flake-attribute': '.#hello', 'substituter-url': 'pages' })
  expect(run).toMatchObject({
    exitCode: 0,
    outputs: { substituter: github.pagesUrl(empty).replace(/\/$/, '') }
  })
})
