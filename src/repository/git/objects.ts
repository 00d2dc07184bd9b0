import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { internalError, NarPublishError } from '../../errors.ts'
import type { Change, Head, LargeFile } from '../types.ts'
import type { Repository } from './repository.ts'
import { expectGit, expectGitLine } from './run.ts'

/** Makes blobs of files on the disk, each streamed, and answers repository path → blob. */
export async function writeLargeFiles(
  repository: Repository,
  files: readonly LargeFile[]
): Promise<Map<string, string>> {
  const unique = [...new Map(files.map((file) => [file.path, file])).values()]
  const blobs = await writeBlobs(
    repository,
    unique.map(({ diskPath }) => diskPath)
  )
  return new Map(unique.map(({ path }, index) => [path, blobs[index] ?? '']))
}

/**
 * Makes the commit that has `change` on top of `base` (null: nothing but the change, no parent). null: the tree would be the
 * base's, and its history stays. What the change does not touch is never looked at, so that none of it need be here. `executable`: paths
 * that keep that mode.
 */
export async function writeCommit(
  repository: Repository,
  base: Head | null,
  change: Change,
  {
    largeBlobs,
    executable
  }: { largeBlobs: ReadonlyMap<string, string>; executable: ReadonlySet<string> }
): Promise<Head | null> {
  const { git } = repository
  const entries = [
    ...change.largeFiles.map(({ path }): [string, string] => [path, blobOf(path, largeBlobs)]),
    ...(await writeSmallFiles(repository, change.files))
  ]
  await expectGit(git, base === null ? ['read-tree', '--empty'] : ['read-tree', base.tree])
  // Mode 0 takes a path out; the name beside it is as long as the repository's own.
  const nothing = '0'.repeat(base?.commit.length ?? 40)
  const deletions = (change.deletedFiles ?? []).map((path) => `0 ${nothing}\t${path}\0`)
  const additions = entries.map(
    ([path, blob]) => `${executable.has(path) ? '100755' : '100644'} blob ${blob}\t${path}\0`
  )
  await expectGit(git, ['update-index', '-z', '--add', '--replace', '--index-info'], {
    stdin: [...deletions, ...additions].join('')
  })
  // Without --missing-ok git would fetch every blob of the branch.
  const tree = await expectGitLine(git, ['write-tree', '--missing-ok'])
  const isRoot = base === null || change.replacesHistory === true
  if (tree === base?.tree && !isRoot) return null
  const parents = isRoot ? [] : ['-p', base.commit]
  const commit = await expectGitLine(git, ['commit-tree', tree, ...parents, '-F', '-'], {
    stdin: change.message
  })
  return { commit, tree }
}

async function writeSmallFiles(
  repository: Repository,
  files: ReadonlyMap<string, Buffer>
): Promise<[path: string, blob: string][]> {
  const folder = await mkdtemp(join(repository.git.directory, 'files-'))
  try {
    // By number: their names in the repository are data.
    const diskPaths = [...files.keys()].map((_path, index) => join(folder, String(index)))
    for (const [index, content] of [...files.values()].entries()) {
      await writeFile(join(folder, String(index)), content)
    }
    const blobs = await writeBlobs(repository, diskPaths)
    return [...files.keys()].map((path, index) => [path, blobs[index] ?? ''])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In their order. One process for all. */
async function writeBlobs({ git }: Repository, diskPaths: readonly string[]): Promise<string[]> {
  if (diskPaths.length === 0) return []
  const odd = diskPaths.find((path) => path.includes('\n') || path.startsWith('"'))
  if (odd !== undefined) {
    throw new NarPublishError({
      code: 'GIT_FAILED',
      subject: JSON.stringify(odd),
      reason: 'git cannot be given a folder for scratch files with such a name'
    })
  }
  const printed = await expectGitLine(git, ['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    stdin: `${diskPaths.join('\n')}\n`
  })
  const blobs = printed.split('\n')
  if (blobs.length !== diskPaths.length) {
    throw internalError('git', `hash-object named ${blobs.length} of ${diskPaths.length} blobs`)
  }
  return blobs
}

function blobOf(path: string, blobs: ReadonlyMap<string, string>): string {
  const blob = blobs.get(path)
  if (blob === undefined) throw internalError(path, 'it is in the change, but was not written')
  return blob
}
