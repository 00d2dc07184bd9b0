import { z } from 'zod'
import type { FileRelease, LargeFile, ReleasedFile, ReleasedFiles, UploadRoom } from '../types.ts'
import { assetName, isWhole } from './asset-upload.ts'
import { narInfosElsewhere, type BranchReader } from './other-branches.ts'
import { Releases, type Release } from './releases.ts'

const hour = 3_600_000
/** Requests that make a release: its tag's tree, commit and ref, its draft, its publication. */
const writesOfRelease = 5
/** And for the commit that names the files: a tree or two, commit and ref, or none at all by a push. */
const writesOfCommit = 10

/** The releases of large NARs of a repository. */
export class GitHubReleasedFiles implements ReleasedFiles {
  readonly #reader: BranchReader
  readonly #branch: string
  readonly #releases: Releases
  #listing: Release[] | null = null

  readonly copyFromTree: ReleasedFiles['copyFromTree']

  /** `branch`: the one that is worked on, as opposed to others. */
  constructor(reader: BranchReader, branch: string, copyFromTree: ReleasedFiles['copyFromTree']) {
    this.copyFromTree = copyFromTree
    this.#reader = reader
    this.#branch = branch
    this.#releases = new Releases(reader.api)
  }

  /** Counts as used what any run has uploaded in the last hour, and the making of releases that are missing. */
  async roomFor(files: readonly LargeFile[]): Promise<UploadRoom> {
    const { limits, pace } = this.#reader.api
    const releases = await this.#releases.list()
    this.#listing = releases
    const assets = releases.flatMap((release) => release.assets)
    const byName = new Map(assets.map((asset) => [asset.name, asset]))
    const there = files.filter((file) => {
      const asset = byName.get(assetName(file))
      return asset !== undefined && isWhole(asset, file)
    })
    const recent = assets.filter(({ created_at }) => pace.now() - Date.parse(created_at) < hour)
    const places = releases.map((release) =>
      release.immutable ? 0 : Math.max(0, limits.assetsPerRelease - release.assets.length)
    )
    const unplaced = files.length - there.length - places.reduce((sum, free) => sum + free, 0)
    const missing = Math.max(0, Math.ceil(unplaced / limits.assetsPerRelease))
    const used = recent.length + missing * writesOfRelease + writesOfCommit
    return {
      there: new Set(there.map(({ path }) => path)),
      left: Math.max(0, limits.writesPerHour - used)
    }
  }

  /** What `roomFor` saw, once: what is uploaded since is not in it. */
  takeListing(): Release[] | null {
    const listing = this.#listing
    this.#listing = null
    return listing
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
