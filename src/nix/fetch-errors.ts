/** What a log says of a failed fetch. */
export interface FetchError {
  /** The line that says it. */
  line: string
  /** HTTP's, where it is said. */
  status: number | null
}

/** How fetchers tell the status: curl; Nix; wget; Go; Cargo; npm; pnpm; Python. */
const statuses = [
  /The requested URL returned error: ([45]\d\d)/,
  /HTTP error ([45]\d\d)/i,
  /awaiting response\.\.\. ([45]\d\d)/,
  /https?:\S+: ([45]\d\d) [A-Z]/,
  /HTTP response from .*, got ([45]\d\d)/,
  /npm (?:ERR!|error) ([45]\d\d) /,
  /ERR_PNPM_FETCH_([45]\d\d)/
]

/** What they say when there is no answer, or none that has a status. */
const words = [
  /could(?:n.t| not) resolve (?:host|proxy)/i,
  /unable to resolve host|name or service not known|failure in name resolution|no such host/i,
  /connection (?:refused|reset|timed out)|operation timed out|TLS handshake timeout/i,
  /(?:could(?:n.t| not)|failed to|unable to) connect to /i,
  /network is unreachable|no route to host/i,
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/,
  /^curl: \(\d+\)|cannot download .* from any mirror/,
  /unable to download '/,
  /^fatal: (?:unable to access|repository .* not found|could not read Username)/,
  /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/i
]

/** Finds the words of a network's or server's refusal in the log of something that fetches; null: it failed for another reason. */
export function findFetchError(log: string): FetchError | null {
  const lines = log.split('\n').map((line) => line.trim())
  for (const pattern of statuses) {
    for (const line of lines) {
      const status = pattern.exec(line)?.[1]
      if (status !== undefined) return { line, status: Number(status) }
    }
  }
  const line = lines.find((line) => words.some((pattern) => pattern.test(line)))
  return line === undefined ? null : { line, status: null }
}
