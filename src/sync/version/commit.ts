import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { expectGitLine } from '../../repository/git/run.ts'
import { remote } from '../../repository/git/run.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { commitWords, isSameCommit } from '../literals/revisions.ts'
import { atUrl, gitRepository, gitTags } from './hosts/git.ts'
import { gitHubApi, gitHubTags, ofRepository } from './hosts/github.ts'
import type { LatestQuestion } from './latest.ts'
import { readTags } from './parse.ts'
import type { RepositoryHost } from './source-host.ts'

/** A branch's newest. */
export interface Commit {
  branch: string
  /** 40 digits. */
  commit: string
  /** The day on which it was committed, in UTC: `2024-05-01`. */
  date: string
}

export type Asker = Pick<LatestQuestion, 'environment' | 'token' | 'scratch' | 'log' | 'memory'>

const commitAnswer = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  commit: z.object({ committer: z.object({ date: z.string() }) })
})

/** `branch` null: the repository's default. Throws REVISION_UNTRACED when it is not there, and what the host refuses. */
export async function newestCommit(
  host: RepositoryHost,
  branch: string | null,
  asker: Asker
): Promise<Commit> {
  const what = `the newest commit of ${branch === null ? 'the default branch' : `branch ${branch}`}`
  if (host.kind === 'git')
    return atUrl(host.url, asker, what, () => newestByGit(host.url, branch, asker))
  const api = gitHubApi(host, asker)
  return ofRepository(api, asker, what, () => newestOnGitHub(api, branch))
}

async function newestOnGitHub(api: GitHubApi, branch: string | null): Promise<Commit> {
  const name = branch ?? (await defaultBranch(api))
  const answer = await api.ask(commitRequest(`heads/${name}`), commitAnswer, ['ref-missing'])
  if (answer.kind !== 'done') throw noBranch(name, api.repository, answer.error)
  const { sha, commit } = answer.data
  return { branch: name, commit: sha, date: dayOf(Date.parse(commit.committer.date)) }
}

async function defaultBranch(api: GitHubApi): Promise<string> {
  const request = { route: 'GET /repos/{owner}/{repo}' } as const
  return (await api.call(request, z.object({ default_branch: z.string() }))).default_branch
}

function commitRequest(ref: string) {
  const parameters = { ref: ref.split('/').map(encodeURIComponent).join('/'), per_page: 1 }
  return { route: 'GET /repos/{owner}/{repo}/commits/{+ref}', parameters } as const
}

/** The commit alone, without folders where the host knows how to leave them out. */
async function newestByGit(url: string, branch: string | null, asker: Asker): Promise<Commit> {
  const repository = gitRepository(url, asker)
  const ref = 'refs/nar-publish/newest'
  const source = branch === null ? 'HEAD' : `refs/heads/${branch}`
  const answer = await repository.online([
    ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'],
    ...['--depth=1', '--filter=tree:0', '--', remote, `+${source}:${ref}`]
  ])
  if (answer.kind === 'no-branch') throw noBranch(branch ?? 'HEAD', url, answer.error)
  if (answer.kind !== 'done') throw answer.error
  const line = await expectGitLine(repository.git, ['log', '-1', '--format=%H %ct', ref])
  const [commit = '', seconds = ''] = line.split(' ')
  return { branch: branch ?? 'the default branch', commit, date: dayOf(Number(seconds) * 1000) }
}

function noBranch(branch: string, repository: string, cause: NarPublishError): NarPublishError {
  return new NarPublishError({
    code: 'REVISION_UNTRACED',
    subject: `branch ${JSON.stringify(branch)} of ${repository}`,
    reason: 'there is no such branch',
    hint: 'Give another one as `version: branch:NAME`; `version: branch` is the repository’s default.',
    cause
  })
}

/** In UTC: `2024-05-01`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/**
 * The commit of a version's tag: of the tag itself where it is known, else of one that names that version. An annotated tag stands
 * for the commit that it is about. null: the repository has no such tag. Throws what the host refuses.
 */
export async function commitOfVersion(
  host: RepositoryHost,
  { version, tag }: { version: string; tag: string | null },
  question: LatestQuestion
): Promise<{ tag: string; commit: string } | null> {
  const known = tag?.replace(/^refs\/tags\//, '') ?? null
  const tagAmong = (tags: readonly string[]): string | null => {
    const { form } = question.present
    const read = [form, { ...form, tag: null }].map((one) => readTags(tags, question, one))
    return tags.find((_, index) => read.some((versions) => versions[index] === version)) ?? null
  }
  if (host.kind === 'git') {
    const tags = await gitTags(host, question)
    const named = known !== null && tags.has(known) ? known : tagAmong([...tags.keys()])
    const commit = named === null ? undefined : tags.get(named)
    return named === null || commit === undefined ? null : { tag: named, commit }
  }
  const api = gitHubApi(host, question)
  if (known !== null) {
    const commit = await gitHubCommit(api, known, question)
    if (commit !== null) return { tag: known, commit }
  }
  const named = tagAmong(await gitHubTags(api, question.tagPrefix, question))
  const commit = named === null ? null : await gitHubCommit(api, named, question)
  return named === null || commit === null ? null : { tag: named, commit }
}

async function gitHubCommit(api: GitHubApi, tag: string, asker: Asker): Promise<string | null> {
  const shape = z.object({ sha: commitAnswer.shape.sha })
  const answer = await ofRepository(api, asker, `the commit of tag ${tag}`, () =>
    api.ask(commitRequest(`tags/${tag}`), shape, ['not-found', 'ref-missing'])
  )
  return answer.kind === 'done' ? answer.data.sha : null
}

/** A day in a version: `1.2-unstable-2024-05-01`, `20240501`, `0.0.0+date=2024.05.01`. */
const day =
  /(?<![0-9])((?:19|20)[0-9]{2})([-._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])/

/**
 * The package's version at another commit: with that one's day in place of the day in it, and its digits in place of the old commit's.
 * One that is a release's goes on as nixpkgs writes it, `1.2-unstable-2024-05-01`. null: the package has none.
 * https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#versioning
 */
export function versionAtCommit(
  present: string | null,
  old: string,
  { commit, date }: Pick<Commit, 'commit' | 'date'>
): string | null {
  if (present === null) return null
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  const dated = present.replace(
    day,
    (_, _year: string, separator: string) => `${year}${separator}${month}${separator}${dayOfMonth}`
  )
  const next = dated.replaceAll(commitWords, (word) =>
    isSameCommit(word, old) ? commit.slice(0, word.length) : word
  )
  const tells = day.test(present) || next !== present || !/[0-9]/.test(present)
  return tells ? next : `${present}-unstable-${date}`
}
