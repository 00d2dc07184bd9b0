/**
 * As much of S3 as Nix asks for: objects of one bucket, path-style, PUT, GET and HEAD. `accessKeyId`: who does not sign by SigV4 with
 * it gets 403 (the signature itself is not checked); null: everybody may write.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface S3Server {
  endpoint: string
  bucket: string
  /** By key. */
  objects: Map<string, Buffer>
  close(): Promise<void>
}

export async function startS3(accessKeyId: string | null): Promise<S3Server> {
  // Nix remembers a bucket by its name, and does not look again.
  const bucket = `cache-${randomBytes(6).toString('hex')}`
  const objects = new Map<string, Buffer>()
  const signed = new RegExp(
    `^AWS4-HMAC-SHA256 Credential=${accessKeyId ?? ''}/\\d{8}/[\\w-]+/s3/aws4_request, ?SignedHeaders=[\\w;-]+, ?Signature=[0-9a-f]{64}$`
  )
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname)
    const key = path.slice(bucket.length + 2)
    const isOurs = path.startsWith(`/${bucket}/`)
    const isAllowed = accessKeyId === null || signed.test(request.headers.authorization ?? '')
    if (isAllowed && isOurs && request.method === 'PUT') objects.set(key, body)
    const object = isOurs ? objects.get(key) : undefined
    if (!isAllowed) response.writeHead(403).end()
    else if (object === undefined) response.writeHead(404).end()
    else if (request.method === 'PUT') response.end()
    else {
      response.writeHead(200, { 'content-length': object.length })
      response.end(request.method === 'GET' ? object : undefined)
    }
  }
  const server = createServer((request, response) => {
    void answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    objects,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }
  }
}
