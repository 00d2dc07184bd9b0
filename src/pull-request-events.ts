import { z } from 'zod'

const commitName = z.string().regex(/^[0-9a-f]{40}$/)
const repositoryName = z.object({ full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/) })

/** A pull request as its event tells of it. */
export interface PullRequestEvent {
  number: number
  /** Its newest commit when the event was sent; not the merge that a checkout gets by default. */
  head: string
  /** Newest commit of the branch that it goes to, at that time. */
  base: string
  /** It is closed, merged or not. */
  isClosed: boolean
}

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
const pullRequestPayload = z.object({
  action: z.string().optional(),
  pull_request: z.object({
    number: z.int().min(1),
    head: z.object({ sha: commitName }),
    base: z.object({ sha: commitName })
  })
})

/**
 * Whether runs of this event are about a pull request and get, when that is a fork's, no secrets and a token that may only read;
 * `pull_request_target` is another matter.
 */
export function isPullRequestEvent(eventName: string | null): boolean {
  return /^pull_request(?:_review|_review_comment)?$/.test(eventName ?? '')
}

/** null: it is none that GitHub would send. */
export function pullRequestOfEvent(payload: unknown): PullRequestEvent | null {
  const { data } = pullRequestPayload.safeParse(payload)
  if (data === undefined) return null
  const { number, head, base } = data.pull_request
  return { number, head: head.sha, base: base.sha, isClosed: data.action === 'closed' }
}

/** A run that has ended, by GitHub. What the run itself said is not in it; the branch's name is other people's. */
export interface WorkflowRunEvent {
  /** What had started it: `pull_request`. */
  event: string
  /** `success`, `failure`, `cancelled`, …; null: GitHub does not say. */
  conclusion: string | null
  /** Path of the workflow that ran, which its pull request may have changed or brought; null: GitHub does not say. */
  workflow: string | null
  /** `repository`: null when the fork is gone. */
  head: { commit: string; branch: string; repository: string | null }
}

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
const workflowRunPayload = z.object({
  workflow_run: z.object({
    event: z.string(),
    conclusion: z.string().nullable(),
    path: z.string().nullish(),
    head_sha: commitName,
    head_branch: z.string().min(1).max(300).nullable(),
    head_repository: repositoryName.nullable()
  })
})

/** null: it is none that GitHub would send. */
export function workflowRunOfEvent(payload: unknown): WorkflowRunEvent | null {
  const { data } = workflowRunPayload.safeParse(payload)
  if (data === undefined) return null
  const {
    event,
    conclusion,
    path,
    head_sha: commit,
    head_branch,
    head_repository
  } = data.workflow_run
  const repository = head_repository?.full_name ?? null
  // `.github/workflows/repair.yml`, or with `@main` at its end.
  const workflow = path?.replace(/@[^@]*$/, '') ?? null
  return { event, conclusion, workflow, head: { commit, branch: head_branch ?? '', repository } }
}
