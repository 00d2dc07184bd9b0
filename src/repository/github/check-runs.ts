import { z } from 'zod'
import type { GitHubApi } from './api.ts'

/** GitHub takes so many annotations in one request. https://docs.github.com/en/rest/checks/runs */
const annotationsAtOnce = 50

export interface CheckRun {
  name: string
  /** Of the pull request. */
  head: string
  conclusion: 'success' | 'failure' | 'neutral'
  title: string
  /** Markdown, at most 65,535 characters. */
  summary: string
  /** The run's page; null: it has none. */
  detailsUrl: string | null
  /** As GitHub takes them; left out: none. */
  annotations?: readonly object[]
}

/** A check run that has ended, in as many requests as its annotations need. Throws TOKEN_FORBIDDEN. */
export async function makeCheckRun(
  api: GitHubApi,
  { name, head, conclusion, title, summary, detailsUrl, annotations = [] }: CheckRun
): Promise<void> {
  const output = { title, summary }
  await api.content.turn()
  const { id } = await api.call(
    {
      route: 'POST /repos/{owner}/{repo}/check-runs',
      parameters: {
        name,
        head_sha: head,
        status: 'completed',
        conclusion,
        ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
        output: { ...output, annotations: annotations.slice(0, annotationsAtOnce) }
      }
    },
    z.object({ id: z.number() })
  )
  for (let next = annotationsAtOnce; next < annotations.length; next += annotationsAtOnce) {
    await api.content.turn()
    await api.call(
      {
        route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
        parameters: {
          check_run_id: id,
          output: { ...output, annotations: annotations.slice(next, next + annotationsAtOnce) }
        }
      },
      z.unknown()
    )
  }
}
