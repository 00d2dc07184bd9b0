import { remote, Repository } from '../../../repository/git/repository.ts'
import { tagged, type Asker, type Lists } from './host.ts'

/** `url`: of a Git repository, as git takes it: one of GitLab, Gitea, SourceHut, Bitbucket, Savannah, or anybody's own. */
export interface GitPlace {
  url: string
}

export async function* gitVersions(place: GitPlace, asker: Asker): Lists {
  yield tagged([...(await gitTags(place, asker)).keys()])
}

/** Every tag with its commit. */
export async function gitTags(
  { url }: GitPlace,
  asker: Pick<Asker, 'environment' | 'scratch' | 'log'>
): Promise<Map<string, string>> {
  const repository = await gitRepository(url, asker)
  const answer = await repository.online(['ls-remote', '--tags', '--', remote])
  if (answer.kind !== 'done') throw answer.error
  const text = answer.exit.stdout.toString('utf8')
  const lines = [...text.matchAll(/^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/gm)]
  // What an annotated tag points to comes in a line of its own, after the tag.
  return new Map(lines.map(([, commit = '', tag = '']) => [tag, commit]))
}

export function gitRepository(
  url: string,
  { environment, scratch, log }: Pick<Asker, 'environment' | 'scratch' | 'log'>
): Promise<Repository> {
  return Repository.make({ url, scratch, env: environment.childEnvironment, log })
}
