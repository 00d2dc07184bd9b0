/** What workflow-run.ts knows of workflow files: anything else in one is refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const texts = z.record(z.string(), z.unknown()).default({})
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']))
const concurrency = z
  .union([
    z.string(),
    z.strictObject({
      group: z.string(),
      queue: z.literal('max').optional(),
      'cancel-in-progress': z.boolean().optional()
    })
  ])
  .transform((value) => (typeof value === 'string' ? value : value.group))

const input = z.strictObject({
  description: z.string(),
  type: z.enum(['string', 'boolean', 'number', 'choice']).default('string'),
  required: z.boolean().default(false),
  default: z.union([z.string(), z.boolean(), z.number()]).optional(),
  options: z.array(z.string()).optional()
})
const call = z.strictObject({
  inputs: z.record(z.string(), input).default({}),
  secrets: z
    .record(
      z.string(),
      z.strictObject({ description: z.string(), required: z.boolean().default(false) })
    )
    .default({}),
  outputs: z
    .record(z.string(), z.strictObject({ description: z.string(), value: z.string() }))
    .default({})
})

const job = z.strictObject({
  name: z.string().optional(),
  needs: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((needs) => [needs].flat()),
  if: z.string().optional(),
  'continue-on-error': z.boolean().default(false),
  'runs-on': z.unknown().optional(),
  permissions: permissions.optional(),
  environment: z.unknown().optional(),
  concurrency: concurrency.optional(),
  strategy: z
    .strictObject({
      matrix: z.unknown(),
      'fail-fast': z.boolean().default(true),
      'max-parallel': z.number().optional()
    })
    .optional(),
  'timeout-minutes': z.number().optional(),
  env: texts,
  outputs: z.record(z.string(), z.string()).default({}),
  steps: z.array(z.unknown()).optional(),
  // Of one that calls a workflow.
  uses: z.string().optional(),
  with: texts,
  secrets: z.union([z.literal('inherit'), z.record(z.string(), z.string())]).default({})
})

const workflow = z.strictObject({
  name: z.string().default(''),
  'run-name': z.string().optional(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  env: texts,
  jobs: z.record(z.string(), job)
})

export type Permissions = z.infer<typeof permissions>
export type Input = z.infer<typeof input>
export type Call = z.infer<typeof call>
export type WorkflowJob = z.infer<typeof job>
export interface Workflow extends z.infer<typeof workflow> {
  text: string
}

/** `file`: below `root`. Throws on what it does not know, and on `needs` that lead nowhere or in a circle. */
export function readWorkflow(root: string, file: string): Workflow {
  const text = readFileSync(join(root, file), 'utf8')
  const found = workflow.parse(parse(text))
  for (const name of Object.keys(found.jobs)) ancestors(found.jobs, name)
  return { ...found, text }
}

/** How a workflow is called: its `workflow_call`. Throws when it is not to be called. */
export function callOf({ on, name }: Workflow): Call {
  if (!Object.hasOwn(on, 'workflow_call')) throw new Error(`${name} is not to be called`)
  return call.parse(on['workflow_call'] ?? {})
}

/** The inputs that a person gives who starts it by hand. */
export function dispatchInputs({ on }: Workflow): Record<string, Input> {
  const dispatch = z.strictObject({ inputs: z.record(z.string(), input).default({}) })
  return dispatch.parse(on['workflow_dispatch'] ?? {}).inputs
}

/** The file of a call of ours: `./.github/workflows/x.yml`, or the same of a release. */
export function calledFile(uses: string): string {
  const pattern = /^(?:\.|org\/nar-publish)\/(\.github\/workflows\/[\w.-]+\.yml)(?:@v[\w.-]+)?$/
  const file = pattern.exec(uses)?.[1]
  if (file === undefined) throw new Error(`no workflow of ours: ${uses}`)
  return file
}

/** A job's needs and theirs. */
export function ancestors(
  jobs: Readonly<Record<string, WorkflowJob>>,
  name: string,
  below: readonly string[] = []
): string[] {
  if (below.includes(name)) throw new Error(`job ${name} needs itself`)
  const found = jobs[name]
  if (found === undefined) throw new Error(`there is no job ${name}`)
  const all = found.needs.flatMap((each) => [each, ...ancestors(jobs, each, [...below, name])])
  return [...new Set(all)]
}

/** Values of inputs as GitHub hands them on: of their kinds, those that are left out by their defaults. Throws on one that is not declared or missing. */
export function inputValues(
  declared: Readonly<Record<string, Input>>,
  given: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name)) throw new Error(`there is no input ${name}`)
  }
  const values = Object.entries(declared).map(([name, { required, default: usual, ...rest }]) => {
    const value = given[name] ?? usual
    if (required && value === undefined) throw new Error(`input ${name} is required`)
    return [name, valueOfKind(name, z.coerce.string().parse(value ?? ''), rest)] as const
  })
  return Object.fromEntries(values)
}

function valueOfKind(
  name: string,
  text: string,
  { type, options }: Pick<Input, 'type' | 'options'>
): unknown {
  const isIt = {
    boolean: ['true', 'false', ''].includes(text),
    number: !Number.isNaN(Number(text)),
    string: true,
    choice: options?.includes(text) === true
  }[type]
  if (!isIt) throw new Error(`input ${name} takes no ${text}`)
  if (type === 'boolean') return text === 'true'
  return type === 'number' ? Number(text) : text
}

const ranks = { none: 0, read: 1, write: 2 }

/** What of `wanted` is more than `granted`: GitHub starts no workflow that asks for it. */
export function excess(wanted: Permissions, granted: Permissions): string[] {
  return Object.entries(wanted)
    .filter(([name, access]) => ranks[access] > ranks[granted[name] ?? 'none'])
    .map(([name, access]) => `${name}: ${access}`)
}

/** Rows of a matrix whose expressions are filled in. `include` alone, or the product of lists to which an include is added. */
export function matrixRows(matrix: unknown): Record<string, unknown>[] {
  const { include, ...axes } = z
    .looseObject({ include: z.array(z.record(z.string(), z.unknown())).default([]) })
    .parse(matrix)
  if (Object.hasOwn(axes, 'exclude')) throw new Error('no exclude here')
  const lists = Object.entries(axes).map(
    ([name, values]) => [name, z.array(z.unknown()).parse(values)] as const
  )
  if (lists.length === 0) return include
  let rows: Record<string, unknown>[] = [{}]
  for (const [name, values] of lists) {
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })))
  }
  const more: Record<string, unknown>[] = []
  for (const extra of include) {
    // It joins the rows of which it overwrites no value.
    const joined = rows.filter((row) =>
      lists.every(([name]) => !Object.hasOwn(extra, name) || extra[name] === row[name])
    )
    if (joined.length === 0) more.push(extra)
    for (const row of joined) Object.assign(row, extra)
  }
  return [...rows, ...more]
}
