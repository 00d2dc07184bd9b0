import { z } from 'zod'
import { oneLine } from '../../harmless.ts'
import type { FailedRequest } from './answers.ts'
import type { ApiRequest } from './request.ts'

/** Where GraphQL is asked: `https://api.github.com/graphql`, and `https://HOST/api/graphql` beside an Enterprise server's `/api/v3`. */
export function graphqlAddress(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, '')}/graphql`
}

export function graphqlRequest(
  apiUrl: string,
  query: string,
  variables: Record<string, unknown>
): ApiRequest {
  return {
    route: `POST ${graphqlAddress(apiUrl)}`,
    parameters: {
      data: { query, variables },
      // Older Enterprise servers have updateRefs only for who asks for this.
      mediaType: { previews: ['update-refs'] }
    }
  }
}

const reply = z.object({
  errors: z.array(
    z.object({ type: z.string().default('INVALID'), message: z.string().default('') })
  )
})

/** The status with which the REST API tells the same. */
const statuses: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429
}

/** GraphQL refuses with status 200: the refusal as the REST API would have it, or null when `received` is none. */
export function graphqlRefusal(
  route: string,
  received: unknown
): Pick<FailedRequest, 'status' | 'message'> | null {
  if (!route.endsWith('/graphql')) return null
  const [error] = reply.safeParse(received).data?.errors ?? []
  if (error === undefined) return null
  const message = oneLine(`${error.type}: ${error.message}`, 500)
  return { status: statuses[error.type] ?? 422, message }
}
