/** What GitHub takes by each route; docs/how-it-works.md tells more. */
export interface WriteLimits {
  /** Bytes of the largest file that the API takes as a blob: 35 MiB pass, 40 MiB are refused (observed). */
  apiFile: number
  /** Requests that create content, in an hour, for one token (documented, as "in general"). */
  apiWrites: number
  /** Files in one call that makes a tree; GitHub times out on a few hundred (observed). */
  treeFiles: number
  /** Bytes of the longest text (the catalogue) that rides in a tree call; a longer one is a blob of its own, some 1,900 artifacts on. */
  apiText: number
  /** Bytes of all files in one push (documented). */
  push: number
}

export const writeLimits: WriteLimits = {
  apiFile: 36_700_160,
  apiWrites: 500,
  treeFiles: 100,
  apiText: 1_000_000,
  push: 2_000_000_000
}
