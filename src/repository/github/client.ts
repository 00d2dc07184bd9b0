import type * as octokit from '@actions/github'
import type * as utils from '@actions/github/lib/utils'

export interface Client {
  request: ReturnType<typeof octokit.getOctokit>['request']
  /** What it sends by, through a proxy where there is one. */
  fetch: typeof globalThis.fetch
}

interface ClientOptions {
  /** Empty: asked as a stranger, who can read what is public. */
  token: string
  /** `https://api.github.com`, or `https://HOST/api/v3` on GitHub Enterprise Server. */
  apiUrl: string
  /** Called before each request that is sent. */
  onRequest: () => void
}

/** With it comes over 1 MB of JavaScript, which a run that asks GitHub nothing does without. */
export function loadClient(): Promise<[typeof octokit, typeof utils]> {
  return Promise.all([import('@actions/github'), import('@actions/github/lib/utils')])
}

/**
 * GitHub's API as @actions/github sets it up: `http_proxy`, `https_proxy` and `no_proxy` are honoured, nothing is tried again
 * behind our back. A redirect to another origin is followed without the token (fetch's own rule, tested).
 */
export async function connect({ token, apiUrl, onRequest }: ClientOptions): Promise<Client> {
  const [{ getOctokit }, { GitHub }] = await loadClient()
  const options = {
    baseUrl: apiUrl,
    userAgent: 'nar-publish',
    // Octokit writes deprecations to the console, where a runner would read commands in them.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore }
  }
  // getOctokit insists on a token.
  const client = token === '' ? new GitHub(options) : getOctokit(token, options)
  client.hook.before('request', onRequest)
  const { fetch = globalThis.fetch } = (client.request.endpoint.DEFAULTS.request ??
    {}) as Partial<Client>
  return { request: client.request, fetch }
}

const ignore = (): void => undefined
