/** A job with `mode: hook`: its main step, builds by other steps, and its post step. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Chroot } from './chroot.ts'
import { compiledSources } from './compiled-sources.ts'
import { nixConfig, removeFolder } from './nix.ts'
import { commandLineOf } from './processes.ts'
import { output, runProgram, type ProgramOptions, type ProgramResult } from './program.ts'
import { readCommandFile } from './runner.ts'

/** The bundles, as script/build makes them; another place for who works on them. */
export const bundles =
  process.env['NAR_PUBLISH_BUNDLES'] ?? join(import.meta.dirname, '..', '..', 'dist')

export interface StepEnd {
  exitCode: number | null
  log: string
  milliseconds: number
}

export interface QueueJob {
  readonly folder: string
  /** Of the queues, once the main step has run. */
  queueFolder(): string
  /** `killWhen`: it is killed (9) as soon as that holds; its process alone, not what it started. */
  main(killWhen?: () => boolean): Promise<StepEnd>
  /** `onStart`: called with the process's id as soon as it runs. */
  post(killWhen?: () => boolean, onStart?: (pid: number) => void): Promise<StepEnd>
  summary(): string
  /** `NAME=value` lines that later steps get. */
  exported(): Record<string, string>
  /** Builds a derivation of that name as a later step would. Gives its output path. */
  build(name: string, script?: string): Promise<string>
  /** The same of a derivation that is made with another: that one is `$part` in the script. Gives its output path, and the part's. */
  buildWith(name: string, part: string, script: string): Promise<{ built: string; part: string }>
  /** The process that goes on between the steps; null when there is none. */
  background(): number | null
  close(): Promise<void>
}

export interface QueueJobOptions {
  inputs: Record<string, string>
  github?: { apiUrl: string; serverUrl: string }
  env?: Record<string, string>
  eventName?: string
  event?: unknown
  /** Where the job runs, when not on this machine itself. */
  chroot?: Chroot
}

export function queueJob({
  inputs,
  github,
  env = {},
  eventName,
  event,
  chroot
}: QueueJobOptions): QueueJob {
  const folder = mkdtempSync(join(chroot?.folder ?? tmpdir(), 'queue-job-'))
  const program = (name: string): string =>
    chroot === undefined ? name : join(chroot.programs, name)
  const command = [
    chroot === undefined ? process.execPath : program('node'),
    chroot?.entry ?? join(bundles, 'index.js')
  ] as const
  const at = (name: string): string => join(folder, name)
  for (const name of ['temp', 'workspace']) mkdirSync(at(name))
  for (const name of ['output', 'summary', 'state', 'env']) writeFileSync(at(name), '')
  writeFileSync(at('event.json'), JSON.stringify(event ?? {}))
  const jobEnv: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NIX_CONFIG: nixConfig,
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    ...(chroot === undefined && compiledSources),
    RUNNER_TEMP: at('temp'),
    GITHUB_WORKSPACE: at('workspace'),
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_EVENT_NAME: eventName ?? 'push',
    GITHUB_EVENT_PATH: at('event.json'),
    ...(github === undefined
      ? {}
      : { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }),
    ...env
  }
  const files = {
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_STATE: at('state'),
    GITHUB_ENV: at('env')
  }
  const exported = (): Record<string, string> => readCommandFile(at('env'))
  const step = (
    state: Record<string, string>,
    killWhen?: () => boolean,
    onStart?: (pid: number) => void
  ): Promise<StepEnd> => {
    const stepEnv = {
      ...jobEnv,
      ...files,
      ...exported(),
      ...Object.fromEntries(
        Object.entries({ mode: 'hook', ...inputs }).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value
        ])
      ),
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
    }
    return runStep(command, at('workspace'), stepEnv, killWhen, onStart)
  }
  const ownQueueFolder = (): string => readCommandFile(at('state'))['queue'] ?? ''
  const build = async (expression: string): Promise<string> => {
    const place = { cwd: at('workspace'), env: { ...jobEnv, ...exported() } }
    const result = await buildOne(program('nix-build'), expression, place)
    if (result.failure !== '') throw new Error(result.failure)
    return result.stdout.trim()
  }
  const background = (): number | null => {
    const argument = `--serve-queues\0${ownQueueFolder()}\0`
    const found = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && commandLineOf(Number(pid)).includes(argument)
    )
    return found[0] === undefined ? null : Number(found[0])
  }
  return {
    folder,
    queueFolder: () => `${chroot?.root ?? ''}${ownQueueFolder()}`,
    exported,
    background,
    main: (killWhen) => step({}, killWhen),
    post: (killWhen, onStart) => step(readCommandFile(at('state')), killWhen, onStart),
    summary: () => readFileSync(at('summary'), 'utf8'),
    build: (name, script = 'echo built > $out') => build(simple(name, script)),
    buildWith: async (name, part, script) => {
      const ofPart = simple(part, 'echo part > $out')
      const built = await build(simple(name, script, `part = ${ofPart};`))
      return { built, part: await build(ofPart) }
    },
    close: async () => {
      const pid = background()
      if (pid !== null) await output('kill', ['-9', '--', `-${pid}`]).catch(() => undefined)
      await removeFolder(folder)
    }
  }
}

/** An expression of a derivation that no store has yet. */
function simple(name: string, script: string, attributes = ''): string {
  const salt = randomBytes(6).toString('hex')
  return `derivation {
    name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; salt = "${salt}";
    args = [ "-c" "${script}; exit 0" ]; ${attributes}
  }`
}

function buildOne(
  nixBuild: string,
  expression: string,
  place: ProgramOptions
): Promise<ProgramResult> {
  return runProgram(nixBuild, ['--no-out-link', '--expr', expression], place)
}

async function runStep(
  [node, entry]: readonly [string, string],
  cwd: string,
  env: Record<string, string>,
  killWhen?: () => boolean,
  onStart?: (pid: number) => void
): Promise<StepEnd> {
  const begin = performance.now()
  const child = spawn(node, [entry], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid !== undefined) onStart?.(child.pid)
  let log = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (log += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk))
  const watch = setInterval(() => {
    if (killWhen?.() === true) child.kill('SIGKILL')
  }, 1)
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  clearInterval(watch)
  return { exitCode, log, milliseconds: performance.now() - begin }
}
