import { spawn } from 'node:child_process'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { printCommand } from '../../process/print-command.ts'
import { lastLines, Tail } from '../../process/tail.ts'
import { offline } from './environment.ts'

/** A repository and how git is run in it. */
export interface Git {
  /** The folder of a bare repository of ours; with `isWorkTree` a folder of files, whose repository git finds itself. */
  directory: string
  isWorkTree?: boolean
  /** The target's address, without secrets, or the checkout: what errors are about. */
  url: string
  env: Readonly<Record<string, string>>
  log: Log
}

/** How a command ended. */
export interface GitExit {
  args: readonly string[]
  /** Exit status; null when a signal ended it, as a time-out does. */
  status: number | null
  signal: NodeJS.Signals | null
  stdout: Buffer
  /** The last 64 KiB or so, without colours. */
  stderr: string
}

export interface GitOptions {
  stdin?: string | Buffer
  /** Whether the command may talk to the target. Default: false. */
  isOnline?: boolean
  /** An open file that takes stdout, instead of it being gathered. */
  outputFile?: number
}

const stderrTail = 64 * 1024
/** Bytes of stdout that are gathered: the catalogue of a large store has some 10 MB. */
const stdoutLimit = 256 * 1024 * 1024
/** Milliseconds. A push of 2 GB on a slow line; hashing as much on a slow disk. */
const longest = { online: 3_600_000, offline: 1_200_000 }

/**
 * The one place that spawns git: an argument list, no shell, no prompt. Answers however the command ends. Throws GIT_MISSING, and
 * GIT_FAILED when it does not start or prints without end.
 */
export async function runGit(
  git: Git,
  args: readonly string[],
  { stdin, isOnline = false, outputFile }: GitOptions = {}
): Promise<GitExit> {
  const command = { program: 'git', args }
  git.log.debug(printCommand(command))
  const child = spawn(command.program, args, {
    cwd: git.directory,
    env: {
      ...git.env,
      // Named, not found: with safe.bareRepository=explicit git does not find bare ones.
      ...(git.isWorkTree === true ? {} : { GIT_DIR: git.directory }),
      ...(isOnline ? {} : offline)
    },
    stdio: ['pipe', outputFile ?? 'pipe', 'pipe']
  })
  // Not spawn's own time-out: its timer stays when the program does not start.
  const timer = setTimeout(() => child.kill(), isOnline ? longest.online : longest.offline)
  const stderr = new Tail(stderrTail)
  const chunks: Buffer[] = []
  let size = 0
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr.push(chunk)
  })
  child.stdout?.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= stdoutLimit) chunks.push(chunk)
    else child.kill()
  })
  // It may end before it has read all: its exit status tells.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(stdin)
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
    (resolve, reject) => {
      child.once('error', (error) => {
        reject(startFailure(git, args, error))
      })
      child.once('close', (code, by) => {
        resolve([code, by])
      })
    }
  ).finally(() => {
    clearTimeout(timer)
  })
  const ended = { args, status, signal, stdout: Buffer.concat(chunks), stderr: stderr.text }
  if (size > stdoutLimit) throw gitFailure(git, ended, `it printed over ${stdoutLimit} bytes`)
  return ended
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
  const full = /^(?:fatal|error): (.*No space left on device.*)$/m.exec(ended.stderr)
  if (full?.[1] !== undefined) {
    return new NarPublishError({ code: 'DISK_FULL', subject: git.directory, reason: full[1] })
  }
  return new NarPublishError({
    code: 'GIT_FAILED',
    subject: git.url,
    reason: why === undefined ? gitWords(ended) : `${gitWords(ended)}: ${why}`
  })
}

/** `` `git fetch …` exited with 128: `` and what it said. */
export function gitWords({
  args,
  status,
  signal,
  stderr
}: Pick<GitExit, 'args' | 'status' | 'signal' | 'stderr'>): string {
  const how = status === null ? `was ended by ${signal ?? 'a signal'}` : `exited with ${status}`
  const command = printCommand({ program: 'git', args })
  return `\`${command}\` ${how}:\n${lastLines(stderr) || '(it said nothing)'}`
}

function startFailure(git: Git, args: readonly string[], error: Error): NarPublishError {
  const isMissing = 'code' in error && error.code === 'ENOENT'
  return new NarPublishError({
    code: isMissing ? 'GIT_MISSING' : 'GIT_FAILED',
    subject: isMissing ? 'git' : git.url,
    reason: isMissing
      ? 'there is no program `git` in PATH'
      : `\`${printCommand({ program: 'git', args })}\` did not start: ${error.message}`,
    cause: error
  })
}
