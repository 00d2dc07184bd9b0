/**
 * 200 small store paths (5.9 MB in all), three ways in one run:
 *
 *     node bench/small-paths.ts
 *
 * packing as a publish does it (one export stream for all); packing with `nix-store --dump` for each path; `nix copy` into a file cache.
 * The three take turns; the figures are medians, wall time and CPU time (user and system, children included). The first two begin when
 * Node has started and the store has been asked for hashes; `nix copy` starts, asks and writes narinfos within its figure.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { packNar } from '../src/binary-cache/pack.ts'
import type { PathInfo } from '../src/binary-cache/types.ts'
import { silentLog } from '../src/log.ts'
import { dumpNar, packNars } from '../src/nix/pack-nars.ts'
import { queryPathInfo } from '../src/nix/path-info.ts'
import type { Nix } from '../src/nix/types.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'

const paths = 200
const pathBytes = 29_500
const rounds = 7

interface Job {
  way: 'export' | 'dump'
  root: string
  infos: PathInfo[]
  directory: string
}

interface Measured {
  seconds: number
  cpuSeconds: number
}

const [argument] = process.argv.slice(2)
if (argument === undefined) await compare()
else console.log(JSON.stringify(await packHere(argument)))

async function compare(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
  try {
    const root = join(scratch, 'store')
    const infos = await addPaths(scratch, root)
    const jobs = { export: join(scratch, 'export.json'), dump: join(scratch, 'dump.json') }
    const measured: Record<string, Measured[]> = { export: [], dump: [], 'nix copy': [] }
    for (let round = 0; round < rounds; round++) {
      for (const way of ['export', 'dump'] as const) {
        // One dump a path takes a while, and always the same.
        if (way === 'dump' && round >= 3) continue
        const job: Job = { way, root, infos, directory: join(scratch, `${way}-${round}`) }
        writeFileSync(jobs[way], JSON.stringify(job))
        const answer = execFileSync(process.execPath, [import.meta.filename, jobs[way]])
        measured[way]?.push(JSON.parse(answer.toString()) as Measured)
      }
      measured['nix copy']?.push(nixCopy(root, infos, join(scratch, `copied-${round}`)))
    }
    print(measured)
  } finally {
    execFileSync('chmod', ['-R', 'u+w', scratch])
    rmSync(scratch, { recursive: true })
  }
}

function print(measured: Record<string, Measured[]>): void {
  const medians = Object.entries(measured).map(([way, all]) => ({
    way,
    seconds: median(all.map(({ seconds }) => seconds)),
    cpuSeconds: median(all.map(({ cpuSeconds }) => cpuSeconds))
  }))
  const ours = medians.find(({ way }) => way === 'export')
  if (ours === undefined) throw new Error('nothing was measured')
  console.log('| way | wall | CPU | wall / export’s | CPU / export’s |')
  console.log('|---|--:|--:|--:|--:|')
  for (const { way, seconds, cpuSeconds } of medians) {
    console.log(
      `| ${way} | ${seconds.toFixed(3)} s | ${cpuSeconds.toFixed(3)} s ` +
        `| ${(seconds / ours.seconds).toFixed(2)} | ${(cpuSeconds / ours.cpuSeconds).toFixed(2)} |`
    )
  }
}

/** Files in folders, half noise and half lines of code. */
async function addPaths(scratch: string, root: string): Promise<PathInfo[]> {
  const sources = join(scratch, 'sources')
  const folders = Array.from({ length: paths }, (_, index) => {
    const folder = join(sources, `small-${index}-1.0`)
    mkdirSync(join(folder, 'lib'), { recursive: true })
    const half = pathBytes / 2
    writeFileSync(join(folder, 'lib', 'code'), `call fn_${index}; ret\n`.repeat(half / 16))
    const noise = Array.from({ length: half / 32 }, (_, part) =>
      createHash('sha256').update(`${index}:${part}`).digest()
    )
    writeFileSync(join(folder, 'data'), Buffer.concat(noise))
    return folder
  })
  const added = execFileSync('nix-store', ['--add', ...folders], { env: environmentOf(root) })
  const infos = await queryPathInfo(nixOf(root), added.toString().trim().split('\n'))
  return [...infos.values()]
}

function nixCopy(root: string, infos: readonly PathInfo[], destination: string): Measured {
  const storePaths = infos.map(({ storePath }) => storePath)
  const [cpu, begin] = [cpuSeconds(), performance.now()]
  execFileSync(
    'nix',
    ['copy', '--no-check-sigs', '--to', `file://${destination}?compression=zstd`, ...storePaths],
    { env: environmentOf(root), stdio: 'pipe' }
  )
  return { seconds: (performance.now() - begin) / 1000, cpuSeconds: cpuSeconds() - cpu }
}

async function packHere(jobFile: string): Promise<Measured> {
  const { way, root, infos, directory } = JSON.parse(readFileSync(jobFile, 'utf8')) as Job
  const nix = nixOf(root)
  mkdirSync(directory)
  const options = { directory, compression: 'zstd', level: null } as const
  const [cpu, begin] = [cpuSeconds(), performance.now()]
  if (way === 'export') await packNars(nix, infos, { ...options, log: silentLog })
  else {
    for (const info of infos) {
      // It reads the disk, and knows nothing of a store elsewhere.
      const pname = basename(info.storePath).slice(33)
      await packNar(dumpNar(nix, join(root, info.storePath)), info, { ...options, pname })
    }
  }
  return { seconds: (performance.now() - begin) / 1000, cpuSeconds: cpuSeconds() - cpu }
}

function nixOf(root: string): Nix {
  const env = environmentOf(root)
  return { env, cwd: '/', log: silentLog, version: { text: 'any', major: 2, minor: 8 } }
}

function environmentOf(root: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    NIX_REMOTE: `local?root=${root}`,
    NIX_CONFIG:
      'experimental-features = nix-command\nbuild-users-group =\nsubstituters =\nsandbox = false\n'
  }
}
