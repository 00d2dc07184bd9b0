import {
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { chmod, copyFile, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { internalError, type NarPublishError } from '../../errors.ts'
import { gitEnvironment } from '../../repository/git/environment.ts'
import { expectGit, runGit, type Git } from '../../repository/git/run.ts'
import type { RewrittenFile } from '../types.ts'
import type { Project } from './locate-package.ts'
import { invalidCheckout, locateObjects, type TrackedFile } from './work-tree.ts'

/**
 * The project's tracked files in a folder of ours, with the very bytes, modes and links of the work tree, as a Git repository at
 * the same commit: Nix evaluates it in the user's stead. What is written here is seen by Nix, as it is tracked already.
 */
export class Copy {
  readonly project: Project
  /** Absolute, without symbolic links. */
  readonly folder: string
  /** The repository of the copy, beside the folder: a package that takes the whole folder for its source must not see it change. */
  readonly gitDir: string
  readonly #tracked: ReadonlyMap<string, TrackedFile>
  /** By path: what stood in each file before it was first written; null: there was none. */
  readonly #originals = new Map<string, Buffer | null>()
  /** By path: what the file is instead of the checkout's. */
  readonly #made = new Map<string, Buffer>()

  constructor(project: Project, folder: string, gitDir: string) {
    this.project = project
    this.folder = folder
    this.gitDir = gitDir
    this.#tracked = new Map(project.files.map((file) => [file.path, file]))
  }

  /** Of a tracked plain file; its mode stays. */
  async write(path: string, text: string): Promise<void> {
    const file = await this.#plainFile(path)
    if (!this.#originals.has(path)) this.#originals.set(path, await readFile(file))
    await writeFile(file, text)
  }

  /** Makes the file what it is in the checkout, or what it was made. */
  async restore(path: string): Promise<void> {
    const original = this.#made.get(path) ?? this.#originals.get(path)
    if (original === undefined || original === null) return
    await writeFile(await this.#plainFile(path), original)
  }

  /** From now on the file is this instead of the checkout's; one that is not there is made, and tracked in the copy. */
  async make(path: string, content: Buffer): Promise<void> {
    const isNew = !this.#tracked.has(path) && !this.#made.has(path)
    if (isNew) await this.#makeNew(path)
    const file = await this.#plainFile(path, isNew)
    if (!this.#originals.has(path)) this.#originals.set(path, isNew ? null : await readFile(file))
    this.#made.set(path, content)
    await writeFile(file, content)
    if (isNew) await expectGit(this.git, ['update-index', '--add', '--', path])
  }

  /** For commands in the copy. */
  get git(): Git {
    const { root, env, git } = this.project
    return {
      ...{ directory: this.folder, isWorkTree: true, url: root, log: git.log },
      env: gitEnvironment(env, [])
    }
  }

  async #makeNew(path: string): Promise<void> {
    const folder = dirname(join(this.folder, path))
    await mkdir(folder, { recursive: true })
    if ((await realpath(folder)) !== folder) throw notPlain(path)
    await writeFile(join(this.folder, path), '', { flag: 'wx' })
  }

  /** The files that are not as in the checkout, in their order, a formatter's changes of written ones included. */
  async rewrittenFiles(): Promise<RewrittenFile[]> {
    const files: RewrittenFile[] = []
    for (const path of [...this.#originals.keys()].toSorted()) {
      const before = this.#originals.get(path)?.toString('utf8') ?? null
      const after = await readFile(await this.#plainFile(path), 'utf8')
      if (before !== after) files.push({ path, before, after })
    }
    return files
  }

  /** Where it is. A formatter, too, may not make it a link to somewhere else. */
  async #plainFile(path: string, isNew = this.#originals.get(path) === null): Promise<string> {
    const file = join(this.folder, path)
    const kind = this.#tracked.get(path)?.kind
    const isPlain = isNew || kind === 'file' || kind === 'executable'
    const found = await lstat(file).catch(() => null)
    if (!isPlain || found?.isFile() !== true || (await realpath(file)) !== file) {
      throw notPlain(path)
    }
    // Some checkouts are read-only.
    if ((found.mode & 0o200) === 0) await chmod(file, found.mode | 0o200)
    return file
  }
}

function notPlain(path: string): NarPublishError {
  return internalError(path, 'it is not a plain file that Git tracks, and was to be written')
}

/**
 * Copies the project below `scratch`, which is made if need be. The checkout's objects are used where they are, so that a
 * repository of any size takes as long as copying its files. Throws CHECKOUT_INVALID, GIT_FAILED, DISK_FULL.
 */
export async function makeCopy(project: Project, scratch: string): Promise<Copy> {
  await mkdir(scratch, { recursive: true })
  const home = await realpath(scratch)
  const copy = new Copy(project, join(home, 'tree'), join(home, 'git'))
  await mkdir(copy.folder)
  await makeRepository(copy)
  copyFiles(project.root, project.files, copy.folder)
  if (project.flakeFolder !== null) await rememberStat(copy)
  return copy
}

async function makeRepository({ project, folder, gitDir }: Copy): Promise<void> {
  const { root, head, env } = project
  const { objects, shallow } = await locateObjects(project.git)
  await mkdir(gitDir)
  const git: Git = {
    directory: gitDir,
    url: root,
    env: gitEnvironment(env, []),
    log: project.git.log
  }
  await expectGit(git, ['init', '--quiet', '--bare', '--template='])
  await expectGit(git, ['config', '--local', 'core.bare', 'false'])
  // Relative, as libgit2 (in Nix) reads it too, and so that the copy may be seen under another name.
  const alternate = relative(join(gitDir, 'objects'), await realpath(objects))
  if (/\p{Cc}/u.test(alternate)) {
    throw invalidCheckout(root, 'the name of its folder of objects holds a control character')
  }
  await mkdir(join(gitDir, 'objects', 'info'), { recursive: true })
  await writeFile(join(gitDir, 'objects', 'info', 'alternates'), `${alternate}\n`)
  if (shallow !== null) await copyFile(shallow, join(gitDir, 'shallow'))
  await expectGit(git, ['update-ref', '--no-deref', 'HEAD', head])
  await expectGit(git, ['read-tree', head])
  await writeFile(join(folder, '.git'), `gitdir: ../${basename(gitDir)}\n`)
}

/** Git and Nix look at a flake's state in each evaluation: without this they would read every file each time. */
async function rememberStat({ git }: Copy): Promise<void> {
  // It ends with 1 when a file is not as Git would check it out, for its line endings.
  await runGit(git, ['update-index', '-q', '--refresh'])
}

/** Bytes up to which a file is read and written; the kernel's own way of copying takes twice as long for small ones. */
const smallFile = 1024 * 1024

/**
 * Copies what is tracked in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links, as the copies are
 * edited. Synchronously, as that costs half the processor time for 45,000 small files (nixpkgs).
 */
function copyFiles(root: string, files: readonly TrackedFile[], folder: string): void {
  const made = new Set<string>()
  for (const { name } of files) {
    const parent = name.subarray(0, Math.max(name.lastIndexOf('/'), 0))
    const key = parent.toString('latin1')
    if (!made.has(key)) mkdirSync(below(folder, parent), { recursive: true })
    made.add(key)
    copy(below(root, name), below(folder, name))
  }
}

/** Names are bytes to Git and to the disk. */
function below(folder: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), name])
}

function copy(from: Buffer, to: Buffer): void {
  const found = lstatSync(from, { throwIfNoEntry: false })
  // A sparse checkout does not have all that is tracked.
  if (found === undefined) return
  if (found.isDirectory()) copySubmodule(from.toString('utf8'), to.toString('utf8'))
  else if (found.isSymbolicLink()) symlinkSync(readlinkSync(from, 'buffer'), to)
  else if (found.size > smallFile) copyFileSync(from, to)
  else writeFileSync(to, readFileSync(from), { mode: found.mode })
}

/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => basename(source) !== '.git'
  })
}
