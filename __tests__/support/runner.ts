/**
 * Runs the bundle as GitHub's runner does: inputs as INPUT_*, command files for outputs, state and summary, then the post
 * step with the saved state.
 */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledSources } from './compiled-sources.ts'
import { commandLineOf } from './processes.ts'

export interface RunnerOptions {
  /** The address of the GitHub (API and web in one). */
  github: { apiUrl: string; serverUrl: string }
  inputs: Record<string, string>
  /** Folder that the job checked out. */
  workspace: string
  /** Repository that the workflow runs in. */
  repository?: string
  /** Payload of the event; with `eventName`. */
  event?: unknown
  eventName?: string
  env?: Record<string, string | undefined>
  /** Default: dist/index.js of the checkout. */
  entry?: string
  /** The program that runs it. Default: this Node. */
  node?: string
  /** Where the runner's own folders are made. Default: the folder for temporary files. */
  parent?: string
  /** Called with the process's id as soon as it runs. */
  onStart?: (pid: number) => void
}

export interface StepResult {
  exitCode: number | null
  signal: NodeJS.Signals | null
  /** What the runner would read for commands, and show. */
  log: string
  /** Messages of `::error::` commands. */
  errors: string[]
  warnings: string[]
}

export interface RunResult extends StepResult {
  outputs: Record<string, string>
  summary: string
  state: Record<string, string>
  post: StepResult
  /** RUNNER_TEMP of the run, and the folder of the command files. */
  runnerTemp: string
  commandFiles: string
}

export const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js')

/** What the runner prepares for a step: its folders, its command files, and its environment. */
export function prepareStep(options: RunnerOptions) {
  const folder = mkdtempSync(join(options.parent ?? tmpdir(), 'runner-'))
  const runnerTemp = join(folder, 'temp')
  const commandFiles = join(folder, 'commands')
  mkdirSync(runnerTemp)
  mkdirSync(commandFiles)
  const file = (name: string): string => {
    const path = join(commandFiles, name)
    writeFileSync(path, '')
    return path
  }
  const files = {
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path')
  }
  const event = join(commandFiles, 'event.json')
  writeFileSync(event, JSON.stringify(options.event ?? {}))
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NIX_CONFIG: process.env['NIX_CONFIG'],
    // A bundle elsewhere may be in a chroot, or there for a moment.
    ...(options.entry === undefined && compiledSources),
    ...files,
    RUNNER_TEMP: runnerTemp,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_API_URL: options.github.apiUrl,
    GITHUB_SERVER_URL: options.github.serverUrl,
    GITHUB_REPOSITORY: options.repository ?? 'alice/project',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: '4711',
    GITHUB_EVENT_NAME: options.eventName ?? 'push',
    GITHUB_EVENT_PATH: event,
    ...Object.fromEntries(
      Object.entries(options.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    ),
    ...options.env
  }
  return { env, files, runnerTemp, commandFiles }
}

export async function runAction(options: RunnerOptions): Promise<RunResult> {
  const { env, files, runnerTemp, commandFiles } = prepareStep(options)
  const command = [options.node ?? process.execPath, options.entry ?? bundle] as const
  const main = await step(command, env, options.workspace, options.onStart)
  const state = readCommandFile(files.GITHUB_STATE)
  const post = await step(
    command,
    {
      ...env,
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
    },
    options.workspace
  )
  return {
    ...main,
    outputs: readCommandFile(files.GITHUB_OUTPUT),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    state,
    post,
    runnerTemp,
    commandFiles
  }
}

export async function step(
  [program, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  cwd: string,
  onStart?: (pid: number) => void
): Promise<StepResult> {
  // The runner starts node itself, without options.
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  if (child.pid !== undefined) onStart?.(child.pid)
  let log = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (log += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk))
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
    (resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, by) => {
        resolve([code, by])
      })
    }
  )
  return { exitCode, signal, log, ...annotations(log) }
}

/** What the runner would take for annotations: commands at the start of a line, outside of `::stop-commands::`. */
function annotations(log: string): { errors: string[]; warnings: string[] } {
  const found = { errors: [] as string[], warnings: [] as string[] }
  let fence: string | null = null
  for (const line of log.split('\n').map((text) => text.trim())) {
    if (fence !== null) {
      if (line === `::${fence}::`) fence = null
      continue
    }
    const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/s.exec(line)
    const data = unescapeData(command?.[2] ?? '')
    if (command?.[1] === 'stop-commands') fence = data
    if (command?.[1] === 'error') found.errors.push(data)
    if (command?.[1] === 'warning') found.warnings.push(data)
  }
  return found
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

/** `name=value` and `name<<delimiter` lines, as the runner reads them. */
export function readCommandFile(path: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = readFileSync(path, 'utf8').split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line)
    if (heredoc?.[1] !== undefined) {
      const end = lines.indexOf(heredoc[2] ?? '', at + 1)
      // Who wrote it was killed.
      if (end === -1) break
      values[heredoc[1]] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
  }
  return values
}

/** Every file below a folder, for looking for what must not be there. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Collects the argument lists of all processes on the machine, again and again, until `stop` is called. */
export function watchArguments(): { stop: () => string[] } {
  const seen = new Set<string>()
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      seen.add(commandLineOf(Number(pid)).replaceAll('\0', ' '))
    }
  }
  const timer = setInterval(look, 10)
  return {
    stop: () => {
      clearInterval(timer)
      return [...seen]
    }
  }
}
