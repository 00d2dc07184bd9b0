import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NarPublishError } from '../../errors.ts'
import type { CommitFiles } from '../readable-copy.ts'
import { catBlobs } from './cat-file.ts'
import type { Repository } from './repository.ts'
import type { TargetSnapshot } from '../types.ts'
import { gitSnapshot, itemsAt } from './snapshot.ts'

/**
 * The files of a commit as git fetches them into `repository`, which is to be a fresh one: what this process wrote stands for none of
 * them. Throws VERIFY_FAILED when the target does not have the commit.
 */
export async function commitFilesByGit(
  repository: Repository,
  commit: string
): Promise<CommitFiles & { snapshot: TargetSnapshot }> {
  const name = repository.git.url
  const head = await repository.fetchCommit(commit)
  if (head === null) {
    throw new NarPublishError({
      code: 'VERIFY_FAILED',
      subject: name,
      reason: `the target does not have the commit ${commit}`
    })
  }
  return {
    name,
    snapshot: gitSnapshot(repository, head),
    async copy(paths, directory) {
      const items = await itemsAt(repository, commit, paths)
      const files = paths.flatMap((path) => {
        const item = items.get(path)
        return item?.kind === 'file' || item?.kind === 'link' ? [{ path, blob: item.object }] : []
      })
      const blobs = files.map(({ blob }) => blob)
      await repository.fetchBlobs(blobs)
      const folders = new Set(files.map(({ path }) => dirname(join(directory, path))))
      for (const folder of folders) mkdirSync(folder, { recursive: true })
      const written = new Set<string>()
      await catBlobs(repository.git, blobs, async (index, size, bytes) => {
        const path = files[index]?.path ?? ''
        await write(join(directory, path), size, bytes)
        written.add(path)
      })
      return written
    }
  }
}

const mode = 0o600
/** A file of more is streamed: less is written before a thread has been asked for it. */
const quickFile = 1024 * 1024

async function write(file: string, size: number, bytes: AsyncIterable<Buffer>): Promise<void> {
  if (size > quickFile) await pipeline(bytes, createWriteStream(file, { mode }))
  else writeFileSync(file, Buffer.concat(await Array.fromAsync(bytes)), { mode })
}
