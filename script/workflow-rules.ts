import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { compressions } from '../src/binary-cache/types.ts'
import { modes, phases } from '../src/inputs/modes.ts'
import { inputNames, inputs } from '../src/inputs/table.ts'
import { closureTypes } from '../src/nix/types.ts'
import { onPullRequest, verifications } from '../src/publish/inputs.ts'
import { routes } from '../src/repository/types.ts'
import { formatters } from '../src/sync/inputs.ts'
import { home } from '../src/version.ts'
import { selfReferences } from './release-plan.ts'
import { problemsOfReferences } from './workflow-references.ts'
import { problemsOfSecurity } from './workflow-security.ts'

export interface WorkflowFile {
  /** Path below the repository. */
  name: string
  content: string
}

const keys = z.record(z.string(), z.unknown()).default({})
const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: keys
})
const job = z.looseObject({
  uses: z.string().optional(),
  with: keys,
  secrets: z.union([keys, z.literal('inherit')]).default({}),
  steps: z.array(step).default([]),
  permissions: z.record(z.string(), z.string()).optional(),
  'runs-on': z.unknown().optional(),
  concurrency: z.unknown().optional(),
  strategy: z.looseObject({ matrix: z.unknown() }).optional()
})
const workflow = z.looseObject({
  concurrency: z.unknown().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  jobs: z.record(z.string(), job)
})
const reusable = z.looseObject({
  on: z.looseObject({ workflow_call: z.looseObject({ inputs: keys, secrets: keys }) })
})
const action = z.looseObject({ inputs: keys })

type Job = z.infer<typeof job>
type Keys = Record<string, unknown>

/** Inputs of the others' actions that we use: GitHub only warns of one that an action does not have. */
const inputsOfOthers: Record<string, readonly string[]> = {
  'actions/attest': ['subject-checksums'],
  'actions/checkout': ['repository', 'ref', 'path', 'fetch-depth', 'persist-credentials'],
  'actions/create-github-app-token': [
    ...['client-id', 'private-key', 'owner', 'repositories'],
    ...['permission-contents', 'permission-pull-requests', 'permission-issues']
  ],
  'actions/deploy-pages': ['artifact_name'],
  'actions/download-artifact': ['name', 'pattern', 'path', 'run-id', 'github-token'],
  'actions/setup-node': ['node-version', 'package-manager-cache'],
  'actions/upload-artifact': [
    ...['name', 'path', 'if-no-files-found', 'compression-level', 'retention-days', 'overwrite']
  ],
  'actions/upload-pages-artifact': ['name', 'path', 'include-hidden-files'],
  'cachix/install-nix-action': ['extra_nix_config']
}

