/**
 * Uploads one release asset of so many MiB to a server that only counts, and prints the MiB of memory that the process had at most.
 *   node asset-upload-memory.ts FOLDER MEBIBYTES
 */
import { once } from 'node:events'
import { appendFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { GitHubApi } from '../../../src/repository/github/api.ts'
import { uploadAsset } from '../../../src/repository/github/asset-upload.ts'
import { Releases } from '../../../src/repository/github/releases.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import { realPace } from '../../../src/repository/pace.ts'

const mebibytes = Number(process.argv[3])
const diskPath = join(process.argv[2] ?? '', `asset-of-${mebibytes}-mebibytes`)
for (let i = 0; i < mebibytes; i++) await appendFile(diskPath, Buffer.alloc(1_048_576, i))

const asset = { id: 2, name: 'x.nar', created_at: '', browser_download_url: '' }
const server = createServer((request, response) => {
  let size = 0
  request.on('data', (chunk: Buffer) => (size += chunk.length))
  request.on('end', () => {
    response
      .writeHead(201, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...asset, state: 'uploaded', size }))
  })
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
const apiUrl = `http://127.0.0.1:${port}`

const api = new GitHubApi({
  owner: 'o',
  repo: 'r',
  token: 't',
  apiUrl,
  isForkPullRequest: false,
  limits: defaultLimits,
  pace: realPace,
  log: silentLog
})
await uploadAsset({
  api,
  releases: new Releases(api),
  release: {
    id: 1,
    tag_name: 'nar-publish-store-1',
    draft: false,
    immutable: false,
    upload_url: `${apiUrl}/repos/o/r/releases/1/assets{?name,label}`,
    created_at: '',
    assets: []
  },
  file: { path: 'nar/ab/x.nar', diskPath, size: mebibytes * 1_048_576, placement: 'release' },
  onProgress: () => undefined
})
await rm(diskPath)
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
server.closeAllConnections()
server.close()
