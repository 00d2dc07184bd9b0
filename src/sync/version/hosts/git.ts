import { Repository } from '../../../repository/git/repository.ts'
import { remote } from '../../../repository/git/run.ts'
import { tagged, type Asker, type Lists } from './host.ts'
import { askOnce } from './memory.ts'

/** `url`: of a Git repository, as git takes it: one of GitLab, Gitea, SourceHut, Bitbucket, Savannah, or anybody's own. */
export interface GitPlace {
  url: string
}

type GitAsker = Pick<Asker, 'environment' | 'scratch' | 'log' | 'memory'>

export async function* gitVersions(place: GitPlace, asker: Asker): Lists {
  yield tagged([...(await gitTags(place, asker)).keys()])
}

/** Every tag with its commit. */
export async function gitTags({ url }: GitPlace, asker: GitAsker): Promise<Map<string, string>> {
  return atUrl(url, asker, 'tags', () => askTags(url, asker))
}

/** Something that a repository's host is asked once in a run. */
export function atUrl<Answer>(
  url: string,
  { memory }: GitAsker,
  what: string,
  ask: () => Promise<Answer>
): Promise<Answer> {
  const question = { server: new URL(url).host, words: `${what} of ${url}`, subject: url }
  return askOnce(memory, question, () => {
    if (memory !== undefined) memory.otherRequests++
    return ask()
  })
}

async function askTags(url: string, asker: GitAsker): Promise<Map<string, string>> {
  const repository = gitRepository(url, asker)
  const answer = await repository.online(['ls-remote', '--tags', '--', remote])
  if (answer.kind !== 'done') throw answer.error
  const text = answer.exit.stdout.toString('utf8')
  const lines = [...text.matchAll(/^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/gm)]
  // What an annotated tag points to comes in a line of its own, after the tag.
  return new Map(lines.map(([, commit = '', tag = '']) => [tag, commit]))
}

export function gitRepository(url: string, { environment, scratch, log }: GitAsker): Repository {
  return Repository.make({ url, scratch, env: environment.childEnvironment, log })
}
