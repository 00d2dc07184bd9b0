import { existsSync } from 'node:fs'
import { asNarPublishError, NarPublishError, type ErrorCode } from '../errors.ts'
import { printCommand } from '../process/print-command.ts'
import {
  exitWords,
  gatherOutput,
  isMissing,
  startProgram,
  stdoutLimit,
  type Place,
  type ProgramExit,
  type Started,
  type StartOptions
} from '../process/start.ts'
import { lastLines, withoutBlankRuns } from '../process/tail.ts'
import { isLimit, systemFaultIn } from '../system-errors.ts'
import { chunkOperands, type NixCommand } from './command.ts'
import type { Nix } from './types.ts'

/** How a command ended. */
export interface NixExit extends Omit<ProgramExit, 'isTooLate'> {
  command: NixCommand
}

/** `env`: on top of the place's own. */
interface RunOptions extends Pick<StartOptions, 'onStderr' | 'env' | 'timeLimit'> {
  /** Sees stdout instead of it being gathered. */
  onStdout?: (chunk: Buffer) => void
}

interface StartedNix extends Pick<Started, 'child' | 'stdout' | 'fed'> {
  /** Once it has ended and its output was read. Rejects with NIX_MISSING, FLAKES_DISABLED, DISK_FULL or when it cannot start. */
  exit: Promise<NixExit>
}

/** Starts Nix; its stdout is the caller's to read. `exit` need not be looked at. */
export function startNix(
  place: Place,
  command: NixCommand,
  {
    env,
    ...options
  }: Pick<StartOptions, 'input' | 'onStderr' | 'env' | 'signal' | 'timeLimit'> = {}
): StartedNix {
  const { child, stdout, fed, exit } = startProgram(command, {
    ...options,
    log: place.log,
    cwd: place.cwd,
    env: { ...place.env, ...env },
    ...(place.stop === undefined ? {} : { stop: place.stop })
  })
  const ended = exit.then(
    ({ status, signal, stderr }) => {
      const nix = { command, status, signal, stderr }
      const known = status === 0 ? null : machineFailure(nix)
      if (known !== null) throw known
      return nix
    },
    (error: unknown) => {
      throw startFailure(place, command, error)
    }
  )
  ended.catch(() => undefined)
  return { child, stdout, fed, exit: ended }
}

/** Runs a command to its end, whatever its exit status; see StartedNix for what throws. */
export async function runNix(
  place: Place,
  command: NixCommand,
  { onStdout, ...options }: RunOptions = {}
): Promise<NixExit & { stdout: string }> {
  const started = startNix(place, command, options)
  if (onStdout !== undefined) {
    started.stdout.on('data', onStdout)
    return { ...(await started.exit), stdout: '' }
  }
  const { isTooLong, ...ended } = await gatherOutput(started)
  if (isTooLong) throw nixFailure(ended, { reason: `it printed more than ${stdoutLimit} bytes` })
  return { ...ended, stdout: ended.stdout.toString('utf8') }
}

/** What a command that must succeed prints on stdout. Throws NIX_FAILED when it does not. */
export async function expectNix(
  place: Place,
  command: NixCommand,
  options?: RunOptions
): Promise<string> {
  const ended = await runNix(place, command, options)
  if (ended.status !== 0) throw nixFailure(ended)
  return ended.stdout
}

/** The same for a question that Nix answers at once. `timeLimit`: milliseconds. */
export function askNix(place: Place, command: NixCommand, timeLimit = 60_000): Promise<string> {
  return expectNix(place, command, { timeLimit })
}

/** The lines that a command prints on stdout, as `nix-store --query` gives paths. */
export async function expectLines(place: Place, command: NixCommand): Promise<string[]> {
  return (await expectNix(place, command)).split('\n').filter((line) => line !== '')
}

