import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pMap from 'p-map'
import { NarPublishError } from '../../errors.ts'
import type { CommitFiles } from '../readable-copy.ts'
import type { Repository } from './repository.ts'
import { expectGit } from './run.ts'
import { folderOf, listFolder } from './snapshot.ts'

const filesAtOnce = 4

/**
 * The files of a commit as git fetches them into `repository`, which is to be a fresh one. Throws VERIFY_FAILED when the target does
 * not have the commit.
 */
export async function commitFilesByGit(
  repository: Repository,
  commit: string
): Promise<CommitFiles> {
  const name = repository.git.url
  if ((await repository.fetchCommit(commit)) === null) {
    throw new NarPublishError({
      code: 'VERIFY_FAILED',
      subject: name,
      reason: `the target does not have the commit ${commit}`
    })
  }
  return {
    name,
    async copy(paths, directory) {
      const folders = [...new Set(paths.map(folderOf))]
      const listings = await pMap(folders, (folder) => listFolder(repository, commit, folder), {
        concurrency: filesAtOnce
      })
      const listed = new Map(listings.flatMap((listing) => [...listing]))
      const files = paths.flatMap((path): [string, string][] => {
        const blob = listed.get(path)
        return blob === undefined ? [] : [[path, blob]]
      })
      await repository.fetchBlobs(files.map(([, blob]) => blob))
      await pMap(files, ([path, blob]) => write(repository, blob, join(directory, path)), {
        concurrency: filesAtOnce
      })
      return new Set(files.map(([path]) => path))
    }
  }
}

async function write(repository: Repository, blob: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w', 0o600)
  try {
    await expectGit(repository.git, ['cat-file', 'blob', blob], { outputFile: file.fd })
  } finally {
    await file.close()
  }
}
