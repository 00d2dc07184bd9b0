/**
 * Runs whole workflow files on this machine as GitHub would: jobs as soon as those that they need have ended, each in a workspace of its
 * own, rows of a matrix side by side, calls of our reusable workflows, outputs and results between the jobs, permissions as they are
 * granted, failed jobs once more. The steps are workflow-job.ts's. It knows of the workflow language what our workflows use, and refuses
 * the rest.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pLimit from 'p-limit'
import {
  ancestors,
  calledFile,
  callOf,
  dispatchInputs,
  excess,
  inputValues,
  matrixRows,
  readWorkflow,
  type Permissions,
  type Workflow,
  type WorkflowJob
} from './workflow-file.ts'
import { fill, fillAll, fillText, holds, type Contexts } from './workflow-expressions.ts'
import {
  nothing,
  statusOf,
  succeeded,
  worstOf,
  type Ended,
  type JobEnd,
  type WorkflowEnd
} from './workflow-ends.ts'
import { runWholeJob, type StandIn } from './workflow-job.ts'

export type { JobEnd, WorkflowEnd }

export interface WorkflowOptions {
  /** The workflow's file, below `root`, such as `docs/workflows/update.yml`. */
  file: string
  /** The checkout that holds `action.yml`, the bundle, and the workflows that are called. */
  root: string
  /** For workspaces and RUNNER_TEMPs; empty. */
  folder: string
  /** What started it. `inputs`: of a `workflow_dispatch`; or of a `workflow_call`, with what started the caller, and what that grants. */
  event: {
    name: string
    startedBy?: string
    payload?: unknown
    inputs?: Record<string, unknown>
    grants?: Permissions
  }
  /** More of the context `github`, on top of what every run has: `repository`, `sha`, `ref` … */
  github: Readonly<Record<string, unknown>> & { repository: string }
  /** The repository's. */
  secrets?: Readonly<Record<string, string>>
  /** The repository's variables. */
  vars?: Readonly<Record<string, string>>
  /** A job's own token, for what it may do. */
  tokenOf: (permissions: Permissions) => string
  /** What a machine of such a label has in its environment, `folder` is the job's; throws on a label that nobody has. */
  machineOf?: (labels: readonly string[], folder: string) => Env | Promise<Env>
  /** The command that starts each program of a job. Default: none. */
  enter?: (folder: string) => readonly string[]
  env?: Readonly<Record<string, string>>
  /** Actions of others that this machine can do without, such as an installation of Nix. */
  without?: readonly string[]
  /** What runs instead of actions of others. `token` and what it may do: the job's own. */
  standIns?: (job: { token: string; permissions: Permissions }) => Readonly<Record<string, StandIn>>
  /** Jobs that run at the same time. Default: 1. */
  atOnce?: number
  /**
   * The run as an earlier attempt left it: its jobs that did not succeed run again, with all that need them, and the others stay. Default: it
   * begins.
   */
  before?: WorkflowEnd
}

type Env = Readonly<Record<string, string>>

/** What a repository of today gives a workflow that asks for nothing. */
const restricted: Permissions = { contents: 'read', packages: 'read' }

/** Throws where GitHub would start nothing. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowEnd> {
  const workflow = readWorkflow(options.root, options.file)
  const { name, payload, inputs = {}, grants = {} } = options.event
  if (!Object.hasOwn(workflow.on, name)) throw new Error(`${options.file} is not for ${name}`)
  const run = new WorkflowRun(options, payload)
  const declared = {
    workflow_dispatch: () => dispatchInputs(workflow),
    workflow_call: () => callOf(workflow).inputs
  }[name]
  const ended = await run.all(workflow, {
    path: '',
    inputs: inputValues(declared?.() ?? {}, inputs),
    secrets: options.secrets ?? {},
    granted: name === 'workflow_call' ? grants : null,
    isNew: false
  })
  return { ...ended, attempt: run.attempt, jobs: run.ends }
}

/** What a workflow gets from whoever calls it. `granted` null: nobody does. `isNew`: all of it is to run. */
interface Caller {
  path: string
  inputs: Readonly<Record<string, unknown>>
  secrets: Readonly<Record<string, string>>
  granted: Permissions | null
  isNew: boolean
}

class WorkflowRun {
  readonly ends: JobEnd[] = []
  readonly attempt: number
  readonly #options: WorkflowOptions
  readonly #payload: unknown
  readonly #limit: ReturnType<typeof pLimit>
  #count = 0

