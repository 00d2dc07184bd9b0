/** Jobs of the rows of a plan, and the commit of what they leave: nothing is evaluated, and nothing built twice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import {
  narInfoPath,
  unsignedNarInfo,
  type Manifest
} from '../../src/publish/packed-folder/manifest.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { readCatalogue } from '../support/catalogue.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { watchNix } from '../support/nix-witness.ts'
import { makePlanFolder, type PlanFolder } from '../support/plan-folder.ts'
import { revision, runPhase } from './phases.ts'
import { someSecret } from './support.ts'

const repository = 'alice/store'
const source = { repository: 'alice/project', revision }

let github: GitHubServer
let folder: string
let plan: PlanFolder
let mended: string

/** Another content each time. */
const unlikely = 'read id < /proc/sys/kernel/random/uuid; echo $id'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'row-'))
  mended = join(folder, 'mended')
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      reader: { login: 'alice', access: 'read' }
    }
  })
  plan = await makePlanFolder({
    folder,
    source,
    signed: ['tool'],
    derivations: {
      base: { script: `${unlikely} > $out` },
      shared: { needs: ['base'], script: `{ ${unlikely}; echo $base $source; } > $out` },
      tool: { script: 'echo tool $source > $out' },
      broken: { script: 'echo it is broken; exit 1' },
      one: { needs: ['shared', 'tool'], script: 'echo $shared > $out' },
      two: { needs: ['shared'], script: 'echo $shared > $out' },
      three: { needs: ['broken'], script: 'echo $broken > $out' },
      private: { script: 'echo private > $out' },
      four: {
        needs: ['private', 'shared'],
        script: `[ -e ${mended} ] || exit 1; echo $private > $out`
      }
    },
    rows: {
      first: {
        wave: 1,
        attributes: ['tool'],
        builds: ['base', 'shared', 'tool'],
        handsOn: ['shared', 'tool']
      },
      bad: { wave: 1, builds: ['broken'], handsOn: ['broken'] },
      left: {
        wave: 2,
        attributes: ['one'],
        builds: ['one'],
        takes: { shared: 'first', tool: 'first' }
      },
      right: {
        wave: 2,
        attributes: ['two', 'three', 'four'],
        builds: ['two', 'three', 'private', 'four'],
        takes: { shared: 'first', broken: 'bad' }
      }
    }
  })
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
  plan.forget()
})

interface Job {
  report: PublishReport
  error: Reported<PublishReport>['error']
  packed: string
  manifest: Manifest
  commands: string[][]
}

/** On a machine that has nothing of the plan, with an empty workspace. */
async function pack(
  row: string,
  attempt: number,
  handed: readonly string[] = [],
  branch = 'main'
): Promise<Job> {
  plan.forget()
  const workspace = mkdtempSync(join(folder, 'job-'))
  const packed = join(folder, 'packed', row)
  rmSync(packed, { recursive: true, force: true })
  const witness = await watchNix(folder)
  const { report, error } = await runPhase(
    {
      phase: 'pack',
      token: 'reader',
      'target-branch': branch,
      plan: plan.folder,
      row: plan.ids[row] ?? row,
      handed: handed.join('\n'),
      'output-directory': packed,
      compression: attempt === 1 ? 'zstd' : 'none'
    },
    { github, folder: workspace, env: { PATH: `${witness.bin}:${process.env['PATH'] ?? ''}` } }
  )
  await removeFolder(workspace)
  const manifest = JSON.parse(readFileSync(join(packed, 'manifest.json'), 'utf8')) as Manifest
  return { report, error, packed, manifest, commands: witness.commands() }
}

function commit(): Promise<Reported<PublishReport>> {
  return runPhase(
    {
      phase: 'commit',
      token: 'writer',
      'signing-key': someSecret,
      verify: 'narinfo',
      'target-branch': 'main',
      packed: join(folder, 'packed')
    },
    { github, folder }
  )
}

