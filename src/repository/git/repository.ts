import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { defaultLimits as limits } from '../limits.ts'
import { realPace, type Pace } from '../pace.ts'
import type { Head } from '../types.ts'
import { readFailure, type GitAnswer } from './answers.ts'
import { ObjectReader } from './cat-file.ts'
import { gitEnvironment, type GitSetting } from './environment.ts'
import { expectGitLine, nameLines, remote, runGit, type Git, type GitExit } from './run.ts'

export interface RepositoryOptions {
  /** Address or absolute path, as git takes it; without secrets. */
  url: string
  /** Folder below which the repository is made. */
  scratch: string
  /** Of child processes, without our own settings. */
  env: Readonly<Record<string, string>>
  /** For the commands that talk to the target. */
  settings?: readonly GitSetting[]
  log: Log
  pace?: Pace
}

const baseRef = 'refs/nar-publish/base'
const seenRef = 'refs/nar-publish/seen'
/** As many commits back a push whose answer was lost is looked for. */
const seenDepth = 256

/**
 * A bare repository on this disk that has of the target's branch its newest commit and the folders of that, and of the files only
 * those that were asked for. Every connection to the target is made here, one at a time, and counted.
 */
export class Repository {
  readonly git: Git
  /** What is here already. */
  readonly objects: ObjectReader
  readonly pace: Pace
  /** Connections made to the target, those tried again included. */
  connections = 0
  /** All files come with a commit: the target does not know `--filter`, or gives none by its name. */
  hasEverything = false
  /** What was fetched last: a branch's ref, or a commit. */
  #source = ''
  #queue: Promise<unknown> = Promise.resolve()
  readonly #fetched = new Set<string>()

  readonly #options: RepositoryOptions

  private constructor(git: Git, options: RepositoryOptions) {
    this.git = git
    this.objects = new ObjectReader(git)
    this.pace = options.pace ?? realPace
    this.#options = options
  }

  /** No connection is made yet, and no program started. */
  static make(options: RepositoryOptions): Repository {
    const { url, scratch, log } = options
    mkdirSync(scratch, { recursive: true })
    const directory = mkdtempSync(join(scratch, 'git-'))
    const env = gitEnvironment(options.env, [])
    // What makes a folder a repository (gitrepository-layout): a process for it takes longer than all that it does.
    for (const folder of ['objects', 'refs']) mkdirSync(join(directory, folder))
    writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/none\n')
    writeFileSync(join(directory, 'config'), configuration(url))
    return new Repository(
      { directory, url, env, onlineSettings: options.settings ?? [], log },
      options
    )
  }

