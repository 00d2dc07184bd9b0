/**
 * Runs a job of a workflow file on this machine, step for step: `uses: ./` as the bundle with every input of action.yml, `run:` by bash
 * as the runner calls it, variables and outputs between the steps, post steps at the end. It knows of the workflow language what our
 * jobs use, and refuses the rest. Whole workflows: workflow-run.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { compiledSources } from './compiled-sources.ts'
import { readCommandFile, step as runProcess, type StepResult } from './runner.ts'
import { fillText, fillTexts, holds, type Status } from './workflow-expressions.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const variables = z.record(z.string(), scalar).default({})
const stepSchema = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.literal('bash').optional(),
  with: variables,
  env: variables,
  'continue-on-error': z.boolean().default(false),
  'timeout-minutes': z.number().optional()
})
const jobSchema = z.looseObject({
  env: variables,
  outputs: variables,
  steps: z.array(stepSchema)
})
const workflowSchema = z.looseObject({ env: variables, jobs: z.record(z.string(), z.unknown()) })
const actionSchema = z.looseObject({
  inputs: z.record(z.string(), z.looseObject({ default: z.string() }))
})

type Step = z.infer<typeof stepSchema>

export interface JobOptions {
  /** The workflow's text, and the job in it. */
  workflow: string
  job: string
  /** The checkout that holds `action.yml` and the bundle. */
  root: string
  /** GITHUB_WORKSPACE. */
  workspace: string
  /** For RUNNER_TEMP and the command files; empty. */
  folder: string
  /** One row of `strategy.matrix`. */
  matrix?: Readonly<Record<string, unknown>>
  env?: Record<string, string>
  /** `github.token`. */
  token?: string
  /** The payload of the event that started the workflow. */
  event?: unknown
  /** Further contexts: `inputs`, `needs`, `secrets` … */
  contexts?: Readonly<Record<string, unknown>>
  /** Actions of others that this machine can do without, such as an installation of Nix. */
  without?: readonly string[]
  /** What runs instead of actions of others, by their names. */
  standIns?: Readonly<Record<string, StandIn>>
  /** The command that starts each program, such as `unshare`. Default: none. */
  enter?: readonly string[]
}

/** What an action of others does, in short. Gives its outputs; throws what makes the step fail. */
export type StandIn = (step: {
  /** As the step names them, without defaults. */
  inputs: Record<string, string>
  /** GITHUB_WORKSPACE, and RUNNER_TEMP. */
  workspace: string
  temp: string
}) => Promise<Record<string, string>>

export interface StepEnd extends StepResult {
  /** Its name, command or action; a post step's begins with `post: `. */
  title: string
  /** `env` and `with` of the step, filled in: what it was given to read, the inputs of our action by their defaults, too. */
  given: Record<string, string>
  outputs: Record<string, string>
  /** What it wrote for the job's page. */
  summary: string
}

/** The steps that ran, to the first that failed, and the post steps of those. */
export async function runJob(options: JobOptions): Promise<StepEnd[]> {
  return (await runWholeJob(options)).ends
}

/** The same, with the job's own outputs, and whether it is one that failed. */
export async function runWholeJob(
  options: JobOptions
): Promise<{ ends: StepEnd[]; outputs: Record<string, string>; result: 'success' | 'failure' }> {
  const { jobs, env } = workflowSchema.parse(parse(options.workflow))
  const job = jobSchema.parse(jobs[options.job])
  const runner = new JobRun(options, { ...env, ...job.env })
  const ends: StepEnd[] = []
  for (const step of job.steps) {
    if (options.without?.some((name) => step.uses?.startsWith(`${name}@`))) continue
    const end = await runner.main(step)
    if (end !== null) ends.push(end)
  }
  const outputs = runner.fillAll(job.outputs)
  const posts = await runner.posts()
  const isBad = runner.status === 'failure' || posts.some(({ exitCode }) => exitCode !== 0)
  return { ends: [...ends, ...posts], outputs, result: isBad ? 'failure' : 'success' }
}

interface StepState {
  outputs: Record<string, string>
  /** Before and after `continue-on-error`. */
  outcome: Status
  conclusion: Status
}

class JobRun {
  /** Of the steps so far. */
  status: Status = 'success'
  private readonly contexts: Record<string, unknown>
  private readonly steps: Record<string, StepState> = {}
  private readonly temp: string
  private readonly added: { env: Record<string, string>; path: string[] } = { env: {}, path: [] }
  private readonly toPost: (() => Promise<StepEnd>)[] = []
  private readonly defaults: Record<string, string>
  private count = 0

  private readonly options: JobOptions
  private readonly jobEnv: Record<string, string>

