import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import type { PullRequestEvent } from '../../pull-request-events.ts'
import { expectGit, runGit, type Git } from '../../repository/git/run.ts'
import { makeCopy } from '../project/copy.ts'
import { openProject, readTextFiles } from '../project/project.ts'
import { gitIn, invalidCheckout, locateObjects } from '../project/work-tree.ts'
import type { TextFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'

/** The commit that the pull request's branch and the one that it goes to have in common; null: the clone does not have it. */
export async function mergeBase(
  git: Git,
  { head, base }: PullRequestEvent
): Promise<string | null> {
  const ended = await runGit(git, ['merge-base', base, head])
  const commit = ended.stdout.toString('utf8').trim()
  return ended.status === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null
}

/** Repository paths of files that differ between two commits. */
export async function changedPaths(git: Git, from: string, to: string): Promise<Set<string>> {
  const listing = await expectGit(git, [
    ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to]
  ])
  return new Set(listing.toString('utf8').split('\0').filter(Boolean))
}

/**
 * The other side has the files from Git: where the checkout has other line endings, or whatever else `.gitattributes` makes of them, the spans would be
 * about another text. Throws CHECKOUT_INVALID.
 */
export async function refuseConverted(
  { git, head, root }: Pick<Workshop['project'], 'git' | 'head' | 'root'>,
  files: readonly TextFile[]
): Promise<void> {
  for (const { path, text } of files) {
    const content = await expectGit(git, ['cat-file', 'blob', `${head}:${path}`])
    if (content.toString('utf8') === text) continue
    throw invalidCheckout(
      root,
      `${JSON.stringify(path)} is not as it is in Git: \`.gitattributes\` has its line endings, or more, converted`,
      'Have files with hashes left as they are: `*.nix -text` in `.gitattributes`.'
    )
  }
}

/**
 * A workshop like this one, of another commit of its repository: its files are written below the scratch folder, as a checkout of its own, and
 * copied from there. Throws PACKAGE_INVALID when the package is not there at that commit, GIT_FAILED, DISK_FULL.
 */
export async function openAt(shop: Workshop, commit: string): Promise<Workshop> {
  const { environment, scratch, log, work, project } = shop
  const { workspace, childEnvironment: env } = environment
  // The packages' references are about the workspace: the checkout, a folder in it, or one above it.
  const above = relative(workspace, project.root)
  const isAbove = above !== '' && !above.startsWith('..')
  const home = join(scratch, 'base')
  const root = isAbove ? join(home, above) : home
  await checkOut(project.git, gitIn(root, env, log), commit)
  const moved = (path: string): string => {
    const below = relative(project.root, path)
    return below.startsWith('..') || isAbsolute(below) ? path : join(root, below)
  }
  const place = isAbove ? home : moved(workspace)
  const there = await openProject({ workspace: place, package: work.package, env, log })
  const copy = await makeCopy(there, join(scratch, 'base-copy'), { inMemoryOf: scratch })
  return {
    ...shop,
    work: { ...work, nixpkgs: work.nixpkgs === null ? null : moved(work.nixpkgs) },
    environment: { ...environment, workspace: place },
    project: there,
    copy,
    files: readTextFiles(there),
    unreadMeta: new Map()
  }
}

/** Makes the folder a repository that uses the other one's objects, with the commit's files in it. */
async function checkOut(from: Git, to: Git, commit: string): Promise<void> {
  const { objects, shallow } = await locateObjects(from)
  await mkdir(to.directory, { recursive: true })
  await expectGit(to, ['init', '--quiet', '--template='])
  const { gitDir } = await locateObjects(to)
  await writeFile(join(gitDir, 'objects', 'info', 'alternates'), `${objects}\n`)
  if (shallow !== null) await copyFile(shallow, join(gitDir, 'shallow'))
  await expectGit(to, ['checkout', '--quiet', '--detach', commit])
}
