/** What a usual version-sync starts: each process costs, and each evaluation of a large nixpkgs takes a second. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { evaluatorsAtOnce } from '../../src/nix/evaluators.ts'
import { runCommandLine } from '../support/command-line.ts'
import { nixThat } from '../support/nix-that.ts'
import { removeFolder, thisMachine } from '../support/nix.ts'
import { watchNix } from '../support/nix-witness.ts'
import type { Tree } from '../support/sync-hashes.ts'
import {
  foreignSystem,
  makePackageSet,
  ownSystem,
  type PackageSet
} from '../support/sync-packages.ts'
import { makeParts, partsFile, type Parts } from '../support/sync-parts.ts'
import { makeProject, syncProject, type SyncRequest } from '../support/sync-project.ts'

let set: PackageSet
beforeAll(() => {
  // Enough for two evaluations at once, whatever the others on this machine leave.
  jest.spyOn(process, 'availableMemory').mockReturnValue(64e9)
  set = makePackageSet(thisMachine.makeFolder(), randomBytes(6).toString('hex'))
})
afterAll(() => removeFolder(set.folder))

const fourSystems = 'x86_64-linux aarch64-linux x86_64-darwin aarch64-darwin'

/** What one sync starts, by what it is for: `3 evaluation`, `2 realise` … */
async function started(tree: Tree, request: SyncRequest): Promise<Record<string, number>> {
  const project = await makeProject(set, tree)
  const witness = await watchNix(set.folder, ['git'])
  const PATH = `${witness.bin}:${set.env['PATH'] ?? ''}`
  const watched = { ...set, env: { ...set.env, PATH } }
  const report = await syncProject(watched, project, { version: '1.3.0', ...request })
  expect(report.outcome).toBe('written')
  const counts: Record<string, number> = {}
  for (const command of witness.commands()) {
    const kind = kindOf(command)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

function kindOf([program, ...args]: readonly string[]): string {
  if (program === 'git') return 'git'
  if (args.includes('--version')) return 'version'
  if (args.includes('--realise')) return 'realise'
  if (args.includes('recipesFile')) return 'rebuild'
  if (args.includes('builtins.currentSystem')) return 'system'
  if (args.some((arg) => arg.includes('builtins.nixPath'))) return 'search path'
  if (args.some((arg) => arg.includes('nar-publish reads meta'))) return 'evaluation'
  return [program, ...args.slice(0, 2)].join(' ')
}

const parts = async (shape: Parts, request: SyncRequest = {}): Promise<Record<string, number>> => {
  const { git, ...nix } = await started(await makeParts(set, shape), {
    package: `file:${partsFile}`,
    systems: ownSystem,
    ...request
  })
  expect(git).toBeLessThanOrEqual(10)
  return nix
}

// Evaluations: as it stands, at the new version, and what is written. Runs that build: the hashes, and the package, whose .drv is made of the
// second evaluation's where that can be built beside the third: not on one core.
const made = availableParallelism() > 1 ? 1 : 0
const usual = { version: 1, evaluation: 3, realise: 2, ...(made > 0 && { rebuild: made }) }
// Of a file, before something is evaluated ahead.
const ofFile = { ...usual, ...(made > 0 && { 'search path': 1 }) }

test.each([1, 5])('%i independent hashes: eight processes of Nix', async (count) => {
  expect(await parts({ count, shape: 'independent' })).toEqual(ofFile)
})

test('a chain of five: two more for each link after the first', async () => {
  const chained = await parts({ count: 5, shape: 'chained' })
  expect(chained).toEqual({ ...ofFile, realise: 2 + 4, rebuild: made + 4 })
})

test('four systems: no more for each than its evaluations', async () => {
  const four = await parts({ count: 2, shape: 'independent' }, { systems: fourSystems })
  expect(four).toEqual({ ...ofFile, evaluation: 3 * 4 })
})

test('a flake: its systems and this machine’s are asked once', async () => {
  const tree = await makeParts(set, { count: 1, shape: 'independent' })
  const flake = `{
  inputs.nixpkgs.url = "path:${set.nixpkgs}";
  outputs = { nixpkgs, ... }: {
    packages = builtins.listToAttrs (map (system: {
      name = system;
      value.tool = nixpkgs.legacyPackages.\${system}.callPackage ./${partsFile} { };
    }) [ ${fourSystems.replaceAll(/\S+/g, '"$&"')} ]);
  };
}
`
  const { git, ...nix } = await started(new Map([...tree, ['flake.nix', flake]]), {
    package: '.#tool',
    systems: fourSystems
  })
  expect(git).toBeGreaterThan(0)
  expect(nix).toEqual({ ...usual, evaluation: 3 * 4, system: 1 })
})

test('downloads of another system: all are made ready by one process', async () => {
  const systems = `${ownSystem} ${foreignSystem}`
  const nix = await parts({ count: 3, shape: 'by-system' }, { systems })
  expect(nix).toEqual({ ...ofFile, evaluation: 3 * 2, rebuild: made + 1 })
})

const whereBeside = evaluatorsAtOnce() > 1 ? describe : describe.skip
whereBeside('the command line, where two evaluations fit beside each other', () => {
  test('evaluates the new version beside the old one, and builds beside the last evaluation', async () => {
    const project = await makeProject(set, await makeParts(set, { count: 1, shape: 'independent' }))
    // The first realisation is of the hash.
    const waits = 'case $n in 1|2) await evaluation-2 ;; *) await realised-2 ;; esac'
    const PATH = `${await nixThat(set.folder, waits)}:${set.env['PATH'] ?? ''}`
    const args = ['version-sync', `file:${partsFile}`, '1.3.0', '--systems', ownSystem]
    const options = { cwd: project.folder, env: { ...set.env, PATH } }
    const { status, stderr } = await runCommandLine(args, options)
    expect(stderr).not.toMatch(/no (?:evaluation|realised)-2/)
    expect(status).toBe(0)
    expect(project.read().get(partsFile)).toContain('version = "1.3.0"')
  })
})
