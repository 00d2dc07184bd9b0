import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import { graphqlRequest } from './graphql.ts'

const query = 'query { viewer { login } }'
const reply = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) })

/**
 * Whose the token is; null: GitHub does not say. One request. By GraphQL: to an App's token, and so to a job's own, the REST API's `GET /user` is
 * refused. https://docs.github.com/en/graphql/reference/queries#user
 */
export async function readLogin(api: GitHubApi): Promise<string | null> {
  const answer = await api.ask(graphqlRequest(api.apiUrl, query, {}), reply, ['final', 'not-found'])
  return answer.kind === 'done' ? answer.data.data.viewer.login : null
}
