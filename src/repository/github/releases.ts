import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { AnswerKind, AnswerOf } from './answers.ts'
import type { GitHubApi } from './api.ts'
import type { ApiRequest } from './request.ts'
import {
  releaseBody,
  releaseMark,
  releaseNumber,
  releaseTag,
  releaseTitle,
  tagReadme
} from './release-names.ts'

export const assetShape = z.object({
  id: z.number(),
  name: z.string(),
  /** `uploaded`; `starter` or `open` while its bytes are not all there. */
  state: z.string(),
  /** bytes */
  size: z.number(),
  /** `sha256:<hex>`; an older GitHub Enterprise Server does not say. */
  digest: z.string().nullish(),
  created_at: z.string(),
  browser_download_url: z.string()
})
export type Asset = z.infer<typeof assetShape>

const releaseShape = z.object({
  id: z.number(),
  tag_name: z.string(),
  draft: z.boolean(),
  /** Published, and never to be changed again. */
  immutable: z.boolean().default(false),
  upload_url: z.string(),
  created_at: z.string(),
  body: z.string().nullish(),
  assets: z.array(assetShape)
})
export type Release = z.infer<typeof releaseShape>

/** Bytes of a page of the list: 100 releases with 1,000 assets each, of which GitHub says some 2 KB. */
export const largestReleases = 268_435_456

const shaReply = z.object({ sha: z.string() })

