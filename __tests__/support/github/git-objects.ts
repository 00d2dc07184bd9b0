import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommitObject, GitObjects, TreeEntry } from './objects.ts'
import type { Repository } from './repository.ts'

/** What a commit reaches. */
export interface Reachable {
  /** Parents before children. */
  commits: CommitObject[]
  /** Folders before the folder that they are in. */
  trees: Map<string, readonly TreeEntry[]>
  blobs: Set<string>
}

/** All that a commit reaches, but for commits and trees of `known` and what only these reach. */
export async function collect(
  objects: GitObjects,
  repository: Repository,
  head: string,
  known: ReadonlySet<string> = new Set()
): Promise<Reachable> {
  const commits = new Map<string, CommitObject>()
  const trees = new Map<string, readonly TreeEntry[]>()
  const blobs = new Set<string>()

  const addTree = async (sha: string): Promise<void> => {
    if (trees.has(sha) || known.has(sha)) return
    const entries = present(await objects.tree(repository, sha), 'tree', sha)
    for (const entry of entries) {
      if (entry.type === 'tree') await addTree(entry.sha)
      else if (entry.type === 'blob') blobs.add(entry.sha)
    }
    trees.set(sha, entries)
  }
  // A loop and no recursion: a branch has thousands of commits.
  const isDone = (sha: string): boolean => commits.has(sha) || known.has(sha)
  const waiting = [head]
  for (let sha = waiting.at(-1); sha !== undefined; sha = waiting.at(-1)) {
    const commit = isDone(sha)
      ? undefined
      : present(await objects.commit(repository, sha), 'commit', sha)
    const parents = commit?.parents.map((parent) => parent.sha).filter((p) => !isDone(p)) ?? []
    if (commit && parents.length === 0) {
      await addTree(commit.tree.sha)
      commits.set(sha, commit)
    }
    if (parents.length > 0) waiting.push(...parents)
    else waiting.pop()
  }
  return { commits: [...commits.values()], trees, blobs }
}

function present<T>(object: T | null, type: string, sha: string): T {
  if (object === null) throw new Error(`${type} ${sha} is missing`)
  return object
}

export async function writeBlobs(
  path: string,
  objects: GitObjects,
  repository: Repository,
  shas: ReadonlySet<string>
): Promise<void> {
  if (shas.size === 0) return
  const stream: Buffer[] = []
  for (const sha of shas) {
    const content = present(await objects.blob(repository, sha), 'blob', sha)
    stream.push(Buffer.from(`blob\nmark :1\ndata ${content.length}\n`), content)
    stream.push(Buffer.from('\nget-mark :1\n'))
  }
  // As one pack, which costs a file for all of them, and which git's server sends as it is.
  const args = ['-c', 'fastimport.unpackLimit=0', 'fast-import', '--quiet']
  compare('blob', [...shas], await git(path, args, Buffer.concat(stream)))
}

export async function writeCommits(path: string, commits: readonly CommitObject[]): Promise<void> {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]))
  const shas = [...bySha.keys()]
  if (shas.length === 0) return
  // Through files: it gives their shas in the same order.
  const folder = await mkdtemp(join(path, '..', 'commits-'))
  const files = await Promise.all(
    [...bySha].map(async ([sha, commit]) => {
      const file = join(folder, sha)
      await writeFile(file, commitBytes(commit))
      return file
    })
  )
  const options = ['-w', '-t', 'commit', '--stdin-paths', '--no-filters']
  const written = await git(path, ['hash-object', ...options], files.join('\n'))
  await rm(folder, { recursive: true })
  compare('commit', shas, written)
}

/** `options`: of `git mktree`. */
export async function writeTrees(
  path: string,
  trees: ReadonlyMap<string, readonly TreeEntry[]>,
  options: readonly string[] = []
): Promise<void> {
  if (trees.size === 0) return
  // With -z, an entry ends with a NUL and so does the list of them.
  const input = [...trees.values()].map((entries) => {
    const lines = entries.map(
      ({ mode, type, sha, path: name }) => `${mode} ${type} ${sha}\t${name}\0`
    )
    return `${lines.join('')}\0`
  })
  compare(
    'tree',
    [...trees.keys()],
    await git(path, ['mktree', '--batch', '-z', ...options], input.join(''))
  )
}

function compare(type: string, shas: readonly string[], written: string): void {
  const own = written === '' ? [] : written.trim().split('\n')
  for (const [index, sha] of shas.entries()) {
    if (own[index] !== sha) {
      throw new Error(`${type} ${sha}: git makes it ${own[index] ?? 'nothing'}`)
    }
  }
}

/** A commit as emulate 0.12.2 hashes it: whole seconds, and a newline at the message's end (GitHub adds none, git does). */
function commitBytes({ tree, parents, author, committer, message }: CommitObject): Buffer {
  const lines = [
    `tree ${tree.sha}`,
    ...parents.map(({ sha }) => `parent ${sha}`),
    `author ${identityLine(author)}`,
    `committer ${identityLine(committer)}`,
    '',
    message.endsWith('\n') ? message : `${message}\n`
  ]
  return Buffer.from(lines.join('\n'))
}

function identityLine({ name, email, date }: CommitObject['author']): string {
  const zone = /([+-]\d{2}):?(\d{2})$/.exec(date)
  const offset = zone ? `${zone[1] ?? ''}${zone[2] ?? ''}` : '+0000'
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1_000)} ${offset}`
}

/** Runs it in `cwd` and gives stdout. Throws with git's words when it fails. */
export function git(
  cwd: string,
  args: readonly string[],
  input: string | Buffer = ''
): Promise<string> {
  // No hook, filter or setting of the machine has a say in what is judged here.
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C'
  }
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    // Nothing needs to outlive the test: git's flush of each object to the disk is most of the time.
    const child = execFile(
      'git',
      ['-c', 'core.fsync=none', ...args],
      options,
      (error, stdout, stderr) => {
        if (error) reject(new Error(`git ${args.join(' ')}: ${stderr}`, { cause: error }))
        else resolve(stdout)
      }
    )
    // A git that reads no input may be gone by now (EPIPE); whether it succeeded is told by its exit code.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
