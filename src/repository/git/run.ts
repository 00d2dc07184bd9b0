import { asNarPublishError, NarPublishError } from '../../errors.ts'
import { isLimit, systemFaultIn } from '../../system-errors.ts'
import type { Log } from '../../log.ts'
import { askProgram } from '../../process/ask.ts'
import { printCommand, type Command } from '../../process/print-command.ts'
import {
  exitWords,
  gatherOutput,
  isMissing,
  startProgram,
  stdoutLimit,
  type Place,
  type Started,
  type StartOptions,
  type ProgramExit
} from '../../process/start.ts'
import { offline, withSettings, type GitSetting } from './environment.ts'

/** A repository and how git is run in it. */
/** The target's name in the repository's configuration. */
export const remote = 'target'

export interface Git {
  /** The folder of a bare repository of ours; with `isWorkTree` a folder of files, whose repository git finds itself. */
  directory: string
  isWorkTree?: boolean
  /** The target's address, without secrets, or the checkout: what errors are about. */
  url: string
  env: Readonly<Record<string, string>>
  /** What goes on top of it while a command talks to the target: the token, which no other command has. */
  onlineSettings?: readonly GitSetting[]
  log: Log
}

/** How a command ended. */
export interface GitExit extends Omit<ProgramExit, 'isTooLate'> {
  args: readonly string[]
  stdout: Buffer
}

interface GitOptions {
  stdin?: string | Buffer | AsyncIterable<Buffer>
  /** Whether the command may talk to the target. Default: false. */
  isOnline?: boolean
  /** An open file that takes stdout, instead of it being gathered. */
  outputFile?: number
}

/** Milliseconds. A push of 2 GB on a slow line; hashing as much on a slow disk. */
export const longest = { online: 3_600_000, offline: 1_200_000 }

/**
 * Runs git: no prompt. Answers however the command ends. Throws GIT_MISSING, and GIT_FAILED when it does not start or prints without
 * end.
 */
export async function runGit(
  git: Git,
  args: readonly string[],
  { stdin, isOnline = false, outputFile }: GitOptions = {}
): Promise<GitExit> {
  const command = { program: 'git', args }
  const started = startProgram(command, {
    ...placeOf(git, isOnline),
    ...(stdin === undefined ? {} : { input: inputOf(stdin) }),
    ...(outputFile === undefined ? {} : { files: { stdout: outputFile } }),
    timeLimit: isOnline ? longest.online : longest.offline
  })
  const { status, signal, stdout, stderr, isTooLong } = await gatherOutput(started).catch(
    (error: unknown) => {
      throw startFailure(git, command, error)
    }
  )
  const ended = { args, status, signal, stdout, stderr }
  if (isTooLong) throw gitFailure(git, ended, `it printed over ${stdoutLimit} bytes`)
  return ended
}

function inputOf(stdin: NonNullable<GitOptions['stdin']>): NonNullable<StartOptions['input']> {
  return typeof stdin === 'string' || Buffer.isBuffer(stdin) ? [stdin] : stdin
}

/**
 * Names of objects, or refspecs, for git's standard input, each a line. Throws GIT_FAILED about one that is more than a line: a host's
 * answer may have anything for a name, and what git answers to it would be taken for the next one's.
 */
export function nameLines({ url }: Pick<Git, 'url'>, names: readonly string[]): string {
  const none = names.find((name) => name.includes('\n'))
  if (none === undefined) return names.map((name) => `${name}\n`).join('')
  const reason = `${JSON.stringify(none.slice(0, 200))} is no name of an object`
  throw new NarPublishError({ code: 'GIT_FAILED', subject: url, reason })
}

function placeOf(
  { directory, isWorkTree, env, onlineSettings = [], log }: Git,
  isOnline: boolean
): Place {
  return {
    log,
    cwd: directory,
    env: {
      ...(isOnline ? withSettings(env, onlineSettings) : env),
      // Named, not found: with safe.bareRepository=explicit git does not find bare ones.
      ...(isWorkTree === true ? {} : { GIT_DIR: directory }),
      ...(isOnline ? {} : offline)
    }
  }
}

/** What a command that talks to nobody and must succeed prints. Throws GIT_FAILED, DISK_FULL. */
export async function expectGit(
  git: Git,
  args: readonly string[],
  options: GitOptions = {}
): Promise<Buffer> {
  const ended = await runGit(git, args, options)
  if (ended.status !== 0) throw gitFailure(git, ended)
  return ended.stdout
}

/** A command that talks to nobody, while it runs. */
export interface StartedGit extends Pick<Started, 'child' | 'stdout'> {
  /** Why its output broke off, once it has ended. */
  failure: () => Promise<NarPublishError>
}

/** Starts one that goes on until its input ends; its stdout is the caller's to read. */
export function startGit(
  git: Git,
  args: readonly string[],
  input: AsyncIterable<Buffer>
): StartedGit {
  const command = { program: 'git', args }
  const { child, stdout, exit } = startProgram(command, { ...placeOf(git, false), input })
  const failure = exit.then(
    (ended) => gitFailure(git, { args, ...ended }),
    (error: unknown) => startFailure(git, command, error)
  )
  return { child, stdout, failure: () => failure }
}

/** The same for a question that git answers at once, without reading its input, as text without the newline at its end; see askProgram. */
export async function askGit(git: Git, args: readonly string[]): Promise<string> {
  return (
    (await askProgram({ program: 'git', args }, placeOf(git, false)))?.trimEnd() ??
    expectGitLine(git, args)
  )
}

/** The same as text, without the newline at its end. */
export async function expectGitLine(
  git: Git,
  args: readonly string[],
  options: GitOptions = {}
): Promise<string> {
  return (await expectGit(git, args, options)).toString('utf8').trimEnd()
}

/** A failed command as an error, with the last lines that git printed. */
export function gitFailure(
  git: Git,
  ended: Pick<GitExit, 'args' | 'status' | 'signal' | 'stderr'>,
  why?: string
): NarPublishError {
  const fault = systemFaultIn(ended.stderr, /^(?:fatal|error): /)
  if (fault !== null) return new NarPublishError({ ...fault, subject: git.directory })
  return new NarPublishError({
    code: 'GIT_FAILED',
    subject: git.url,
    reason: why === undefined ? gitWords(ended) : `${gitWords(ended)}: ${why}`
  })
}

/** `` `git fetch …` exited with 128: `` and what it said. */
export function gitWords(ended: Pick<GitExit, 'args' | 'status' | 'signal' | 'stderr'>): string {
  return exitWords({ program: 'git', args: ended.args }, ended)
}

function startFailure(git: Git, command: Command, error: unknown): NarPublishError {
  if (isLimit(error)) return asNarPublishError(error)
  return new NarPublishError({
    code: isMissing(error) ? 'GIT_MISSING' : 'GIT_FAILED',
    subject: isMissing(error) ? 'git' : git.url,
    reason: isMissing(error)
      ? 'there is no program `git` in PATH'
      : `\`${printCommand(command)}\` did not start: ${(error as Error).message}`,
    cause: error
  })
}
