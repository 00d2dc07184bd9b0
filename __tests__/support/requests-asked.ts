import type { RecordedRequest } from './github/server.ts'

/** Calls (`GET raw`, `POST git/blobs`) and how often each was made. */
export type Calls = Record<string, number>

export interface Asked {
  /** Up to the update of the branch, or all where there was none. */
  toCommit: Calls
  /** What came after it. */
  toProve: Calls
  /** Files, folders and questions that were asked for more than once. */
  repeated: string[]
}

/** What a run asked of its GitHub. */
export function requestsAsked(requests: readonly RecordedRequest[]): Asked {
  const begun = requests.toSorted((a, b) => a.startedAt - b.startedAt)
  const update = begun.findLastIndex(({ call }) => call === 'PATCH git/refs')
  const end = update === -1 ? begun.length : update + 1
  const questions = begun.flatMap(questionsOf)
  return {
    toCommit: countCalls(begun.slice(0, end)),
    toProve: countCalls(begun.slice(end)),
    repeated: questions.filter((question, index) => questions.indexOf(question) !== index)
  }
}

function countCalls(requests: readonly RecordedRequest[]): Calls {
  const calls: Calls = {}
  for (const { call } of requests) calls[call] = (calls[call] ?? 0) + 1
  return calls
}

/** Git's own requests carry what they ask for where nobody sees it; each of its connections begins alike. */
function questionsOf({ kind, method, path, query, body }: RecordedRequest): string[] {
  if (kind === 'git') return []
  if (path.endsWith('/graphql')) {
    const asked = Object.values(Object(body?.['variables']) as Record<string, unknown>).map(String)
    // Beside them are the repository's owner and name.
    return asked.flatMap((text) => (text.includes(':') ? [`graphql ${text}`] : []))
  }
  return method === 'GET' || method === 'HEAD' ? [`${method} ${path} ${JSON.stringify(query)}`] : []
}
