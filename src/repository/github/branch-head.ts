import { z } from 'zod'
import type { Head } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { relationOf } from './compare.ts'

/** `missing`: the repository has commits, but not this branch. `empty`: it has no commit at all. */
export type BranchState = { kind: 'at'; head: Head } | { kind: 'missing' } | { kind: 'empty' }

/** Ref reads can be stale for 30 s after a write (observed): an older state is not believed for twice as long. */
const staleFor = 60_000
/** Between reads that wait for such a state to pass; the first is of a second, each twice the one before. */
const longestPause = 8000

const commitReply = z.object({
  sha: z.string(),
  commit: z.object({ tree: z.object({ sha: z.string() }) })
})

/** Where the branch is. Remembers what it has left behind, so that a stale read is not taken for its state. */
export class BranchHead {
  readonly branch: string
  readonly #api: GitHubApi
  /** State that was left → when it may be believed again. */
  readonly #left = new Map<string, number>()
  /** What our own update made, until something newer is seen. */
  #made: BranchState | null = null

  constructor(api: GitHubApi, branch: string) {
    this.#api = api
    this.branch = branch
  }

  /** Asks GitHub; a state that is known to be past is asked for again, until it may be believed. */
  async read(): Promise<BranchState> {
    const { pace } = this.#api
    for (let pause = 1000; ; pause = Math.min(pause * 2, longestPause)) {
      const state = await this.#fetch()
      // What is still there when it may be believed again is no stale read: somebody set the branch back.
      if (this.mayBeAt(state)) {
        this.#made = null
        return state
      }
      if (this.#made !== null) return this.#made
      await pace.sleep(pause * (0.5 + pace.random() / 2))
    }
  }

  /** False when the branch is known to have left that state. */
  mayBeAt(state: BranchState): boolean {
    return (this.#left.get(key(state)) ?? 0) <= this.#api.pace.now()
  }

  /** One look at GitHub: false when the branch is somewhere else. An answer that is known to be stale says nothing. */
  async mayStillBeAt(state: BranchState): Promise<boolean> {
    const seen = await this.#fetch()
    return sameState(seen, state) || !this.mayBeAt(seen)
  }

  /** GitHub said that the branch is not at `state` any more. */
  leave(state: BranchState): void {
    this.#left.set(key(state), this.#api.pace.now() + staleFor)
    this.#made = null
  }

  /** Our update took effect: the answer to it is newer than any read. */
  advance(from: BranchState, head: Head): BranchState {
    this.leave(from)
    this.#made = { kind: 'at', head }
    return this.#made
  }

  /** Whether the branch at `state` has `commit` in its history. */
  async contains(state: BranchState, commit: string): Promise<boolean> {
    if (state.kind !== 'at') return false
    if (state.head.commit === commit) return true
    return (await relationOf(this.#api, commit, state.head.commit)) === 'ahead'
  }

  async #fetch(): Promise<BranchState> {
    const reply = await this.#api.ask(
      {
        // Commit and tree in one answer, which GET git/ref does not give; per_page keeps its list of files short.
        route: 'GET /repos/{owner}/{repo}/commits/{ref}',
        parameters: { ref: `heads/${this.branch}`, per_page: 1 }
      },
      commitReply,
      ['ref-missing', 'not-found', 'empty-repository']
    )
    if (reply.kind === 'done') {
      return { kind: 'at', head: { commit: reply.data.sha, tree: reply.data.commit.tree.sha } }
    }
    return { kind: reply.kind === 'empty-repository' ? 'empty' : 'missing' }
  }
}

export function sameState(a: BranchState, b: BranchState): boolean {
  return key(a) === key(b)
}

function key(state: BranchState): string {
  return state.kind === 'at' ? state.head.commit : state.kind
}
