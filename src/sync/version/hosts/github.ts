import { z } from 'zod'
import { GitHubApi } from '../../../repository/github/api.ts'
import { largestReleases } from '../../../repository/github/releases.ts'
import { defaultLimits } from '../../../repository/limits.ts'
import { realPace } from '../../../repository/pace.ts'
import { listed, tagged, type Asker, type Lists, type Listed } from './host.ts'

export interface GitHubPlace {
  owner: string
  repo: string
  /** On the GitHub that this run belongs to, and not on github.com from elsewhere. */
  isOwn: boolean
}

const release = z.object({
  tag_name: z.string(),
  draft: z.boolean().default(false),
  prerelease: z.boolean().default(false)
})
const matchingRefs = z.array(z.object({ ref: z.string() }))

/** A request that is no more than a question is not pursued for long, in milliseconds. */
const longestWait = 60_000

/** The 100 newest releases and the one that GitHub calls the latest; then all tags. */
export async function* gitHubVersions(place: GitHubPlace, asker: Asker): Lists {
  const api = gitHubApi(place, asker)
  const server = place.isOwn ? asker.environment.serverUrl : 'https://github.com'
  const page = `${server}/${place.owner}/${place.repo}/releases/tag`
  const named = await api.ask({ route: 'GET /repos/{owner}/{repo}/releases/latest' }, release, [
    'not-found'
  ])
  const latest = named.kind === 'done' ? named.data : null
  const newest = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/releases',
      parameters: { per_page: 100 },
      largest: largestReleases
    },
    z.array(release)
  )
  const isListed = newest.some(({ tag_name: tag }) => tag === latest?.tag_name)
  const all = latest === null || isListed ? newest : [...newest, latest]
  yield {
    of: 'tags',
    listed: all
      .filter(({ draft }) => !draft)
      .map(({ tag_name: tag, prerelease }): Listed =>
        listed(tag, {
          url: `${page}/${encodeURIComponent(tag)}`,
          isPreRelease: prerelease,
          isLatest: tag === latest?.tag_name
        })
      )
  }
  const { tagPrefix } = asker
  const tags = await gitHubTags(api, tagPrefix)
  yield tagged(tags)
  // Where none has the prefix, somebody has to be told what they have.
  if (tags.length === 0 && tagPrefix !== '') yield tagged(await gitHubTags(api, ''))
}

/** All tags that begin so. */
export async function gitHubTags(api: GitHubApi, prefix: string): Promise<string[]> {
  const refs = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/matching-refs/{+ref}',
      parameters: { ref: `tags/${prefix.split('/').map(encodeURIComponent).join('/')}` }
    },
    matchingRefs
  )
  return refs.map(({ ref }) => ref.replace(/^refs\/tags\//, ''))
}

export function gitHubApi(
  { owner, repo, isOwn }: GitHubPlace,
  { environment, token, log }: Pick<Asker, 'environment' | 'token' | 'log'>
): GitHubApi {
  return new GitHubApi({
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
}
