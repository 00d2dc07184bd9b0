/** Who gives readers a cache's files: GitHub Pages, GitHub's raw file host, or a server that `substituter-url` names. */
export type ServedBy = 'pages' | 'raw' | 'other'

/** What `substituter-url` asks for: `auto` is Pages when it serves the branch, else the raw files. */
export type SubstituterChoice = 'auto' | 'pages' | 'raw' | { address: string }

/** The address that readers are told, without a slash at its end. */
export interface ReadersAddress {
  url: string
  servedBy: ServedBy
}
