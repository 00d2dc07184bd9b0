import { createHash } from 'node:crypto'
import type { Repository } from './repository.ts'

export interface StoredAsset {
  id: number
  name: string
  /** `starter`: its bytes are not there, or not all. */
  state: 'uploaded' | 'starter'
  bytes: Buffer
  createdAt: string
}

export interface StoredRelease {
  id: number
  tag: string
  title: string | null
  body: string | null
  isDraft: boolean
  isPrerelease: boolean
  isImmutable: boolean
  createdAt: string
  assets: StoredAsset[]
}

/** All releases of all repositories, with the bytes of their assets. */
export class ReleaseStore {
  readonly #baseUrl: string
  readonly #releases = new Map<string, StoredRelease[]>()
  /** Tags that an immutable release had: nobody gets them again. */
  readonly #burned = new Map<string, Set<string>>()
  /** What becomes of the next uploads. */
  #breaks: ('reset' | 'bad-gateway')[] = []
  #lastId = 0

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl
  }

  /** Live: what a test changes is changed. */
  of({ fullName }: Repository): StoredRelease[] {
    const releases = this.#releases.get(fullName) ?? []
    this.#releases.set(fullName, releases)
    return releases
  }

  burnedTags({ fullName }: Repository): Set<string> {
    const tags = this.#burned.get(fullName) ?? new Set()
    this.#burned.set(fullName, tags)
    return tags
  }

  make(repository: Repository, release: Partial<StoredRelease> & { tag: string }): StoredRelease {
    const made = {
      id: ++this.#lastId,
      title: null,
      body: null,
      isDraft: false,
      isPrerelease: false,
      isImmutable: false,
      createdAt: new Date().toISOString(),
      assets: [],
      ...release
    }
    // Newest first, as GitHub lists them.
    this.of(repository).unshift(made)
    return made
  }

  addAsset(
    release: StoredRelease,
    asset: { name: string; state: StoredAsset['state']; bytes: Buffer }
  ): StoredAsset {
    const made = { id: ++this.#lastId, createdAt: new Date().toISOString(), ...asset }
    release.assets.push(made)
    return made
  }

  findAsset(id: number): { release: StoredRelease; asset: StoredAsset } | null {
    for (const release of [...this.#releases.values()].flat()) {
      const asset = release.assets.find((asset) => asset.id === id)
      if (asset !== undefined) return { release, asset }
    }
    return null
  }

  breakUploads(as: 'reset' | 'bad-gateway', times: number): void {
    this.#breaks.push(...Array.from({ length: times }, () => as))
  }

  /** Whether the next upload is to break in this way; it then is spent. */
  takeBreak(as: 'reset' | 'bad-gateway'): boolean {
    if (this.#breaks[0] !== as) return false
    this.#breaks.shift()
    return true
  }

  /** What an upload leaves that did not come to its end. */
  leaveStarter(repository: Repository | null, resource: string, name: string | null): void {
    const id = Number(/^releases\/(\d+)\/assets$/.exec(resource)?.[1])
    const release = repository && this.of(repository).find((release) => release.id === id)
    if (!release || release.isImmutable || name === null) return
    if (release.assets.some((asset) => asset.name === name)) return
    this.addAsset(release, { name, state: 'starter', bytes: Buffer.alloc(0) })
  }

  /** Where the bytes are. GitHub names it whole, as it is another host. */
  fileUrl({ id }: StoredAsset): string {
    return `${this.#baseUrl}/release-asset-files/${id}`
  }

  releaseJson(repository: Repository, release: StoredRelease): Record<string, unknown> {
    const api = `${this.#baseUrl}/repos/${repository.fullName}/releases/${release.id}`
    return {
      url: api,
      html_url: `${this.#baseUrl}/${repository.fullName}/releases/tag/${encodeURIComponent(release.tag)}`,
      assets_url: `${api}/assets`,
      upload_url: `${api}/assets{?name,label}`,
      id: release.id,
      tag_name: release.tag,
      target_commitish: repository.defaultBranch,
      name: release.title,
      body: release.body,
      draft: release.isDraft,
      prerelease: release.isPrerelease,
      immutable: release.isImmutable,
      created_at: release.createdAt,
      published_at: release.isDraft ? null : release.createdAt,
      assets: release.assets.map((asset) => this.assetJson(repository, release, asset))
    }
  }

  assetJson(
    repository: Repository,
    release: StoredRelease,
    { id, name, state, bytes, createdAt }: StoredAsset
  ): Record<string, unknown> {
    const tag = release.isDraft ? `untagged-${release.id}` : release.tag
    const hash = createHash('sha256').update(bytes).digest('hex')
    return {
      url: `${this.#baseUrl}/repos/${repository.fullName}/releases/assets/${id}`,
      id,
      name,
      label: '',
      state,
      content_type: 'application/octet-stream',
      size: bytes.length,
      digest: state === 'uploaded' ? `sha256:${hash}` : null,
      download_count: 0,
      created_at: createdAt,
      updated_at: createdAt,
      browser_download_url: `${this.#baseUrl}/${repository.fullName}/releases/download/${encodeURIComponent(tag)}/${encodeURIComponent(name)}`
    }
  }
}
