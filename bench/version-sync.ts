/**
 * What a new version costs in packages of several fixed-output derivations, beside the usual way (blank one hash, build, read what
 * Nix got, write it, go on with the next), in one run:
 *
 *     node bench/version-sync.ts [--long]
 *
 * The packages are the tests' own. Independent derivations are all sources of the package; chained ones are a source and what is
 * downloaded for it, each for the one before. The usual way is told in which order they depend on each other, and has the old contents in
 * its store. The tests' nixpkgs evaluates in a moment, which the real one does not: "heavy" is the same with some more work in each
 * evaluation. `--long` takes medians of three turns instead of one, and more of the heavy ones.
 *
 * Ends with 1 when version-sync takes more than 3 evaluations, or more rounds of building than the chain is long.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  computeHashes,
  fillHashes,
  instantiate,
  placeCheckout,
  type Checkout
} from '../__tests__/support/sync-hashes.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../__tests__/support/sync-packages.ts'
import { makeProject, syncProject } from '../__tests__/support/sync-project.ts'
import { makeScratch, removeScratch } from '../src/scratch.ts'
import { median } from './support/median.ts'

const packageFile = 'nix/tool.nix'
const versions = { old: '1.2.0', next: '1.3.0' }
const isLong = process.argv.includes('--long')
const turns = isLong ? 3 : 1
/** Some 0.8 s for each evaluation on a quiet machine. */
const heavy = 4_000_000
const placeholder = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

interface Cost {
  evaluations: number
  /** Runs of Nix that build. */
  rounds: number
  seconds: number
}

const parent = realpathSync(tmpdir())
const scratch = makeScratch(parent)
console.log(
  '| fixed outputs | version-sync: evaluations | rounds | seconds | one at a time: evaluations | rounds | seconds | seconds, ours of theirs |'
)
console.log('|---|--:|--:|--:|--:|--:|--:|--:|')
try {
  for (const weight of [0, heavy]) {
    await compare({ count: 1, shape: 'independent', weight })
    for (const count of weight === 0 || isLong ? [5, 20] : [5]) {
      await compare({ count, shape: 'independent', weight })
      await compare({ count, shape: 'chained', weight })
    }
  }
} finally {
  removeScratch(scratch, parent)
}

interface Package {
  /** Of fixed-output derivations. */
  count: number
  shape: 'independent' | 'chained'
  weight: number
}

async function compare(measured: Package): Promise<void> {
  const ours: Cost[] = []
  const theirs: Cost[] = []
  for (let turn = 0; turn < turns; turn++) {
    theirs.push(await measure(measured, oneAtATime))
    ours.push(await measure(measured, versionSync))
  }
  const [our, their] = [medians(ours), medians(theirs)]
  const { count, shape, weight } = measured
  const name = [...(weight > 0 ? ['heavy:'] : []), count, ...(count > 1 ? [shape] : [])].join(' ')
  const longestChain = shape === 'chained' ? count : 1
  if (our.evaluations > 3 || our.rounds > longestChain) {
    console.error(`${name}: ${our.evaluations} evaluations, ${our.rounds} rounds`)
    process.exitCode = 1
  }
  const cells = ({ evaluations, rounds, seconds }: Cost): string =>
    `${evaluations} | ${rounds} | ${seconds.toFixed(2)}`
  console.log(
    `| ${name} | ${cells(our)} | ${cells(their)} | ${(our.seconds / their.seconds).toFixed(2)} |`
  )
}

function medians(costs: readonly Cost[]): Cost {
  const of = (key: keyof Cost): number => median(costs.map((cost) => cost[key]))
  return { evaluations: of('evaluations'), rounds: of('rounds'), seconds: of('seconds') }
}

interface Bench {
  set: PackageSet
  /** The package file at its old version, with right hashes. */
  text: string
  /** Names that the package's attributes have, a source before what is downloaded for it. */
  attributes: string[]
}

