import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { z } from 'zod'
import { attempt } from './errors.ts'
import { secretsOfEnvironment } from './known-secrets.ts'
import { passedOn, secretVariables, tokenVariables } from './passed-on.ts'
import {
  isPullRequestEvent,
  pullRequestOfEvent,
  workflowRunOfEvent,
  type PullRequestEvent,
  type WorkflowRunEvent
} from './pull-request-events.ts'

/** What the runner (or a terminal) tells a run, read once. Nothing else reads `process.env`. */
export interface Environment {
  /** An input by its name in action.yml, trimmed; empty when absent. */
  input(name: string): string
  /** Names of all that a step gives, also of what is no input; of a terminal none. */
  givenInputs: readonly string[]
  /** `owner/name` that the workflow runs in; null outside of GitHub Actions. */
  repository: string | null
  /** Commit that the workflow runs for. */
  revision: string | null
  /** Short name of the branch or tag that the workflow runs for (`12/merge` for a pull request); null outside of GitHub Actions. */
  refName: string | null
  /** It is that of a tag. */
  isTag: boolean
  serverUrl: string
  apiUrl: string
  /** The run's page, or null outside of GitHub Actions. */
  runUrl: string | null
  /** The job runs for a pull request from a fork: its token is read-only and secrets are empty. */
  isForkPullRequest: boolean
  /** The release or the pushed tag that started the run; null when nothing of the kind did. */
  release: ReleaseEvent | null
  /** Name of the event that started the run: `push`, `pull_request`; null outside of GitHub Actions. */
  eventName: string | null
  /** The pull request that a `pull_request` event, or a review of one, is about; null for any other event, `pull_request_target` included. */
  pullRequest: PullRequestEvent | null
  /** The run that a `workflow_run` event is about; null for any other event. */
  workflowRun: WorkflowRunEvent | null
  /** The runner's own Nix system, from its CPU and kernel: `x86_64-linux`. */
  runnerSystem: string
  /** What main saved for post (`STATE_…`); empty in main. */
  state(name: string): string
  /** Folder that relative installables and paths are about. */
  workspace: string
  /** Folder for scratch files, on the runner's large disk. */
  scratchParent: string
  /** Environment for Nix; other programs get a part of it. No input and no token is in it. */
  childEnvironment: Record<string, string>
  /** What in all of it must not be shown, as far as names of variables tell. */
  secrets: readonly string[]
}

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request; `head.repo` is null when the fork was deleted.
const pullRequestEvent = z.object({
  pull_request: z.object({
    head: z.object({ repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ repo: z.object({ full_name: z.string() }) })
  })
})

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const repository = env['GITHUB_REPOSITORY'] ?? null
  const serverUrl = withoutTrailingSlash(env['GITHUB_SERVER_URL'] ?? 'https://github.com')
  const runId = env['GITHUB_RUN_ID']
  const eventName = env['GITHUB_EVENT_NAME']
  const payload = readPayload(env['GITHUB_EVENT_PATH'])
  return {
    input: (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
    givenInputs: Object.keys(env).flatMap((name) =>
      name.startsWith('INPUT_') ? [name.slice('INPUT_'.length).toLowerCase()] : []
    ),
    repository,
    revision: env['GITHUB_SHA'] ?? null,
    refName: env['GITHUB_REF_NAME'] ?? null,
    isTag: env['GITHUB_REF_TYPE'] === 'tag',
    serverUrl,
    apiUrl: withoutTrailingSlash(env['GITHUB_API_URL'] ?? apiBeside(serverUrl)),
    runUrl:
      repository !== null && runId !== undefined
        ? `${serverUrl}/${repository}/actions/runs/${runId}`
        : null,
    isForkPullRequest:
      // pull_request_target runs with the base repository's token.
      isPullRequestEvent(eventName ?? null) && isFromFork(payload),
    eventName: eventName ?? null,
    pullRequest: isPullRequestEvent(eventName ?? null) ? pullRequestOfEvent(payload) : null,
    workflowRun: eventName === 'workflow_run' ? workflowRunOfEvent(payload) : null,
    release: releaseOfEvent({
      name: eventName,
      payload,
      refType: env['GITHUB_REF_TYPE'],
      refName: env['GITHUB_REF_NAME']
    }),
    runnerSystem: `${cpuNames[process.arch] ?? process.arch}-${process.platform}`,
    state: (name) => env[`STATE_${name}`] ?? '',
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    scratchParent: env['RUNNER_TEMP'] ?? tmpdir(),
    childEnvironment: passedOn(env, 'nix'),
    secrets: secretsOfEnvironment(env)
  }
}

