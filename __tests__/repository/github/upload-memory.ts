/**
 * Uploads one file of so many MiB to a server that only counts, and prints the MiB of memory that the process had at most.
 *   node upload-memory.ts FOLDER MEBIBYTES
 */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { GitHubApi } from '../../../src/repository/github/api.ts'
import { uploadFiles } from '../../../src/repository/github/blob-upload.ts'
import { blobHasher } from '../../../src/repository/github/git-objects.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import { realPace } from '../../../src/repository/pace.ts'

const mebibytes = Number(process.argv[3])
const diskPath = join(process.argv[2] ?? '', `${mebibytes}-mebibytes`)
for (let i = 0; i < mebibytes; i++) await appendFile(diskPath, Buffer.alloc(1_048_576, i))
const size = mebibytes * 1_048_576
const hasher = blobHasher(size)
for await (const chunk of createReadStream(diskPath)) hasher.update(chunk as Buffer)
const sha = hasher.digest('hex')

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sha }))
  })
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const api = new GitHubApi({
  owner: 'o',
  repo: 'r',
  token: 't',
  apiUrl: `http://127.0.0.1:${port}`,
  isForkPullRequest: false,
  limits: { ...defaultLimits, largestBlob: size },
  pace: realPace,
  log: silentLog
})
await uploadFiles(api, [{ path: 'nar/ab/x.nar', diskPath, size, placement: 'tree' }])
await rm(diskPath)
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
server.closeAllConnections()
server.close()
