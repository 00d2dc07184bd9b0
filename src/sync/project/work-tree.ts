import { isUtf8 } from 'node:buffer'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { printCommand } from '../../process/print-command.ts'
import { workTreeEnvironment } from '../../repository/git/environment.ts'
import {
  askGit,
  expectGit,
  gitFailure,
  gitWords,
  runGit,
  type Git,
  type GitExit
} from '../../repository/git/run.ts'

/** Something that Git tracks. */
export interface TrackedFile {
  /** Repository path; not the file's name when `name` is not UTF-8. */
  path: string
  /** The same as Git has it. */
  name: Buffer
  kind: 'file' | 'executable' | 'symlink' | 'submodule'
  /** Git's hash of its blob, or of a submodule's commit. */
  blob: string
}

/** Files that a message names. */
const namedFiles = 5

/** Git in a folder of somebody's work tree, reading only. */
export function gitIn(folder: string, env: Readonly<Record<string, string>>, log: Log): Git {
  return { directory: folder, isWorkTree: true, url: folder, env: workTreeEnvironment(env), log }
}

/** The root of the work tree that holds the folder; null when it is in none. Throws CHECKOUT_INVALID when git may not or cannot say. */
export async function findRoot(git: Git): Promise<string | null> {
  const ended = await runGit(git, ['rev-parse', '--show-toplevel'])
  if (ended.status === 0) {
    const root = ended.stdout.toString('utf8').replace(/\n$/, '')
    if (isUtf8(ended.stdout) && !/\p{Cc}/u.test(root)) return root
    throw invalidCheckout(root, 'its name holds a control character, or is not UTF-8')
  }
  if (ended.stderr.includes('not a git repository')) return null
  throw rootFailure(git, ended)
}

function rootFailure(git: Git, ended: GitExit): NarPublishError {
  const owned = /detected dubious ownership in repository at '(.*)'/.exec(ended.stderr)
  if (owned?.[1] !== undefined) {
    // As in a container's job: the checkout is the runner's, and the steps are root's.
    return invalidCheckout(
      owned[1],
      'it belongs to another user, and git refuses to read it',
      `Run \`${printCommand({ program: 'git', args: ['config', '--global', '--add', 'safe.directory', owned[1]] })}\` before this step.`
    )
  }
  if (ended.stderr.includes('must be run in a work tree')) {
    return invalidCheckout(
      git.directory,
      'it is inside of a repository, where no files are checked out'
    )
  }
  return gitFailure(git, ended)
}

/** Throws CHECKOUT_INVALID when nothing was ever committed. */
export async function headOf(git: Git): Promise<string> {
  const ended = await runGit(git, ['rev-parse', '--verify', 'HEAD^{commit}'])
  if (ended.status !== 0) {
    throw invalidCheckout(git.directory, `it has no commit that git can read: ${gitWords(ended)}`)
  }
  return ended.stdout.toString('utf8').trim()
}

/** What Git tracks, in its order. */
export async function listTracked(git: Git): Promise<TrackedFile[]> {
  const listing = await expectGit(git, ['ls-files', '--stage', '-z'])
  return nulSeparated(listing).map((entry) => {
    const tab = entry.indexOf('\t')
    const [mode = '', blob = ''] = entry.subarray(0, tab).toString('latin1').split(' ')
    const name = entry.subarray(tab + 1)
    return { path: name.toString('utf8'), name, kind: kinds[mode] ?? 'file', blob }
  })
}

/** By Git's mode. */
const kinds: Readonly<Partial<Record<string, TrackedFile['kind']>>> = {
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule'
}

/** Files that Git does not track do not matter. `paths`: of these alone; empty: of all. Throws TREE_DIRTY. */
export async function expectCleanTree(git: Git, paths: readonly string[] = []): Promise<void> {
  const status = await expectGit(git, [
    ...['status', '--porcelain=v1', '-z', '--no-renames'],
    ...['--untracked-files=no', '--ignore-submodules=untracked', '--'],
    ...paths.map((path) => `:(top,literal)${path}`)
  ])
  const dirty = nulSeparated(status).map((entry) => JSON.stringify(entry.toString('utf8').slice(3)))
  if (dirty.length === 0) return
  const named = dirty.slice(0, namedFiles).join(', ')
  throw new NarPublishError({
    code: 'TREE_DIRTY',
    subject: git.directory,
    reason:
      dirty.length === 1
        ? `${named} is not as it was committed`
        : `${dirty.length} files are not as they were committed: ${named}${dirty.length > namedFiles ? ', …' : ''}`
  })
}

/** Where the repository keeps its objects, and the file that tells where a shallow clone ends (null: it is not one). */
export async function locateObjects(
  git: Git
): Promise<{ gitDir: string; objects: string; shallow: string | null }> {
  const question = ['--absolute-git-dir', '--git-path', 'objects', '--git-path', 'shallow']
  const answer = await askGit(git, ['rev-parse', ...question])
  const [gitDir = '', objects = '', shallowFile = ''] = answer.split('\n')
  const shallow = resolve(git.directory, shallowFile)
  return {
    gitDir,
    objects: resolve(git.directory, objects),
    shallow: existsSync(shallow) ? shallow : null
  }
}

/** The checkout is there, but nothing can be done with it. */
export function invalidCheckout(folder: string, reason: string, hint?: string): NarPublishError {
  return new NarPublishError({ code: 'CHECKOUT_INVALID', subject: folder, reason, hint })
}

export function nulSeparated(output: Buffer): Buffer[] {
  const entries: Buffer[] = []
  for (let start = 0; start < output.length;) {
    const found = output.indexOf(0, start)
    const end = found === -1 ? output.length : found
    entries.push(output.subarray(start, end))
    start = end + 1
  }
  return entries
}
