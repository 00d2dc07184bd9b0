import { getOctokit } from '@actions/github'

export type Client = ReturnType<typeof getOctokit>

export interface ClientOptions {
  token: string
  /** `https://api.github.com`, or `https://HOST/api/v3` on GitHub Enterprise Server. */
  apiUrl: string
  /** Called before each request that is sent. */
  onRequest: () => void
}

/**
 * GitHub's API as @actions/github sets it up: `http_proxy`, `https_proxy` and `no_proxy` are honoured, nothing is tried again
 * behind our back. A redirect to another origin is followed without the token (fetch's own rule, tested).
 */
export function connect({ token, apiUrl, onRequest }: ClientOptions): Client {
  const client = getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: 'nar-publish',
    // Octokit writes deprecations to the console, where a runner would read commands in them.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore }
  })
  client.hook.before('request', onRequest)
  return client
}

const ignore = (): void => undefined
