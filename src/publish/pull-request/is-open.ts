import { z } from 'zod'
import type { GitHubApi } from '../../repository/github/api.ts'

/** Whether a pull request is open by now. */
export async function isOpen(api: GitHubApi, number: number): Promise<boolean> {
  const { state } = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
      parameters: { pull_number: number }
    },
    z.object({ state: z.enum(['open', 'closed']) })
  )
  return state === 'open'
}