  /**
   * The branch that the target calls its default, also when it has no commit yet; null when it does not say (its HEAD is
   * detached, or the host is old and the repository empty).
   */
  async defaultBranch(): Promise<string | null> {
    const listed = await this.#expectOnline(['ls-remote', '--symref', '--', remote, 'HEAD'])
    const symref = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(listed.stdout.toString())
    if (symref?.[1] !== undefined) return symref[1]
    if (listed.stdout.length > 0) return null
    // Only a clone is told of a branch that has no commit.
    const clone = join(this.git.directory, 'empty')
    await this.#expectOnline([
      ...['clone', '--quiet', '--bare', '--template=', '--depth=1'],
      ...['--', this.git.url, clone]
    ])
    const head = await expectGitLine(this.git, ['--git-dir', clone, 'symbolic-ref', 'HEAD'])
    return head.startsWith('refs/heads/') ? head.slice('refs/heads/'.length) : null
  }

  /** Where the branch is now, with its folders fetched; null when it does not exist. */
  fetchBranch(branch: string): Promise<Head | null> {
    return this.#fetchCommit(`refs/heads/${branch}`)
  }

  /**
   * A commit by its name, with its folders; null when the target does not have it. `expected`: blobs that come along, if the target has them
   * all; else they are to be fetched when it is known which there are.
   */
  fetchCommit(commit: string, expected: readonly string[] = []): Promise<Head | null> {
    return this.#fetchCommit(commit, expected)
  }

  async #fetchCommit(source: string, expected: readonly string[] = []): Promise<Head | null> {
    this.#source = source
    const filter = this.hasEverything ? '--no-filter' : '--filter=blob:none'
    const blobs = this.hasEverything ? [] : [...new Set(expected)]
    const wanted = [`+${source}:${baseRef}`, ...blobs]
    const answer = await this.online(
      fetchArguments(['--depth=1', filter, '--stdin']),
      // By its standard input: they may be more than a command line holds.
      { stdin: nameLines(this.git, wanted) }
    )
    if (blobs.length > 0 && mayBeAboutObjects(answer)) return this.#fetchCommit(source)
    if (answer.kind === 'no-branch') return null
    if (answer.kind !== 'done') throw answer.error
    if (answer.exit.stderr.includes('filtering not recognized by server') && !this.hasEverything) {
      this.hasEverything = true
      this.git.log.warning(
        `${this.git.url} sends every file of the branch, because it does not know partial clones. \`git config uploadpack.allowFilter true\` there makes publishing cheaper.`
      )
    }
    for (const blob of blobs) this.#fetched.add(blob)
    const fetched = (await this.objects.read('commit', [baseRef])).get(baseRef)
    const tree = /^tree ([0-9a-f]+)$/m.exec(fetched?.content.toString('latin1') ?? '')?.[1]
    if (fetched === undefined || tree === undefined) {
      throw new NarPublishError({
        code: 'GIT_FAILED',
        subject: this.git.url,
        reason: `what it gives for ${source} is no commit`
      })
    }
    return { commit: fetched.object, tree }
  }

  /** Whether some of these blobs are not here. */
  lacks(blobs: Iterable<string>): boolean {
    return !this.hasEverything && [...blobs].some((blob) => !this.#fetched.has(blob))
  }

  /** Brings these blobs here in one connection, as far as they are not here yet. */
  async fetchBlobs(blobs: readonly string[]): Promise<void> {
    if (this.hasEverything) return
    const missing = [...new Set(blobs)].filter((blob) => !this.#fetched.has(blob))
    if (missing.length === 0) return
    const answer = await this.online(
      [...withoutHaves, ...fetchArguments(['--filter=blob:none', '--stdin'])],
      { stdin: nameLines(this.git, missing) }
    )
    if (answer.kind === 'done') for (const blob of missing) this.#fetched.add(blob)
    else if (isUnadvertised(answer)) await this.#fetchEverything()
    else throw answer.error
  }

  /** By version 0 of the protocol a file has no name: an ssh server that does not pass GIT_PROTOCOL on knows no other. */
  async #fetchEverything(): Promise<void> {
    this.hasEverything = true
    this.git.log.warning(
      `${this.git.url} sends every file of the branch, because it gives none by its name. \`AcceptEnv GIT_PROTOCOL\` in its sshd_config, or \`git config uploadpack.allowAnySHA1InWant true\` there, makes publishing cheaper.`
    )
    const fetch = (depth: number): Promise<GitExit> =>
      this.#expectOnline([
        ...withoutHaves,
        ...fetchArguments([`--depth=${depth}`, '--no-filter'], `+${this.#source}:${seenRef}`)
      ])
    await fetch(1)
    const commits = await this.objects.read('commit', [baseRef, seenRef])
    if (commits.get(baseRef)?.object === commits.get(seenRef)?.object) return
    // Somebody's commit came between, and what is asked for is of the one before. Of a commit at which history is cut here the target would send nothing.
    await rm(join(this.git.directory, 'shallow'), { force: true })
    await fetch(seenDepth)
  }

  /** Whether the branch has `commit` in its newest history. */
  async branchContains(branch: string, commit: string): Promise<boolean> {
    // Commits alone, in a repository of their own: here git would take them for whole and fetch their folders no more.
    const history = Repository.make(this.#options)
    try {
      const answer = await history.online(
        fetchArguments(
          [`--depth=${seenDepth}`, '--filter=tree:0'],
          `+refs/heads/${branch}:${seenRef}`
        )
      )
      if (answer.kind === 'no-branch') return false
      if (answer.kind !== 'done') throw answer.error
      const found = await runGit(history.git, ['merge-base', '--is-ancestor', commit, seenRef])
      return found.status === 0
    } finally {
      this.connections += history.connections
      await rm(history.git.directory, { recursive: true, force: true })
    }
  }

  async #expectOnline(args: readonly string[], stdin?: string): Promise<GitExit> {
    const answer = await this.online(args, stdin === undefined ? {} : { stdin })
    if (answer.kind !== 'done') throw answer.error
    return answer.exit
  }

  /** Runs a command that talks to the target, again after failures that pass; answers the last one. */
  async online(
    args: readonly string[],
    options: { stdin?: string } = {}
  ): Promise<{ kind: 'done'; exit: GitExit } | GitAnswer> {
    for (let attempt = 1; ; attempt++) {
      const exit = await this.connect(args, options)
      if (exit.status === 0) return { kind: 'done', exit }
      const answer = readFailure(this.git.url, exit)
      if (answer.kind !== 'lost' || attempt === limits.connectionAttempts) return answer
      await this.pause(attempt, answer.error)
    }
  }

  /** One connection, however it ends; never two at once, as they would meet at git's lock files. */
  connect(args: readonly string[], options: { stdin?: string } = {}): Promise<GitExit> {
    const run = this.#queue.then(() => {
      this.connections++
      return runGit(this.git, args, { ...options, isOnline: true })
    })
    this.#queue = run.catch(() => undefined)
    return run
  }

  /** The pause after the `losses`-th failure that may pass. */
  async pause(losses: number, error: NarPublishError): Promise<void> {
    const pause = this.pace.random() * Math.min(limits.connectionPause, 1000 * 2 ** (losses - 1))
    this.git.log.info(`again in ${(pause / 1000).toFixed(1)} s: ${error.reason}`)
    await this.pace.sleep(pause)
  }
}

/** The host gives no object by its name. */
function isUnadvertised({ error }: GitAnswer): boolean {
  return error.reason.includes('unadvertised object')
}

/** Of one that it does not have, or gives to nobody by its name, each host says so in its own words: any that tell nothing else. */
function mayBeAboutObjects(answer: GitAnswer | { kind: 'done' }): boolean {
  if (answer.kind === 'final') return answer.error.code === 'GIT_FAILED'
  return answer.kind === 'no-branch'
}

/** Compared with what git reads in it in a test. */
export function configuration(url: string): string {
  const quoted = url.replace(/["\\]/g, (found) => `\\${found}`).replaceAll('\n', '\\n')
  return `[core]
	repositoryFormatVersion = 1
	bare = true
[extensions]
	partialClone = ${remote}
[remote "${remote}"]
	promisor = true
	partialCloneFilter = blob:none
	url = "${quoted}"
`
}

/** As git itself does it for a partial clone: without telling the server what else is here. */
const withoutHaves = ['-c', 'fetch.negotiationAlgorithm=noop']

function fetchArguments(options: readonly string[], ...refspecs: string[]): string[] {
  return [
    ...['fetch', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'],
    ...[...options, '--', remote, ...refspecs]
  ]
}
