import { spawn } from 'node:child_process'

export interface ProgramResult {
  /** null: a signal ended it, the time limit's included. */
  status: number | null
  stdout: string
  stderr: string
  /** Command, status and stderr of one that failed, for a test to show; empty when it succeeded. */
  failure: string
}

export interface ProgramOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Default: two minutes and a half. */
  timeoutMs?: number
}

/** Runs a program to its end. Not synchronously: the GitHub that it talks to may be in this process. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env, timeoutMs = 150_000 }: ProgramOptions = {}
): Promise<ProgramResult> {
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const failure =
    status === 0 ? '' : `${program} ${args.join(' ')} exited with ${status}:\n${stderr}`
  return { status, stdout, stderr, failure }
}

/** What a program that must succeed prints. Throws with its words when it does not. */
export async function output(
  program: string,
  args: readonly string[],
  options?: ProgramOptions
): Promise<string> {
  const { stdout, failure } = await runProgram(program, args, options)
  if (failure !== '') throw new Error(failure)
  return stdout.trim()
}