/** With contents that no other measurement has. The old ones are in the store, as after a build of the old version. */
async function measure(
  { count, shape, weight }: Package,
  way: (bench: Bench) => Promise<Cost>
): Promise<Cost> {
  const folder = mkdtempSync(join(scratch, 'set-'))
  const set = makePackageSet(folder, randomBytes(6).toString('hex'), weight)
  const attributes = Array.from({ length: count }, (_, index) => `part${index}`)
  const named = packageText(attributes, shape)
  const [hashes] = await computeHashes(set, [checkoutOf(named)])
  const text = fillHashes(named, hashes ?? new Map())
  const [drvPaths] = await instantiate(set, [placeCheckout(set, checkoutOf(text))])
  await nix(set, 'nix-store', ['--realise', ...(drvPaths ?? [])])
  return way({ set, text, attributes })
}

function packageText(attributes: readonly string[], shape: Package['shape']): string {
  const parts = attributes.map((attribute, index) => {
    const hash = `hash = "@sri.${attribute}@";`
    if (shape === 'independent') {
      return `${attribute} = fetchurl { url = "https://downloads.example.org/\${version}/${attribute}.tar.gz"; ${hash} };`
    }
    if (index === 0) {
      return `${attribute} = fetchFromGitHub { owner = "alice"; repo = "tool"; rev = "v\${version}"; ${hash} };`
    }
    const root = index === 1 ? '.' : 'locks'
    return (
      `${attribute} = fetchDeps { name = "tool-\${version}-${index}"; src = part${index - 1}; ` +
      `modRoot = "${root}"; lockFiles = [ "go.sum" ]; ${hash} };`
    )
  })
  return `{ stdenv, fetchurl, fetchFromGitHub, fetchDeps }:
stdenv.mkDerivation rec {
  pname = "tool";
  version = "${versions.old}";
  ${parts.join('\n  ')}
}
`
}

function checkoutOf(text: string): Checkout {
  return {
    tree: new Map([[packageFile, text]]),
    package: `file:${packageFile}`,
    systems: [ownSystem],
    isNixpkgs: false
  }
}

async function versionSync({ set, text }: Bench): Promise<Cost> {
  const project = await makeProject(set, new Map([[packageFile, text]]))
  const begin = performance.now()
  const { counts } = await syncProject(set, project, {
    package: `file:${packageFile}`,
    version: versions.next,
    systems: ownSystem
  })
  const seconds = (performance.now() - begin) / 1000
  // The build of the package itself is not among the rounds, for neither way.
  return {
    evaluations: counts?.evaluations[ownSystem] ?? NaN,
    rounds: counts?.rounds ?? NaN,
    seconds
  }
}

async function oneAtATime({ set, text, attributes }: Bench): Promise<Cost> {
  const folder = mkdtempSync(join(set.folder, 'by-hand-'))
  const file = join(folder, 'tool.nix')
  const build = ['--no-out-link', '--expr', `(import <nixpkgs> { }).callPackage ${file} { }`]
  writeFileSync(file, text)
  const begin = performance.now()
  edit(file, versions.old, versions.next)
  for (const attribute of attributes) {
    const line = readFileSync(file, 'utf8')
      .split('\n')
      .find((each) => each.includes(`${attribute} =`))
    const [old] = /sha256-[\w+/]{43}=/.exec(line ?? '') ?? []
    if (old === undefined) throw new Error(`${attribute} has no hash`)
    edit(file, old, placeholder)
    const [, got] = /got: +(\S+)/.exec(await failure(nix(set, 'nix-build', build))) ?? []
    if (got === undefined) throw new Error(`Nix does not tell the hash of ${attribute}`)
    edit(file, placeholder, got)
  }
  await nix(set, 'nix-build', build)
  const seconds = (performance.now() - begin) / 1000
  return { evaluations: attributes.length + 1, rounds: attributes.length, seconds }
}

function edit(file: string, old: string, next: string): void {
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(old, () => next)
  )
}

async function nix(set: PackageSet, program: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(program, args, { env: set.env })
}

/** What a command that must fail says. */
async function failure(running: Promise<void>): Promise<string> {
  try {
    await running
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr)
  }
  throw new Error('it built although its hash is a placeholder')
}
