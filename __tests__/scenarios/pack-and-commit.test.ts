/** Matrix, a job for each row that packs without key and leave to write, one job that commits for all: as the reusable workflow does it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { nixConfig } from '../support/nix.ts'
import type { RunnerOptions, RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, pathNames, startScenario, store } from '../support/scenario.ts'
import type { Inputs, Scenario } from '../support/scenario.ts'

interface Row {
  name: string
  system: string
  os: string
  attribute: string
}

let scenario: Scenario
let matrix: RunResult
let rows: Row[]
let packed: string
const packs: RunResult[] = []
let committed: RunResult

/** /bin/sh builds for either. */
const otherMachine = { NIX_CONFIG: `${nixConfig}\nextra-platforms = aarch64-linux` }

beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
  packed = join(scenario.folder, 'packed')
  matrix = await run({
    mode: 'matrix',
    token: 'reader-token',
    'flake-attribute': '.#hello\n.#multi',
    systems: 'x86_64-linux aarch64-linux'
  })
  rows = rowsOf(matrix)
  for (const [index, row] of rows.entries()) packs.push(await pack(row, String(index)))
  committed = await commit({ expected: matrix.outputs['expected'] })
})
afterAll(() => scenario.close())

function run(inputs: Inputs, options: Partial<RunnerOptions> = {}): Promise<RunResult> {
  return scenario.publish({ 'signing-key': undefined, ...inputs }, options)
}

function pack(row: Row, name: string): Promise<RunResult> {
  return run(
    {
      phase: 'pack',
      token: 'reader-token',
      'flake-attribute': row.attribute,
      systems: row.system,
      'output-directory': join(packed, name)
    },
    row.system === 'aarch64-linux' ? { env: otherMachine } : {}
  )
}

function commit(inputs: Inputs): Promise<RunResult> {
  return run({
    phase: 'commit',
    'signing-key': scenario.key.secret,
    'dry-run': undefined,
    packed,
    ...inputs
  })
}

function rowsOf({ outputs }: RunResult): Row[] {
  return (JSON.parse(outputs['matrix'] ?? '') as { include: Row[] }).include
}

test('the matrix has a row for each attribute and system, with its runner', () => {
  expect(matrix).toMatchObject({ exitCode: 0, errors: [] })
  expect(matrix.outputs['any-jobs']).toBe('true')
  expect(rows).toEqual([
    row('hello', 'x86_64-linux', 'ubuntu-24.04'),
    row('hello', 'aarch64-linux', 'ubuntu-24.04-arm'),
    row('multi', 'x86_64-linux', 'ubuntu-24.04'),
    row('multi', 'aarch64-linux', 'ubuntu-24.04-arm')
  ])
  expect(matrix.summary).toContain('**4 jobs** for 4 attributes')
})

function row(name: string, system: string, os: string): Row {
  return { name, system, os, attribute: `.#packages.${system}.${name}` }
}