  constructor(options: WorkflowOptions, payload: unknown) {
    this.#options = options
    this.#payload = payload
    this.attempt = (options.before?.attempt ?? 0) + 1
    this.#limit = pLimit(options.atOnce ?? 1)
  }

  async all(workflow: Workflow, caller: Caller): Promise<Ended & { needs: Record<string, Ended> }> {
    const ended = new Map<string, Promise<Ended>>()
    const end = (name: string): Promise<Ended> => {
      const known = ended.get(name) ?? this.#one(workflow, caller, name, end)
      ended.set(name, known)
      return known
    }
    const names = Object.keys(workflow.jobs)
    const all = await Promise.all(names.map(end))
    const needs = Object.fromEntries(names.map((name, index) => [name, all[index] ?? nothing]))
    const isBad = all.some(({ result }) => result === 'failure')
    const outputs = caller.granted === null ? {} : callOf(workflow).outputs
    const values = Object.entries(outputs).map(
      ([name, { value }]) =>
        [name, fillText(value, { jobs: needs, inputs: caller.inputs })] as const
    )
    return {
      result: isBad ? 'failure' : 'success',
      outputs: Object.fromEntries(values),
      isNew: all.some(({ isNew }) => isNew),
      needs
    }
  }

  async #one(
    workflow: Workflow,
    caller: Caller,
    name: string,
    end: (name: string) => Promise<Ended>
  ): Promise<Ended> {
    const job = workflow.jobs[name]
    if (job === undefined) throw new Error(`there is no job ${name}`)
    const before = ancestors(workflow.jobs, name)
    const results = await Promise.all(before.map(async (each) => [each, await end(each)] as const))
    const needs = Object.fromEntries(results.filter(([each]) => job.needs.includes(each)))
    const { vars = {} } = this.#options
    const contexts = { github: this.#github(''), needs, inputs: caller.inputs, vars }
    const path = `${caller.path}${name}`
    const isNew = caller.isNew || results.some(([, each]) => each.isNew)
    if (!holds(job.if, contexts, statusOf(results.map(([, { result }]) => result)))) {
      return this.#skip(path, 'skipped')
    }
    const wanted = job.permissions ?? workflow.permissions ?? caller.granted ?? restricted
    const tooMuch = excess(wanted, caller.granted ?? wanted)
    if (tooMuch.length > 0) {
      throw new Error(`job ${path} wants more than it is granted: ${tooMuch.join(', ')}`)
    }
    const place = { workflow, caller, name, path, permissions: wanted, isNew }
    if (job.uses !== undefined) return this.#call(job, place, contexts)
    return this.#rows(job, place, contexts)
  }

  async #call(job: WorkflowJob, place: Place, contexts: Contexts): Promise<Ended> {
    const { uses = '', with: given, secrets } = job
    const called = readWorkflow(this.#options.root, calledFile(uses))
    const { inputs, secrets: declared } = callOf(called)
    const own = place.caller.secrets
    const handed = Object.fromEntries(
      secrets === 'inherit'
        ? Object.entries(own)
        : Object.entries(secrets).map(([name, text]) => {
            if (!Object.hasOwn(declared, name)) throw new Error(`there is no secret ${name}`)
            return [name, fillText(text, { secrets: own })]
          })
    )
    for (const [name, { required }] of Object.entries(declared)) {
      if (required && (handed[name] ?? '') === '') throw new Error(`secret ${name} is required`)
      handed[name] ??= ''
    }
    // GitHub looks at all jobs before it starts one.
    for (const [name, { permissions }] of Object.entries(called.jobs)) {
      const tooMuch = excess(permissions ?? called.permissions ?? {}, place.permissions)
      if (tooMuch.length > 0) {
        throw new Error(
          `job ${place.path} / ${name} wants more than it is granted: ${tooMuch.join(', ')}`
        )
      }
    }
    return this.all(called, {
      path: `${place.path} / `,
      inputs: inputValues(inputs, fillAll(given, contexts) as Record<string, unknown>),
      secrets: handed,
      granted: place.permissions,
      isNew: place.isNew
    })
  }

  async #rows(job: WorkflowJob, place: Place, contexts: Contexts): Promise<Ended> {
    const { strategy } = job
    const matrix = strategy === undefined ? null : fillAll(strategy.matrix, contexts)
    const rows = matrix === null ? [{}] : matrixRows(matrix)
    if (rows.length === 0 || rows.length > 256) throw new Error(`${rows.length} rows of a matrix`)
    let isStopped = false
    const all = await Promise.all(
      rows.map((row, index) =>
        this.#limit(async () => {
          if (isStopped) return this.#skip(place.path, 'cancelled', row, index)
          const kept = place.isNew ? undefined : succeeded(this.#options.before, place.path, index)
          if (kept !== undefined) {
            this.ends.push(kept)
            return { ...kept, isNew: false }
          }
          const about = { matrix: row, strategy: { 'job-index': index, 'job-total': rows.length } }
          const ended = await this.#run(job, place, { ...contexts, ...about }, index)
          if (ended.result === 'failure' && strategy?.['fail-fast'] === true) isStopped = true
          return ended
        })
      )
    )
    // Of a matrix the last one that set an output counts.
    const outputs: Record<string, string> = {}
    for (const row of all) {
      for (const [name, value] of Object.entries(row.outputs)) {
        if (value !== '' || outputs[name] === undefined) outputs[name] = value
      }
    }
    const worst = worstOf(all.map(({ result }) => result))
    return {
      result: worst === 'failure' && job['continue-on-error'] ? 'success' : worst,
      outputs,
      isNew: all.some(({ isNew }) => isNew)
    }
  }

  async #run(job: WorkflowJob, place: Place, contexts: Contexts, index: number): Promise<Ended> {
    const { root, env, event, without, standIns, machineOf, enter } = this.#options
    const { workflow, caller, name, path, permissions } = place
    const token = this.#options.tokenOf(permissions)
    const folder = join(this.#options.folder, String(++this.#count).padStart(3, '0'))
    const workspace = join(folder, 'workspace')
    mkdirSync(workspace, { recursive: true })
    const github = this.#github(token)
    const all = { ...contexts, github, secrets: { ...caller.secrets, GITHUB_TOKEN: token } }
    const labels = [fillAll(job['runs-on'], all)].flat().map(String)
    const row = (contexts['matrix'] ?? {}) as Record<string, unknown>
    const ran = await runWholeJob({
      ...{ workflow: workflow.text, job: name, root, workspace, folder, token },
      matrix: row,
      contexts: all,
      event: this.#payload ?? {},
      ...(without && { without }),
      ...(standIns && { standIns: standIns({ token, permissions }) }),
      ...(enter && { enter: enter(folder) }),
      env: {
        ...variablesOf(github, event.startedBy ?? event.name),
        ...env,
        ...(await machineOf?.(labels, folder))
      }
    })
    this.ends.push({
      ...{ id: path, name: fillText(job.name ?? name, all), matrix: row, labels, permissions },
      ...{ token, workspace, ...ran, row: index, attempt: this.attempt },
      concurrency: job.concurrency === undefined ? null : String(fill(job.concurrency, all))
    })
    return { ...ran, isNew: true }
  }

  #skip(
    id: string,
    result: 'skipped' | 'cancelled',
    matrix: JobEnd['matrix'] = {},
    row = 0
  ): Ended {
    this.ends.push({
      ...{ id, name: id, matrix, row, labels: [], permissions: {}, token: '', concurrency: null },
      ...{ result, outputs: {}, ends: [], workspace: '', attempt: this.attempt }
    })
    return { result, outputs: {}, isNew: result === 'cancelled' }
  }

  #github(token: string): Record<string, unknown> {
    const { github, event } = this.#options
    return {
      ...{
        run_id: '4711',
        run_attempt: String(this.attempt),
        ref: 'refs/heads/main',
        ref_name: 'main'
      },
      ...{ server_url: 'https://github.com', api_url: 'https://api.github.com', head_ref: '' },
      ...{ repository_owner: github.repository.split('/')[0], actor: 'somebody' },
      ...github,
      ...{ token, event: this.#payload ?? {}, event_name: event.startedBy ?? event.name }
    }
  }
}

/** Where a job stands. */
interface Place {
  workflow: Workflow
  caller: Caller
  name: string
  path: string
  permissions: Permissions
  /** What it needs ran, so that it runs as well. */
  isNew: boolean
}

/** `GITHUB_*`, as the runner sets them from the context. */
function variablesOf(github: Readonly<Record<string, unknown>>, event: string) {
  const names = ['repository', 'repository_owner', 'run_id', 'run_attempt', 'ref', 'ref_name']
  const more = ['sha', 'head_ref', 'base_ref', 'server_url', 'api_url', 'actor']
  return Object.fromEntries([
    ['GITHUB_EVENT_NAME', event],
    ...[...names, ...more]
      .filter((name) => github[name] !== undefined)
      .map((name) => [`GITHUB_${name.toUpperCase()}`, String(github[name])])
  ]) as Record<string, string>
}
