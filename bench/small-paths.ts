/**
 * 200 small store paths (5.9 MB in all), four ways in one run:
 *
 *     node bench/small-paths.ts
 *
 * packing as a publish does it (reading this machine's store); as it does it for a store elsewhere (one export stream for all); packing with
 * `nix-store --dump` for each path; `nix copy` into a file cache.
 * They take turns; the figures are medians, wall time and CPU time (user and system, children included). The first three begin when
 * Node has started and the store has been asked for hashes; `nix copy` starts, asks and writes narinfos within its figure.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  way: 'read' | 'export' | 'dump'
  /** Of a store of the bench's own; null: this machine's. */
  root: string | null
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
  const here: string[] = []
  try {
    const root = join(scratch, 'store')
    const infos = await addPaths(scratch, root)
    // The same names, as they are of the same contents.
    const sources = readdirSync(join(scratch, 'sources')).map((name) =>
      join(scratch, 'sources', name)
    )
    const added = execFileSync('nix-store', ['--add', ...sources], { env: environmentOf(null) })
    here.push(...added.toString().trim().split('\n'))
    const measured: Record<string, Measured[]> = { read: [], export: [], dump: [], 'nix copy': [] }
    for (let round = 0; round < rounds; round++) {
      for (const way of ['read', 'export', 'dump'] as const) {
        // One dump a path takes a while, and always the same.
        if (way === 'dump' && round >= 3) continue
        const job: Job = {
          ...{ way, infos, directory: join(scratch, `${way}-${round}`) },
          root: way === 'read' ? null : root
        }
        const file = join(scratch, `${way}.json`)
        writeFileSync(file, JSON.stringify(job))
        const answer = execFileSync(process.execPath, [import.meta.filename, file])
        measured[way]?.push(JSON.parse(answer.toString()) as Measured)
      }
      measured['nix copy']?.push(nixCopy(root, infos, join(scratch, `copied-${round}`)))
    }
    print(measured)
  } finally {
    if (here.length > 0) {
      execFileSync('nix-store', ['--delete', ...here], {
        env: environmentOf(null),
        stdio: 'ignore'
      })
    }
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
  const ours = medians.find(({ way }) => way === 'read')
  if (ours === undefined) throw new Error('nothing was measured')
  console.log('| way | wall | CPU | wall / ours | CPU / ours |')
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
  if (way !== 'dump') await packNars(nix, infos, { ...options, log: silentLog })
  else {
    for (const info of infos) {
      // It reads the disk, and knows nothing of a store elsewhere.
      const pname = basename(info.storePath).slice(33)
      await packNar(dumpNar(nix, join(root ?? '/', info.storePath)), info, { ...options, pname })
    }
  }
  return { seconds: (performance.now() - begin) / 1000, cpuSeconds: cpuSeconds() - cpu }
}

function nixOf(root: string | null): Nix {
  const env = environmentOf(root)
  return { env, cwd: '/', log: silentLog, version: { text: 'any', major: 2, minor: 8 } }
}

function environmentOf(root: string | null): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    ...(root === null ? {} : { NIX_REMOTE: `local?root=${root}` }),
    NIX_CONFIG:
      'experimental-features = nix-command\nbuild-users-group =\nsubstituters =\nsandbox = false\n'
  }
}
