import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import { graphqlRequest } from './graphql.ts'
import type { RefUpdate } from './ref-update.ts'

const mutation = `mutation ($repository: ID!, $updates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repository, refUpdates: $updates }) { clientMutationId }
}`

/** An answer without it is no answer. */
const mutationReply = z.object({ data: z.object({ updateRefs: z.object({}) }) })

interface ConditionalUpdate {
  branch: string
  /** Where the branch has to be. */
  from: string
  /** Where it is to be; null: deleted. */
  to: string | null
  /** False: only to what comes after it. Default: true. */
  force?: boolean
}

/**
 * A move of a branch that happens only while it is where it is expected, which the REST API cannot say. `repositoryId`: GraphQL's name of
 * the repository. https://docs.github.com/en/graphql/reference/git#updaterefs
 */
export function conditionalUpdate(
  { apiUrl }: GitHubApi,
  repositoryId: string,
  { branch, from, to, force = true }: ConditionalUpdate
): RefUpdate {
  const update = {
    name: `refs/heads/${branch}`,
    beforeOid: from,
    afterOid: to ?? '0'.repeat(from.length),
    force
  }
  const variables = { repository: repositoryId, updates: [update] }
  return { ...graphqlRequest(apiUrl, mutation, variables), shape: mutationReply }
}
