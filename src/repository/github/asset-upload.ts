import { createHash } from 'node:crypto'
import { basename } from 'node:path/posix'
import { NarPublishError } from '../../errors.ts'
import type { LargeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { readChunks } from './read-chunks.ts'
import { uploadAddress } from './release-addresses.ts'
import { assetShape, type Asset, type Release, type Releases } from './releases.ts'

const chunkSize = 64 * 1024
/** A publisher that sends slower than this (bytes a millisecond) is taken for dead. */
const slowestUpload = 5_000
/** Milliseconds that any upload may take. */
const shortestUpload = 60_000
/** Milliseconds between two looks at somebody else's upload. */
const lookEvery = 10_000
/** How often a name may be taken without being listed. */
const unseenAllowed = 5

/** Its basename holds the hash of its bytes: two files with one name are the same. */
export function assetName({ path }: LargeFile): string {
  return basename(path)
}

/** Whether an asset is all there, with a file's size. */
export function isWhole({ state, size }: Asset, file: LargeFile): boolean {
  return state === 'uploaded' && size === file.size
}

/**
 * Whether an asset has a file's bytes, as far as GitHub says. `digestOf` is asked only where GitHub gives a digest.
 */
export async function holds(
  asset: Asset,
  file: LargeFile,
  digestOf: (file: LargeFile) => Promise<string>
): Promise<boolean> {
  if (!isWhole(asset, file)) return false
  return (asset.digest ?? null) === null || asset.digest === (await digestOf(file))
}

/** `sha256:<hex>` of a file on the disk. */
export async function digestOf(file: LargeFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of readChunks(file, chunkSize)) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}

interface AssetUpload {
  api: GitHubApi
  releases: Releases
  release: Release
  file: LargeFile
  /** Bytes that went out; negative when a try begins anew. */
  onProgress: (bytes: number) => void
}

/**
 * Uploads one file to one release, or finds it there. Memory does not grow with it. `closed`: the release takes no more assets.
 * A try whose answer was lost is looked up before the next one; what a broken try left behind (state `starter`) is deleted, but
 * not while another publisher may still be sending it. Throws GITHUB_REFUSED when GitHub's bytes are other ones.
 */
export async function uploadAsset(upload: AssetUpload): Promise<Asset | 'closed'> {
  const { api, releases, release, file } = upload
  const patience = api.patience()
  const firstSeen = new Map<number, number>()
  let isOurs = false
  let unseen = 0
  for (;;) {
    const reply = await sendAsset(upload)
    if (reply.kind === 'done') return reply.data
    if (reply.kind === 'closed') return 'closed'
    if (reply.kind === 'lost') {
      isOurs = true
      await patience.wait(reply)
    }
    for (;;) {
      const found = (await releases.assets(release)).find(({ name }) => name === assetName(file))
      if (found === undefined) {
        if (reply.kind === 'exists' && ++unseen > unseenAllowed) throw reply.error
        break
      }
      if (await holds(found, file, digestOf)) return found
      const since = firstSeen.get(found.id) ?? api.pace.now()
      firstSeen.set(found.id, since)
      if (found.state === 'uploaded' || isOurs || isAbandoned(found, file, since, api.pace.now())) {
        api.log.debug(
          `release asset ${found.name} (${found.state}, ${found.size} bytes) is replaced`
        )
        if ((await releases.deleteAsset(found.id)) === 'closed') return 'closed'
        break
      }
      api.log.info(`${found.name} is being uploaded by somebody else: waiting for it`)
      await api.pace.sleep(lookEvery * (0.5 + api.pace.random()))
    }
  }
}

function isAbandoned(asset: Asset, { size }: LargeFile, since: number, now: number): boolean {
  const created = Date.parse(asset.created_at)
  const begin = created < since ? created : since
  return now - begin > shortestUpload + size / slowestUpload
}

async function sendAsset({ api, release, file, onProgress }: AssetUpload) {
  const address = uploadAddress(release.upload_url, api.apiUrl, release.id)
  let digest = ''
  let sent = 0
  const reply = await api.ask(
    {
      route: `POST ${address}{?name}`,
      parameters: { name: assetName(file) },
      stream: () => {
        onProgress(-sent)
        sent = 0
        const chunks = hashedChunks(file, {
          onBytes: (bytes) => {
            sent += bytes
            onProgress(bytes)
          },
          onEnd: (hex) => {
            digest = `sha256:${hex}`
          }
        })
        return { type: 'application/octet-stream', length: file.size, chunks }
      }
    },
    assetShape,
    ['lost', 'exists', 'closed']
  )
  if (reply.kind !== 'done') {
    onProgress(-sent)
    return reply
  }
  if (!(await holds(reply.data, file, () => Promise.resolve(digest)))) {
    const { state, size, digest: stored } = reply.data
    throw new NarPublishError({
      code: 'GITHUB_REFUSED',
      subject: file.path,
      reason: `${api.repository} stored ${size} bytes (${state}, ${stored ?? 'no digest'}) of ${file.size} (${digest})`
    })
  }
  return reply
}

async function* hashedChunks(
  file: LargeFile,
  { onBytes, onEnd }: { onBytes: (bytes: number) => void; onEnd: (hex: string) => void }
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let left = file.size
  for await (const chunk of readChunks(file, chunkSize)) {
    hash.update(chunk)
    left -= chunk.length
    onBytes(chunk.length)
    // Whoever has the last byte may answer: nobody asks for more than that.
    if (left === 0) onEnd(hash.digest('hex'))
    // The buffer is used again while the socket still holds this chunk.
    yield Buffer.from(chunk)
  }
}
