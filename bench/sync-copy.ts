/**
 * What version-sync's copy of a checkout costs, beside other ways to have the same files once more, in one run:
 *
 *     node bench/sync-copy.ts [--long]
 *
 * Checkouts of 3,454 files, and with `--long` of 45,000 (nixpkgs): made up, with sizes and folders as nixpkgs has them. In memory (/dev/shm),
 * where a copy goes when there is room, and on the disk of TMPDIR. Ours and git's are repositories at the same commit, and of a flake git and
 * Nix know the files without reading them; those of `cp` are none. The ways take turns. What is on the disk stays there until the end:
 * ext4 passes over all that was removed in the last five minutes before it makes anything new.
 *
 * Ends with 1 when ours starts more than two programs, or leaves a file of the checkout other than it was, its times included.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { silentLog } from '../src/log.ts'
import { makeScratch, removeScratch, scratchInMemory } from '../src/scratch.ts'
import { Copy, makeCopy } from '../src/sync/project/copy.ts'
import { findFiles } from '../src/sync/project/copy-files.ts'
import type { Project } from '../src/sync/project/locate-package.ts'
import { parsePackageReference } from '../src/sync/project/package-reference.ts'
import { openProject } from '../src/sync/project/project.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'

const isLong = process.argv.includes('--long')
const turns = 3
const parent = realpathSync(tmpdir())
const scratch = makeScratch(parent)
const env = { PATH: process.env['PATH'] ?? '', HOME: scratch }

interface Way {
  name: string
  /** Makes the copy in a new folder; a twin is beside its copy. */
  run: (folder: string) => unknown
  /** Ours: what it must leave as it is. */
  project?: Project
}

try {
  console.log('| files | where | way | seconds | CPU | seconds, of `cp -a` | CPU, of `cp -a` |')
  console.log('|--:|---|---|--:|--:|--:|--:|')
  for (const count of isLong ? [3454, 45_000] : [3454]) {
    const checkout = makeCheckout(count)
    await compare(count, checkout, 'memory')
    await compare(count, checkout, 'disk')
  }
} finally {
  removeScratch(scratch, parent)
}

async function compare(count: number, checkout: string, where: 'memory' | 'disk'): Promise<void> {
  const place = where === 'memory' ? scratchInMemory(scratch) : scratch
  const ways = await waysOf(checkout, where)
  const found = ways.map(() => ({ seconds: [] as number[], cpu: [] as number[] }))
  for (let turn = 0; turn < turns; turn++) {
    const order = [...ways.entries()]
    for (const [index, { run, project }] of turn % 2 === 0 ? order : order.toReversed()) {
      const folder = mkdtempSync(join(place, 'way-'))
      const before = stateOf(project)
      const [begin, cpu] = [performance.now(), cpuSeconds()]
      const made = await run(folder)
      found[index]?.seconds.push((performance.now() - begin) / 1000)
      found[index]?.cpu.push(cpuSeconds() - cpu)
      if (stateOf(project) !== before) fail('the checkout was touched')
      if (where === 'memory') {
        rmSync(folder, { recursive: true })
        if (made instanceof Copy) made.remove()
      }
    }
  }
  const medians = found.map(({ seconds, cpu }) => [median(seconds), median(cpu)] as const)
  const [usual = [NaN, NaN]] = medians
  for (const [index, { name }] of ways.entries()) {
    const [seconds = NaN, cpu = NaN] = medians[index] ?? []
    const figures = [seconds, cpu, seconds / usual[0], cpu / usual[1]]
    const cells = [count, where, name, ...figures.map((figure) => figure.toFixed(2))]
    console.log(`| ${cells.join(' | ')} |`)
  }
  console.error(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`
  )
}

async function waysOf(checkout: string, where: 'memory' | 'disk'): Promise<Way[]> {
  const way = (name: string, program: string, ...args: string[]): Way => ({
    name,
    run: (folder) => {
      tell(program, [...args, join(folder, 'copy')])
    }
  })
  const ours = (name: string, project: Project): Way => ({
    name,
    run: (folder) => copyCounted(project, folder),
    project
  })
  const flake = await openAt(checkout, '.')
  const first = await makeCopy(
    flake,
    mkdtempSync(join(where === 'memory' ? scratchInMemory(scratch) : scratch, 'first-'))
  )
  const worktree = ['worktree', 'add', '--quiet', '--detach']
  return [
    way('`cp -a`', 'cp', '-a', checkout),
    // A link leads to the same disk.
    ...(where === 'memory' ? [] : [way('`cp -al`', 'cp', '-al', checkout)]),
    way('`git worktree add`', 'git', '-C', checkout, ...worktree),
    ours('ours, of a file', await openAt(checkout, 'file:flake.nix')),
    ours('ours, of a flake', flake),
    { name: 'ours, a twin of that', run: () => first.twin(), project: flake }
  ]
}

/** In the folder itself, whichever that is. */
async function copyCounted(project: Project, folder: string): Promise<void> {
  const programs: string[] = []
  const log = { ...silentLog, debug: (line: string) => programs.push(line) }
  await makeCopy({ ...project, git: { ...project.git, log } }, folder)
  if (programs.length > 2) fail(programs.join('\n'))
}

function stateOf(project: Project | undefined): string {
  return findFiles(project?.root ?? '', project?.files ?? [])
    .map(({ stats: { ino, nlink, mode, size, mtimeMs, ctimeMs } }) =>
      [ino, nlink, mode, size, mtimeMs, ctimeMs].join(' ')
    )
    .join('\n')
}

function fail(words: string): void {
  console.error(words)
  process.exitCode = 1
}

function openAt(workspace: string, reference: string): Promise<Project> {
  return openProject({ workspace, package: parsePackageReference(reference), env, log: silentLog })
}

/** As nixpkgs is: half of the folders have one file, most files are small, four are a tenth of all bytes. */
function makeCheckout(count: number): string {
  const root = mkdtempSync(join(scratch, 'checkout-'))
  // The same in each run.
  let seed = 1
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  let written = 0
  const write = (path: string, size: number): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    let text = ''
    while (text.length < size) text += `${random().toString(36)}${random().toString(36)};\n`
    writeFileSync(join(root, path), text)
    written++
  }
  write('flake.nix', 20)
  for (const megabytes of [14, 6, 4, 2]) {
    write(`pkgs/development/${megabytes}.nix`, (megabytes * 1e6 * count) / 45_000)
  }
  while (written < count) {
    const name = random().toString(36).slice(2, 8)
    const folder = `pkgs/by-name/${name.slice(0, 2)}/${name}`
    write(`${folder}/package.nix`, 400 - Math.log(random()) * 1400)
    while (written < count && random() < 0.52) {
      write(`${folder}/${written}.patch`, 200 - Math.log(random()) * 4500)
    }
  }
  // What git keeps is elsewhere, as no way copies it.
  tell('git', ['init', '--quiet', `--separate-git-dir=${root}.git`, root])
  tell('git', ['-C', root, 'add', '--all'])
  const settings = ['gc.auto=0', 'user.name=Alice', 'user.email=alice@example.org']
  const given = settings.flatMap((setting) => ['-c', setting])
  tell('git', ['-C', root, ...given, 'commit', '--quiet', '--message=made up'])
  tell('git', ['-C', root, 'repack', '-a', '-d', '--quiet', '--window=0'])
  return root
}

function tell(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
}
