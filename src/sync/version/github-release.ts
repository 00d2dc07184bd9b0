import { z } from 'zod'
import type { Environment } from '../../environment.ts'
import type { Log } from '../../log.ts'
import { GitHubApi } from '../../repository/github/api.ts'
import { defaultLimits } from '../../repository/limits.ts'
import { realPace } from '../../repository/pace.ts'
import { newestVersion, versionOrNull } from './newest.ts'
import type { SourceHost } from './source-host.ts'

export interface LatestVersion {
  version: string
  tag: string
  /** The release's page; null when there is only a tag. */
  url: string | null
}

export interface LatestWish {
  tagPrefix: string
  allowPreRelease: boolean
  environment: Environment
  /** For the GitHub of this run; may be empty. */
  token: string
  log: Log
}

const release = z.object({
  tag_name: z.string(),
  draft: z.boolean().default(false),
  prerelease: z.boolean().default(false)
})
const matchingRefs = z.array(z.object({ ref: z.string() }))

/** A request that is no more than a question is not pursued for long, in milliseconds. */
const longestWait = 60_000

/**
 * What GitHub calls the latest release. When that is of another prefix, or pre-releases count, the highest among the 100 newest
 * releases; without any, the highest tag. Null: there is no version at all. Throws what GitHub refuses.
 */
export async function latestOnGitHub(
  { owner, repo, isOwn }: Extract<SourceHost, { kind: 'github' }>,
  wish: LatestWish
): Promise<LatestVersion | null> {
  const { environment, tagPrefix, allowPreRelease, token, log } = wish
  const api = new GitHubApi({
    owner,
    repo,
    // The token is that GitHub's alone; github.com is asked as a stranger from elsewhere.
    token: isOwn ? token : '',
    apiUrl: isOwn ? environment.apiUrl : 'https://api.github.com',
    isForkPullRequest: environment.isForkPullRequest,
    limits: { ...defaultLimits, requestTime: longestWait, requestAttempts: 5 },
    pace: realPace,
    log
  })
  const server = isOwn ? environment.serverUrl : 'https://github.com'
  const pageOf = (tag: string): string =>
    `${server}/${owner}/${repo}/releases/tag/${encodeURIComponent(tag)}`
  if (!allowPreRelease) {
    const named = await api.ask({ route: 'GET /repos/{owner}/{repo}/releases/latest' }, release, [
      'not-found'
    ])
    if (named.kind === 'done') {
      const { tag_name: tag } = named.data
      const version = versionOrNull(tag, tagPrefix)
      if (version !== null) return { version, tag, url: pageOf(tag) }
    }
  }
  const releases = await api.call(
    { route: 'GET /repos/{owner}/{repo}/releases', parameters: { per_page: 100 } },
    z.array(release)
  )
  const counted = releases.filter(
    ({ draft, prerelease }) => !draft && (allowPreRelease || !prerelease)
  )
  const released = newestVersion(
    counted.map(({ tag_name: tag }) => tag),
    wish
  )
  if (released !== null) return { ...released, url: pageOf(released.tag) }
  const refs = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/matching-refs/{+ref}',
      parameters: { ref: `tags/${tagPrefix.split('/').map(encodeURIComponent).join('/')}` }
    },
    matchingRefs
  )
  const tagged = newestVersion(
    refs.map(({ ref }) => ref.replace(/^refs\/tags\//, '')),
    wish
  )
  return tagged === null ? null : { ...tagged, url: null }
}
