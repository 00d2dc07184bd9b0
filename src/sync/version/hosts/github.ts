import { z } from 'zod'
import { GitHubApi, perPage } from '../../../repository/github/api.ts'
import { largestReleases } from '../../../repository/github/releases.ts'
import { defaultLimits } from '../../../repository/limits.ts'
import { realPace } from '../../../repository/pace.ts'
import { listed, tagged, type Asker, type Lists, type Listed } from './host.ts'
import { askOnce } from './memory.ts'

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

/** The newest releases, as many as GitHub gives at once, and the one that it calls the latest; then all tags. */
export async function* gitHubVersions(place: GitHubPlace, asker: Asker): Lists {
  const api = gitHubApi(place, asker)
  const server = place.isOwn ? asker.environment.serverUrl : 'https://github.com'
  const page = `${server}/${place.owner}/${place.repo}/releases/tag`
  const { all, latest } = await ofRepository(api, asker, 'releases', () => releasesOf(api))
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
  const tags = await gitHubTags(api, tagPrefix, asker)
  yield tagged(tags)
  // Where none has the prefix, somebody has to be told what they have.
  if (tags.length === 0 && tagPrefix !== '') yield tagged(await gitHubTags(api, '', asker))
}

type Release = z.infer<typeof release>

/** `latest` null: there is none, or it does not matter which it is. */
async function releasesOf(api: GitHubApi): Promise<{ all: Release[]; latest: Release | null }> {
  const newest = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/releases',
      parameters: { per_page: perPage },
      largest: largestReleases
    },
    z.array(release)
  )
  // It tells one kind of numbers from another (1.5.0 from 2019.12), and may be older than those that are listed.
  const matters = newest.length >= perPage || newest.some(({ tag_name: tag }) => year.test(tag))
  if (!matters) return { all: newest, latest: null }
  const named = await api.ask({ route: 'GET /repos/{owner}/{repo}/releases/latest' }, release, [
    'not-found'
  ])
  const latest = named.kind === 'done' ? named.data : null
  const isListed = newest.some(({ tag_name: tag }) => tag === latest?.tag_name)
  return { all: latest === null || isListed ? newest : [...newest, latest], latest }
}

/** What a version of days or years has in it; others may. */
const year = /(?:19|20)[0-9]{2}/

/** Something about a repository that GitHub is asked once in a run. */
export function ofRepository<Answer>(
  api: GitHubApi,
  { memory }: Pick<Asker, 'memory'>,
  what: string,
  ask: () => Promise<Answer>
): Promise<Answer> {
  const { apiUrl, repository } = api
  const words = `${what} of ${repository.toLowerCase()}`
  return askOnce(memory, { server: apiUrl, words, subject: repository }, ask)
}

/** All tags that begin so. */
export async function gitHubTags(
  api: GitHubApi,
  prefix: string,
  asker: Pick<Asker, 'memory'>
): Promise<string[]> {
  const ref = `tags/${prefix.split('/').map(encodeURIComponent).join('/')}`
  const refs = await ofRepository(api, asker, ref, () =>
    api.call(
      {
        route: 'GET /repos/{owner}/{repo}/git/matching-refs/{+ref}',
        parameters: { ref }
      },
      matchingRefs
    )
  )
  return refs.map(({ ref }) => ref.replace(/^refs\/tags\//, ''))
}

export function gitHubApi(
  { owner, repo, isOwn }: GitHubPlace,
  { environment, token, log, memory }: Pick<Asker, 'environment' | 'token' | 'log' | 'memory'>
): GitHubApi {
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
  memory?.countRequestsOf(api)
  return api
}
