import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { NarPublishError, type ErrorCode } from '../errors.ts'
import { printCommand } from '../process/print-command.ts'
import { lastLines, Tail } from '../process/tail.ts'
import type { NixCommand } from './command.ts'
import type { Nix } from './types.ts'

/** Where a command runs: enough of a Nix to ask it for its version. */
export type NixPlace = Pick<Nix, 'env' | 'log' | 'cwd'>

/** How a command ended. */
export interface NixExit {
  command: NixCommand
  /** Exit status; null when a signal ended it. */
  status: number | null
  signal: NodeJS.Signals | null
  /** The last 64 KiB or so, without colours. */
  stderr: string
}

export interface RunOptions {
  /** Sees stderr as it comes: build logs. */
  onStderr?: (chunk: Buffer) => void
  /** Sees stdout instead of it being gathered. */
  onStdout?: (chunk: Buffer) => void
  /** On top of the place's own. */
  env?: Readonly<Record<string, string>>
}

const stderrTail = 64 * 1024
/** Bytes of stdout that are gathered. Path info of a closure of 10,000 paths is some 10 MB. */
const stdoutLimit = 256 * 1024 * 1024

export interface StartedNix {
  child: ChildProcessByStdio<null, Readable, Readable>
  /** Once it has ended and its output was read. Rejects with NIX_MISSING, FLAKES_DISABLED, DISK_FULL or when it cannot start. */
  exit: Promise<NixExit>
}

const running = new Set<StartedNix['child']>()

/** Passes on a signal that may have been for this process alone: without it a build would go on for nobody. */
export function signalNix(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal)
}

/**
 * The one place that spawns Nix. Not @actions/exec: that looks for the program in the action's own PATH and not in the
 * child's, gathers output without bound, and gives neither backpressure nor a way to stop the child.
 */
export function startNix(
  place: NixPlace,
  command: NixCommand,
  { onStderr, env, signal }: Pick<RunOptions, 'onStderr' | 'env'> & { signal?: AbortSignal } = {}
): StartedNix {
  place.log.debug(printCommand(command))
  const child = spawn(command.program, command.args, {
    cwd: place.cwd,
    env: { ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal === undefined ? {} : { signal })
  })
  running.add(child)
  const stderr = new Tail(stderrTail)
  child.stderr.on('data', (chunk: Buffer) => {
    stderr.push(chunk)
    onStderr?.(chunk)
  })
  const exit = new Promise<NixExit>((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child)
      reject(startFailure(place, command, error))
    })
    child.once('close', (status, endedBy) => {
      running.delete(child)
      const ended = { command, status, signal: endedBy, stderr: stderr.text }
      const known = status === 0 ? null : machineFailure(ended)
      if (known === null) resolve(ended)
      else reject(known)
    })
  })
  return { child, exit }
}

/** Runs a command to its end, whatever its exit status; see StartedNix for what throws. */
export async function runNix(
  place: NixPlace,
  command: NixCommand,
  { onStdout, ...options }: RunOptions = {}
): Promise<NixExit & { stdout: string }> {
  const { child, exit } = startNix(place, command, options)
  const chunks: Buffer[] = []
  let size = 0
  child.stdout.on(
    'data',
    onStdout ??
      ((chunk: Buffer) => {
        size += chunk.length
        if (size <= stdoutLimit) chunks.push(chunk)
        else child.kill()
      })
  )
  const ended = await exit
  if (size > stdoutLimit) {
    throw nixFailure(ended, { reason: `it printed more than ${stdoutLimit} bytes` })
  }
  return { ...ended, stdout: Buffer.concat(chunks).toString('utf8') }
}

/** What a command that must succeed prints on stdout. Throws NIX_FAILED when it does not. */
export async function expectNix(
  place: NixPlace,
  command: NixCommand,
  options?: RunOptions
): Promise<string> {
  const ended = await runNix(place, command, options)
  if (ended.status !== 0) throw nixFailure(ended)
  return ended.stdout
}

/** The lines that a command prints on stdout, as `nix-store --query` gives paths. */
export async function expectLines(place: NixPlace, command: NixCommand): Promise<string[]> {
  return (await expectNix(place, command)).split('\n').filter((line) => line !== '')
}

/** A failed command as an error. By default NIX_FAILED about the command, with the last 20 lines that it printed. */
export function nixFailure(
  ended: NixExit,
  about: { code?: ErrorCode; subject?: string; reason?: string; hint?: string } = {}
): NarPublishError {
  const how =
    ended.status === null
      ? `was ended by ${ended.signal ?? 'a signal'}`
      : `exited with ${ended.status}`
  const words = `\`${printCommand(ended.command)}\` ${how}:\n${lastLines(ended.stderr) || '(it said nothing)'}`
  return new NarPublishError({
    code: about.code ?? 'NIX_FAILED',
    subject: about.subject ?? `${ended.command.program} ${ended.command.args[0] ?? ''}`.trim(),
    reason: about.reason ?? words,
    ...(about.hint === undefined ? {} : { hint: about.hint }),
    ...(about.reason === undefined ? {} : { cause: new Error(words) })
  })
}

/**
 * Nix's own message without its trace: what follows the last `error:` that starts a line. Newer versions print the trace first,
 * older ones after it.
 */
export function nixWords(stderr: string): string {
  const start = [...stderr.matchAll(/^\s*error: /gm)].at(-1)
  if (start === undefined) return lastLines(stderr) || 'Nix said nothing'
  const message = stderr.slice(start.index + start[0].length)
  // The trace of Nix 2.8: a blank line, then ` at file:line:column:` with the source.
  const [words = message] = message.split(/\n\s*\n\s*at |\n\(use '--show-trace'/)
  return lastLines(words)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
}

function startFailure(place: NixPlace, command: NixCommand, error: Error): NarPublishError {
  const isMissing = 'code' in error && error.code === 'ENOENT'
  // Node gives ENOENT for a missing working folder too.
  if (isMissing && existsSync(place.cwd)) {
    return new NarPublishError({
      code: 'NIX_MISSING',
      subject: command.program,
      reason: `there is no program \`${command.program}\` in PATH`,
      cause: error
    })
  }
  return new NarPublishError({
    code: 'NIX_FAILED',
    subject: `${command.program} ${command.args[0] ?? ''}`.trim(),
    reason: isMissing
      ? `the folder ${JSON.stringify(place.cwd)} does not exist`
      : `\`${printCommand(command)}\` did not run to its end: ${error.message}`,
    cause: error
  })
}

/** Failures that are the machine's and not the command's. Only Nix's own lines count: a builder's carry its name in front. */
function machineFailure(ended: NixExit): NarPublishError | null {
  const feature = /^\s*error: experimental Nix feature '(nix-command|flakes)' is disabled/m.exec(
    ended.stderr
  )
  if (feature?.[1] !== undefined) {
    return nixFailure(ended, {
      code: 'FLAKES_DISABLED',
      subject: feature[1],
      reason: `this Nix has the experimental feature \`${feature[1]}\` switched off`
    })
  }
  // SQLite has words of its own for it.
  const full = /^\s*error: (.*(?:No space left on device|database or disk is full).*)$/m.exec(
    ended.stderr
  )
  if (full?.[1] === undefined) return null
  return nixFailure(ended, {
    code: 'DISK_FULL',
    subject: `${ended.command.program} ${ended.command.args[0] ?? ''}`,
    reason: full[1],
    hint: 'Free space on the runner before this step.'
  })
}