  constructor(options: JobOptions, jobEnv: Record<string, string>) {
    this.options = options
    this.jobEnv = jobEnv
    this.temp = join(options.folder, 'temp')
    mkdirSync(this.temp)
    this.contexts = {
      runner: { temp: this.temp, os: 'Linux' },
      matrix: options.matrix ?? {},
      github: { token: options.token ?? '' },
      ...options.contexts,
      steps: this.steps
    }
    this.contexts['env'] = this.fillAll(jobEnv)
    const action = actionSchema.parse(parse(readFileSync(join(options.root, 'action.yml'), 'utf8')))
    this.defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default])
    )
  }

  /** null: its `if` does not hold. */
  async main(step: Step): Promise<StepEnd | null> {
    if (!holds(step.if, this.contexts, this.status)) {
      this.keep(step, { outputs: {}, outcome: 'skipped', conclusion: 'skipped' })
      return null
    }
    const title = step.name ?? step.run ?? step.uses ?? ''
    const files = this.commandFiles()
    const given = this.fillAll(step.env)
    const { inputs, end, outputs } = await this.run(step, title, files, given)
    const all = { ...readCommandFile(files.GITHUB_OUTPUT), ...outputs }
    const outcome = end.exitCode === 0 ? 'success' : 'failure'
    const conclusion = step['continue-on-error'] ? 'success' : outcome
    if (conclusion === 'failure') this.status = 'failure'
    this.keep(step, { outputs: all, outcome, conclusion })
    Object.assign(this.added.env, readCommandFile(files.GITHUB_ENV))
    this.added.path.unshift(
      ...readFileSync(files.GITHUB_PATH, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .reverse()
    )
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
    return { title, ...end, given: { ...given, ...inputs }, outputs: all, summary }
  }

  private keep({ id }: Step, state: StepState): void {
    if (id !== undefined) this.steps[id] = state
  }

  private async run(
    step: Step,
    title: string,
    files: ReturnType<JobRun['commandFiles']>,
    given: Record<string, string>
  ): Promise<{ inputs: Record<string, string>; end: StepResult; outputs: Record<string, string> }> {
    const { root, workspace, folder } = this.options
    const env: NodeJS.ProcessEnv = { ...this.environment(), ...given, ...files }
    if (step.run !== undefined) {
      const script = join(folder, `step-${this.count}.sh`)
      writeFileSync(script, this.fill(step.run))
      // What the runner calls when a step names no shell; with `shell: bash` also `-o pipefail`.
      const flags = step.shell === undefined ? ['-e'] : ['--noprofile', '--norc', '-eo', 'pipefail']
      const end = await runProcess(this.command('bash', ...flags, script), env, workspace)
      return { inputs: {}, end, outputs: {} }
    }
    if (step.uses === './' || step.uses?.startsWith('org/nar-publish@') === true) {
      const inputs = this.fillAll({ ...this.defaults, ...step.with })
      for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value
      const command = this.command(process.execPath, join(root, 'dist', 'index.js'))
      const end = await runProcess(command, env, workspace)
      const state = Object.entries(readCommandFile(files.GITHUB_STATE)).map(
        ([name, value]) => [`STATE_${name}`, value] as const
      )
      this.toPost.push(async () => ({
        ...{ title: `post: ${title}`, given: { ...given, ...inputs }, outputs: {}, summary: '' },
        ...(await runProcess(
          command,
          { ...env, ...this.added.env, ...Object.fromEntries(state) },
          workspace
        ))
      }))
      return { inputs, end, outputs: {} }
    }
    const standIn = this.options.standIns?.[step.uses?.replace(/@.*/, '') ?? '']
    if (standIn === undefined) throw new Error(`no way to run ${step.uses ?? 'nothing'} here`)
    const inputs = this.fillAll(step.with)
    const good: StepResult = { exitCode: 0, signal: null, log: '', errors: [], warnings: [] }
    const ran = Promise.resolve().then(() => standIn({ inputs, workspace, temp: this.temp }))
    return ran.then(
      (outputs) => ({ inputs, end: good, outputs }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        return {
          inputs,
          end: { ...good, exitCode: 1, log: message, errors: [message] },
          outputs: {}
        }
      }
    )
  }

  /** In the reverse order of the main steps. */
  async posts(): Promise<StepEnd[]> {
    const ends: StepEnd[] = []
    for (const post of this.toPost.toReversed()) ends.push(await post())
    return ends
  }

  private command(program: string, ...args: readonly string[]): [string, ...string[]] {
    const [first, ...rest] = this.options.enter ?? []
    return first === undefined ? [program, ...args] : [first, ...rest, program, ...args]
  }

  private environment(): NodeJS.ProcessEnv {
    const { workspace, folder, env } = this.options
    const event = join(folder, 'event.json')
    writeFileSync(event, JSON.stringify(this.options.event ?? {}))
    return {
      HOME: process.env['HOME'],
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'org/nar-publish',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_RUN_ID: '4711',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      RUNNER_TEMP: this.temp,
      ...compiledSources,
      ...env,
      ...this.fillAll(this.jobEnv),
      ...this.added.env,
      PATH: [...this.added.path, env?.['PATH'] ?? process.env['PATH'] ?? ''].join(delimiter)
    }
  }

  private commandFiles() {
    this.count++
    const file = (name: string): string => {
      const path = join(this.options.folder, `${name}-${this.count}`)
      writeFileSync(path, '')
      return path
    }
    return {
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_STATE: file('state'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path')
    }
  }

  private fill(text: string): string {
    return fillText(text, this.contexts, this.status)
  }

  fillAll(texts: Readonly<Record<string, string>>): Record<string, string> {
    return fillTexts(texts, this.contexts, this.status)
  }
}