/**
 * Where a GitHub has its API, as its runners say in GITHUB_API_URL. A token goes there: never to another GitHub than the one that was named.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
function apiBeside(serverUrl: string): string {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).host : ''
  return host === 'github.com' || host.endsWith('.ghe.com')
    ? `https://api.${host}`
    : `${serverUrl}/api/v3`
}

/** Node's names for CPUs → Nix's. */
const cpuNames: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'x86_64',
  arm64: 'aarch64',
  ia32: 'i686',
  arm: 'armv7l',
  riscv64: 'riscv64',
  ppc64: 'powerpc64le'
}

/** The event's payload; null when there is none that can be read. */
function readPayload(eventPath: string | undefined): unknown {
  return eventPath === undefined
    ? null
    : attempt(() => JSON.parse(readFileSync(eventPath, 'utf8')) as unknown, null)
}

function isFromFork(payload: unknown): boolean {
  const event = pullRequestEvent.safeParse(payload)
  if (!event.success) return false
  const { head, base } = event.data.pull_request
  return head.repo?.full_name !== base.repo.full_name
}

/** What the runner tells of its own services, tokens included, for the process that asks its cache service, and for no other. */
export function readServiceEnvironment(
  env: NodeJS.ProcessEnv = process.env
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[0].startsWith('ACTIONS_') && entry[1] !== undefined
    )
  )
}

/** What a parent handed over by a pipe, as if this process had begun with it; `/proc` does not show it. */
export function addToEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values)
}

/**
 * The same for what no child may inherit: whoever asks for one of these names gets its value, and a list of all names lacks it.
 */
export function addHiddenToEnvironment(values: Readonly<Record<string, string>>): void {
  const hidden = Object.entries(values).map(([name, value]) => [name, { value }] as const)
  const env: NodeJS.ProcessEnv = { ...process.env }
  process.env = Object.setPrototypeOf(
    env,
    Object.create(null, Object.fromEntries(hidden)) as object
  ) as typeof env
}

/**
 * Takes the inputs, and with them the secrets, out of this process's own environment once they are parsed: a child that inherits it
 * as it is (xz) does not get them.
 */
export function forgetInputs(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(env)) {
    if (name.startsWith('INPUT_')) Reflect.deleteProperty(env, name)
  }
}

function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/, '')
}

/**
 * The same from a terminal: inputs are what the command line gave (`given`, by input name), else `NAR_PUBLISH_…` variables. Paths
 * are about the current folder.
 */
export function readTerminalEnvironment(
  given: ReadonlyMap<string, string>,
  env: NodeJS.ProcessEnv = process.env
): Environment {
  const token = tokenVariables.map((name) => env[name]?.trim()).find((text) => text)
  const variable = (name: string): string =>
    env[`NAR_PUBLISH_${name.replaceAll('-', '_').toUpperCase()}`] ?? ''
  const base = readEnvironment(env)
  return {
    ...base,
    input: (name) =>
      (given.get(name) ?? (name === 'token' ? (token ?? '') : variable(name))).trim(),
    givenInputs: [],
    workspace: process.cwd(),
    state: () => ''
  }
}

/** As forgetInputs, for a terminal. */
export function forgetSecrets(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of secretVariables) Reflect.deleteProperty(env, name)
}

/** What a release, or the push of a tag, says of itself. Data. */
export interface ReleaseEvent {
  tag: string
  /** The release's page; null for a tag that was pushed. */
  url: string | null
  isDraft: boolean
  isPreRelease: boolean
}

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#release
const releasePayload = z.object({
  release: z.object({
    tag_name: z.string().min(1),
    html_url: z.string().nullable().default(null),
    draft: z.boolean().default(false),
    prerelease: z.boolean().default(false)
  })
})

/**
 * The release that started the run: of a `release` event, or of the `push` of a tag; null for any other event (a run that was
 * started by hand on a tag is not about that tag).
 */
export function releaseOfEvent(event: {
  name: string | undefined
  payload: unknown
  refType: string | undefined
  refName: string | undefined
}): ReleaseEvent | null {
  if (event.name === 'release') {
    const parsed = releasePayload.safeParse(event.payload)
    if (!parsed.success) return null
    const { tag_name: tag, html_url: url, draft, prerelease } = parsed.data.release
    return { tag, url, isDraft: draft, isPreRelease: prerelease }
  }
  if (event.name === 'push' && event.refType === 'tag' && event.refName) {
    return { tag: event.refName, url: null, isDraft: false, isPreRelease: false }
  }
  return null
}
