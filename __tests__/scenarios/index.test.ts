import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { filledStore } from '../../bench/support/filled-store.ts'
import { beginMarker, endMarker } from '../../src/catalogue/readme.ts'
import { catalogueAmong } from '../support/catalogue.ts'
import { nixConfig } from '../support/nix.ts'
import { readPublishedStore } from '../support/published-store.ts'
import { startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
})
afterAll(() => scenario.close())

/** Publishes to a branch that has just this README. Gives the bytes before and after the block, as latin1. */
async function publishOnReadme(branch: string, readme: string): Promise<[string, string]> {
  await scenario.github.commitFiles(store, branch, { 'README.md': readme }, 'people’s words')
  const run = await scenario.publish({
    'flake-attribute': '.#lone',
    'target-branch': branch,
    verify: 'none'
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  const text = await scenario.text('README.md', store, branch)
  const [begin, end] = [text.indexOf(beginMarker), text.indexOf(endMarker)]
  expect(text.slice(begin, end)).toContain('lone-1.0`')
  return [text.slice(0, begin), text.slice(end + endMarker.length)]
}

describe('what people wrote in the README', () => {
  test('stays byte for byte around the markers: CRLF, no newline at the end', async () => {
    const before = '\uFEFF# Störe\r\n\r\nwords \t \r\n'
    const after = '\r\n\r\n* list\r\nthe end'
    const kept = await publishOnReadme(
      'crlf',
      `${before}${beginMarker}\r\nold\r\n${endMarker}${after}`
    )
    expect(kept).toEqual([before, after])
    expect(await scenario.text('README.md', store, 'crlf')).not.toMatch(/[^\r]\n/)
  })

  test('stays when there are no markers: the block is appended', async () => {
    expect(await publishOnReadme('plain', '# Store\n\nno newline')).toEqual([
      '# Store\n\nno newline\n\n',
      '\n'
    ])
  })

  test('stays with an index of the old script in it, which comes below the block', async () => {
    const index = '## Index of Artifacts\n\n*   [abc-hello.nar](abc-hello.nar)\n'
    expect(await publishOnReadme('old', `# Store\n\n${index}`)).toEqual([
      '# Store\n\n',
      `\n\n${index}`
    ])
  })
})

describe('a newer version', () => {
  const commits: string[] = []
  beforeAll(async () => {
    for (const attribute of ['.#hello', '.#hello-next']) {
      const { outputs } = await scenario.prepare({ 'flake-attribute': attribute, verify: 'none' })
      commits.push(outputs['commit-sha'] ?? '')
    }
  })

  test('is what the badges say from then on, and the README shows the one of the cache', async () => {
    const messages = async (path: string): Promise<unknown[]> =>
      Promise.all(
        commits.map(async (at) => JSON.parse(await scenario.text(path, store, at)) as unknown)
      )
    for (const path of ['badge.json', 'badge/hello.json']) {
      expect(await messages(path)).toMatchObject([
        { schemaVersion: 1, label: 'Nix cache', message: 'hello 2.12.1 | x86_64-linux' },
        { schemaVersion: 1, label: 'Nix cache', message: 'hello 2.13.0 | x86_64-linux' }
      ])
    }
    expect(await scenario.text('badge/hello.svg')).toContain('>hello 2.13.0 | x86_64-linux<')
    expect(await scenario.text('README.md')).toContain(
      '![Nix cache\\: hello 2.13.0 \\| x86_64-linux](badge.svg)'
    )
  })

  test('does not write the page anew', async () => {
    const [first, second] = commits.map((at) => scenario.text('index.html', store, at))
    expect(await first).toContain('<!-- nar-publish page ')
    expect(await second).toBe(await first)
  })

  test('replaces the older one in the README', async () => {
    const readme = await scenario.text('README.md')
    expect(readme).toContain('hello-2.13.0`')
    expect(readme).not.toContain('hello-2.12.1')
  })

  test('stands beside it in the catalogue', async () => {
    const rows = await scenario.rows()
    expect(rows.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'hello 2.12.1',
      'hello 2.13.0'
    ])
    expect(rows[1]).toMatchObject({
      system: 'x86_64-linux',
      output: 'out',
      attribute: '.#hello-next',
      storePath: expect.stringMatching(/-hello-2\.13\.0$/),
      nar: expect.stringMatching(/^nar\/..\/\w{52}-hello\.nar\.zst$/),
      references: 1,
      mainProgram: 'hello',
      closures: ['binary'],
      source: { repository: 'alice/project', revision: '0123456789abcdef0123456789abcdef01234567' },
      runUrl: `${scenario.github.serverUrl}/alice/project/actions/runs/4711`
    })
  })
})

test('`{system}` stands for each of `systems`, each with its row', async () => {
  const run = await scenario.publish(
    {
      'flake-attribute': '.#packages.{system}.hello',
      systems: 'x86_64-linux aarch64-linux',
      'target-branch': 'systems'
    },
    // Its builder is a shell script, which this machine can run for it.
    { env: { NIX_CONFIG: `${nixConfig}\nextra-platforms = aarch64-linux` } }
  )
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  const rows = await scenario.rows(store, 'systems')
  expect(rows.map(({ system, attribute }) => [system, attribute])).toEqual([
    ['aarch64-linux', '.#packages.aarch64-linux.hello'],
    ['x86_64-linux', '.#packages.x86_64-linux.hello']
  ])
  const readme = await scenario.text('README.md', store, 'systems')
  expect(readme.match(/^\| \[hello\].*$/gm)).toHaveLength(2)
})

test('a catalogue of before there were shards is taken over by the next publish, in one commit, with every row', async () => {
  const [branch, old] = ['before', filledStore(110, 1)]
  const begun = await scenario.github.commitFiles(store, branch, Object.fromEntries(old), 'old')
  const inputs = { 'flake-attribute': '.#lone', 'target-branch': branch }
  const run = await scenario.publish(inputs)
  expect(run).toMatchObject({ exitCode: 0, errors: [], outputs: { attempts: '1' } })
  const published = await readPublishedStore(scenario.github, store, branch)
  expect(published.commits[1]).toBe(begun)
  const index = JSON.parse(await scenario.text('catalogue.json', store, branch)) as object
  expect(index).toMatchObject({ version: 2 })
  const rows = await scenario.rows(store, branch)
  const isNew = ({ name }: { name: string }): boolean => name === 'lone'
  expect(rows.filter(isNew)).toHaveLength(1)
  expect(rows.filter((row) => !isNew(row))).toEqual(catalogueAmong(old).rows)
  const readme = await scenario.text('README.md', store, branch)
  expect(readme).toContain('111 artifacts in all')
  expect((await scenario.publish(inputs)).outputs).toMatchObject({ published: '[]', attempts: '0' })
})