test('each job packs with a token that may only read, and leaves a folder and nothing else', () => {
  for (const result of packs) expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(packs[0]?.summary).toMatch(
    /^\*\*Packed\*\* 1 artifact and 2 paths of the closure \(3 NARs/
  )
  expect(packs[0]?.outputs).toMatchObject({ published: '[]', 'nar-count': '0', attempts: '0' })
  expect(readdirSync(scenario.workspace)).toEqual(['flake.nix'])
  for (const result of packs) expect(readdirSync(result.runnerTemp)).toEqual([])
})

describe('the commit', () => {
  test('is one, for all systems, and proves what it brought', async () => {
    expect(committed).toMatchObject({ exitCode: 0, errors: [] })
    const head = await scenario.github.head(store, 'main')
    expect(committed.outputs['commit-sha']).toBe(head)
    const commit = await scenario.github.objects.commit(
      scenario.github.repository(store),
      head ?? ''
    )
    expect(commit?.message).toMatch(/^publish hello 2\.12\.1, multi 2\.0 \(/)
    expect(committed.summary).toContain(
      'Nix copied 12 paths from the new commit into a fresh store'
    )
    const found = await scenario.rows()
    expect(found.map(({ name, system }) => `${name} ${system}`).sort()).toEqual([
      'hello aarch64-linux',
      'hello x86_64-linux',
      ...Array.from({ length: 3 }, () => 'multi aarch64-linux'),
      ...Array.from({ length: 3 }, () => 'multi x86_64-linux')
    ])
  })

  test('brings the log of what each job built, the page and the badges', async () => {
    const files = await scenario.github.listFiles(store, 'main')
    const logs = files.filter((path) => /^log\/\w{32}-hello-2\.12\.1\.drv$/.test(path))
    expect(logs).toHaveLength(2)
    for (const path of logs) expect(await scenario.text(path)).toBe('building hello\n')
    expect(files).toEqual(expect.arrayContaining(['badge/multi.svg', 'index.html']))
    const badge = JSON.parse(await scenario.text('badge/hello.json')) as { message: string }
    expect(badge.message).toBe('hello 2.12.1 | aarch64-linux, x86_64-linux')
  })

  test('shows every artifact in one table, and checksums of every NAR for an attestation', async () => {
    const table = committed.summary.split('\n').filter((line) => line.startsWith('| ['))
    expect(table).toHaveLength(8)
    const lines = committed.outputs['checksums']?.split('\n') ?? []
    expect(lines).toHaveLength(Number(committed.outputs['nar-count']))
    const files = await scenario.github.listFiles(store, 'main')
    for (const line of lines) {
      const [, digest, path = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
      expect(files).toContain(path)
      expect(digest).toHaveLength(64)
    }
  })

  test('is a cache that a stranger copies both systems from, signatures required', async () => {
    const stranger = newStranger(scenario)
    const copied = await stranger.copy({
      cache: scenario.github.substituterUrl(store, 'main'),
      publicKey: scenario.key.public,
      paths: jsonPaths(committed.outputs['published'])
    })
    expect(copied).toMatchObject({ failure: '' })
    expect(
      pathNames(await stranger.paths()).filter((name) => name === 'hello-2.12.1')
    ).toHaveLength(2)
    expect(await stranger.check()).toMatchObject({ failure: '' })
  })
})

test('what was published needs no job any more', async () => {
  const again = await run({
    mode: 'matrix',
    token: undefined,
    'flake-attribute': '.#hello\n.#multi\n.#lone',
    systems: 'x86_64-linux aarch64-linux'
  })
  expect(rowsOf(again).map(({ name }) => name)).toEqual(['lone', 'lone'])
  const none = await run({
    mode: 'matrix',
    token: undefined,
    'flake-attribute': '.#hello',
    systems: 'x86_64-linux'
  })
  expect(none).toMatchObject({ exitCode: 0, errors: [] })
  expect(none.outputs).toEqual({
    matrix: '{"include":[]}',
    'first-wave': '{"include":[]}',
    'any-first-wave': 'false',
    machines: '{"include":[]}',
    expected: expect.stringMatching(/^gzip:/),
    'any-jobs': 'false'
  })
  expect(none.summary).toContain('**No job is needed**')
})

test('a job that builds for another machine says so early, and the others go on', async () => {
  const mixed = await run({
    phase: 'pack',
    token: 'reader-token',
    'flake-attribute': '.#packages.{system}.other',
    systems: 'x86_64-linux aarch64-linux',
    'output-directory': join(scenario.folder, 'mixed')
  })
  expect(mixed.exitCode).toBe(1)
  expect(mixed.errors).toEqual([expect.stringContaining('SYSTEM_FOREIGN')])
  expect(mixed.errors[0]).toContain('it is for aarch64-linux, and this machine builds for')
  expect(mixed.summary).toContain('**Packed** 1 artifact')
  const [said, started] = ['it is for aarch64-linux', "building '/nix/store/"].map((text) =>
    mixed.log.indexOf(text)
  )
  expect(said).toBeGreaterThan(-1)
  expect(started).toBeGreaterThan(said ?? 0)
  expect(mixed.log.match(/^building '/gm)).toHaveLength(1)
})

test('a system that left nothing fails the run, and what the others packed is there', async () => {
  const own = join(scenario.folder, 'own')
  const lone = { ...rowOf('lone'), attribute: '.#packages.x86_64-linux.lone' }
  await run({
    phase: 'pack',
    token: 'reader-token',
    'flake-attribute': lone.attribute,
    systems: 'x86_64-linux',
    'output-directory': join(own, '0')
  })
  const lost = { ...lone, system: 'aarch64-linux', attribute: '.#packages.aarch64-linux.lone' }
  const result = await commit({
    packed: own,
    expected: JSON.stringify({ include: [lone, lost] }),
    verify: 'narinfo'
  })
  expect(result.exitCode).toBe(1)
  expect(result.errors).toEqual([expect.stringMatching(/^PACKED_MISSING lone \(aarch64-linux\)/)])
  expect(result.summary).toContain('**Published** 1 artifact')
})

function rowOf(name: string): Row {
  return row(name, 'x86_64-linux', 'ubuntu-24.04')
}
