import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import { graphqlRequest } from './graphql.ts'

const viewerReply = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) })

/** Login of whom the token is. The REST API tells it to people alone, and GraphQL to the token of a job or an App as well: `github-actions[bot]`. */
export async function viewerLogin(api: GitHubApi): Promise<string> {
  const request = graphqlRequest(api.apiUrl, 'query { viewer { login } }', {})
  const { data } = await api.call(request, viewerReply)
  return data.viewer.login
}
