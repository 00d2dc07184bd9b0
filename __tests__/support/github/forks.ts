import { jsonAnswer, readJson, refusal } from './call.ts'
import type { Answer, Call, Layer } from './call.ts'
import type { Emulator } from './emulator.ts'
import { succeeded } from './emulator.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions } from './options.ts'
import type { Repository } from './repository.ts'
import type { RefHistory } from './stale-refs.ts'

export interface ForkParts {
  conditions: () => Conditions
  emulator: Emulator
  objects: GitObjects
  history: RefHistory
  repositories: ReadonlyMap<string, Repository>
}

export interface Forks {
  /** Gives a fork that emulate has just made its parent's default branch. */
  furnish(fork: Repository): Promise<void>
  layer: Layer
}

/**
 * Forks as GitHub has them: a repository's forks see its objects, it sees theirs, their description names it, and `merge-upstream` brings a branch up
 * to date. emulate's have objects of their own.
 */
export function createForks(parts: ForkParts): Forks {
  const { conditions, emulator, objects, history, repositories } = parts
  const ask = async (fork: Repository, method: string, what: string, body: unknown) => {
    const url = `/repos/${fork.fullName}/git/${what}`
    return succeeded(await emulator.ask({ method, url, body, login: fork.owner })).body
  }

  /** Copies an object that the parent has, and all that it needs, under its own sha. */
  async function bring(fork: Repository, sha: string): Promise<void> {
    const { parent } = fork
    if (parent === null) return
    const commit = await objects.commit(parent, sha)
    if (commit !== null) return bringCommit(fork, commit)
    if ((await objects.tree(parent, sha)) !== null) return bringTree(fork, sha)
    if ((await objects.blob(parent, sha)) !== null) return bringBlob(fork, sha)
  }

  async function bringCommit(
    fork: Repository,
    { sha, message, tree, parents, author, committer }: NonNullable<CommitOf>
  ): Promise<void> {
    if ((await objects.commit(fork, sha)) !== null) return
    for (const parent of parents) await bring(fork, parent.sha)
    await bringTree(fork, tree.sha)
    const body = {
      message,
      tree: tree.sha,
      parents: parents.map((parent) => parent.sha),
      author,
      committer
    }
    checkSha(sha, await ask(fork, 'POST', 'commits', body))
  }

  async function bringTree(fork: Repository, sha: string): Promise<void> {
    if ((await objects.tree(fork, sha)) !== null) return
    const entries = (fork.parent && (await objects.tree(fork.parent, sha))) ?? []
    for (const entry of entries) {
      if (entry.type === 'tree') await bringTree(fork, entry.sha)
      else await bringBlob(fork, entry.sha)
    }
    const tree = entries.map(({ path, mode, type, sha }) => ({ path, mode, type, sha }))
    checkSha(sha, await ask(fork, 'POST', 'trees', { tree }))
  }

  async function bringBlob(fork: Repository, sha: string): Promise<void> {
    if ((await objects.blob(fork, sha)) !== null) return
    const content = fork.parent && (await objects.blob(fork.parent, sha))
    if (!content) return
    const body = { content: content.toString('base64'), encoding: 'base64' }
    checkSha(sha, await ask(fork, 'POST', 'blobs', body))
  }

  async function mergeUpstream(call: Call, fork: Repository): Promise<Answer> {
    const branch = String(readJson(call.body)?.['branch'])
    const ref = `refs/heads/${branch}`
    const theirs = fork.parent && (await objects.ref(fork.parent, ref))
    const ours = await objects.ref(fork, ref)
    if (!fork.parent || theirs === null || ours === null) {
      return refusal(422, 'The branch could not be synced for some other reason')
    }
    await bring(fork, theirs)
    const url = `/repos/${fork.fullName}/git/${ref}`
    const body = { sha: theirs, force: false }
    const moved = await emulator.ask({ method: 'PATCH', url, body, login: fork.owner })
    if (moved.status !== 200) return refusal(409, 'There are merge conflicts')
    history.note(fork, ref, ours)
    return jsonAnswer(200, {
      message: `Successfully fetched and fast-forwarded from upstream ${fork.parent.owner}:${branch}.`,
      merge_type: 'fast-forward',
      base_branch: `${fork.parent.owner}:${branch}`
    })
  }

  /** A pull request's commits are its base's as well (`refs/pull/1/head`): read from the fork that has them. */
  async function withForks(
    call: Call,
    repository: Repository,
    next: Parameters<Layer>[1]
  ): ReturnType<Layer> {
    const reply = await next(call)
    const isObject = call.method === 'GET' && /^git\/(commits|trees|blobs)\//.test(call.resource)
    if (!isObject || typeof reply === 'symbol' || reply.status !== 404) return reply
    for (const fork of repositories.values()) {
      if (fork.parent !== repository) continue
      const own = `/repos/${repository.fullName}/`
      const url = call.url.replace(own, `/repos/${fork.fullName}/`)
      const path = call.path.replace(own, `/repos/${fork.fullName}/`)
      const found = await next({ ...call, repository: fork, url, path })
      if (typeof found === 'symbol' || found.status === 200) return found
    }
    return reply
  }

  return {
    furnish: async (fork) => {
      const ref = `refs/heads/${fork.defaultBranch}`
      const head = fork.parent && (await objects.ref(fork.parent, ref))
      if (head === null) return
      await bring(fork, head)
      await ask(fork, 'PATCH', ref, { sha: head, force: true })
    },
    layer: async (call, next) => {
      const { repository, method, resource } = call
      if (repository?.parent === null) return withForks(call, repository, next)
      if (!repository?.parent) return next(call)
      if (method === 'GET' && resource === '') return withParent(await next(call), repository)
      if (method === 'POST' && resource === 'merge-upstream') {
        return repository.alone(() => mergeUpstream(call, repository))
      }
      if (!conditions().separateForks && /^(git|commits|compare)(\/|$)/.test(resource)) {
        for (const sha of new Set(shasIn(call))) await bring(repository, sha)
      }
      return next(call)
    }
  }
}

type CommitOf = Awaited<ReturnType<GitObjects['commit']>>

function shasIn({ resource, body }: Call): string[] {
  return `${resource} ${body.toString('latin1')}`.match(/\b[0-9a-f]{40}\b/g) ?? []
}

function checkSha(sha: string, answer: Buffer): void {
  const made = readJson(answer)?.['sha']
  if (made !== sha) throw new Error(`the copy of ${sha} is ${String(made)}`)
}

function withParent(reply: Awaited<ReturnType<Layer>>, { parent }: Repository) {
  if (typeof reply === 'symbol' || reply.status !== 200 || parent === null) return reply
  let source = parent
  while (source.parent !== null) source = source.parent
  return jsonAnswer(
    200,
    {
      ...readJson(reply.body),
      parent: { full_name: parent.fullName },
      source: { full_name: source.fullName }
    },
    reply.headers
  )
}
