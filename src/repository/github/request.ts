export interface ApiRequest {
  /** `GET /repos/{owner}/{repo}/…`; owner and repo are filled in. Or with a whole address, that `uploadAddress` has checked. */
  route: string
  /** What fills the route's braces; the rest is the query or the JSON body. */
  parameters?: Record<string, unknown>
  /** A body as a stream, made anew for each try. `type`: its media type, JSON by default. */
  stream?: () => { length: number; chunks: AsyncIterable<Uint8Array>; type?: string }
  /** Of the answer, which lists a whole folder, nothing but the `sha` is wanted. */
  shaAlone?: true
  /** Ends the request, and the waiting between its tries. */
  signal?: AbortSignal
}
