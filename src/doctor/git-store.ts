import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../log.ts'
import { noCache, openCacheBranch, othersFile } from '../repository/cache-branch.ts'
import { readFailure } from '../repository/git/answers.ts'
import { gitEnvironment } from '../repository/git/environment.ts'
import { expectGit, runGit, type Git } from '../repository/git/run.ts'
import { openGitTarget } from '../repository/git/target.ts'
import { openFolderStore } from './folder-store.ts'
import { storeOfBranch, type PublishedStore } from './store.ts'

export interface GitStoreOptions {
  url: string
  /** Those that may be the cache; null: the default branch. */
  branches: readonly (string | null)[]
  substituterUrl: string | null
  serverUrl: string
  scratch: string
  env: Readonly<Record<string, string>>
  log: Log
}

/**
 * A branch of any Git repository, fetched at depth 1 into the scratch folder and checked there; repairs are pushed. Throws
 * BRANCH_MISSING, CACHE_MISSING and what git throws.
 */
export async function openGitStore(options: GitStoreOptions): Promise<PublishedStore> {
  const { target, snapshot, looked } = await openCacheBranch(options.branches, async (branch) => {
    const target = await openGitTarget({ ...options, branch })
    return { target, snapshot: await target.snapshot() }
  })
  // A branch that nobody named, of people's work: nobody is to be told to publish there.
  if (looked.length > 1 && (await othersFile(snapshot)) !== null) throw noCache(target, looked)
  const store = storeOfBranch(target, snapshot)
  const files = join(options.scratch, 'doctor-files')
  await checkOut(options, target.branch, files)
  const { serverUrl } = options
  return { ...openFolderStore(files, { description: store.description, serverUrl }), ...store }
}

/** The branch's files, byte for byte as Git has them, whatever its .gitattributes say. */
async function checkOut(
  { url, scratch, env, log }: GitStoreOptions,
  branch: string,
  files: string
): Promise<void> {
  const directory = join(scratch, 'doctor-git')
  await mkdir(directory)
  await mkdir(files)
  const git: Git = { directory, url, env: gitEnvironment(env, []), log }
  await expectGit(git, ['init', '--quiet', '--bare'])
  await mkdir(join(directory, 'info'), { recursive: true })
  await writeFile(
    join(directory, 'info', 'attributes'),
    '* -text -eol -ident -filter -working-tree-encoding\n'
  )
  const fetch = ['fetch', '--quiet', '--depth', '1', '--no-tags', '--', url, `refs/heads/${branch}`]
  const ended = await runGit(git, fetch, { isOnline: true })
  if (ended.status !== 0) throw readFailure(url, ended).error
  await expectGit(git, ['read-tree', 'FETCH_HEAD'])
  await expectGit(git, [`--work-tree=${files}`, 'checkout-index', '--all', '--force'])
}
