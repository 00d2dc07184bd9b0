import { z } from 'zod'
import type { GitHubApi } from './api.ts'

const folder = 'refs/heads/'

/** Names of the branches that begin so. One request. */
export async function branchesWith(api: GitHubApi, prefix: string): Promise<string[]> {
  const refs = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
      parameters: { ref: `heads/${prefix}` }
    },
    z.array(z.object({ ref: z.string() }))
  )
  return refs.flatMap(({ ref }) => (ref.startsWith(folder) ? [ref.slice(folder.length)] : []))
}
