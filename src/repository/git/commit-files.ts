import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NarPublishError } from '../../errors.ts'
import type { CommitFiles } from '../readable-copy.ts'
import { catBlobs } from './cat-file.ts'
import type { Repository } from './repository.ts'
import { itemsAt } from './snapshot.ts'

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
      const items = await itemsAt(repository, commit, paths)
      const files = paths.flatMap((path) => {
        const item = items.get(path)
        return item?.kind === 'file' || item?.kind === 'link' ? [{ path, blob: item.object }] : []
      })
      const blobs = files.map(({ blob }) => blob)
      await repository.fetchBlobs(blobs)
      const written = new Set<string>()
      await catBlobs(repository.git, blobs, async (index, _size, bytes) => {
        const path = files[index]?.path ?? ''
        const file = join(directory, path)
        await mkdir(dirname(file), { recursive: true })
        await pipeline(bytes, createWriteStream(file, { mode: 0o600 }))
        written.add(path)
      })
      return written
    }
  }
}
