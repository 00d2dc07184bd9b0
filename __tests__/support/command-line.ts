/** Runs the bundled command line as a terminal or a script does. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { compiledSources } from './compiled-sources.ts'
import { nixConfig } from './nix.ts'

export interface CommandLineOptions {
  cwd: string
  /** On top of PATH, HOME and Nix's settings; nothing else of the test's own environment gets through. */
  env?: Record<string, string>
  stdin?: string
  /** Called with the process's id as soon as it runs. */
  onStart?: (pid: number) => void
}

export interface CommandLineResult {
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export const commandLineBundle = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'index.js')

export async function runCommandLine(
  args: readonly string[],
  { cwd, env, stdin, onStart }: CommandLineOptions
): Promise<CommandLineResult> {
  // By its own first line, as npm's link to it is started.
  const child = spawn(commandLineBundle, args, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NIX_CONFIG: nixConfig,
      ...compiledSources,
      ...env
    },
    stdio: ['pipe', 'pipe', 'pipe']
  })
  if (child.pid !== undefined) onStart?.(child.pid)
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
    (resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, by) => {
        resolve([code, by])
      })
    }
  )
  return { status, signal, stdout, stderr }
}