/** GitHub's machines that we name; a label of nobody's waits for a day, and then fails. */
const runners = ['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'macos-15-intel']

/** Inputs of ours that take one of a few words. */
export const words: Record<string, readonly string[]> = {
  mode: modes,
  phase: [...new Set(Object.values(phases).flat())],
  route: ['auto', ...routes],
  closure: closureTypes,
  compression: compressions,
  verify: verifications,
  'on-pull-request': onPullRequest,
  formatter: formatters,
  ...Object.fromEntries(
    inputNames
      .filter((name) => inputs[name].kind === 'switch')
      .map((name) => [name, ['true', 'false']])
  )
}

/** What is wrong with a workflow that no schema knows: a line each, none when all is well. */
export function problemsOfWorkflow({ name, content }: WorkflowFile, actionYml: string): string[] {
  const document: unknown = parse(content)
  const { jobs, concurrency } = workflow.parse(document)
  const problems = concurrencyProblems(concurrency).map((problem) => `workflow: ${problem}`)
  for (const [id, found] of Object.entries(jobs)) {
    const { uses, with: given, secrets, steps } = found
    const inJob = [
      ...(uses === undefined ? [] : callProblems(uses, found, { with: given, secrets })),
      ...concurrencyProblems(found.concurrency),
      ...runnerProblems(found),
      ...steps.flatMap(({ run = '' }) =>
        run.includes('${{')
          ? ['an expression in `run` is text of the script: give it by `env`']
          : []
      ),
      ...steps.flatMap((each) => inputProblems(each.uses ?? '', each.with, actionYml))
    ]
    problems.push(...inJob.map((problem) => `job ${id}: ${problem}`))
  }
  return [
    ...problems,
    ...problemsOfReferences(document, actionYml),
    ...problemsOfSecurity(document),
    ...lineProblems(content),
    ...(name.includes('.github/workflows/') ? releaseProblems(content) : [])
  ].map((problem) => `${name}: ${problem}`)
}

/** Our own workflow belongs to a release, and calls that release's action: a tag that nobody can move, unlike `v1`. */
export function releaseProblems(content: string, version = versionOfPackage()): string[] {
  return selfReferences(content)
    .filter(({ ref }) => ref !== `v${version}`)
    .map(({ name, ref }) => `${name}@${ref} is not the release of package.json (v${version})`)
}

function versionOfPackage(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
    .version
}

/** One version of each of the others' actions, as commit and comment, in all files. */
export function problemsOfPins({ name, content }: WorkflowFile, others: WorkflowFile[]): string[] {
  const pins = (text: string): string[][] =>
    [...text.matchAll(/uses: ([\w./-]+)@([0-9a-f]{40}) # (v\S+)/g)].map((found) => found.slice(1))
  const usual = new Map(
    others
      .flatMap((file) => pins(file.content))
      .map(([action, ...pin]) => [action, pin.join(' # ')])
  )
  return pins(content).flatMap(([action, ...pin]) => {
    const expected = usual.get(action) ?? pin.join(' # ')
    return pin.join(' # ') === expected
      ? []
      : [`${name}: ${action} is ${expected} elsewhere, not ${pin.join(' # ')}`]
  })
}

/** What the parser lets pass in action.yml. */
export function problemsOfAction({ name, content }: WorkflowFile): string[] {
  const described = z.looseObject({
    inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
    outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
    runs: z.looseObject({ using: z.literal('node24') })
  })
  return issues(name, described, content)
}

/** Dependabot's file, which GitHub's parser does not know: only what ours may hold. */
export function problemsOfDependabot({ name, content }: WorkflowFile): string[] {
  const update = z.strictObject({
    'package-ecosystem': z.enum(['github-actions', 'npm']),
    directory: z.literal('/').optional(),
    directories: z.tuple([z.literal('/'), z.literal('/docs/workflows')]).optional(),
    schedule: z.strictObject({ interval: z.enum(['daily', 'weekly', 'monthly']) }),
    // A release that is withdrawn is mostly withdrawn within days.
    cooldown: z.strictObject({ 'default-days': z.int().min(7) }),
    groups: z
      .record(z.string(), z.strictObject({ patterns: z.array(z.string()).min(1) }))
      .optional(),
    ignore: z
      .array(
        z.strictObject({
          'dependency-name': z.string(),
          'update-types': z.array(z.literal('version-update:semver-major')).optional()
        })
      )
      .optional()
  })
  return issues(
    name,
    z.strictObject({ version: z.literal(2), updates: z.array(update).min(1) }),
    content
  )
}

function issues(name: string, schema: z.ZodType, content: string): string[] {
  const { error } = schema.safeParse(parse(content))
  return (error?.issues ?? []).map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`)
}

/** An action's `with:` names inputs that it has, and gives ours the words that they take. */
export function inputProblems(uses: string, given: Keys, actionYml: string): string[] {
  const [name = ''] = uses.split('@')
  if (!isOwnAction(uses)) {
    const known = inputsOfOthers[name]
    if (known === undefined) return uses === '' ? [] : [`${name} is not among the actions we know`]
    const unknown = Object.keys(given).filter((key) => !known.includes(key))
    return [
      ...unknown.map((key) => `${name} is not known to have an input ${key}`),
      // A name is taken for all attempts of a run: without this a job that uploaded fails when it is run again.
      ...(name === 'actions/upload-artifact' && given['overwrite'] !== true
        ? ['upload-artifact wants overwrite: true']
        : [])
    ]
  }
  const inputs = Object.keys(action.parse(parse(actionYml)).inputs)
  return Object.entries(given).flatMap(([key, value]) => {
    if (!inputs.includes(key)) return [`action.yml has no input ${key}`]
    const text = String(value)
    if (words[key] === undefined || text.includes('${{') || words[key].includes(text)) return []
    return [`${key} takes ${words[key].join(', ')}, not ${text}`]
  })
}

function isOwnAction(uses: string): boolean {
  return uses === './' || uses.startsWith(`${home}@`)
}

/** A call of our reusable workflow. */
function callProblems(
  uses: string,
  { permissions }: Job,
  given: { with: Keys; secrets: Keys | 'inherit' }
): string[] {
  const [place = ''] = uses.replace(`${home}/`, './').split('@')
  const path = /^\.\/(\.github\/workflows\/[\w.-]+)$/.exec(place)?.[1]
  if (path === undefined) return []
  if (!existsSync(path)) return [`there is no ${path}`]
  const called: unknown = parse(readFileSync(path, 'utf8'))
  const on = reusable.safeParse(called).data?.on
  const { inputs, secrets } = on?.workflow_call ?? { inputs: {}, secrets: {} }
  const unknown = [
    ...Object.keys(given.with).filter((key) => !Object.hasOwn(inputs, key)),
    ...(given.secrets === 'inherit' ? [] : Object.keys(given.secrets)).filter(
      (key) => !Object.hasOwn(secrets, key)
    )
  ]
  return [
    ...unknown.map((key) => `${path} has no input or secret ${key}`),
    ...missingPermissions(path, workflow.parse(called), given.with, permissions ?? {}).map(
      (name) => `${path} wants more than it is granted: ${name}`
    )
  ]
}

/** What a job without a list wants of its caller, by its file: always, and of who gives a switch. */
const wantedByFile: Record<string, (given: Keys) => Record<string, string>> = {
  '.github/workflows/publish.yml': ({ pages, comment, annotate, attest }) => ({
    ...(pages === true && { pages: 'write', 'id-token': 'write' }),
    ...(comment === true && { 'pull-requests': 'write' }),
    ...(annotate === true && { checks: 'write' }),
    ...(attest === true && { 'id-token': 'write', attestations: 'write' })
  }),
  '.github/workflows/update.yml': ({ dashboard }) => ({
    ...{ contents: 'write', 'pull-requests': 'write' },
    ...(dashboard === true && { issues: 'write' })
  })
}

/**
 * GitHub holds all jobs of a called workflow against what the caller grants before any `if:`, and starts nothing when one wants more. What only
 * some callers grant is therefore in no list.
 */
function missingPermissions(
  path: string,
  called: z.infer<typeof workflow>,
  given: Keys,
  granted: Keys
): string[] {
  const unlisted = wantedByFile[path]?.(given) ?? {}
  const wanted = Object.values(called.jobs).flatMap((each) =>
    Object.entries(each.permissions ?? called.permissions ?? {})
  )
  const missing = [...wanted, ...Object.entries(unlisted)].filter(
    ([name, access]) => granted[name] !== access && granted[name] !== 'write' && access !== 'none'
  )
  return [...new Set(missing.map(([name, access]) => `${name}: ${access}`))]
}

/** GitHub refuses the two together when the workflow starts. */
function concurrencyProblems(value: unknown): string[] {
  const both = z.looseObject({ queue: z.literal('max'), 'cancel-in-progress': z.literal(true) })
  return both.safeParse(value).success
    ? ['queue: max and cancel-in-progress exclude each other']
    : []
}

function runnerProblems({ 'runs-on': label, strategy }: Job): string[] {
  const rows = z.looseObject({ include: z.array(keys).default([]) }).safeParse(strategy?.matrix)
  const key = /^\$\{\{ matrix\.(\w+) \}\}$/.exec(String(label))?.[1]
  const values =
    key === undefined
      ? [label]
      : [
          ...((rows.data?.[key] as unknown[] | undefined) ?? []),
          ...(rows.data?.include.map((row) => row[key]) ?? [])
        ]
  return values
    .filter((value): value is string => typeof value === 'string' && !runners.includes(value))
    .map((value) => `${value} is not among the runners we know`)
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
  if (uses.startsWith(`${home}@`) || uses.startsWith(`${home}/`))
    return /@v\d+(\.\d+)*(-[\w.]+)?$/.test(uses)
  return /@[0-9a-f]{40}$/.test(uses) && /^v\d/.test(comment ?? '')
}
