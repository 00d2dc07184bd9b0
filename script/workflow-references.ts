import { parse } from 'yaml'
import { z } from 'zod'
import { home } from '../src/version.ts'

/** What a row of `mode: matrix` has, one of its `machines`, and one of `phase: list`. */
const rowKeys = {
  matrix: ['name', 'system', 'os', 'attribute', 'row', 'takes'],
  machines: ['system', 'os', 'rows'],
  list: ['name', 'system', 'os', 'package', 'version', 'systems']
}

const keys = z.record(z.string(), z.unknown()).default({})
const step = z.looseObject({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: keys
})
const job = z.looseObject({
  needs: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  outputs: keys,
  uses: z.string().optional(),
  steps: z.array(step).default([]),
  strategy: z.looseObject({ matrix: z.unknown() }).optional()
})
const call = z.looseObject({ inputs: keys, secrets: keys, outputs: keys })
const trigger = z.looseObject({
  workflow_call: z.union([z.null(), call]).optional(),
  workflow_dispatch: z.union([z.null(), z.looseObject({ inputs: keys })]).optional()
})
const workflow = z.looseObject({ on: z.unknown(), jobs: z.record(z.string(), job) })
const action = z.looseObject({ outputs: keys })

type Job = z.infer<typeof job>

/**
 * Names in expressions that lead nowhere. GitHub takes each for an empty string, so that a misspelt input or output is no error there:
 * `inputs.x`, `secrets.x` of a reusable workflow, `needs.x.outputs.y`, `steps.x.outputs.y`, `matrix.x`, `jobs.x.outputs.y`.
 */
export function problemsOfReferences(document: unknown, actionYml: string): string[] {
  const { on, jobs } = workflow.parse(document)
  const events = trigger.safeParse(on).data
  const called = events?.workflow_call ?? undefined
  const inputs = { ...called?.inputs, ...events?.workflow_dispatch?.inputs }
  const actionOutputs = action.parse(parse(actionYml)).outputs

  const leadsNowhere = (names: readonly string[], here: Job | undefined): boolean => {
    const [context = '', first = '', , output = ''] = names
    switch (context) {
      case 'inputs':
        return !Object.hasOwn(inputs, first)
      case 'secrets':
        return called !== undefined && !Object.hasOwn(called.secrets, first)
      case 'jobs':
        return !hasOutput(jobs[first], output)
      case 'needs':
        return here?.needs.includes(first) !== true || !hasOutput(jobs[first], output)
      case 'steps': {
        const from = here?.steps.find(({ id }) => id === first)
        return from === undefined || !setsOutput(from, output, actionOutputs)
      }
      case 'matrix':
        return !matrixKeys(here?.strategy?.matrix, jobs).includes(first)
      default:
        return false
    }
  }

  const problems = references(called?.outputs, ['jobs', 'inputs'])
    .filter((names) => leadsNowhere(names, undefined))
    .map((names) => `${names.join('.')} leads nowhere`)
  for (const [id, here] of Object.entries(jobs)) {
    const wrong = references(here, ['inputs', 'secrets', 'needs', 'steps', 'matrix']).filter(
      (names) => leadsNowhere(names, here)
    )
    problems.push(...wrong.map((names) => `job ${id}: ${names.join('.')} leads nowhere`))
  }
  return [...new Set(problems)]
}

/** A job that calls a workflow has that one's outputs, which are not looked for. */
function hasOutput(from: Job | undefined, output: string): boolean {
  if (from === undefined) return false
  return output === '' || from.uses !== undefined || Object.hasOwn(from.outputs, output)
}

function setsOutput(
  { uses, run }: z.infer<typeof step>,
  output: string,
  ofAction: Record<string, unknown>
): boolean {
  if (output === '') return true
  if (run !== undefined) return run.includes(`${output}=`) || !run.includes('GITHUB_OUTPUT')
  const isOurs = uses === './' || uses?.startsWith(`${home}@`) === true
  return !isOurs || Object.hasOwn(ofAction, output)
}

/** Of rows that an earlier job makes, by what makes them there. */
function matrixKeys(matrix: unknown, jobs: Readonly<Record<string, Job>>): string[] {
  const rows = z.looseObject({ include: z.array(keys).default([]) }).safeParse(matrix).data
  if (rows !== undefined) return [...Object.keys(rows), ...rows.include.flatMap(Object.keys)]
  const [, maker = '', output] = /needs\.([\w-]+)\.outputs\.([\w-]+)/.exec(String(matrix)) ?? []
  if (output === 'machines') return rowKeys.machines
  const isList = jobs[maker]?.steps.some(({ with: given }) => given['phase'] === 'list') === true
  return isList ? rowKeys.list : rowKeys.matrix
}

/** Dotted names of those contexts in every expression below a value; `if:` is one without the braces. */
function references(value: unknown, contexts: readonly string[], isIf = false): string[][] {
  if (typeof value === 'string') {
    const expressions = isIf
      ? [value]
      : [...value.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, expression = '']) => expression)
    return expressions.flatMap((expression) =>
      // Text in quotes is no name.
      [...expression.replace(/'(?:[^']|'')*'/g, "''").matchAll(/(?<![\w.-])[a-z]+(?:\.[\w-]+)+/gi)]
        .map(([dotted]) => dotted.split('.'))
        .filter(([context = '']) => contexts.includes(context))
    )
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) =>
    references(inside, contexts, key === 'if')
  )
}
