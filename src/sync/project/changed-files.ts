import { join } from 'node:path'
import { internalError } from '../../errors.ts'
import { expectGit, type Git } from '../../repository/git/run.ts'
import type { ChangedFile } from '../types.ts'
import type { Copy } from './copy.ts'
import { listTracked, locateObjects } from './work-tree.ts'

/**
 * The copy's changes as Git stores them: what `git add` in the user's own repository would make of the files, with its settings,
 * attributes and filters. Nothing is written there: the index and the objects are the copy's.
 */
export async function changedFiles(copy: Copy): Promise<ChangedFile[]> {
  const { project } = copy
  const rewritten = await copy.rewrittenFiles()
  const git = await usersGit(copy)
  await expectGit(git, ['update-index', '--add', '-z', '--stdin'], {
    stdin: rewritten.map(({ path }) => `${path}\0`).join('')
  })
  const staged = new Map((await listTracked(git)).map((file) => [file.path, file]))
  const tracked = new Map(project.files.map((file) => [file.path, file]))
  const changed: ChangedFile[] = []
  for (const { path, before: text } of rewritten) {
    const now = staged.get(path)
    const before = tracked.get(path)
    if (now === undefined || (before === undefined && text !== null)) {
      throw internalError(path, 'git does not know what was written')
    }
    // Only its line endings differ, which Git does not store.
    if (now.blob === before?.blob) continue
    changed.push({
      path,
      mode: now.kind === 'executable' ? '100755' : '100644',
      oldBlob: before?.blob ?? null,
      content: await expectGit(git, ['cat-file', 'blob', now.blob])
    })
  }
  return changed
}

/**
 * The user's own repository, with the copy's files in place of the checkout's: its settings, attributes and ignored names. The index, at
 * the commit of the checkout, and new objects are the copy's.
 */
export async function usersGit({ project, folder, gitDir: own }: Copy): Promise<Git> {
  const { gitDir } = await locateObjects(project.git)
  const git: Git = {
    ...project.git,
    directory: folder,
    env: {
      ...project.git.env,
      GIT_DIR: gitDir,
      GIT_WORK_TREE: folder,
      GIT_INDEX_FILE: join(own, 'index-of-changes'),
      GIT_OBJECT_DIRECTORY: join(own, 'objects')
    }
  }
  await expectGit(git, ['read-tree', project.head])
  return git
}
