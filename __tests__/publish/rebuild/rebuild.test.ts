/** Derivations that jobs of a plan have built and packed, built again on a machine that has nothing of them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog, type Log } from '../../../src/log.ts'
import type { Manifest } from '../../../src/publish/packed-folder/manifest.ts'
import { parseRebuildInputs } from '../../../src/publish/rebuild/inputs.ts'
import { rebuild } from '../../../src/publish/rebuild/rebuild.ts'
import { renderRebuildSummary, rebuildOutputs } from '../../../src/publish/rebuild/report.ts'
import type { Rebuilt, RebuildReport } from '../../../src/publish/rebuild/types.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'
import { nixConfig, removeFolder } from '../../support/nix.ts'
import { makePlanFolder, type PlanFolder } from '../../support/plan-folder.ts'
import { deleteStorePaths } from '../../support/store-paths.ts'
import { revision, runPhase } from '../phases.ts'

const unlikely = 'read id < /proc/sys/kernel/random/uuid; echo $id'
/** A file is the same, another is not, a third is there only sometimes; `mkdir` is of no shell. */
const tree = (folder: string): string =>
  `PATH=/bin:/usr/bin; mkdir -p $out/share; echo it > $out/same; ${unlikely} > $out/share/stamp; [ -e ${folder} ] && echo more > "$out/share/<b>|more"`

let github: GitHubServer
let folder: string
let second: string
let plan: PlanFolder
let report: RebuildReport
const warnings: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rebuild-'))
  second = join(folder, 'second-machine')
  github = await startGitHub({
    repositories: [{ name: 'alice/store' }],
    tokens: { reader: { login: 'alice', access: 'read' } }
  })
  plan = await makePlanFolder({
    folder,
    source: { repository: 'alice/project', revision },
    derivations: {
      tool: { script: 'echo tool > $out' },
      moody: { script: `${unlikely} > $out` },
      dependent: { needs: ['moody', 'tool'], script: 'read id < $moody; echo $id $tool > $out' },
      tree: { script: tree(second) },
      parts: {
        attributes: 'outputs = [ "out" "dev" ];',
        script: `echo same > $out; ${unlikely} > $dev`
      },
      broken: { script: `[ -e ${second} ] && exit 1; echo it > $out` },
      slow: { script: `[ -e ${second} ] && while :; do :; done; echo it > $out` },
      fetched: {
        attributes: `outputHashMode = "flat"; outputHashAlgo = "sha256"; outputHash = "${fixedHash}";`,
        script: 'echo fixed > $out'
      },
      hidden: { script: `${unlikely} > $out` },
      // Of what it needs nothing is in it, and so nobody packs that.
      covered: { needs: ['hidden'], script: '[ -e $hidden ] && echo covered > $out' },
      local: {
        attributes: 'allowSubstitutes = false; preferLocalBuild = true;',
        script: `${unlikely} > $out`
      },
      user: { needs: ['local'], script: 'read id < $local; echo $id > $out' },
      foreign: { script: 'echo other > $out' }
    },
    rows: {
      first: { wave: 1, builds: ['moody'], handsOn: ['moody'] },
      main: {
        wave: 2,
        attributes: [
          ...['tool', 'dependent', 'tree', 'parts', 'broken', 'slow', 'fetched', 'covered'],
          ...['local', 'user']
        ],
        builds: [
          ...['tool', 'dependent', 'tree', 'parts', 'broken', 'slow', 'fetched', 'covered'],
          ...['hidden', 'local', 'user']
        ],
        takes: { moody: 'first' }
      },
      other: { wave: 2, attributes: ['foreign'], builds: ['foreign'] }
    }
  })
  await pack('first')
  await pack('main', [join(folder, 'packed', 'first')])
  plan.forget()
  mkdirSync(second)
  report = await rebuildHere({}, { ...silentLog, warning: (line) => void warnings.push(line) })
}, 120_000)
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
  plan.forget()
  deleteStorePaths(Object.values(plan.outputs).map((path) => `${path}.check`))
})

// Of `fixed`, and a newline.
const fixedHash = '0c3071418e6356e614898c84ed064ca95e88551bc0811b534bdf1952ecdae534'

