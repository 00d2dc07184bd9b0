/**
 * Runs a job of a workflow file on this machine, step for step: `uses: ./` as the bundle with every input of action.yml, `run:` by bash
 * as the runner calls it, variables and outputs between the steps, post steps at the end. It knows of the workflow language what our
 * jobs use, and refuses the rest.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { parse } from 'yaml'
import { z } from 'zod'
import { readCommandFile, step as runProcess, type StepResult } from './runner.ts'

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
  env: variables
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
type Contexts = Record<string, unknown>

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
  matrix?: Record<string, string>
  env?: Record<string, string>
  /** `github.token`. */
  token?: string
  /** Further contexts: `inputs`, `needs`, `secrets` … */
  contexts?: Readonly<Record<string, unknown>>
  /** Actions of others that this machine can do without, such as an installation of Nix. */
  without?: readonly string[]
  /** What runs instead of actions of others, by their names. */
  standIns?: Readonly<Record<string, StandIn>>
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
}

/** The steps that ran, to the first that failed, and the post steps of those. */
export async function runJob(options: JobOptions): Promise<StepEnd[]> {
  return (await runWholeJob(options)).ends
}

/** The same, with the job's own outputs. */
export async function runWholeJob(
  options: JobOptions
): Promise<{ ends: StepEnd[]; outputs: Record<string, string> }> {
  const { jobs, env } = workflowSchema.parse(parse(options.workflow))
  const job = jobSchema.parse(jobs[options.job])
  const runner = new JobRun(options, { ...env, ...job.env })
  const ends: StepEnd[] = []
  for (const step of job.steps) {
    if (options.without?.some((name) => step.uses?.startsWith(`${name}@`))) continue
    if (step.if !== undefined && runner.resolve(expressionOf(step.if)) !== 'true') continue
    const end = await runner.main(step)
    ends.push(end)
    if (end.exitCode !== 0) break
  }
  const outputs = runner.outputsOf(job.outputs)
  return { ends: [...ends, ...(await runner.posts())], outputs }
}

/** `if:` goes without the braces, too. */
function expressionOf(condition: string): string {
  return condition.includes('${{') ? condition.trim() : `\${{ ${condition} }}`
}

class JobRun {
  private readonly contexts: Contexts
  private readonly steps: Record<string, { outputs: Record<string, string> }> = {}
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
      runner: { temp: this.temp },
      matrix: options.matrix ?? {},
      github: { token: options.token ?? '' },
      ...options.contexts,
      steps: this.steps
    }
    const action = actionSchema.parse(parse(readFileSync(join(options.root, 'action.yml'), 'utf8')))
    this.defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default])
    )
  }

  async main(step: Step): Promise<StepEnd> {
    const title = step.name ?? step.run ?? step.uses ?? ''
    const files = this.commandFiles()
    const environment = (): NodeJS.ProcessEnv => ({
      ...this.environment(),
      ...this.resolveAll(step.env),
      ...files
    })
    let end: StepResult
    let outputs: Record<string, string> = {}
    const standIn = this.options.standIns?.[step.uses?.replace(/@.*/, '') ?? '']
    if (step.run !== undefined) {
      const script = join(this.options.folder, `step-${this.count}.sh`)
      writeFileSync(script, this.resolve(step.run))
      // What the runner calls when a step names no shell; with `shell: bash` also `-o pipefail`.
      const flags = step.shell === undefined ? ['-e'] : ['--noprofile', '--norc', '-eo', 'pipefail']
      end = await runProcess(['bash', ...flags, script], environment(), this.options.workspace)
    } else if (step.uses === './' || step.uses?.startsWith('org/nar-publish@') === true) {
      const inputs = Object.entries({ ...this.defaults, ...step.with }).map(
        ([name, value]) => [`INPUT_${name.toUpperCase()}`, this.resolve(value)] as const
      )
      const command = [process.execPath, join(this.options.root, 'dist', 'index.js')] as const
      const env = { ...environment(), ...Object.fromEntries(inputs) }
      end = await runProcess(command, env, this.options.workspace)
      const state = Object.entries(readCommandFile(files.GITHUB_STATE)).map(
        ([name, value]) => [`STATE_${name}`, value] as const
      )
      this.toPost.push(async () => ({
        title: `post: ${title}`,
        ...(await runProcess(
          command,
          { ...env, ...this.added.env, ...Object.fromEntries(state) },
          this.options.workspace
        ))
      }))
    } else if (standIn) {
      const inputs = this.resolveAll(step.with)
      const { workspace } = this.options
      end = await standIn({ inputs, workspace, temp: this.temp }).then(
        (given) => {
          outputs = given
          return { exitCode: 0, signal: null, log: '', errors: [], warnings: [] }
        },
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error)
          return { exitCode: 1, signal: null, log: message, errors: [message], warnings: [] }
        }
      )
    } else {
      throw new Error(`no way to run ${step.uses ?? 'nothing'} here`)
    }
    if (step.id !== undefined) {
      this.steps[step.id] = { outputs: { ...readCommandFile(files.GITHUB_OUTPUT), ...outputs } }
    }
    Object.assign(this.added.env, readCommandFile(files.GITHUB_ENV))
    this.added.path.unshift(
      ...readFileSync(files.GITHUB_PATH, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .reverse()
    )
    return { title, ...end }
  }

  /** In the reverse order of the main steps. */
  async posts(): Promise<StepEnd[]> {
    const ends: StepEnd[] = []
    for (const post of this.toPost.toReversed()) ends.push(await post())
    return ends
  }

  private environment(): NodeJS.ProcessEnv {
    const { workspace, folder, env } = this.options
    const event = join(folder, 'event.json')
    writeFileSync(event, '{}')
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
      ...env,
      ...this.resolveAll(this.jobEnv),
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

  /** Of a step that did not run they are empty. */
  outputsOf(values: Record<string, string>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        value.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
          evaluate(expression, this.contexts)
        )
      ])
    )
  }

  private resolveAll(values: Record<string, string>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, this.resolve(value)])
    )
  }

  /** `${{ steps.x.outputs.y }}` and the like. An output that the step did not set is empty, as GitHub has it; an unknown step is a mistake. */
  resolve(text: string): string {
    return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      const names = expression.split('.')
      if (!/^[a-z]+(\.[\w-]+)+$/i.test(expression)) return evaluate(expression, this.contexts)
      let value: unknown = this.contexts
      for (const [index, name] of names.entries()) {
        const inside = (value ?? {}) as Record<string, unknown>
        if (!Object.hasOwn(inside, name)) {
          if (index === 3 && names[2] === 'outputs') return ''
          throw new Error(`${expression}: there is no ${names.slice(0, index + 1).join('.')}`)
        }
        value = inside[name]
      }
      return String(value)
    })
  }
}

/** By GitHub's own evaluator; a job that nobody cancelled. */
export function evaluate(expression: string, contexts: object): string {
  const cancelled = {
    ...{ name: 'cancelled', minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(false)
  }
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), [cancelled]).parse()
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const result = new Evaluator(tree, context, new Map([['cancelled', cancelled]])).evaluate()
  return result.coerceString()
}
