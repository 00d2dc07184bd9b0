import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { logWords } from '../failed-build.ts'
import { knownSecrets } from '../known-secrets.ts'
import type { Log } from '../log.ts'
import { lastLines, Tail } from '../process/tail.ts'
import { BuildErrorCollector, buildFailureReasons } from './build-errors.ts'
import { chunkOperands, type NixCommand } from './command.ts'
import { requisitesOf, queryDerivationGraph } from './derivation-graph.ts'
import { rootFolder } from './gc-roots.ts'
import { hashMismatches } from './hash-mismatch.ts'
import { withPlainAddresses } from './plain-addresses.ts'
import { nixFailure, runNix, type NixExit } from './run.ts'
import type { Nix, Substituter } from './types.ts'
import { invalidPaths } from './validity.ts'

/** A derivation and those of its outputs that are wanted. */
interface Realisable {
  drvPath: string
  outputs: readonly { name: string; path: string }[]
}

/** A derivation that failed by itself, and Nix's word for it. */
export interface Culprit {
  drvPath: string
  reason: string
}

interface Realisation<Wanted extends Realisable> {
  /** Those with an output that is not valid, and what is to blame: itself, or those among what it needs. */
  failed: Map<Wanted, [Culprit, ...Culprit[]]>
  /** Not valid either, and Nix named no derivation. */
  unexplained: Wanted[]
  /** Of the last command, when it failed. */
  exit: NixExit | null
  /** Nix's errors; see BuildErrorCollector. */
  blocks: string[]
}

export interface RealiseOptions {
  /** Asked before building, on top of those of nix.conf. */
  substituters: readonly Substituter[]
  /** Folder for garbage collector roots: while its links are there, what was built stays. undefined: nothing need stay. */
  gcRootsDirectory: string | undefined
  /** Takes the build log, fenced. */
  log: Log
}

/**
 * Builds or fetches all that is wanted at once; one that fails leaves the others alone. Nix's database is the judge of what was
 * built where Nix's words leave a doubt. What it is judged to be is rooted by the very command that built it. Throws DISK_FULL,
 * NIX_MISSING, and NIX_FAILED when the roots cannot be made.
 */
export async function realise<Wanted extends Realisable>(
  nix: Nix,
  wanted: readonly Wanted[],
  options: RealiseOptions
): Promise<Realisation<Wanted>> {
  const result: Realisation<Wanted> = {
    failed: new Map(),
    unexplained: [],
    exit: null,
    blocks: []
  }
  let pending = [...wanted]
  let isSecondTime = false
  // One round, unless something fails: then Nix makes no root of what it built all the same, and a derivation for another system ends
  // the whole run in spite of --keep-going (https://github.com/NixOS/nix/issues/8321). The innocent get another round without it.
  while (pending.length > 0) {
    const { blocks, exit } = await realiseOnce(nix, pending, options)
    result.blocks.push(...blocks)
    result.exit = exit ?? result.exit
    const reasons = buildFailureReasons(blocks)
    const unbuilt = await unbuiltOf(nix, pending, exit === null, blocks)
    const unexplained = new Set<Wanted>()
    const culpritsOf = await findCulprits(nix, unbuilt, reasons)
    for (const one of unbuilt) {
      const [first, ...others] = culpritsOf(one)
      if (first === undefined) unexplained.add(one)
      else result.failed.set(one, [first, ...others])
    }
    // A hook of the user's that fails after a build does not fail again.
    if (exit !== null && unbuilt.length === 0 && isSecondTime) throw nixFailure(exit)
    isSecondTime = unbuilt.length === 0
    const isFutile = exit === null || (unexplained.size > 0 && unexplained.size === unbuilt.length)
    if (isFutile) result.unexplained.push(...unexplained)
    pending =
      exit === null
        ? []
        : pending.filter((one) => !result.failed.has(one) && !(isFutile && unexplained.has(one)))
  }
  return result
}

/**
 * `nix-store` and not `nix build`: `drv!out,dev` means the same in every version, while a `.drv` given to `nix build` stopped to
 * mean its outputs in 2.15.
 */
export function realiseCommand(
  substituters: readonly Substituter[],
  derivations: readonly string[],
  root: string | null
): NixCommand {
  const option = (name: string, values: string[]): string[] =>
    values.length === 0 ? [] : ['--option', name, values.join(' ')]
  return {
    program: 'nix-store',
    args: [
      ...['--realise', '--keep-going', '--log-format', 'bar-with-logs'],
      ...(root === null ? ['--no-gc-warning'] : ['--add-root', root]),
      ...option(
        'extra-substituters',
        substituters.map(({ url }) => url)
      ),
      ...option(
        'extra-trusted-public-keys',
        substituters.map(({ publicKey }) => publicKey)
      ),
      ...['--', ...derivations]
    ]
  }
}

