import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { collect, git, writeBlobs, writeCommits, writeTrees } from './git-objects.ts'
import type { GitHubServer } from './server.ts'

/**
 * Writes what a branch reaches into a new bare repository below `directory`, by git's own plumbing, and holds every sha against the one
 * that git computes. Throws when one differs, when an object is missing, or when `git fsck --strict` finds anything.
 * @returns the repository's path, to be cloned from; its HEAD is the branch
 */
export async function rebuildGitRepository(
  server: GitHubServer,
  name: string,
  branch: string,
  directory: string
): Promise<string> {
  const repository = server.repository(name)
  const head = await server.head(name, branch)
  if (head === null) throw new Error(`${name} has no branch ${branch}`)
  const reachable = await collect(server.objects, repository, head)

  await mkdir(directory, { recursive: true })
  const path = join(await mkdtemp(join(directory, 'rebuilt-')), `${repository.name}.git`)
  await git(directory, ['init', '--quiet', '--bare', '--initial-branch', branch, path])
  await writeBlobs(path, server.objects, repository, reachable.blobs)
  await writeTrees(path, reachable.trees)
  await writeCommits(path, reachable.commits)
  await git(path, ['update-ref', `refs/heads/${branch}`, head])
  const complaints = await git(path, ['fsck', '--strict', '--full', '--no-dangling'])
  if (complaints !== '') throw new Error(`git fsck: ${complaints}`)
  return path
}
