/**
 * A publisher without Nix: `node publisher-main.ts`. It invents the NARs of the store paths that it is told, and then takes the same
 * way as the action, from reading the target to the commit. Environment: the action's, with the paths in INPUT_PATHS.
 *
 * On its standard output: `ready` when all that is left is to publish; after a line on its standard input, the run's result in JSON.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { pnameOf } from '../../src/binary-cache/nar-name.ts'
import { packNar } from '../../src/binary-cache/pack.ts'
import type { PackedPath, PathInfo } from '../../src/binary-cache/types.ts'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { artifactOfPath } from '../../src/publish/artifact.ts'
import { commitArtifacts } from '../../src/publish/commit-artifacts.ts'
import { tellGone } from '../../src/publish/held-gone.ts'
import {
  parsePublishInputs,
  type BuildInputs,
  type CommitInputs
} from '../../src/publish/inputs.ts'
import { openTarget } from '../../src/publish/open-target.ts'
import { receivePacked, type Checked } from '../../src/publish/receive.ts'
import type { PublishRun } from '../../src/publish/run.ts'
import { parseStorePath } from '../../src/store-path.ts'
import { peakMemory } from './peak-memory.ts'

/** What a publisher says at its end. */
export interface PublisherResult {
  /** How often it tried to move the branch. */
  attempts: number
  /** 1, and one more each time that something it left out as held was gone by its commit. */
  rounds: number
  changed: boolean
  commit: string | null
  api: number
  raw: number
  /** From the start's signal to the end. */
  milliseconds: number
  /** Bytes of memory that it had at most. */
  memory: number
}

const environment = readEnvironment()
const inputs = parsePublishInputs(
  environment,
  readSecrets(environment, () => undefined)
)
if (inputs.phase !== 'all') throw new Error('a publisher of one job')

type OneJobRun = PublishRun<BuildInputs & CommitInputs>
const run: OneJobRun = {
  inputs,
  environment,
  scratch: environment.scratchParent,
  log: silentLog,
  timings: []
}
const packed = await packInvented(run)
process.stdout.write('ready\n')
await once(process.stdin, 'data')
process.stdin.destroy()
process.stdout.write(`${JSON.stringify(await publishPacked(run, packed))}\n`)

async function publishPacked(run: OneJobRun, packed: PackedPath[]): Promise<PublisherResult> {
  const begin = performance.now()
  const [target, before] = await openTarget(run)
  const artifacts = run.inputs.paths.map((path) => artifactOfPath(path, 'x86_64-linux'))
  const checked: Checked = {
    ...{ target, before, folders: [] },
    merged: { artifacts, packed, logs: new Map(), skipped: [], failures: [], pins: [] }
  }
  const nothingElse = {
    packed: [],
    expected: { systems: null, rows: [], beside: null, pinPrefix: null }
  }
  const committing = {
    ...run,
    inputs: { ...run.inputs, mode: 'publish' as const, phase: 'commit' as const, ...nothingElse }
  }
  let state = before
  let lost = 0
  for (let rounds = 1; ; rounds++) {
    const received = await receivePacked(committing, checked, state)
    const committed = await commitArtifacts(run, received, lost)
    if (committed.kind === 'committed') {
      const { commit } = committed
      return {
        attempts: commit?.attempts ?? 0,
        rounds,
        changed: commit?.changed ?? false,
        commit: commit?.commit ?? null,
        ...target.requests,
        milliseconds: Math.round(performance.now() - begin),
        memory: peakMemory()
      }
    }
    tellGone(run.log, rounds, committed)
    state = committed.snapshot
    lost = committed.lost
  }
}

/**
 * Each given path, with a library of its own (or with that of the path that LIBRARY_OF names), and one that it has in common with all
 * other publishers'.
 */
async function packInvented(run: OneJobRun): Promise<PackedPath[]> {
  const shared = inventPath('common-1.0', [])
  const invented = run.inputs.paths.flatMap((path) => {
    const owner = process.env['LIBRARY_OF'] ?? parseStorePath(path).name
    const library = inventPath(`lib-${owner}`, [])
    return [
      library,
      invent(
        path,
        [library.info, shared.info].map(({ storePath }) => storePath)
      )
    ]
  })
  const directory = join(run.scratch, 'nars')
  mkdirSync(directory, { recursive: true })
  return Promise.all(
    [...invented, shared].map(async ({ info, bytes }) => ({
      info,
      nar: await packNar({ stream: Readable.from([bytes]), done: Promise.resolve() }, info, {
        directory,
        pname: pnameOf(parseStorePath(info.storePath).name),
        compression: run.inputs.compression,
        level: run.inputs.compressionLevel
      })
    }))
  )
}

interface Invented {
  info: PathInfo
  bytes: Buffer
}

function inventPath(name: string, references: string[]): Invented {
  // Hexadecimal digits without `e`, which Nix's base32 does not have.
  const hash = createHash('sha256').update(name).digest('hex').replaceAll('e', 'x').slice(0, 32)
  return invent(`/nix/store/${hash}-${name}`, references)
}

/** The path is a file with its own name in it, and the names of its references. */
function invent(storePath: string, references: string[]): Invented {
  const bytes = narOfFile(Buffer.from(`${[storePath, ...references].join('\n')}\n`))
  const narHash = formatSha256(createHash('sha256').update(bytes).digest())
  const known = { references: references.sort(), deriver: null, signatures: [], ca: null }
  return { bytes, info: { storePath, narHash, narSize: bytes.length, ...known } }
}

/** Nix's archive of one regular file: each string with its length in front and zeros up to the next multiple of 8. */
function narOfFile(content: Buffer): Buffer {
  const strings = ['nix-archive-1', '(', 'type', 'regular', 'contents', content, ')']
  return Buffer.concat(
    strings.flatMap((text) => {
      const bytes = Buffer.from(text)
      const length = Buffer.alloc(8)
      length.writeBigUInt64LE(BigInt(bytes.length))
      return [length, bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]
    })
  )
}