async function pack(
  row: string,
  handed: readonly string[] = [],
  to = join(folder, 'packed', row)
): Promise<void> {
  plan.forget()
  const workspace = mkdtempSync(join(folder, 'job-'))
  await runPhase(
    {
      phase: 'pack',
      token: 'reader',
      'target-branch': 'main',
      plan: plan.folder,
      row: plan.ids[row] ?? '',
      handed: handed.join('\n'),
      'output-directory': to
    },
    { github, folder: workspace }
  )
  await removeFolder(workspace)
}

/** A job of `phase: rebuild`. */
async function rebuildHere(
  given: Record<string, string> = {},
  log: Log = silentLog
): Promise<RebuildReport> {
  const told: Record<string, string> = {
    plan: plan.folder,
    packed: join(folder, 'packed'),
    systems: 'x86_64-linux',
    'rebuild-sample': '100',
    'rebuild-timeout': '3 s',
    'output-directory': join(folder, 'rebuilt'),
    ...given
  }
  const environment = readEnvironment({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NIX_CONFIG: nixConfig,
    GITHUB_WORKSPACE: folder,
    ...Object.fromEntries(
      Object.entries(told).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  const inputs = parseRebuildInputs(environment)
  const scratch = mkdtempSync(join(folder, 'scratch-'))
  try {
    return await rebuild({ inputs, environment, scratch, log, timings: [] })
  } finally {
    await removeFolder(scratch)
  }
}

function resultOf(name: string): Rebuilt | undefined {
  return report.rebuilt.find(({ drv }) => drv === plan.drvPaths[name])
}

describe('a second build', () => {
  test('of what reproduces is the same', () => {
    expect(resultOf('tool')).toMatchObject({
      attribute: '.#packages.x86_64-linux.tool',
      path: plan.outputs['tool'],
      result: 'same'
    })
  })

  test('of what does not is told with both hashes, and what differs in it', () => {
    const moody = resultOf('moody')
    expect(moody).toMatchObject({
      attribute: null,
      result: 'differs',
      files: [{ path: '.', what: 'content', size: 37, otherSize: 37 }],
      differences: 1
    })
    expect(moody?.narHash).toMatch(/^sha256:/)
    expect(moody?.other).toMatch(/^sha256:/)
    expect(moody?.other).not.toBe(moody?.narHash)
    expect(resultOf('tree')).toMatchObject({
      result: 'differs',
      files: [
        { path: 'share/<b>|more', what: 'only-rebuilt', size: null, otherSize: 5 },
        { path: 'share/stamp', what: 'content' }
      ]
    })
  })

  test('takes what it needs as it was packed, so that it alone is compared', () => {
    expect(resultOf('dependent')).toMatchObject({ result: 'same', inputsBuiltHere: [] })
    // Also where the derivation allows no substitutes.
    expect(resultOf('local')).toMatchObject({ result: 'differs' })
    expect(resultOf('user')).toMatchObject({ result: 'same', inputsBuiltHere: [] })
  })

  test('tells what nobody packed and had to be built here, too', () => {
    expect(resultOf('covered')).toMatchObject({
      result: 'same',
      inputsBuiltHere: [plan.drvPaths['hidden']]
    })
  })

  test('of several outputs names the one that differs', () => {
    const { out, dev } = { out: plan.outputs['parts'], dev: plan.outputs['parts.dev'] }
    expect(resultOf('parts')).toMatchObject({ result: 'differs', path: dev })
    expect(Object.keys(resultOf('parts')?.outputs ?? {}).sort()).toEqual([out, dev].sort())
  })

  test('that fails here is no difference, nor one that takes too long', () => {
    expect(resultOf('broken')).toMatchObject({
      result: 'failed',
      reason: expect.stringMatching(/exit code 1/)
    })
    expect(resultOf('slow')).toMatchObject({
      result: 'failed',
      reason: expect.stringMatching(/timed out after 3/)
    })
    expect(resultOf('broken')).not.toHaveProperty('other')
  })

  test('is of nothing whose hash is fixed, that was not packed, or that another row has', () => {
    expect(report.leftOut).toEqual({ fixed: 1, floating: 0, unpacked: 2 })
    expect(report.candidates).toBe(10)
    const drawn = report.rebuilt.map(({ drv }) => drv)
    for (const name of ['fetched', 'hidden', 'foreign']) {
      expect(drawn).not.toContain(plan.drvPaths[name])
    }
    expect(drawn).toHaveLength(10)
  })
})

describe('what is told', () => {
  test('is a table in which names of files are text', () => {
    const summary = renderRebuildSummary(report)
    expect(summary).toContain('Built again on another machine: 10 of 10 derivations')
    expect(summary).toContain('4 **differs**, 2 failed here and 4 the same.')
    expect(summary).toContain('<code>share/&lt;b&gt;\\|more</code> (only here)')
    expect(summary).toContain('1 input of it had to be built here, too')
    expect(summary).toContain(
      'Not in the lot: 1 with a fixed hash and 2 of which nothing was packed.'
    )
  })

  test('is a file for programs, and an output with what differs first', () => {
    const file = JSON.parse(
      readFileSync(join(folder, 'rebuilt', 'rebuilt.json'), 'utf8')
    ) as unknown
    expect(file).toMatchObject({
      version: 1,
      seed: report.seed,
      candidates: 10,
      rebuilt: report.rebuilt
    })
    const rows = JSON.parse(rebuildOutputs(report)['rebuilt'] ?? '') as Rebuilt[]
    expect(rows.map(({ result }) => result)).toEqual([
      ...Array.from({ length: 4 }, () => 'differs'),
      ...['failed', 'failed', 'same', 'same', 'same', 'same']
    ])
    const small = rebuildOutputs(report, 1000)['rebuilt'] ?? ''
    expect(small.length).toBeLessThanOrEqual(1000)
    const few = (JSON.parse(small) as Rebuilt[]).map(({ result }) => result)
    expect([...new Set(few)]).toEqual(['differs'])
  })

  test('is a warning for each that is not the same', () => {
    expect(warnings).toHaveLength(6)
  })
})

describe('a packed folder', () => {
  function changed(change: (manifest: Manifest, copy: string) => void): string {
    const copy = mkdtempSync(join(folder, 'hostile-'))
    cpSync(join(folder, 'packed', 'main'), copy, { recursive: true })
    const file = join(copy, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    change(manifest, copy)
    writeFileSync(file, JSON.stringify(manifest))
    return copy
  }
  const nars = ({ paths }: Manifest): string => paths[0]?.nar ?? ''

  test.each<[string, (manifest: Manifest, copy: string) => void]>([
    [
      'bytes of another NAR',
      (manifest, copy) => {
        spoil(join(copy, nars(manifest)))
      }
    ],
    [
      'a file too many',
      (_, copy) => {
        writeFileSync(join(copy, 'more'), '')
      }
    ],
    [
      'a NAR that is gone',
      (manifest, copy) => {
        rmSync(join(copy, nars(manifest)))
      }
    ]
  ])('with %s is refused before anything is built', async (_, change) => {
    const built = plan.built().length
    await expect(rebuildHere({ packed: changed(change) })).rejects.toMatchObject({
      code: 'PACKED_INVALID'
    })
    expect(plan.built()).toHaveLength(built)
  })

  function spoil(file: string): void {
    writeFileSync(file, Buffer.alloc(statSync(file).size))
  }
})

test('the lot leaves out what is beyond the sample, and a system without rows has none', async () => {
  const one = await rebuildHere({ 'rebuild-sample': '1', 'rebuild-timeout': '1 s' })
  expect(one).toMatchObject({ candidates: 10, rebuilt: [{ drv: expect.any(String) }] })
  expect(one.seed).not.toBe(report.seed)
  const none = await rebuildHere({ systems: 'riscv64-linux' })
  expect(none).toMatchObject({ candidates: 0, rebuilt: [] })
  expect(renderRebuildSummary(none)).toContain('**Nothing was built again**')
})

test('what this machine has built before is compared with that, and nothing is built with it', async () => {
  await pack('first', [], join(folder, 'built-here'))
  const there = await rebuildHere({ 'rebuild-timeout': '1 s' })
  const of = (name: string): Rebuilt | undefined =>
    there.rebuilt.find(({ drv }) => drv === plan.drvPaths[name])
  const reason = expect.stringMatching(/this machine’s store had another content/)
  expect(of('moody')).toMatchObject({ result: 'differs', reason })
  expect(of('moody')?.other).not.toBe(of('moody')?.narHash)
  expect(of('dependent')).toMatchObject({ result: 'not-tried', reason })
  expect(of('tool')).toMatchObject({ result: 'same' })
})
