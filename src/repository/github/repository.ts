import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from './api.ts'

interface RepositoryFacts {
  /** GraphQL's name of it. */
  id: string
  defaultBranch: string
  isPrivate: boolean
  /** What it takes on GitHub's disks; null: not said. */
  bytes: number | null
  /** Whether GitHub Pages is on; null: not said. */
  hasPages: boolean | null
  /** `owner/name` of what it was forked from, and of what that was forked from in the end; empty when it is no fork. */
  forkedFrom: string[]
}

const named = z.object({ full_name: z.string() }).nullish()

const repositoryReply = z.object({
  node_id: z.string(),
  name: z.string(),
  private: z.boolean(),
  /** KiB */
  size: z.number().optional(),
  has_pages: z.boolean().optional(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string(),
  archived: z.boolean().default(false),
  disabled: z.boolean().default(false),
  parent: named,
  source: named
})

/**
 * What GitHub says of a repository that is to be written to (or only read: `toRead`); its name is spelled as GitHub does from then on.
 * One request. Throws REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY.
 */
export async function readRepository(
  api: GitHubApi,
  { toRead = false } = {}
): Promise<RepositoryFacts> {
  const facts = await api.call({ route: 'GET /repos/{owner}/{repo}' }, repositoryReply)
  // A renamed repository answers under its old name too, but a redirected write could not be sent twice.
  api.owner = facts.owner.login
  api.repo = facts.name
  if (!toRead && (facts.archived || facts.disabled)) {
    throw new NarPublishError({
      code: 'REPOSITORY_READ_ONLY',
      subject: api.repository,
      reason: `it is ${facts.archived ? 'archived' : 'disabled'}`
    })
  }
  const { parent, source } = facts
  return {
    id: facts.node_id,
    defaultBranch: facts.default_branch,
    isPrivate: facts.private,
    bytes: facts.size === undefined ? null : facts.size * 1024,
    hasPages: facts.has_pages ?? null,
    forkedFrom: [parent, source].flatMap((one) => (one ? [one.full_name] : []))
  }
}

/** Names of repositories and logins are the same in any case. */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
