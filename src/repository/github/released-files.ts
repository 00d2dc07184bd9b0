import { z } from 'zod'
import type { FileRelease, ReleasedFile, ReleasedFiles } from '../types.ts'
import { narInfosElsewhere, type BranchReader } from './other-branches.ts'
import { Releases, type Release } from './releases.ts'

/** The releases of large NARs of a repository, for who takes them away. */
export class GitHubReleasedFiles implements ReleasedFiles {
  readonly #reader: BranchReader
  readonly #branch: string
  readonly #releases: Releases

  /** `branch`: the one that is worked on, as opposed to others. */
  constructor(reader: BranchReader, branch: string) {
    this.#reader = reader
    this.#branch = branch
    this.#releases = new Releases(reader.api)
  }

  async list(): Promise<FileRelease[]> {
    const releases = await this.#releases.list()
    return Promise.all(
      releases.map(async (release) => ({
        id: release.id,
        tag: release.tag_name,
        isDraft: release.draft,
        isImmutable: release.immutable,
        madeAt: Date.parse(release.created_at),
        files: await this.#filesOf(release)
      }))
    )
  }

  narInfosElsewhere(): Promise<string[]> {
    return narInfosElsewhere(this.#reader, this.#branch)
  }

  async deleteFile({ id }: ReleasedFile): Promise<void> {
    await this.#releases.deleteAsset(id)
  }

  async deleteRelease(release: FileRelease): Promise<boolean> {
    const known = new Set(release.files.map(({ id }) => id))
    const now = await this.#filesOf(release)
    if (now.some(({ id }) => !known.has(id))) return false
    // The tag last: a draft that is published without one makes it anew, at the default branch.
    const { api } = this.#reader
    await api.ask(
      {
        route: 'DELETE /repos/{owner}/{repo}/releases/{release_id}',
        parameters: { release_id: release.id }
      },
      z.unknown(),
      ['not-found']
    )
    await api.ask(
      {
        route: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
        parameters: { ref: `tags/${release.tag}` }
      },
      z.unknown(),
      ['ref-missing', 'not-found']
    )
    return true
  }

  async #filesOf(release: Pick<Release, 'id'>): Promise<ReleasedFile[]> {
    const assets = await this.#releases.assets(release)
    return assets.map(({ id, name, size, created_at }) => ({
      id,
      name,
      size,
      uploadedAt: Date.parse(created_at)
    }))
  }
}