/** A copy of a packed folder, changed as a job of the run might. */
function hostile(row: string, change: (manifest: Manifest, copy: string) => void): string {
  const copy = mkdtempSync(join(folder, 'hostile-'))
  cpSync(join(folder, 'packed', row), copy, { recursive: true })
  const file = join(copy, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  change(manifest, copy)
  writeFileSync(file, JSON.stringify(manifest))
  return copy
}

async function rows(): Promise<readonly CatalogueRow[]> {
  const head = await github.head(repository, 'main')
  return head === null ? [] : (await readCatalogue(github, repository, head)).rows
}

const out = (name: string): string => plan.outputs[name] ?? ''
const outs = (...names: string[]): string[] => names.map(out).sort()

describe('two waves of jobs', () => {
  const jobs: Record<string, Job> = {}
  let first: Reported<PublishReport>
  let builtFirst: string[]
  let rowsFirst: readonly CatalogueRow[]
  let second: Reported<PublishReport>

  beforeAll(async () => {
    jobs['first'] = await pack('first', 1)
    jobs['bad'] = await pack('bad', 1)
    const given = ['first', 'bad'].map((row) => join(folder, 'packed', row))
    jobs['left'] = await pack('left', 1, given)
    jobs['right'] = await pack('right', 1, given)
    builtFirst = plan.built()
    first = await commit()
    rowsFirst = await rows()
    writeFileSync(mended, '')
    const earlier = join(folder, 'earlier')
    cpSync(join(folder, 'packed', 'right'), earlier, { recursive: true })
    jobs['again'] = await pack('right', 2, [...given, earlier])
    second = await commit()
  })

  test('build each derivation once, whoever needs it, and again only what had failed', () => {
    expect([...builtFirst].sort()).toEqual(
      ['base', 'shared', 'tool', 'broken', 'one', 'two', 'private', 'four'].sort()
    )
    expect(plan.built().slice(builtFirst.length)).toEqual(['four'])
  })

  test('evaluate nothing', () => {
    const all = Object.values(jobs).flatMap(({ commands }) => commands)
    expect(all.length).toBeGreaterThan(20)
    const evaluations = all.filter(
      ([program, ...args]) =>
        args.includes('eval') || (program === 'nix-instantiate' && !args.includes('--add-root'))
    )
    expect(evaluations).toEqual([])
  })

  test('the first hands on what the second needs, with what that refers to, and no index row for it', () => {
    expect(jobs['first']?.error).toBeNull()
    const { manifest } = jobs['first'] ?? {}
    expect(manifest?.row).toBe(plan.ids['first'])
    expect(manifest?.artifacts.map(({ storePath }) => storePath)).toEqual([out('tool')])
    expect([...(manifest?.handed ?? [])].sort()).toEqual(outs('base', 'shared'))
    expect(jobs['first']?.report.published.map(({ name }) => name)).toEqual(['tool'])
    expect(jobs['first']?.report.closure).toEqual([])
  })

  test('what came by the plan is left to upstream as where it was fetched, and told as what it is', () => {
    expect(jobs['first']?.manifest.skipped).toEqual([
      {
        storePath: expect.stringMatching(/-source-of-tool$/),
        reason: 'upstream',
        detail: 'signed by cache.nixos.org-1'
      }
    ])
    const source = jobs['left']?.manifest.paths.find(({ storePath }) =>
      storePath.endsWith('-source-of-shared')
    )
    expect(source?.ca).toMatch(/^text:sha256:/)
  })

  test('the second leaves out what it was handed', () => {
    const { manifest, error } = jobs['left'] ?? {}
    expect(error).toBeNull()
    expect(manifest?.paths.map(({ storePath }) => storePath).sort()).toContain(out('one'))
    expect(manifest?.handed).toBeUndefined()
    expect(
      manifest?.skipped.map(({ storePath, reason }) => `${storePath} ${reason}`).sort()
    ).toEqual(outs('base', 'shared').map((path) => `${path} handed`))
    expect(manifest?.artifacts[0]?.origin.source).toEqual(source)
  })

  test('what the first did not build fails each attribute that needs it, in its own words', () => {
    const { error, manifest } = jobs['right'] ?? {}
    expect(error?.code).toBe('BUILD_FAILED')
    const told = manifest?.failures.find(({ installable }) => installable.endsWith('.three'))
    expect(told?.reason).toContain(plan.ids['bad'])
    expect(told?.reason).toContain('it is broken')
    expect(told?.builds).toEqual([{ drvPath: plan.drvPaths['broken'], lines: 'it is broken' }])
    expect(manifest?.artifacts.map(({ attribute }) => attribute)).toContain(
      '.#packages.x86_64-linux.two'
    )
    expect(jobs['bad']?.manifest.failures.map(({ installable }) => installable)).toEqual([
      plan.drvPaths['broken']
    ])
  })

  test('what was built for what failed is kept for another attempt', () => {
    expect(jobs['right']?.manifest.handed).toEqual([out('private')])
    const { manifest } = jobs['again'] ?? {}
    expect(manifest?.handed).toBeUndefined()
    expect(manifest?.paths.map(({ storePath }) => storePath)).toEqual(
      expect.arrayContaining(outs('private', 'four'))
    )
  })

  test('the commit publishes of what was handed on whatever something refers to, without a row', () => {
    expect(first.report.outcome).toBe('published')
    expect(rowsFirst.map(({ name }) => name).sort()).toEqual(['one', 'tool', 'two'])
    const closure = first.report.closure.map(({ storePath }) => storePath)
    expect(closure).toEqual(expect.arrayContaining(outs('base', 'shared')))
    expect(closure).not.toContain(out('private'))
    expect(first.error?.code).toBe('BUILD_FAILED')
    expect(first.report.notes.join('\n')).not.toContain('refers to')
  })

  test('the commit after the next attempt lands the rest', async () => {
    expect(second.report.published.map(({ name }) => name)).toEqual(['four'])
    expect(second.report.closure.map(({ storePath }) => storePath)).toEqual([out('private')])
    expect((await rows()).map(({ name }) => name).sort()).toEqual(['four', 'one', 'tool', 'two'])
  })

  test('a job that gives what another row builds has it passed over, and nothing is built in its place', async () => {
    const before = plan.built().length
    const copy = hostile('first', (manifest) => {
      manifest.row = plan.ids['bad']
    })
    const { error, manifest } = await pack('left', 1, [copy], 'elsewhere')
    expect(error?.code).toBe('BUILD_FAILED')
    expect(error?.reason).toContain(
      `the job of row ${plan.ids['first'] ?? ''} was to build: it left nothing`
    )
    expect(manifest).toMatchObject({ artifacts: [{ storePath: out('one') }], paths: [] })
    expect(plan.built()).toHaveLength(before)
  })

  test('two folders that disagree about a path are refused', async () => {
    const copy = hostile('first', ({ paths }, copy) => {
      const entry = paths.find(({ storePath }) => storePath === out('shared'))
      if (entry === undefined) throw new Error('it was handed on')
      entry.references = []
      const narInfo = formatNarInfo(unsignedNarInfo(entry))
      writeFileSync(join(copy, narInfoPath(entry)), narInfo)
    })
    await expect(pack('left', 1, [join(folder, 'packed', 'first'), copy])).rejects.toMatchObject({
      code: 'PACKED_CONFLICT',
      subject: out('shared')
    })
  })
})
