/** phase list through the bundle, and the command outdated: one look at a flake’s packages with real Nix. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { readListing } from '../../src/sync/many/listing-file.ts'
import { runCommandLine } from '../support/command-line.ts'
import { nixConfig } from '../support/nix.ts'
import { runAction, type RunResult } from '../support/runner.ts'
import { Looking, token } from '../sync/many/looking.ts'
import { packageOf, system } from '../sync/many/luna-flake.ts'

let looking: Looking
let checkout: string

beforeAll(async () => {
  looking = await Looking.start({ luna: ['v1.1.0'], two: ['v1.0.0'] })
  checkout = await looking.checkout(
    'listed',
    `
    ${packageOf('luna', '${versions}')}
    ${packageOf('luna-docs', '${versions}', { repo: 'luna' })}
    ${packageOf('two', '1.0.0')}
    "<b>|broken" = throw "no\\n::set-output name=matrix::x";`,
    { files: { 'versions.nix': '"1.0.0"\n' } }
  )
})

afterAll(() => looking.close())

describe('phase list', () => {
  let run: RunResult

  beforeAll(async () => {
    run = await runAction({
      github: looking.github,
      workspace: checkout,
      env: { NIX_CONFIG: nixConfig },
      inputs: {
        ...{ mode: 'version-sync', phase: 'list', package: '.#packages.*', token },
        ...{ systems: system, 'runner-map': `${system}=[self-hosted, big]` },
        'output-directory': join(looking.folder, 'left')
      }
    })
  }, 60_000)

  test('sets what the jobs that follow need', () => {
    expect(run.errors).toEqual([])
    expect(run.exitCode).toBe(0)
    const { matrix = '', outdated = '', ...others } = run.outputs
    expect(JSON.parse(matrix)).toEqual({
      include: [
        {
          ...{ name: 'luna+luna-docs', system, os: ['self-hosted', 'big'], version: '1.1.0' },
          ...{ package: '.#luna\n.#luna-docs', systems: system }
        }
      ]
    })
    expect(JSON.parse(outdated)).toEqual(
      ['luna', 'luna-docs'].map((name) => ({
        ...{ package: `.#${name}`, name, from: '1.0.0', to: '1.1.0', set: 'luna+luna-docs' }
      }))
    )
    expect(others).toEqual({ 'any-jobs': 'true' })
  })

  test('tells all of it in the summary, other people’s words as words', () => {
    expect(run.summary).toContain('**4 packages: 2 outdated, 1 failed and 1 current**')
    expect(run.summary).toContain('`.#luna` and `.#luna-docs`: version at versions.nix')
    expect(run.summary).not.toMatch(/<b>|^::/m)
  })

  test('leaves the listing for the job that commits', async () => {
    const listing = await readListing(join(looking.folder, 'left', 'listing.json'))
    expect(listing.packages.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '<b>|broken failed',
      'luna outdated',
      'luna-docs outdated',
      'two current'
    ])
    expect(listing.sets.map(({ packages }) => packages)).toEqual([listing.packages.slice(1, 3)])
  })

  test('fails when nothing of what it was given evaluates', async () => {
    const failed = await runAction({
      github: looking.github,
      workspace: checkout,
      env: { NIX_CONFIG: nixConfig },
      inputs: { mode: 'version-sync', phase: 'list', package: '.#"<b>|broken"', token }
    })
    expect(failed.exitCode).toBe(1)
    expect(failed.errors.join()).toContain('EVALUATION_FAILED')
  })
})

describe('nar-publish outdated', () => {
  const outdated = (...args: string[]) =>
    runCommandLine(['outdated', ...args], {
      cwd: checkout,
      env: {
        ...{ GITHUB_API_URL: looking.github.apiUrl, GITHUB_SERVER_URL: looking.github.serverUrl },
        ...{ GH_TOKEN: token, XDG_CACHE_HOME: join(looking.folder, 'cache') }
      }
    })

  test('prints a table, and does not fail for one that does not evaluate', async () => {
    const { status, stdout } = await outdated('.#packages.*')
    expect(stdout.split('\n')).toEqual([
      'Package         Has    Newest  Source               State',
      '.#luna          1.0.0  1.1.0   luna/luna on GitHub  outdated',
      '.#luna-docs     1.0.0  1.1.0   luna/luna on GitHub  outdated',
      '.#"<b>|broken"  -      -       -                    failed: no ::set-output name=matrix::x',
      '.#two           1.0.0  1.0.0   luna/two on GitHub   current',
      'one change: .#luna and .#luna-docs: version at versions.nix:1',
      '4 packages: 2 outdated, 1 failed and 1 current; 3 evaluations, 2 requests',
      ''
    ])
    expect(status).toBe(0)
  })

  test('prints JSON for a script', async () => {
    const { status, stdout } = await outdated('.#luna', '.#two', '--ignore', 'luna@1.1.x', '--json')
    const { packages, ...others } = JSON.parse(stdout) as Record<string, unknown>
    expect(packages).toMatchObject([
      { package: '.#luna', version: '1.0.0', newest: '1.1.0', state: 'ignored' },
      { package: '.#two', version: '1.0.0', state: 'current' }
    ])
    expect(others).toMatchObject({ outdated: [], sets: [], notes: [] })
    expect(status).toBe(0)
  })

  test('says what is wrong with a command line', async () => {
    expect(await outdated()).toMatchObject({ status: 2 })
    const refused = await outdated('.#luna', '--ignore', 'luna 1.x')
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('INPUT_INVALID')
  })
})
