import type { HttpClient } from '@actions/http-client'

/** Opened by the first who asks. */
export type WebClient = () => Promise<HttpClient>
type Options = NonNullable<ConstructorParameters<typeof HttpClient>[2]>

/** With it comes 1 MB of JavaScript, which a run that asks nobody does without. */
export const loadWebClient = (): Promise<{ HttpClient: typeof HttpClient }> =>
  import('@actions/http-client')

/** A client for GET and HEAD, which honours `http_proxy`, `https_proxy` and `no_proxy`. */
export function webClient(options: Options): WebClient {
  let client: Promise<HttpClient> | null = null
  const open = async (): Promise<HttpClient> => {
    const { HttpClient } = await loadWebClient()
    return new HttpClient('nar-publish', [], options)
  }
  return () => (client ??= open())
}