/** What `nix-store` prints about these paths, in as many commands as it takes. */
export async function queryStore(
  place: Place,
  question: readonly string[],
  paths: readonly string[]
): Promise<string[]> {
  const lines: string[] = []
  for (const chunk of chunkOperands(paths)) {
    const args = [...question, '--', ...chunk]
    lines.push(...(await expectLines(place, { program: 'nix-store', args })))
  }
  return lines
}

/** A failed command as an error. By default NIX_FAILED about the command, with the last 20 lines that it printed. */
export function nixFailure(
  ended: NixExit,
  about: {
    code?: ErrorCode
    subject?: string
    reason?: string
    hint?: string
    terminal?: { hint: string }
  } = {}
): NarPublishError {
  const words = exitWords(ended.command, ended)
  return new NarPublishError({
    code: about.code ?? 'NIX_FAILED',
    subject: about.subject ?? `${ended.command.program} ${ended.command.args[0] ?? ''}`.trim(),
    reason: about.reason ?? words,
    hint: about.hint,
    ...(about.terminal === undefined ? {} : { terminal: about.terminal }),
    ...(about.reason === undefined ? {} : { cause: new Error(words) })
  })
}

/** Nix answered in JSON of a shape that we do not know. `question`: its words; `what` they are about. */
export function unknownAnswer(
  { version }: Pick<Nix, 'version'>,
  question: string,
  what: string,
  cause: unknown
): NarPublishError {
  return new NarPublishError({
    code: 'NIX_FAILED',
    subject: question,
    reason: `${version.text} describes ${what} in a way that this version does not know`,
    hint: 'Open an issue that names the version of Nix.',
    cause
  })
}

/**
 * Nix's own message without its trace: what follows the last `error:` that starts a line. Newer versions print the trace first,
 * older ones after it.
 */
export function nixWords(stderr: string): string {
  const said = withoutBlankRuns(stderr)
  const start = [...said.matchAll(/^\s*error: /gm)].at(-1)
  if (start === undefined) return lastLines(said) || 'Nix said nothing'
  const message = said.slice(start.index + start[0].length)
  // The place: ` at file:line:column:` with the source, after a blank line in 2.8; and 2.8's trace.
  const [words = message] = message.split(
    /\n\s*\n\s*(?:at|…) |\n\s+at \S.*:\d+:\d+:\s*\n|\n\(use '--show-trace'/
  )
  // What is wrong comes first, and then a builder's log or, of an unfree package, all that may be done.
  const [first = '', ...others] = lastLines(words, Infinity).split('\n')
  return [first, ...others.slice(-mostLines)].map((line) => line.trim()).join('\n')
}

/** Of a message, besides its first line. */
const mostLines = 20

function startFailure(place: Place, command: NixCommand, error: unknown): NarPublishError {
  if (isLimit(error)) return asNarPublishError(error)
  if (isMissing(error) && existsSync(place.cwd)) {
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
    reason: isMissing(error)
      ? `the folder ${JSON.stringify(place.cwd)} does not exist`
      : `\`${printCommand(command)}\` did not run to its end: ${(error as Error).message}`,
    cause: error
  })
}

/** Failures that are the machine's and not the command's. Only Nix's own lines count: a builder's carry its name in front. */
function machineFailure(ended: NixExit): NarPublishError | null {
  // Lix names itself.
  const feature =
    /^\s*error: experimental (?:Nix|Lix) feature '(nix-command|flakes)' is disabled/m.exec(
      ended.stderr
    )
  if (feature?.[1] !== undefined) {
    return nixFailure(ended, {
      code: 'FLAKES_DISABLED',
      subject: feature[1],
      reason: `this Nix has the experimental feature \`${feature[1]}\` switched off`
    })
  }
  const fault = systemFaultIn(ended.stderr, /^\s*error: /)
  if (fault === null) return null
  return nixFailure(ended, {
    ...fault,
    subject: `${ended.command.program} ${ended.command.args[0] ?? ''}`,
    ...(fault.code === 'DISK_FULL'
      ? {
          hint: 'Free space on the runner before this step.',
          terminal: { hint: 'Free space on the disk of Nix’s store.' }
        }
      : {})
  })
}
