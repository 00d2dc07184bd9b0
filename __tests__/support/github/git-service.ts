import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { runGitBackend } from '../git-http.ts'
import { givenToken } from './access.ts'
import type { Answer, Call, Layer } from './call.ts'
import { collect, git, writeBlobs, writeCommits, writeTrees } from './git-objects.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions, TokenSetup } from './options.ts'
import type { Repository } from './repository.ts'

export interface GitServiceParts {
  conditions: () => Conditions
  objects: GitObjects
  tokens: Readonly<Record<string, TokenSetup>>
}

/** A repository as git reads it. */
interface Mirror {
  path: string
  /** Commits, trees and blobs that it has. Whatever a commit or tree of it reaches, it has as well, but for blobs. */
  known: Set<string>
  /** The last step of what brings it up to date. */
  queue: Promise<unknown>
}

/**
 * Clones and fetches over HTTP, as GitHub answers them: by git's own server, from bare repositories that follow the emulator's objects. Filters
 * and single objects are granted. A blob comes there when it is asked for first, which a store of thousands needs.
 */
export class GitService {
  readonly #parts: GitServiceParts
  readonly #mirrors = new Map<Repository, Promise<Mirror>>()
  #root: Promise<string> | null = null

  constructor(parts: GitServiceParts) {
    this.#parts = parts
  }

  readonly layer: Layer = async (call, next) => {
    if (call.kind !== 'git') return next(call)
    const refused = this.#refusal(call)
    if (refused !== null) return refused
    const repository = call.repository
    if (repository === null) return plain(404, 'Not Found')

    const mirror = await this.#mirrorOf(repository)
    const encoded = call.headers['content-encoding'] === 'gzip'
    const body = encoded ? gunzipSync(call.body) : call.body
    const update = mirror.queue.then(() =>
      call.resource === 'info/refs'
        ? this.#follow(repository, mirror)
        : this.#bring(repository, mirror, body.toString('latin1'))
    )
    mirror.queue = update.catch(() => undefined)
    await update
    const headers = { ...call.headers, 'content-length': String(body.length) }
    delete headers['content-encoding']
    return runGitBackend(
      {
        ...{ method: call.method, path: `/${call.resource}`, query: call.query.toString() },
        ...{ headers, body: Readable.from([body]) }
      },
      { root: mirror.path }
    )
  }

  async close(): Promise<void> {
    if (this.#root !== null) await rm(await this.#root, { recursive: true })
  }

  #refusal({ repository, headers, resource, query }: Call): Answer | null {
    const { conditions, tokens } = this.#parts
    const { git: offered } = conditions()
    if (offered === 'absent') return plain(404, 'Not Found')
    if (offered === 'refused') return plain(403, 'Access to this repository has been disabled')
    const given = givenToken(headers.authorization)
    const token = given !== null && Object.hasOwn(tokens, given) ? tokens[given] : undefined
    if (given !== null && token === undefined) return logIn
    const reaches = token?.repositories?.includes(repository?.fullName ?? '') ?? true
    if (repository === null || repository.isPrivate) {
      if (token === undefined) return logIn
      if (repository === null || !reaches) return plain(404, 'Repository not found.')
    }
    return resource === 'git-receive-pack' || query.get('service') === 'git-receive-pack'
      ? plain(403, 'Write access to repository not granted.')
      : null
  }

  #mirrorOf(repository: Repository): Promise<Mirror> {
    const made = this.#mirrors.get(repository) ?? this.#make(repository)
    this.#mirrors.set(repository, made)
    return made
  }

  async #make({ fullName, defaultBranch }: Repository): Promise<Mirror> {
    this.#root ??= mkdtemp(join(tmpdir(), 'github-git-'))
    const root = await this.#root
    const path = join(root, `${fullName.replace('/', '+')}.git`)
    await git(root, ['init', '--quiet', '--bare', '--initial-branch', defaultBranch, path])
    for (const setting of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) {
      await git(path, ['config', setting, 'true'])
    }
    return { path, known: new Set(), queue: Promise.resolve() }
  }

  /** All branches, where they are now. */
  async #follow(repository: Repository, mirror: Mirror): Promise<void> {
    const { objects } = this.#parts
    const lines: string[] = []
    const branches = await objects.branches(repository)
    for (const branch of branches) {
      const head = await objects.ref(repository, `refs/heads/${branch}`)
      if (head === null) continue
      await this.#write(repository, mirror, head)
      lines.push(`update refs/heads/${branch} ${head}\n`)
    }
    const there = await git(mirror.path, ['for-each-ref', '--format=%(refname:lstrip=2)'])
    for (const branch of there.split('\n')) {
      if (branch !== '' && !branches.includes(branch)) lines.push(`delete refs/heads/${branch}\n`)
    }
    await git(mirror.path, ['update-ref', '--stdin'], lines.join(''))
  }

  /** The objects that a request names; with their blobs, unless it does without. */
  async #bring(repository: Repository, mirror: Mirror, request: string): Promise<void> {
    const { objects } = this.#parts
    const isPartial = request.includes('filter blob:none')
    const wanted = new Set<string>()
    for (const [, sha = ''] of request.matchAll(/want ([0-9a-f]{40})/g)) {
      if (mirror.known.has(sha) && isPartial) continue
      if ((await objects.blob(repository, sha)) !== null) wanted.add(sha)
      // What is nothing at all is for git to refuse.
      else if ((await objects.commit(repository, sha)) !== null) {
        await this.#write(repository, mirror, sha)
        if (isPartial) continue
        const { blobs } = await collect(objects, repository, sha)
        for (const blob of blobs) wanted.add(blob)
      }
    }
    const blobs = new Set([...wanted].filter((sha) => !mirror.known.has(sha)))
    await writeBlobs(mirror.path, objects, repository, blobs)
    for (const blob of blobs) mirror.known.add(blob)
  }

  async #write(repository: Repository, { path, known }: Mirror, head: string): Promise<void> {
    const { commits, trees } = await collect(this.#parts.objects, repository, head, known)
    await writeTrees(path, trees, ['--missing'])
    await writeCommits(path, commits)
    for (const sha of [...trees.keys(), ...commits.map(({ sha }) => sha)]) known.add(sha)
  }
}

function plain(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {}
): Answer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
    body: Buffer.from(text)
  }
}

/** GitHub does not tell a stranger whether a repository is private or not there. */
const logIn = plain(401, 'Repository not found.', { 'www-authenticate': 'Basic realm="GitHub"' })
