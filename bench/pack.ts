/**
 * Memory and speed of packing, beside the pipe that a shell script would use, in one run:
 *
 *     node bench/pack.ts [--long]
 *
 * The pipe neither compares the NAR's hash nor knows its file's; packing does both. `--long` adds a NAR of 1 GiB.
 *
 * Then one path of 50,000 small files, beside the pipe and `nix copy` to a file cache; twice at once, too, as a publish packs two paths at a
 * time; and how long the thread was held meanwhile, at most, before a timer had its turn.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFiles } from '../src/binary-cache/pack.ts'
import type { Compression } from '../src/binary-cache/types.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'
import { peakMemory } from '../__tests__/support/peak-memory.ts'

const mebibyte = 1024 * 1024
const rounds = 5
const smallFiles = 50_000
const nixEnvironment = {
  ...process.env,
  NIX_CONFIG: 'experimental-features = nix-command\nbuild-users-group =\nsubstituters =\n'
}
const storeIn = (scratch: string): string => join(scratch, 'store')

const [argument] = process.argv.slice(2)
if (argument?.startsWith('{')) {
  console.log(JSON.stringify(await packHere(JSON.parse(argument) as Job)))
} else {
  compare(argument === '--long' ? [16, 256, 1024] : [16, 256])
}

function compare(sizes: number[]): void {
  const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
  try {
    compareLarge(scratch, sizes)
    compareSmallFiles(scratch)
  } finally {
    execFileSync('chmod', ['-R', 'u+w', scratch])
    rmSync(scratch, { recursive: true })
  }
}

function compareLarge(scratch: string, sizes: readonly number[]): void {
  console.log(
    '| NAR | peak RSS | packing | the pipe | throughput, best of each | median of the turns | CPU of the pipe’s | file of the pipe’s |'
  )
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|')
  for (const size of sizes) console.log(measure(scratch, size))
}

function compareSmallFiles(scratch: string): void {
  const folder = join(scratch, 'files')
  for (let index = 0; index < smallFiles; index++) {
    const inner = join(folder, `folder-${Math.floor(index / 100)}`)
    if (index % 100 === 0) mkdirSync(inner, { recursive: true })
    const lines = 1 + ((index * 13) % 40)
    writeFileSync(join(inner, `file-${index}.js`), `export const v${index} = 0\n`.repeat(lines))
  }
  const job = addToStore(scratch, folder)
  const ways: Record<string, () => Spent & Partial<Measured>> = {
    'the pipe': () => pipe(job.dumped, join(scratch, 'piped')),
    '`nix copy`, zstd': () => nixCopy(scratch, job.storePath),
    'packing, zstd': () => packOnce(job),
    'packing, none': () => packOnce({ ...job, compression: 'none' }),
    'packing, zstd, two at once': () => packOnce({ ...job, atOnce: 2 })
  }
  const measured = Object.entries(ways).map(([way, run]) => ({ way, run, spent: [] as Spent[] }))
  for (let round = 0; round < rounds; round++) {
    for (const { run, spent } of measured) spent.push(run())
  }
  const [pipes] = measured
  const ofPipes = (key: keyof Spent, spent: readonly Spent[]): string =>
    median(spent.map((each, round) => each[key] / (pipes?.spent[round]?.[key] ?? NaN))).toFixed(2)
  console.log(
    `\n| ${smallFiles} files, ${(job.narSize / mebibyte).toFixed(0)} MiB | wall, best | of the pipe’s, median of the turns | CPU of the pipe’s | peak RSS | held at most |`
  )
  console.log('|---|--:|--:|--:|--:|--:|')
  for (const { way, spent } of measured) {
    const most = (key: 'peakBytes' | 'longestHeld'): number =>
      Math.max(...(spent as Partial<Measured>[]).map((each) => each[key] ?? NaN))
    const peak = most('peakBytes')
    console.log(
      `| ${way} | ${best(spent, 'seconds').toFixed(2)} s | ${ofPipes('seconds', spent)} | ${ofPipes('cpuSeconds', spent)} ` +
        `| ${Number.isNaN(peak) ? ' |' : `${(peak / mebibyte).toFixed(0)} MiB | ${most('longestHeld').toFixed(0)} ms`} |`
    )
  }
}

function measure(scratch: string, sizeMebibytes: number): string {
  const job = addToStore(scratch, mixedFile(scratch, sizeMebibytes))
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
function mixedFile(scratch: string, sizeMebibytes: number): string {
  const file = join(scratch, `mixed-${sizeMebibytes}`)
  const handle = openSync(file, 'w')
  for (let index = 0; index < sizeMebibytes; index++) writeSync(handle, mixedMebibyte(index))
  closeSync(handle)
  return file
}

/** Moves a file or folder into a store of the bench's own. */
function addToStore(scratch: string, file: string): Job {
  const root = storeIn(scratch)
  const nixStore = (...args: string[]): string =>
    execFileSync('nix-store', ['--store', `local?root=${root}`, ...args], {
      env: nixEnvironment
    })
      .toString()
      .trim()
  const storePath = nixStore('--add', file)
  rmSync(file, { recursive: true })
  return {
    storePath,
    narHash: nixStore('--query', '--hash', storePath),
    narSize: Number(nixStore('--query', '--size', storePath)),
    dumped: join(root, storePath),
    directory: scratch,
    compression: 'zstd',
    atOnce: 1
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

function nixCopy(scratch: string, storePath: string): Spent {
  const destination = mkdtempSync(join(scratch, 'copied-'))
  const [cpu, start] = [cpuSeconds(), performance.now()]
  execFileSync(
    'nix',
    [
      ...['--store', `local?root=${storeIn(scratch)}`, 'copy', '--no-check-sigs'],
      ...['--to', `file://${destination}?compression=zstd`, storePath]
    ],
    { env: nixEnvironment, stdio: 'pipe' }
  )
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpuSeconds() - cpu }
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
  compression: Compression
  /** How often it is packed, all at the same time. */
  atOnce: number
}

interface Measured extends Spent {
  peakBytes: number
  fileSize: number
  /** Milliseconds between two turns of a timer, at most. */
  longestHeld: number
}

/** In a process of its own, whose peak is this one NAR's. */
function packOnce(job: Job): Measured {
  const answer = execFileSync(process.execPath, [import.meta.filename, JSON.stringify(job)])
  return JSON.parse(answer.toString()) as Measured
}

async function packHere(job: Job): Promise<Measured> {
  const { dumped, directory, compression, atOnce, ...expected } = job
  const [cpu, start] = [cpuSeconds(), performance.now()]
  let [lastTurn, longestHeld] = [start, 0]
  const turns = setInterval(() => {
    const now = performance.now()
    longestHeld = Math.max(longestHeld, now - lastTurn)
    lastTurn = now
  }, 1)
  const options = { directory, pname: 'mixed', compression, level: null }
  const [packed] = await Promise.all(
    Array.from({ length: atOnce }, () => packFiles(dumped, expected, options))
  )
  clearInterval(turns)
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSeconds() - cpu,
    peakBytes: peakMemory(),
    fileSize: packed?.fileSize ?? NaN,
    longestHeld
  }
}