/** A repository's releases of large NARs. Every call is safe to repeat: a reply that was lost is looked up first. */
export class Releases {
  readonly #api: GitHubApi
  /** The commit that tags point at, once it was made. */
  #tagCommit: string | null = null

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /** Ours, drafts included, by number. */
  async list(): Promise<Release[]> {
    const all = await this.#api.callPages(
      { route: 'GET /repos/{owner}/{repo}/releases', largest: largestReleases },
      releaseShape
    )
    return all
      .filter(({ tag_name }) => releaseNumber(tag_name) !== null)
      .sort((a, b) => numberOf(a) - numberOf(b))
  }

  /**
   * A draft under the first free number from `number` on; nobody but those who may write sees it. Its tag is made first: of two
   * who want the same number, one gets it.
   */
  async draft(number: number): Promise<Release> {
    const nonce = randomUUID()
    const patience = this.#api.patience()
    let claimed = await this.#claimTag(number)
    for (;;) {
      const reply = await this.#ask(
        {
          route: 'POST /repos/{owner}/{repo}/releases',
          parameters: {
            tag_name: releaseTag(claimed),
            name: releaseTitle(claimed),
            body: releaseBody(nonce),
            draft: true,
            ...neverLatest
          }
        },
        releaseShape,
        // The latter two: a tag that another release has, or that an immutable one had.
        ['lost', 'exists', 'closed']
      )
      if (reply.kind === 'done') return reply.data
      if (reply.kind === 'lost') {
        await patience.wait(reply)
        const made = (await this.list()).find(({ body }) => body?.includes(releaseMark(nonce)))
        if (made !== undefined) return made
      } else {
        claimed = await this.#claimTag(claimed + 1)
      }
    }
  }

  /**
   * Makes a draft public. Somebody else may have done so meanwhile: then nothing is changed, least of all its tag, which is part of
   * addresses from then on.
   */
  async publish(draft: Release): Promise<Release> {
    const patience = this.#api.patience()
    for (let changes: object = { draft: false }; ;) {
      const reply = await this.#update(draft.id, changes)
      if (reply.kind === 'done') return reply.data
      if (reply.kind === 'lost') await patience.wait(reply)
      const now = await this.#api.call(
        {
          route: 'GET /repos/{owner}/{repo}/releases/{release_id}',
          parameters: { release_id: draft.id }
        },
        releaseShape
      )
      if (!now.draft) return now
      if (reply.kind === 'exists' || reply.kind === 'closed') {
        const number = await this.#claimTag(numberOf(now) + 1)
        changes = { tag_name: releaseTag(number), name: releaseTitle(number), draft: false }
      }
    }
  }

  /** All assets of a release; its own `assets` may be a first part of them. */
  async assets({ id }: Pick<Release, 'id'>): Promise<Asset[]> {
    return this.#api.callPages(
      {
        route: 'GET /repos/{owner}/{repo}/releases/{release_id}/assets',
        parameters: { release_id: id }
      },
      assetShape
    )
  }

  async asset(id: number): Promise<Asset> {
    return this.#api.call(
      {
        route: 'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
        parameters: { asset_id: id }
      },
      assetShape
    )
  }

  /** `closed`: the release is immutable. One that is gone already counts as deleted. */
  async deleteAsset(id: number): Promise<'deleted' | 'closed'> {
    const reply = await this.#api.ask(
      {
        route: 'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
        parameters: { asset_id: id }
      },
      z.unknown(),
      ['closed', 'not-found']
    )
    return reply.kind === 'closed' ? 'closed' : 'deleted'
  }

  #update(id: number, changes: object) {
    return this.#ask(
      {
        route: 'PATCH /repos/{owner}/{repo}/releases/{release_id}',
        parameters: { release_id: id, ...changes, ...neverLatest }
      },
      releaseShape,
      // `closed`: an immutable release had the tag, or this is one, as somebody else has published it.
      ['lost', 'exists', 'closed']
    )
  }

  /**
   * Makes the first free tag from `number` on, at a commit without parents: a tag at the branch would keep the cache's history
   * alive when `prune` squashes it.
   */
  async #claimTag(number: number): Promise<number> {
    const sha = (this.#tagCommit ??= await this.#makeTagCommit())
    const patience = this.#api.patience()
    for (let mayBeOurs = false; ;) {
      const reply = await this.#ask(
        {
          route: 'POST /repos/{owner}/{repo}/git/refs',
          parameters: { ref: `refs/tags/${releaseTag(number)}`, sha }
        },
        z.unknown(),
        ['lost', 'ref-exists']
      )
      if (reply.kind === 'done') return number
      if (reply.kind === 'lost') {
        mayBeOurs = true
        await patience.wait(reply)
      } else {
        if (mayBeOurs && (await this.#tagTarget(number)) === sha) return number
        number++
        mayBeOurs = false
      }
    }
  }

  /** A rule that refuses one of these is about tags: another branch is no way on. */
  async #ask<T, K extends AnswerKind>(
    request: ApiRequest,
    shape: z.ZodType<T>,
    expected: readonly K[]
  ): Promise<{ kind: 'done'; data: T } | AnswerOf<K>> {
    try {
      return await this.#api.ask(request, shape, expected)
    } catch (error) {
      if (!(error instanceof NarPublishError) || error.code !== 'BRANCH_RULE') throw error
      throw error.with({
        reason: `a rule about tags refuses the release of large NARs: ${error.reason}`,
        hint: `Leave tags \`${releaseTag(1).replace(/\d+$/, '*')}\` out of the ruleset, let the token’s owner bypass it, or keep NARs in the branch with \`release-above: 100 MiB\`.`
      })
    }
  }

  async #tagTarget(number: number): Promise<string> {
    const { object } = await this.#api.call(
      {
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: `tags/${releaseTag(number)}` }
      },
      z.object({ object: shaReply })
    )
    return object.sha
  }

  async #makeTagCommit(): Promise<string> {
    const tree = await this.#api.call(
      {
        route: 'POST /repos/{owner}/{repo}/git/trees',
        parameters: {
          tree: [{ path: 'README.md', mode: '100644', type: 'blob', content: tagReadme }]
        }
      },
      shaReply
    )
    const commit = await this.#api.call(
      {
        route: 'POST /repos/{owner}/{repo}/git/commits',
        parameters: { message: 'Nix store: large NARs', tree: tree.sha, parents: [] }
      },
      shaReply
    )
    return commit.sha
  }
}

/** A repository's latest release is a version of what it makes, and this is none. */
const neverLatest = { prerelease: true, make_latest: 'false' } as const

export function numberOf(release: Release): number {
  return releaseNumber(release.tag_name) ?? 0
}
