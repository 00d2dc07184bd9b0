/**
 * What a new version costs in packages of several fixed outputs, beside nix-update and beside the usual way by hand (blank one hash, build,
 * read what Nix got, write it, go on with the next), in one run, each as a process of its own:
 *
 *     NIX_UPDATE=<checkout of github.com/Mic92/nix-update> node bench/version-sync.ts [--long]
 *
 * Without NIX_UPDATE its columns stay empty. The packages are the tests' own: independent fixed outputs are all sources of the package;
 * chained ones are a source and what is downloaded for it, each for the one before. nix-update is told which attributes have hashes
 * (`--custom-dep`), the usual way in which order they depend on each other; both have the old contents in the store. `--build` lets
 * nix-update build the package in the end, as version-sync does. The tests' nixpkgs evaluates in a moment, which the real one does not: "heavy"
 * adds more than half a second of work to each evaluation, "a second" somewhat more than one. In brackets: seconds of processor time, which other
 * work on the machine changes little. The seconds themselves tell of an idle machine alone: version-sync evaluates the new version beside the old
 * one, and builds beside the last evaluation, where there is a core for it. `--long` takes medians of five turns instead of one, and more of the
 * heavy ones.
 *
 * Ends with 1 when version-sync takes more than 3 evaluations for a system, or more rounds of building than the chain is long.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { output, runProgram } from '../__tests__/support/program.ts'
import { bundles } from '../__tests__/support/queue-job.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../__tests__/support/sync-packages.ts'
import {
  makeParts,
  partNames,
  partsFile,
  partsVersion,
  type Parts
} from '../__tests__/support/sync-parts.ts'
import { makeProject, syncProject, type Project } from '../__tests__/support/sync-project.ts'
import { silentLog } from '../src/log.ts'
import {
  derivationsCommand,
  parseDerivations,
  readDerivations,
  type KnownDerivations
} from '../src/nix/derivations.ts'
import { openNix } from '../src/nix/nix.ts'
import { expectNix } from '../src/nix/run.ts'
import { makeScratch, removeScratch } from '../src/scratch.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'

const isLong = process.argv.includes('--long')
const turns = isLong ? 5 : 1
const nixUpdate = process.env['NIX_UPDATE']
/** Some 0.6 s, and 1.1 s, for each evaluation on a quiet machine. */
const heavy = 4_000_000
const aSecond = 7_000_000
const placeholder = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
const fourSystems = 'x86_64-linux aarch64-linux x86_64-darwin aarch64-darwin'

interface Row extends Parts {
  weight: number
  systems: string
}

interface Bench {
  set: PackageSet
  row: Row
  project: Project
  text: string
  /** One that no other measurement has. */
  version: string
}

const ways: Record<string, (bench: Bench) => Promise<void>> = {
  ours: versionSync,
  'by hand': byHand,
  ...(nixUpdate === undefined
    ? {}
    : {
        'nix-update': (bench) => runNixUpdate(bench, []),
        'nix-update --build': (bench) => runNixUpdate(bench, ['--build'])
      })
}

const one = { weight: 0, systems: ownSystem, shape: 'independent' } as const
const heavyOne = { ...one, weight: heavy }
const rows: Row[] = [
  { ...one, count: 1 },
  { ...one, count: 2 },
  { ...one, count: 5 },
  { ...one, count: 5, shape: 'chained' },
  ...(isLong ? [{ ...one, count: 20 }] : []),
  { ...one, count: 20, shape: 'chained' },
  { ...heavyOne, count: 1 },
  { ...heavyOne, count: 5 },
  { ...one, weight: aSecond, count: 1 },
  { ...one, weight: aSecond, count: 2 },
  { ...one, weight: aSecond, count: 5 },
  ...(isLong ? [{ ...heavyOne, count: 5, shape: 'chained' as const }] : []),
  { ...heavyOne, count: 5, systems: fourSystems }
]

const parent = realpathSync(tmpdir())
const scratch = makeScratch(parent)
const titles = [
  'fixed outputs',
  'evaluations',
  'rounds',
  ...Object.keys(ways).map((way) => `${way}, s`)
]
const ratios = Object.keys(ways)
  .slice(1)
  .map((way) => `ours of ${way}`)
console.log(`| ${[...titles, ...ratios].join(' | ')} |`)
console.log(`|---${'|--:'.repeat(titles.length - 1 + ratios.length)}|`)
try {
  for (const row of rows) await measureRow(row)
  await measureReading()
} finally {
  removeScratch(scratch, parent)
}

/** What each evaluation is followed by: nixpkgs' packages have closures of some hundreds to some thousands of derivations. */
async function measureReading(): Promise<void> {
  const set = makePackageSet(mkdtempSync(join(scratch, 'set-')), randomBytes(6).toString('hex'))
  const nix = await openNix({ env: set.env, cwd: set.folder, log: silentLog })
  const text = 'x'.repeat(3000)
  const expression = `builtins.foldl' (before: index: derivation {
    name = "link-${set.salt}"; system = "x"; builder = "x"; inherit before index; text = "${text}";
  }) "" (builtins.genList (index: index) 2000)`
  const args = ['--expr', expression]
  const drvPath = await output('nix-instantiate', args, { env: set.env })
  const spent = async (read: () => Promise<unknown>): Promise<Spent> => {
    const [begin, cpu] = [performance.now(), cpuSeconds()]
    await read()
    return { wall: (performance.now() - begin) / 1000, cpu: cpuSeconds() - cpu }
  }
  const known: KnownDerivations = new Map()
  const files = await spent(() => readDerivations(nix, [drvPath], { closure: true, known }))
  const again = await spent(() => readDerivations(nix, [drvPath], { closure: true, known }))
  const asked = await spent(async () =>
    parseDerivations(JSON.parse(await expectNix(nix, derivationsCommand(nix, [drvPath], true))))
  )
  const cells = [files, again, asked].map(said).join(' | ')
  console.log(
    `\n| a closure of 2,000 derivations | from its files, s | known already, s | told by Nix, s |\n|---|--:|--:|--:|\n| | ${cells} |`
  )
}

