import { NarPublishError } from '../../errors.ts'
import { count } from '../../text.ts'
import type { LargeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { assetName, digestOf, holds, uploadAsset } from './asset-upload.ts'
import { downloadAddress } from './release-addresses.ts'
import { numberOf, Releases, type Asset, type Release } from './releases.ts'

/** An empty draft that is older (milliseconds) belongs to a run that is dead. */
const draftLife = 3_600_000

/** Where large files are. */
export interface PlacedFiles {
  /** Repository path → public address. */
  addresses: Map<string, string>
  /** Those that were there already and were not sent, with where. */
  found: Map<LargeFile, { release: Release; asset: Asset }>
}

/**
 * Makes large files release assets of the repository. Idempotent: what an earlier run
 * left is used, whether it was published, waits in a draft or was broken off. Files go to a release that is published and still
 * takes them; where there is none, as with immutable releases, to a draft that is published when it has them all.
 * No ref but new tags is touched. `refuseOversized` has passed each file. `listing`: of a moment ago; null: it is made here.
 */
export async function releaseFiles(
  api: GitHubApi,
  serverUrl: string,
  files: readonly LargeFile[],
  listing: Release[] | null
): Promise<PlacedFiles> {
  const missing = new Map(files.map((file) => [file.path, file]))
  const addresses = new Map<string, string>()
  const found: PlacedFiles['found'] = new Map()
  const place = ({ path }: LargeFile, asset: Asset): void => {
    addresses.set(path, downloadAddress(asset.browser_download_url, serverUrl))
    missing.delete(path)
  }
  const releases = new Releases(api)
  const closed = new Set<number>()
  const progress = progressOf(api, [...missing.values()])

  for (let seen = listing; missing.size > 0; seen = null) {
    const known = seen ?? (await releases.list())
    for (const release of known.filter(({ draft }) => !draft)) {
      for (const [file, asset] of await heldOf(release, missing.values())) {
        place(file, asset)
        found.set(file, { release, asset })
      }
    }
    if (missing.size === 0) break
    const open = known.filter((release) => isOpen(api, release) && !closed.has(release.id))
    const number = Math.max(0, ...known.map(numberOf)) + 1
    const left = [...missing.values()]
    const release = choose(api, open, left) ?? (await releases.draft(number))
    const { uploaded, sent, isClosed } = await fill(api, releases, release, left, progress)
    if (isClosed) closed.add(release.id)
    if (!release.draft) {
      for (const [file, asset] of uploaded) place(file, asset)
    } else if (uploaded.size > 0) {
      const published = await releases.publish(release)
      api.log.info(`release ${published.tag_name}: ${count(uploaded.size, 'large file')}`)
      for (const [file, { id }] of uploaded) {
        const asset =
          published.assets.find((asset) => asset.id === id) ?? (await releases.asset(id))
        place(file, asset)
        if (!sent.has(file)) found.set(file, { release: published, asset })
      }
    }
  }
  return { addresses, found }
}

/**
 * After the commit that names them: looks again for files that were found and not sent. A prune that had removed what named them before may
 * have deleted them since, as nothing named them until now. What is gone is sent to the address that it had. Throws RELEASED_FILE_GONE
 * where that is not to be had.
 */
export async function keepFound(api: GitHubApi, { addresses, found }: PlacedFiles): Promise<void> {
  if (found.size === 0) return
  const releases = new Releases(api)
  const known = await releases.list()
  const there = new Set(known.flatMap(({ assets }) => assets.map(({ id }) => id)))
  const gone = [...found].filter(([, { asset }]) => !there.has(asset.id))
  const progress = progressOf(
    api,
    gone.map(([file]) => file)
  )
  for (const [tag, lost] of Map.groupBy(gone, ([, { release }]) => release.tag_name)) {
    const files = lost.map(([file]) => file)
    const [first] = lost.map(([, { release }]) => numberOf(release))
    const release =
      known.find(({ tag_name }) => tag_name === tag) ?? (await releases.draft(first ?? 1))
    const isTaken = release.tag_name === tag && isOpen(api, release)
    const { uploaded } = isTaken
      ? await fill(api, releases, release, files, progress)
      : { uploaded: new Map<LargeFile, Asset>() }
    const published = release.draft && isTaken ? await releases.publish(release) : release
    const [missing] = files.filter((file) => published.tag_name !== tag || !uploaded.has(file))
    if (missing !== undefined) {
      throw new NarPublishError({
        code: 'RELEASED_FILE_GONE',
        subject: addresses.get(missing.path) ?? missing.path,
        reason:
          'it was there before the commit that names it, somebody has deleted it meanwhile, and its address cannot be had again'
      })
    }
    api.log.info(`${tag}: ${count(files.length, 'file')} had gone meanwhile, and came again`)
  }
}

/** Which of the files a published release has. */
async function heldOf(
  release: Release,
  files: Iterable<LargeFile>
): Promise<Map<LargeFile, Asset>> {
  const byName = new Map(release.assets.map((asset) => [asset.name, asset]))
  const held = new Map<LargeFile, Asset>()
  for (const file of files) {
    const asset = byName.get(assetName(file))
    if (asset !== undefined && (await holds(asset, file, digestOf))) held.set(file, asset)
  }
  return held
}

function isOpen(api: GitHubApi, { immutable, assets }: Release): boolean {
  return !immutable && assets.length < api.limits.assetsPerRelease
}

/**
 * A draft that has one of the files (of a run that was killed, or of a publisher of the same), a published release, or a draft
 * that somebody forgot. Another publisher's draft is left to it.
 */
function choose(
  api: GitHubApi,
  open: readonly Release[],
  files: readonly LargeFile[]
): Release | undefined {
  const names = new Set(files.map(assetName))
  const isForgotten = ({ draft, assets, created_at }: Release): boolean =>
    draft && assets.length === 0 && api.pace.now() - Date.parse(created_at) > draftLife
  return (
    open.find(({ draft, assets }) => draft && assets.some(({ name }) => names.has(name))) ??
    open.find(({ draft }) => !draft) ??
    open.find(isForgotten)
  )
}

/**
 * Uploads files, one after the other as each takes the whole line, until all are there or the release takes no more. What a draft has of
 * them is not sent again.
 */
async function fill(
  api: GitHubApi,
  releases: Releases,
  release: Release,
  files: readonly LargeFile[],
  onProgress: (bytes: number) => void
): Promise<{ uploaded: Map<LargeFile, Asset>; sent: Set<LargeFile>; isClosed: boolean }> {
  const uploaded = await heldOf(release, files)
  const sent = new Set<LargeFile>()
  const missing = files.filter((file) => !uploaded.has(file))
  let places = api.limits.assetsPerRelease - release.assets.length
  for (const file of missing) {
    // Asked all the same, GitHub would let all of its bytes come before it refuses it.
    if (places-- <= 0) return { uploaded, sent, isClosed: true }
    await api.content.turn()
    const asset = await uploadAsset({ api, releases, release, file, onProgress })
    if (asset === 'closed') return { uploaded, sent, isClosed: true }
    api.log.info(`${file.path}: release asset ${asset.name}`)
    uploaded.set(file, asset)
    sent.add(file)
  }
  return { uploaded, sent, isClosed: false }
}

function progressOf(api: GitHubApi, files: readonly LargeFile[]): (bytes: number) => void {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  return (bytes) => {
    done += bytes
    api.log.progress('Upload to a release', done, total)
  }
}
