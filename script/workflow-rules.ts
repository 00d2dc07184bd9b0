import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

export interface WorkflowFile {
  /** Path below the repository. */
  name: string
  content: string
}

/** How others name this action and its workflow. */
const own = 'org/nar-publish'

const keys = z.record(z.string(), z.unknown()).default({})
const step = z.looseObject({ uses: z.string().optional(), with: keys })
const job = z.looseObject({
  uses: z.string().optional(),
  with: keys,
  secrets: z.union([keys, z.literal('inherit')]).default({}),
  steps: z.array(step).default([])
})
const workflow = z.looseObject({ jobs: z.record(z.string(), job) })
const reusable = z.looseObject({
  on: z.looseObject({ workflow_call: z.looseObject({ inputs: keys, secrets: keys }) })
})
const action = z.looseObject({ inputs: keys })

/** What is wrong with a workflow that no schema knows: a line each, none when all is well. */
export function problemsOfWorkflow({ name, content }: WorkflowFile, actionYml: string): string[] {
  const { jobs } = workflow.parse(parse(content))
  const inputs = Object.keys(action.parse(parse(actionYml)).inputs)
  const problems: string[] = []
  for (const [id, { uses, with: given, secrets, steps }] of Object.entries(jobs)) {
    if (uses !== undefined) problems.push(...callProblems(id, uses, { with: given, secrets }))
    for (const { uses: used, with: values } of steps) {
      if (used === undefined || !isOwnAction(used)) continue
      const unknown = Object.keys(values).filter((key) => !inputs.includes(key))
      problems.push(...unknown.map((key) => `job ${id}: action.yml has no input ${key}`))
    }
  }
  return [...problems, ...lineProblems(content)].map((problem) => `${name}: ${problem}`)
}

function isOwnAction(uses: string): boolean {
  return uses === './' || uses.startsWith(`${own}@`)
}

/** A call of our reusable workflow. */
function callProblems(
  id: string,
  uses: string,
  given: { with: Record<string, unknown>; secrets: Record<string, unknown> | 'inherit' }
): string[] {
  const path = /^(?:\.|org\/nar-publish)\/(\.github\/workflows\/[\w.-]+?)(?:@.*)?$/.exec(uses)?.[1]
  if (path === undefined) return []
  if (!existsSync(path)) return [`job ${id}: there is no ${path}`]
  const { inputs, secrets } = reusable.parse(parse(readFileSync(path, 'utf8'))).on.workflow_call
  const unknown = [
    ...Object.keys(given.with).filter((key) => !Object.hasOwn(inputs, key)),
    ...(given.secrets === 'inherit' ? [] : Object.keys(given.secrets)).filter(
      (key) => !Object.hasOwn(secrets, key)
    )
  ]
  return unknown.map((key) => `job ${id}: ${path} has no input or secret ${key}`)
}

function lineProblems(content: string): string[] {
  return content.split('\n').flatMap((line, index) => {
    const at = `line ${index + 1}`
    const uses = /^\s*(?:- )?uses: (\S+)(?: # (.*))?$/.exec(line)
    if (uses?.[1] !== undefined && !isPinned(uses[1], uses[2])) {
      return [`${at}: ${uses[1]} is not pinned by a commit with its version behind it`]
    }
    const isPermission = /^\s*[a-z-]+: (?:read|write)(?:\s|$)/.test(line)
    return isPermission && !/ # to \S/.test(line)
      ? [`${at}: the permission has no comment "# to …"`]
      : []
  })
}

/** Ours are named by the release that they belong to. */
function isPinned(uses: string, comment: string | undefined): boolean {
  if (uses.startsWith('./')) return true
  if (uses.startsWith(`${own}@`) || uses.startsWith(`${own}/`)) return /@v\d+(\.\d+)*$/.test(uses)
  return /@[0-9a-f]{40}$/.test(uses) && /^v\d/.test(comment ?? '')
}
