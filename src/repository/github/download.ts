import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { atMost } from '../../bodies.ts'
import { asNarPublishError, NarPublishError } from '../../errors.ts'
import { webClient } from '../../web-client.ts'
import type { TreeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { blobHasher } from './git-objects.ts'
import { bodyOf } from './leading-sha.ts'

/** Writes a blob to the disk as it comes, whatever its size; again while what came is not it. */
export async function downloadBlob(
  api: GitHubApi,
  { blob: sha, size }: TreeFile,
  file: string
): Promise<void> {
  await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
      parameters: { file_sha: sha },
      accept: 'application/vnd.github.raw+json',
      largest: size ?? api.limits.largestTreeFile,
      receive: async (body) => {
        await save(body, file)
        return shaOf(file)
      }
    },
    z.literal(sha)
  )
}

/** Writes the bytes of a release's asset. GitHub redirects to another host, which is not shown the token. */
export async function downloadAsset(
  api: GitHubApi,
  { id, size }: { id: number; size: number },
  file: string
): Promise<void> {
  await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
      parameters: { asset_id: id },
      accept: 'application/octet-stream',
      largest: size,
      receive: async (body) => {
        await save(body, file)
        return (await stat(file)).size
      }
    },
    z.literal(size)
  )
}

/** Silence after which the public address is given up: the API can be asked instead. */
const publicTimeout = 30_000

/**
 * Writes a release's asset as strangers get it, without cost to GitHub's request quota; false: it was not given whole, which says nothing of
 * whether it is there.
 */
export async function downloadPublicAsset(
  { browser_download_url: url, size }: { browser_download_url: string; size: number },
  file: string
): Promise<boolean> {
  const client = webClient({ socketTimeout: publicTimeout })
  try {
    const { message } = await (await client()).get(url)
    const tooLong = (): Error => new Error(`it has over ${size} bytes`)
    if (message.statusCode === 200) {
      await save(atMost(message as AsyncIterable<Buffer>, size, tooLong), file)
    } else message.destroy()
    return message.statusCode === 200 && (await stat(file)).size === size
  } catch (error) {
    if (error instanceof NarPublishError) throw error
    return false
  }
}

async function save(body: unknown, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  try {
    await pipeline(bodyOf(body), createWriteStream(file, { mode: 0o600 }))
  } catch (error) {
    // A full disk does not empty by asking again; a line that broke may be whole the next time.
    const known = asNarPublishError(error)
    throw known.code === 'DISK_FULL' ? known : error
  }
}

async function shaOf(file: string): Promise<string> {
  const hasher = blobHasher((await stat(file)).size)
  for await (const chunk of createReadStream(file)) hasher.update(chunk as Buffer)
  return hasher.digest('hex')
}
