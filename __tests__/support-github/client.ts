import assert from 'node:assert/strict'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import type { GitHubServer } from '../support/github/server.ts'

export interface ClientAnswer {
  status: number
  headers: Headers
  /** The JSON body; null when it is empty. */
  json: Record<string, unknown> | null
  message: string
}

/** Throws when GitHub's own description of its API says something against a request. */
export function checkRequests({ requests }: GitHubServer): void {
  // Of what was reset before it was read there is no body.
  assert.deepEqual(judgeRequests(requests.filter(({ status }) => status !== null)), [])
}

/** The least that speaks GitHub's API: no retries, so that tests see each answer. */
export function createClient(github: GitHubServer, token: string | null = 'writer') {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers = {}
  ): Promise<ClientAnswer> {
    const response = await fetch(github.apiUrl + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers
      },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    const text = await response.text()
    const json = text === '' ? null : (JSON.parse(text) as Record<string, unknown>)
    return {
      status: response.status,
      headers: response.headers,
      json,
      message: String(json?.['message'])
    }
  }

  const make = async (repository: string, what: string, body: unknown): Promise<string> => {
    const answer = await call('POST', `/repos/${repository}/git/${what}`, body)
    if (answer.status !== 201) throw new Error(`${what}: ${answer.status} ${answer.message}`)
    return String(answer.json?.['sha'])
  }

  return {
    call,
    make,
    /** A commit with one more file on top of another, not yet in any branch. */
    commitOn: async (repository: string, parent: string, path: string, content = path) => {
      const read = await call('GET', `/repos/${repository}/git/commits/${parent}`)
      const tree = await make(repository, 'trees', {
        base_tree: (read.json?.['tree'] as { sha: string }).sha,
        tree: [{ path, mode: '100644', type: 'blob', content }]
      })
      return make(repository, 'commits', { message: `add ${path}`, tree, parents: [parent] })
    },
    updateRef: (repository: string, branch: string, sha: string, force = false) =>
      call('PATCH', `/repos/${repository}/git/refs/heads/${branch}`, { sha, force })
  }
}

export const writer = { login: 'alice', access: 'write' } as const

export async function headOf(github: GitHubServer, repository: string, branch = 'main') {
  const head = await github.head(repository, branch)
  if (head === null) throw new Error(`${repository} has no ${branch}`)
  return head
}
