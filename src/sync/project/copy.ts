import {
  appendFile,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  writeFile
} from 'node:fs/promises'
import { chmodSync, cpSync, lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { allOf } from '../../all-of.ts'
import { internalError, type NarPublishError } from '../../errors.ts'
import { gitEnvironment } from '../../repository/git/environment.ts'
import { expectGit, runGit, type Git } from '../../repository/git/run.ts'
import { removeFolder } from '../../scratch.ts'
import { systemFault } from '../../system-errors.ts'
import type { RewrittenFile } from '../types.ts'
import { copyFiles, findFiles, linkedFiles, linkFiles, type FoundFile } from './copy-files.ts'
import { makeIndex, sealIndex } from './git-index.ts'
import type { Project } from './locate-package.ts'
import { roomInMemory } from './room-in-memory.ts'
import { invalidCheckout, locateObjects, type TrackedFile } from './work-tree.ts'

/**
 * The project's tracked files in a folder of ours, with the very bytes, modes and links of the work tree, as a Git repository at
 * the same commit: Nix evaluates it in the user's stead. What is written here is seen by Nix, as it is tracked already.
 */
export class Copy {
  project: Project
  /** Absolute, without symbolic links. */
  readonly folder: string
  /** The repository of the copy, beside the folder: a package that takes the whole folder for its source must not see it change. */
  readonly gitDir: string
  /** Beside them, and always on the disk: what Nix fetches for evaluations. */
  readonly cache: string
  readonly #found: readonly FoundFile[]
  readonly #tracked: ReadonlyMap<string, TrackedFile>
  /** By path: what stood in each file before it was first written; null: there was none. */
  readonly #originals: Map<string, Buffer | null>
  /** By path: what the file is instead of the checkout's. */
  readonly #made: Map<string, Buffer>
  readonly #twinOf: Copy | null
  /** Whether a twin has, or had, the same files. */
  #isShared: boolean
  #isHandedOver = false

  /** `home`: where the files are, absolute, without symbolic links. */
  constructor(
    project: Project,
    found: readonly FoundFile[],
    { home, cache, twinOf = null }: { home: string; cache: string; twinOf?: Copy | null }
  ) {
    this.project = project
    this.folder = join(home, 'tree')
    this.gitDir = join(home, 'git')
    this.cache = cache
    this.#found = found
    this.#tracked = new Map(project.files.map((file) => [file.path, file]))
    this.#originals = new Map(twinOf === null ? [] : twinOf.#originals)
    this.#made = new Map(twinOf === null ? [] : twinOf.#made)
    this.#twinOf = twinOf
    this.#isShared = twinOf !== null
  }

  /** Of a tracked plain file; whether it is a program stays. */
  async write(path: string, text: string): Promise<void> {
    const file = await this.#plainFile(path)
    if (!this.#originals.has(path)) this.#originals.set(path, await readFile(file))
    this.#replace(file, text)
  }

  /** Makes the file what it is in the checkout, or what it was made. */
  async restore(path: string): Promise<void> {
    const original = this.#made.get(path) ?? this.#originals.get(path)
    if (original === undefined || original === null) return
    this.#replace(await this.#plainFile(path), original)
  }

  /** From now on the file is this instead of the checkout's; one that is not there is made, and tracked in the copy. */
  async make(path: string, content: Buffer): Promise<void> {
    const isNew = !this.#tracked.has(path) && !this.#made.has(path)
    if (isNew) await this.#makeNew(path)
    const file = await this.#plainFile(path, isNew)
    if (!this.#originals.has(path)) this.#originals.set(path, isNew ? null : await readFile(file))
    this.#made.set(path, content)
    this.#replace(file, content)
    if (isNew) await expectGit(this.git, ['update-index', '--add', '--', path])
  }

  /** Takes it away, in memory or on the disk, with what was fetched for it. */
  remove(): void {
    removeFolder(dirname(this.folder))
    if (this.#twinOf === null) removeFolder(this.cache)
  }

  /**
   * Makes it the checkout again, for this project, whose files are the same. False: it cannot be, as somebody else may have written in it, or there
   * are files that were not.
   */
  async reopen(project: Project): Promise<boolean> {
    const { root, head, flakeFolder } = this.project
    const isSame = project.root === root && project.head === head
    // Git does not know the files of one that no flake was in.
    const isReady = project.flakeFolder === null || flakeFolder !== null
    const hasMore = [...this.#originals.values()].includes(null)
    if (this.#isHandedOver || !isSame || !isReady || hasMore) return false
    this.#made.clear()
    for (const path of this.#originals.keys()) await this.restore(path)
    this.#originals.clear()
    this.project = project
    return true
  }

  /**
   * A copy of its own that holds what this one holds now, made in a fraction of the time, as most of its files are links to this one's. Its folder
   * has the same name, and what is fetched for either serves both. null: it cannot be had, as somebody else may write in the files, or the file
   * system has no room for it.
   */
  async twin(): Promise<Copy | null> {
    if (this.#isHandedOver) return null
    // Beside this one: what leads from one folder to another by a relative path does so there.
    const home = await mkdtemp(`${dirname(this.folder)}-twin-`)
    const { project, cache } = this
    const twin = new Copy(project, this.#found, { home, cache, twinOf: this })
    try {
      this.#isShared = true
      cpSync(this.gitDir, twin.gitDir, { recursive: true })
      await mkdir(twin.folder)
      const [root, folder] = [this.folder, twin.folder]
      const written = [...this.#originals.keys()]
      await linkFiles(project.files, this.#found, written, { root, folder })
      await copyFile(join(this.folder, '.git'), join(twin.folder, '.git'))
      return twin
    } catch (error) {
      removeFolder(home)
      if (systemFault(error) === null) throw error
      return null
    }
  }

  /** Before a program that is not ours works in it, which may write into files where they stand: none of them is a twin's as well. */
  handOver(): void {
    // What it left has no links, and need not be there.
    if (this.#isHandedOver) return
    this.#isHandedOver = true
    if (!this.#isShared) return
    for (const file of linkedFiles(this.#found, this.folder)) {
      this.#replace(file, readFileSync(file))
    }
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
    return file
  }

  /** By another one in its place: a twin's may be the same. */
  #replace(file: string | Buffer, content: string | Buffer): void {
    const { mode } = lstatSync(file)
    // Not where Nix looks.
    const made = join(this.gitDir, 'made')
    writeFileSync(made, content)
    // Some checkouts are read-only.
    chmodSync(made, (mode & 0o777) | 0o200)
    renameSync(made, file)
  }
}

function notPlain(path: string): NarPublishError {
  return internalError(path, 'it is not a plain file that Git tracks, and was to be written')
}

interface CopyOptions {
  /** The run's scratch folder: the copy may be in the part of it that is in memory. Default: it is below its own. */
  inMemoryOf?: string
  /** Repository paths: these files alone. Default: all. */
  only?: ReadonlySet<string>
}

/**
 * Copies the project below `scratch`, which is made if need be. The checkout's objects are used where they are, so that a
 * repository of any size takes as long as copying its files. Throws CHECKOUT_INVALID, GIT_FAILED, DISK_FULL.
 */
export async function makeCopy(
  project: Project,
  scratch: string,
  { inMemoryOf, only }: CopyOptions = {}
): Promise<Copy> {
  const { root, head, files, flakeFolder } = project
  if (head.length !== 40) {
    const hint = 'A package is evaluated out of a repository of SHA-1 alone, as GitHub has them.'
    throw invalidCheckout(root, 'Git names its objects by SHA-256, and not by SHA-1', hint)
  }
  const found = findFiles(root, files, only && ((path) => only.has(path)))
  await mkdir(scratch, { recursive: true })
  const onDisk = await realpath(scratch)
  const home = inMemoryOf === undefined ? null : roomInMemory(inMemoryOf, found)
  const copy = new Copy(project, found, { home: home ?? onDisk, cache: join(onDisk, 'cache') })
  const { folder, gitDir } = copy
  await mkdir(folder)
  // Of a part nothing is evaluated.
  const isLookedAt = flakeFolder !== null && only === undefined
  const index = makeIndex(files)
  // Git's part runs beside ours.
  const [unlike] = await allOf([
    copyFiles(found, { root, folder }, { index, isLookedAt }),
    makeRepository(copy)
  ])
  await writeFile(join(gitDir, 'index'), sealIndex(index))
  if (isLookedAt && unlike > 0) await rememberStat(copy)
  return copy
}

/** At the commit, without an index. */
async function makeRepository({ project, folder, gitDir, git }: Copy): Promise<void> {
  const { root, head } = project
  const { objects, shallow } = await locateObjects(project.git)
  // Relative, as libgit2 (in Nix) reads it too, and so that the copy may be seen under another name.
  const alternate = relative(join(gitDir, 'objects'), await realpath(objects))
  if (/\p{Cc}/u.test(alternate)) {
    throw invalidCheckout(root, 'the name of its folder of objects holds a control character')
  }
  // Whatever somebody prefers for new ones.
  const formats = { GIT_DEFAULT_REF_FORMAT: 'files', GIT_DEFAULT_HASH: 'sha1' }
  const init = ['init', '--quiet', '--template=', `--separate-git-dir=${gitDir}`]
  await expectGit({ ...git, env: { ...git.env, ...formats } }, init)
  await mkdir(join(gitDir, 'objects', 'info'), { recursive: true })
  await writeFile(join(gitDir, 'objects', 'info', 'alternates'), `${alternate}\n`)
  if (shallow !== null) await copyFile(shallow, join(gitDir, 'shallow'))
  await writeFile(join(gitDir, 'HEAD'), `${head}\n`)
  // A twin's links change them, of what is as it was.
  await appendFile(join(gitDir, 'config'), '[core]\n\ttrustctime = false\n')
  await writeFile(join(folder, '.git'), `gitdir: ${relative(folder, gitDir)}\n`)
}

/** Of files that are as Git would check them out, but other bytes than it has: their line endings. It would read them in each evaluation. */
async function rememberStat({ git }: Copy): Promise<void> {
  // It ends with 1 when a file is not as Git would check it out, for its line endings.
  await runGit(git, ['update-index', '-q', '--refresh'])
}
