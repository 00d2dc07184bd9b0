import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NarPublishError } from '../../errors.ts'
import type { CommitFiles } from '../readable-copy.ts'
import type { Repository } from './repository.ts'
import type { TargetSnapshot } from '../types.ts'
import { gitSnapshot } from './snapshot.ts'
import { blobOf, Trees } from './trees.ts'

/**
 * The files of a commit as git fetches them into `repository`, which is to be a fresh one: what this process wrote stands for none of
 * them. `expected`: blobs that are probably asked for, which come in the commit's own connection. Throws VERIFY_FAILED when the target does not
 * have the commit.
 */
export async function commitFilesByGit(
  repository: Repository,
  commit: string,
  expected: readonly string[] = []
): Promise<CommitFiles & { snapshot: TargetSnapshot }> {
  const name = repository.git.url
  const head = await repository.fetchCommit(commit, expected)
  if (head === null) {
    throw new NarPublishError({
      code: 'VERIFY_FAILED',
      subject: name,
      reason: `the target does not have the commit ${commit}`
    })
  }
  const trees = new Trees(repository.objects, head.tree)
  return {
    name,
    snapshot: gitSnapshot(repository, head),
    async copy(paths, directory) {
      const items = await trees.itemsAt(paths)
      const files = paths.flatMap((path) => {
        const blob = blobOf(items.get(path))
        return blob === null ? [] : [{ path, blob }]
      })
      const blobs = files.map(({ blob }) => blob)
      await repository.fetchBlobs(blobs)
      const folders = new Set(files.map(({ path }) => dirname(join(directory, path))))
      for (const folder of folders) mkdirSync(folder, { recursive: true })
      const written = new Set<string>()
      await repository.objects.takeBlobs(blobs, async (index, size, bytes) => {
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
