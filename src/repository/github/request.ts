export interface ApiRequest {
  /** `GET /repos/{owner}/{repo}/…`; owner and repo are filled in. Or with a whole address, that `uploadAddress` has checked. */
  route: string
  /** What fills the route's braces; the rest is the query or the JSON body. */
  parameters?: Record<string, unknown>
  /** A body as bytes, a stream of them where they are many, made anew for each try. `type`: its media type, JSON by default. */
  stream?: () => { length: number; chunks: AsyncIterable<Uint8Array> | Uint8Array; type?: string }
  /**
   * What to make of a successful answer's body, which comes as a stream that Octokit does not type, instead of taking it for JSON; anew
   * for each try. What it throws, unless it is an error of ours, counts as an answer that was cut. Without `accept` it is to give what
   * Octokit would: JSON parsed, and all else as text.
   */
  receive?: (body: unknown) => Promise<unknown>
  /** The media type of a file, which is asked for instead of JSON and may take as long as the line does. */
  accept?: string
  /** Bytes that a successful answer's body has at most; left out: what the API's JSON may have. */
  largest?: number
  /** Ends the request, and the waiting between its tries. */
  signal?: AbortSignal
}
