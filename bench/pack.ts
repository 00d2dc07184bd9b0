/**
 * Memory and speed of packing, beside the pipe that a shell script would use, in one run:
 *
 *     node bench/pack.ts [--long]
 *
 * The pipe neither compares the NAR's hash nor knows its file's; packing does both. `--long` adds a NAR of 1 GiB.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFiles } from '../src/binary-cache/pack.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'

const mebibyte = 1024 * 1024
const rounds = 5

const [argument] = process.argv.slice(2)
if (argument?.startsWith('{')) {
  console.log(JSON.stringify(await packHere(JSON.parse(argument) as Job)))
} else {
  compare(argument === '--long' ? [16, 256, 1024] : [16, 256])
}

function compare(sizes: number[]): void {
  const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
  try {
    console.log(
      '| NAR | peak RSS | packing | the pipe | throughput, best of each | median of the turns | CPU of the pipe’s | file of the pipe’s |'
    )
    console.log('|---|--:|--:|--:|--:|--:|--:|--:|')
    for (const size of sizes) console.log(measure(scratch, size))
  } finally {
    execFileSync('chmod', ['-R', 'u+w', scratch])
    rmSync(scratch, { recursive: true })
  }
}

function measure(scratch: string, sizeMebibytes: number): string {
  const job = addToStore(scratch, sizeMebibytes)
  const piped = join(scratch, 'piped')
  const ours: Spent[] = []
  const theirs: Spent[] = []
  let peak = 0
  let fileSize = 0
  // In turns, so that a busy machine is busy for both.
  for (let round = 0; round < rounds; round++) {
    theirs.push(pipe(job.dumped, piped))
    const packed = packOnce(job)
    ours.push(packed)
    peak = Math.max(peak, packed.peakBytes)
    fileSize = packed.fileSize
  }
  const [our, their] = [best(ours, 'seconds'), best(theirs, 'seconds')]
  const turns = theirs.map(({ seconds }, round) => seconds / (ours[round]?.seconds ?? NaN))
  const cpu = best(ours, 'cpuSeconds') / best(theirs, 'cpuSeconds')
  return (
    `| ${sizeMebibytes} MiB | ${(peak / mebibyte).toFixed(0)} MiB | ${our.toFixed(2)} s | ${their.toFixed(2)} s ` +
    `| ${(their / our).toFixed(2)} | ${median(turns).toFixed(2)} | ${cpu.toFixed(2)} | ${(fileSize / statSync(piped).size).toFixed(3)} |`
  )
}

/** What a quiet moment of the machine allows. */
function best(spent: readonly Spent[], key: keyof Spent): number {
  return Math.min(...spent.map((each) => each[key]))
}

/** A file of which zstd takes about a third: a quarter of noise among lines that resemble each other. */
function addToStore(scratch: string, sizeMebibytes: number): Job {
  const file = join(scratch, `mixed-${sizeMebibytes}`)
  const handle = openSync(file, 'w')
  for (let index = 0; index < sizeMebibytes; index++) writeSync(handle, mixedMebibyte(index))
  closeSync(handle)

  const root = join(scratch, 'store')
  const nixStore = (...args: string[]): string =>
    execFileSync('nix-store', ['--store', `local?root=${root}`, ...args], {
      env: { ...process.env, NIX_CONFIG: 'build-users-group =\nsubstituters =\n' }
    })
      .toString()
      .trim()
  const storePath = nixStore('--add', file)
  rmSync(file)
  return {
    storePath,
    narHash: nixStore('--query', '--hash', storePath),
    narSize: Number(nixStore('--query', '--size', storePath)),
    dumped: join(root, storePath),
    directory: scratch
  }
}

function mixedMebibyte(index: number): Buffer {
  const chunk = Buffer.alloc(mebibyte)
  for (let offset = 0; offset < mebibyte; offset += 64) {
    const noise = createHash('md5').update(`${index}:${offset}`).digest()
    noise.copy(chunk, offset)
    chunk.write(`call fn_${offset % 977} with ${(index * offset) % 7919}; ret; `, offset + 16, 48)
  }
  return chunk
}

function pipe(dumped: string, destination: string): Spent {
  const [cpu, start] = [cpuSeconds(), performance.now()]
  const script = 'nix-store --dump "$1" | zstd -3 -T0 -q -c > "$2"'
  execFileSync('sh', ['-c', script, 'sh', dumped, destination])
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpuSeconds() - cpu }
}

/** Wall time, and CPU time of all processes together. */
interface Spent {
  seconds: number
  cpuSeconds: number
}

interface Job {
  storePath: string
  narHash: string
  narSize: number
  /** Where the store path really lies. */
  dumped: string
  directory: string
}

interface Measured extends Spent {
  peakBytes: number
  fileSize: number
}

/** In a process of its own, whose peak is this one NAR's. */
function packOnce(job: Job): Measured {
  const answer = execFileSync(process.execPath, [import.meta.filename, JSON.stringify(job)])
  return JSON.parse(answer.toString()) as Measured
}

async function packHere({ dumped, directory, ...expected }: Job): Promise<Measured> {
  const [cpu, start] = [cpuSeconds(), performance.now()]
  const packed = await packFiles(dumped, expected, {
    directory,
    pname: 'mixed',
    compression: 'zstd',
    level: 3
  })
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSeconds() - cpu,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    fileSize: packed.fileSize
  }
}
