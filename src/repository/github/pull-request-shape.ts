import { z } from 'zod'

/** A pull request as GitHub tells of it. What people wrote is data. */
export interface PullRequest {
  number: number
  url: string
  title: string
  body: string
  /** `closed`: without being merged. */
  state: 'open' | 'merged' | 'closed'
  /** Login; null when the account is gone. */
  author: string | null
  /** `repository` is null when the fork is gone. */
  head: { repository: string | null; branch: string; commit: string }
  base: string
  labels: string[]
  /** Who is asked for a review now: logins, and slugs of teams. */
  reviewers: string[]
  teams: string[]
}

/** A user as far as we need to know. */
export const login = z.object({ login: z.string() })

export const pullRequestShape = z
  .object({
    number: z.number(),
    html_url: z.string(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    merged_at: z.string().nullish(),
    user: login.nullable(),
    head: z.object({
      ref: z.string(),
      sha: z.string(),
      repo: z.object({ full_name: z.string() }).nullable()
    }),
    base: z.object({ ref: z.string() }),
    labels: z.array(z.object({ name: z.string() })).default([]),
    requested_reviewers: z.array(login).nullish(),
    requested_teams: z.array(z.object({ slug: z.string() })).nullish()
  })
  .transform((found): PullRequest => ({
    number: found.number,
    url: found.html_url,
    title: found.title,
    body: found.body ?? '',
    state: found.merged_at ? 'merged' : found.state,
    author: found.user?.login ?? null,
    head: {
      repository: found.head.repo?.full_name ?? null,
      branch: found.head.ref,
      commit: found.head.sha
    },
    base: found.base.ref,
    labels: found.labels.map(({ name }) => name),
    reviewers: (found.requested_reviewers ?? []).map(({ login }) => login),
    teams: (found.requested_teams ?? []).map(({ slug }) => slug)
  }))