/** There is one command unless there are thousands of derivations; the exit is that of the last one that failed. */
async function realiseOnce(
  nix: Nix,
  wanted: readonly Realisable[],
  { substituters, gcRootsDirectory, log }: RealiseOptions
): Promise<Pick<Realisation<Realisable>, 'exit'> & { blocks: readonly string[] }> {
  const operands = wanted.map(
    ({ drvPath, outputs }) => `${drvPath}!${outputs.map(({ name }) => name).join(',')}`
  )
  const urls = substituters.map(({ url }) => url)
  return withPlainAddresses(nix, urls, async (plain) =>
    log.fenced(async (write) => {
      const collector = new BuildErrorCollector()
      let exit: NixExit | null = null
      const asked = substituters.map((one, at) => ({ ...one, url: plain[at] ?? one.url }))
      for (const chunk of chunkOperands([...new Set(operands)])) {
        const root =
          gcRootsDirectory === undefined ? null : join(await rootFolder(gcRootsDirectory), 'built')
        const ended = await runNix(nix, realiseCommand(asked, chunk, root), {
          onStderr: (text) => {
            collector.push(text)
            write(text)
          }
        })
        if (ended.status !== 0) exit = ended
      }
      return { blocks: collector.blocks, exit }
    })
  )
}

async function unbuiltOf<Wanted extends Realisable>(
  nix: Nix,
  wanted: readonly Wanted[],
  isSuccess: boolean,
  blocks: readonly string[]
): Promise<Wanted[]> {
  // What has another hash than it must have is nowhere under its path.
  const mismatched = new Set(hashMismatches(blocks).map(({ drvPath }) => drvPath))
  const isMismatch = ({ drvPath }: Wanted): boolean => mismatched.has(drvPath)
  const isThere = (one: Wanted): boolean => isSuccess && outputPaths(one).every(existsSync)
  const doubtful = wanted.filter((one) => !isMismatch(one) && !isThere(one))
  const invalid = await invalidPaths(nix, doubtful.flatMap(outputPaths))
  return wanted.filter(
    (one) => isMismatch(one) || outputPaths(one).some((path) => invalid.has(path))
  )
}

function outputPaths({ outputs }: Realisable): string[] {
  return outputs.map(({ path }) => path)
}

/** Which derivations with a `reason` are to blame for each: itself, or those among what it needs. */
async function findCulprits(
  nix: Nix,
  unbuilt: readonly Realisable[],
  reasons: ReadonlyMap<string, string>
): Promise<(one: Realisable) => Culprit[]> {
  const isOwn = ({ drvPath }: Realisable): boolean => reasons.has(drvPath)
  const others = reasons.size === 0 ? [] : unbuilt.filter((one) => !isOwn(one))
  const graph = await queryDerivationGraph(nix, [...new Set(others.map(({ drvPath }) => drvPath))])
  return (one) => {
    const needed = isOwn(one) ? [one.drvPath] : requisitesOf(graph, one.drvPath)
    return needed.flatMap((drvPath) => {
      const reason = reasons.get(drvPath)
      return reason === undefined ? [] : [{ drvPath, reason }]
    })
  }
}

/** The last 20 lines of a derivation's build log without the secrets that this process knows, or nothing when it has none. */
export async function readLogTail(nix: Nix, drvPath: string): Promise<string> {
  const tail = new Tail(16 * 1024)
  await runNix(
    nix,
    { program: 'nix-store', args: ['--read-log', '--', drvPath] },
    {
      onStdout: (chunk) => {
        tail.push(chunk)
      }
    }
  )
  const text = knownSecrets.hide(tail.text, { isEnd: tail.isCut })
  // Nix's own fetcher logs for a program to read.
  return lastLines(text.replace(/^@nix \{.*\n?/gm, ''))
}

/** Which derivation failed, why, and how its log ended. */
export function failureReason(drvPath: string, culprit: Culprit, log: string): string {
  const who =
    culprit.drvPath === drvPath ? drvPath : `${drvPath} needs ${culprit.drvPath}, which failed`
  return `${who}: ${culprit.reason}${logWords(log)}`
}

/** Nix named no derivation: its last lines are all there is to say. */
export function unexplainedFailure(
  subject: string,
  drvPath: string,
  exit: NixExit | null
): NarPublishError {
  const about = { code: 'BUILD_FAILED', subject } as const
  return exit === null
    ? new NarPublishError({
        ...about,
        reason: `${drvPath}: Nix reported success, but an output is not in the store`
      })
    : nixFailure(exit, about)
}