async function measureRow(row: Row): Promise<void> {
  const set = makePackageSet(
    mkdtempSync(join(scratch, 'set-')),
    randomBytes(6).toString('hex'),
    row.weight
  )
  const tree = await makeParts(set, row)
  const text = tree.get(partsFile) ?? ''
  const project = await makeProject(set, tree)
  let minor = 2
  const next = (): Bench => ({ set, row, project, text, version: `1.${++minor}.0` })
  const { evaluations, rounds } = await counted(next())
  const spent: Record<string, Spent[]> = {}
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, way] of Object.entries(ways)) {
      // A person or nix-update does one system; others are not theirs to build.
      if (name !== 'ours' && row.systems !== ownSystem) continue
      const bench = next()
      const [begin, cpu] = [performance.now(), cpuSeconds()]
      await way(bench)
      const wall = (performance.now() - begin) / 1000
      ;(spent[name] ??= []).push({ wall, cpu: cpuSeconds() - cpu })
      expectUpdated(bench, name)
    }
  }
  const all = Object.keys(ways).map((name) => medians(spent[name] ?? []))
  const [ours, ...others] = all
  const ratio = (other: Spent | null): Spent | null =>
    other && ours ? { wall: ours.wall / other.wall, cpu: ours.cpu / other.cpu } : null
  const cells = [evaluations, rounds, ...[...all, ...others.map(ratio)].map(said)]
  console.log(`| ${nameOf(row)} | ${cells.join(' | ')} |`)
  const longestChain = row.shape === 'chained' ? row.count : 1
  if (evaluations <= 3 && rounds <= longestChain) return
  console.error(`${nameOf(row)}: ${evaluations} evaluations, ${rounds} rounds`)
  process.exitCode = 1
}

/** Seconds, of the processor too. */
interface Spent {
  wall: number
  cpu: number
}

function medians(spent: readonly Spent[]): Spent | null {
  if (spent.length === 0) return null
  return { wall: median(spent.map(({ wall }) => wall)), cpu: median(spent.map(({ cpu }) => cpu)) }
}

function said(spent: Spent | null): string {
  return spent === null ? '' : `${spent.wall.toFixed(2)} (${spent.cpu.toFixed(2)})`
}

function nameOf({ count, shape, weight, systems }: Row): string {
  const work = { 0: '', [heavy]: 'heavy:', [aSecond]: 'a second:' }[weight]
  const words = [work, count, count > 1 ? shape : '']
  return words.filter(Boolean).join(' ') + (systems === ownSystem ? '' : ', four systems')
}

/** For a system, of the same in this process; the build of the package itself is not among the rounds. */
async function counted({ set, row, project, text, version }: Bench) {
  const request = { package: 'file:default.nix#tool', version, systems: row.systems }
  const { counts } = await syncProject(set, project, request)
  project.write(new Map([[partsFile, text]]))
  return {
    evaluations: Math.max(...Object.values(counts?.evaluations ?? { none: NaN })),
    rounds: counts?.rounds ?? NaN
  }
}

/** Each must have written the version and every hash. Makes the checkout what it was. */
function expectUpdated({ project, text, row, version }: Bench, way: string): void {
  const now = project.read().get(partsFile)?.split('\n') ?? []
  const changed = text.split('\n').filter((line, index) => line !== now[index])
  if (changed.length !== row.count + 1) throw new Error(`${way}: ${changed.length} lines differ`)
  if (!now.join('\n').includes(version)) throw new Error(`${way}: it is not ${version}`)
  project.write(new Map([[partsFile, text]]))
}

async function versionSync({ set, row, project, version }: Bench): Promise<void> {
  const args = ['version-sync', 'file:default.nix#tool', version, '--systems', row.systems]
  await output(process.execPath, [join(bundles, 'cli/index.js'), ...args], {
    cwd: project.folder,
    env: { ...set.env, NODE_OPTIONS: '' }
  })
}

async function runNixUpdate(
  { set, row, project, version }: Bench,
  flags: readonly string[]
): Promise<void> {
  const others = partNames(row.count).slice(1)
  const args = ['-f', './.', 'tool', '--version', version, ...flags]
  const deps = others.flatMap((name) => ['--custom-dep', name])
  await output('python3', [join(nixUpdate ?? '', 'bin/nix-update'), ...args, ...deps], {
    cwd: project.folder,
    env: set.env
  })
}

async function byHand({ set, row, project, text, version }: Bench): Promise<void> {
  const file = join(project.folder, partsFile)
  const build = ['--no-out-link', '-A', 'tool', project.folder]
  let now = text.replace(partsVersion, version)
  const write = (old: string, next: string): void => {
    now = now.replace(old, () => next)
    writeFileSync(file, now)
  }
  for (const name of partNames(row.count)) {
    const line = now.split('\n').find((each) => each.includes(`${name} =`))
    const [old = ''] = /sha256-[\w+/]{43}=/.exec(line ?? '') ?? []
    write(old, placeholder)
    const { failure } = await runProgram('nix-build', build, { env: set.env })
    const [, got] = /got: +(\S+)/.exec(failure) ?? []
    if (got === undefined) throw new Error(`Nix does not tell the hash of ${name}: ${failure}`)
    write(placeholder, got)
  }
  await output('nix-build', build, { env: set.env })
}
