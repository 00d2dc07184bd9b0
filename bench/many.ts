/**
 * version-sync of a whole repository, through the bundle: one look at many packages, beside an evaluation for each as tools for one package
 * do it; and the tests' repository of 40 packages brought up to date, and once more. `--long`: 1,000 packages, too.
 *
 *     script/build && node bench/many.ts [--long]
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fortyPackages, ignored } from '../__tests__/support/forty-packages.ts'
import {
  makeFortyPackages,
  startHost,
  upstreamRepositories
} from '../__tests__/support/forty-repository.ts'
import { output } from '../__tests__/support/program.ts'
import type { Tree } from '../__tests__/support/sync-hashes.ts'
import { makePackageSet, ownSystem } from '../__tests__/support/sync-packages.ts'
import { lockFile, startSyncRuns, type SyncRun } from '../__tests__/support/sync-run.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'

const repository = 'alice/many'
const sizes = [40, 200, ...(process.argv.includes('--long') ? [1000] : [])]
/** Some 0.8 s for each evaluation on a quiet machine, as of a checkout that uses the real nixpkgs. */
const heavy = 4_000_000

interface Measured {
  work: string
  packages: number
  outdated: number
  evaluations: number | string
  requests: number
  seconds: string
}

const listing = z.object({
  packages: z.array(z.object({ state: z.string() })),
  counts: z.object({ evaluations: z.number() })
})

console.log('| work | packages | outdated | evaluations | requests | seconds (of processor) |')
console.log('|---|--:|--:|--:|--:|--:|')
for (const size of sizes) {
  await look(size, 0)
  await look(size, heavy)
}
await bringForty()

function tell({ work, packages, outdated, evaluations, requests, seconds }: Measured): void {
  console.log(
    `| ${[work, packages, outdated, evaluations, requests, seconds].map(String).join(' | ')} |`
  )
}

async function spent<T>(work: () => Promise<T>): Promise<{ value: T; seconds: string }> {
  const [begin, cpu] = [performance.now(), cpuSeconds()]
  const value = await work()
  const wall = (performance.now() - begin) / 1000
  return { value, seconds: `${wall.toFixed(2)} (${(cpuSeconds() - cpu).toFixed(2)})` }
}

/** Every other one is outdated. */
async function look(size: number, weight: number): Promise<void> {
  const names = Array.from({ length: size }, (_, index) => `tool${index}`)
  const runs = await startSyncRuns({
    repositories: [repository, ...names.map((name) => `up/${name}`)].map((name) => ({ name }))
  })
  try {
    const set = makePackageSet(mkdtempSync(join(runs.folder, 'set-')), runs.set.salt, weight)
    for (const [index, name] of names.entries()) {
      runs.github.makeRelease(`up/${name}`, { tag: index % 2 === 0 ? 'v1.5.0' : 'v1.4.0' })
    }
    const tree = plainRepository(names, new URL(runs.github.serverUrl).host, set.nixpkgs)
    await runs.place(repository, new Map([...tree, ['flake.lock', await lockFile(set, tree)]]))
    const folder = mkdtempSync(join(runs.folder, 'listing-'))
    const workspace = await runs.checkout(repository)
    const before = runs.github.requests.length
    const inputs = { phase: 'list', package: '.#packages.*', 'output-directory': folder }
    const { value: run, seconds } = await spent(() => runs.run(repository, inputs, { workspace }))
    expectDone(run)
    const { packages, counts } = listing.parse(
      JSON.parse(readFileSync(join(folder, 'listing.json'), 'utf8'))
    )
    const kind = weight > 0 ? ', heavy evaluation' : ''
    tell({
      ...{ work: `one look${kind}`, packages: packages.length, ...counts, seconds },
      outdated: packages.filter(({ state }) => state === 'outdated').length,
      requests: runs.github.requests.length - before
    })
    if (weight === 0 && size > 200) return
    // Not the versions of others, and no literal: only what the package says of itself.
    const few = names.slice(0, weight > 0 ? 10 : 40)
    const each = await spent(async () => {
      for (const name of few) {
        await output('nix', ['eval', '--raw', `.#${name}.version`], {
          ...{ cwd: workspace, env: set.env }
        })
      }
    })
    tell({
      ...{ work: `\`nix eval\` of each${kind}`, packages: few.length, outdated: 0 },
      ...{ evaluations: few.length, requests: 0, seconds: each.seconds }
    })
  } finally {
    await runs.close()
  }
}

function plainRepository(names: readonly string[], host: string, nixpkgs: string): Tree {
  const hashOf = (name: string): string =>
    `sha256-${createHash('sha256').update(name).digest('base64')}`
  const files = names.map((name) => {
    const source = `owner = "up"; repo = "${name}"; tag = "v\${version}"; githubBase = "${host}"; hash = "${hashOf(name)}";`
    const text = `{ stdenv, fetchFromGitHub }:\nstdenv.mkDerivation rec {\n  pname = "${name}";\n  version = "1.4.0";\n  src = fetchFromGitHub { ${source} };\n}\n`
    return [`pkgs/${name}.nix`, text] as const
  })
  const calls = names.map((name) => `      ${name} = pkgs.callPackage ./pkgs/${name}.nix { };\n`)
  const flake = `{
  inputs.nixpkgs.url = "path:${nixpkgs}";
  outputs = { self, nixpkgs }: let pkgs = nixpkgs.legacyPackages.${ownSystem}; in {
    packages.${ownSystem} = {
${calls.join('')}    };
  };
}
`
  return new Map([['flake.nix', flake], ...files])
}

/** Twice: the second run has nothing to do. */
async function bringForty(): Promise<void> {
  const runs = await startSyncRuns({
    repositories: [{ name: repository }, ...upstreamRepositories]
  })
  const host = await startHost(runs.folder)
  try {
    const forty = await makeFortyPackages(runs.set, runs.github, new URL(host.url).host)
    const lock = await lockFile(runs.set, forty.before)
    await runs.place(repository, new Map([...forty.before, ['flake.lock', lock]]))
    for (const turn of ['all brought up to date', 'the same once more']) {
      const before = runs.github.requests.length
      const { value: run, seconds } = await spent(() =>
        runs.run(repository, {
          ...{ package: '.#packages.*', version: 'latest', ignore: ignored.join('\n') },
          'open-pull-requests-limit': '100'
        })
      )
      const outdated = z.array(z.unknown()).parse(JSON.parse(run.outputs['outdated'] ?? '[]'))
      const [, evaluations = '?'] = /\| Evaluations \| ([^|]*) \|/.exec(run.summary) ?? []
      tell({
        ...{ work: turn, packages: fortyPackages.length, outdated: outdated.length, evaluations },
        ...{ requests: runs.github.requests.length - before, seconds }
      })
    }
  } finally {
    await host.close()
    await runs.close()
  }
}

function expectDone({ exitCode, log }: SyncRun): void {
  if (exitCode !== 0) throw new Error(log)
}
