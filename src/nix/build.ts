import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { BuildErrorCollector, buildFailureReasons, needsOtherMachine } from './build-errors.ts'
import { chunkOperands } from './command.ts'
import type { NixCommand } from './command.ts'
import type { InstallableFailure } from './evaluate.ts'
import type { Nix } from './nix.ts'
import { expectLines, expectNix, nixFailure, runNix } from './run.ts'
import type { NixExit } from './run.ts'
import { lastLines, Tail } from './tail.ts'
import type { EvaluatedInstallable, Substituter } from './types.ts'
import { invalidPaths } from './validity.ts'

export interface BuildOptions {
  /** Asked before building, on top of those of nix.conf. */
  substituters: readonly Substituter[]
  /** Scratch folder for garbage collector roots: while its links are there, what was built stays. */
  gcRootsDirectory: string
  /** Takes the build log. */
  log: Log
}

export interface BuildResult {
  /** Those with all their wanted outputs valid, in the order of the request. */
  built: EvaluatedInstallable[]
  failures: InstallableFailure[]
}

/** Why a derivation failed, itself or by one that it needs. */
interface Culprit {
  drvPath: string
  reason: string
}

/**
 * Builds or fetches the wanted outputs of all installables at once; the build log goes to the log, fenced. What cannot be built is
 * reported with BUILD_FAILED and leaves the others alone. Throws what is the machine's failure: DISK_FULL, NIX_MISSING, or
 * NIX_FAILED when the roots cannot be made.
 */
export async function buildInstallables(
  nix: Nix,
  evaluated: readonly EvaluatedInstallable[],
  options: BuildOptions
): Promise<BuildResult> {
  const failures: InstallableFailure[] = []
  const logTails = new Map<string, string>()
  let pending = [...evaluated]
  // One round, unless Nix cuts it short: a derivation for another system ends the whole run in spite of --keep-going
  // (https://github.com/NixOS/nix/issues/8321), so the innocent get another round without it.
  while (pending.length > 0) {
    const { blocks, exit } = await realise(nix, pending, options)
    const reasons = buildFailureReasons(blocks)
    const unbuilt = await withInvalidOutputs(nix, pending)
    pending = []
    for (const installable of unbuilt) {
      const culprit = await findCulprit(nix, installable.drvPath, reasons)
      if (culprit === null) {
        pending.push(installable)
        continue
      }
      const log = logTails.get(culprit.drvPath) ?? (await readLogTail(nix, culprit.drvPath))
      logTails.set(culprit.drvPath, log)
      failures.push({
        installable: installable.installable,
        error: buildFailed(installable, culprit, log)
      })
    }
    if (pending.length === unbuilt.length) {
      failures.push(...pending.map((installable) => unexplained(installable, exit)))
      break
    }
  }
  const failed = new Set(failures.map(({ installable }) => installable))
  const built = evaluated.filter(({ installable }) => !failed.has(installable))
  await keepFromGarbageCollection(nix, built, options.gcRootsDirectory)
  return { built, failures }
}

/**
 * `nix-store` and not `nix build`: `drv!out,dev` means the same in every version, while a `.drv` given to `nix build` stopped to
 * mean its outputs in 2.15.
 */
export function realiseCommand(
  substituters: readonly Substituter[],
  derivations: readonly string[]
): NixCommand {
  const option = (name: string, values: string[]): string[] =>
    values.length === 0 ? [] : ['--option', name, values.join(' ')]
  return {
    program: 'nix-store',
    args: [
      ...['--realise', '--keep-going', '--no-gc-warning', '--log-format', 'bar-with-logs'],
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

/** The exit is that of the last command that failed; there is one command unless there are thousands of derivations. */
async function realise(
  nix: Nix,
  installables: readonly EvaluatedInstallable[],
  { substituters, log }: BuildOptions
): Promise<{ blocks: readonly string[]; exit: NixExit | null }> {
  const operands = installables.map(
    ({ drvPath, outputs }) => `${drvPath}!${outputs.map(({ name }) => name).join(',')}`
  )
  return log.fenced(async (write) => {
    const collector = new BuildErrorCollector()
    let exit: NixExit | null = null
    for (const chunk of chunkOperands([...new Set(operands)])) {
      const ended = await runNix(nix, realiseCommand(substituters, chunk), {
        onStderr: (text) => {
          collector.push(text)
          write(text)
        }
      })
      if (ended.status !== 0) exit = ended
    }
    return { blocks: collector.blocks, exit }
  })
}

/** Nix's database is the judge of what was built, not Nix's words. */
async function withInvalidOutputs(
  nix: Nix,
  installables: readonly EvaluatedInstallable[]
): Promise<EvaluatedInstallable[]> {
  const invalid = await invalidPaths(nix, installables.flatMap(outputPaths))
  return installables.filter((installable) =>
    outputPaths(installable).some((path) => invalid.has(path))
  )
}

async function findCulprit(
  nix: Nix,
  drvPath: string,
  reasons: ReadonlyMap<string, string>
): Promise<Culprit | null> {
  if (reasons.size === 0) return null
  const own = reasons.get(drvPath)
  if (own !== undefined) return { drvPath, reason: own }
  const args = ['--query', '--requisites', '--', drvPath]
  for (const needed of await expectLines(nix, { program: 'nix-store', args })) {
    const reason = reasons.get(needed)
    if (reason !== undefined) return { drvPath: needed, reason }
  }
  return null
}

/** The last 20 lines of a derivation's build log, or nothing when it has none. */
async function readLogTail(nix: Nix, drvPath: string): Promise<string> {
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
  return lastLines(tail.text)
}

function buildFailed(
  { installable, drvPath, system }: EvaluatedInstallable,
  culprit: Culprit,
  log: string
): NarPublishError {
  const who =
    culprit.drvPath === drvPath ? drvPath : `${drvPath} needs ${culprit.drvPath}, which failed`
  return new NarPublishError({
    code: 'BUILD_FAILED',
    subject: installable,
    reason: `${who}: ${culprit.reason}${log === '' ? '' : `; the last lines of its log:\n${log}\n`}`,
    ...(needsOtherMachine(culprit.reason)
      ? {
          hint:
            `Build it on a runner for ${system} (\`mode: matrix\` makes a job for each system), ` +
            'or give this machine’s Nix a remote builder or emulation (`extra-platforms`) for it.'
        }
      : {})
  })
}

/** Nix named no derivation: its last lines are all there is to say. */
function unexplained(
  { installable, drvPath }: EvaluatedInstallable,
  exit: NixExit | null
): InstallableFailure {
  const about = { code: 'BUILD_FAILED', subject: installable } as const
  const error =
    exit === null
      ? new NarPublishError({
          ...about,
          reason: `${drvPath}: Nix reported success, but an output is not in the store`
        })
      : nixFailure(exit, about)
  return { installable, error }
}

/** A folder of its own for each call, as Nix replaces a root of the same name. */
async function keepFromGarbageCollection(
  nix: Nix,
  built: readonly EvaluatedInstallable[],
  gcRootsDirectory: string
): Promise<void> {
  if (built.length === 0) return
  await mkdir(gcRootsDirectory, { recursive: true })
  const roots = await mkdtemp(join(gcRootsDirectory, 'built-'))
  for (const [index, chunk] of chunkOperands(built.flatMap(outputPaths)).entries()) {
    const args = ['--realise', '--add-root', join(roots, String(index)), '--', ...chunk]
    await expectNix(nix, { program: 'nix-store', args })
  }
}

function outputPaths({ outputs }: EvaluatedInstallable): string[] {
  return outputs.map(({ path }) => path)
}
