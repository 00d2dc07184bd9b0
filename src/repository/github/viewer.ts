import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import { graphqlRequest } from './graphql.ts'
import { isSameName } from './repository.ts'

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

/**
 * By what the REST API may know an account that GraphQL calls `login`: it writes an App as `name[bot]` always. No user has such a name, nor may an App
 * have that of somebody else's account.
 * https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/registering-a-github-app
 */
export function loginsOf(login: string): string[] {
  return login.endsWith('[bot]') ? [login] : [login, `${login}[bot]`]
}

/** Whether the author that the REST API names is the token's owner. */
export function isViewer(author: string | null, login: string): boolean {
  return author !== null && loginsOf(login).some((one) => isSameName(one, author))
}
