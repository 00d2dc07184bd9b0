import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { GitHubApi } from '../../../src/repository/github/api.ts'
import { uploadFiles } from '../../../src/repository/github/blob-upload.ts'
import { blobSha } from '../../../src/repository/github/git-objects.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { fastPace, Scratch, startStore, store } from './fixture.ts'

const scratch = new Scratch()
let github: GitHubServer
beforeAll(async () => {
  github = await startStore()
})
afterAll(async () => {
  await github.close()
  scratch.remove()
})

function apiOf(apiUrl: string, log = silentLog): GitHubApi {
  const [owner = '', repo = ''] = store.split('/')
  const options = {
    token: 'writer',
    isForkPullRequest: false,
    limits: defaultLimits,
    pace: fastPace()
  }
  return new GitHubApi({ owner, repo, apiUrl, log, ...options })
}

describe('uploadFiles', () => {
  test.each([0, 1, 2, 3, 196_607, 196_608, 196_609, 400_000])(
    'sends %p bytes as base64 and gets git’s own name for them',
    async (size) => {
      const bytes = randomBytes(size)
      const file = scratch.nar(bytes)
      const blobs = await uploadFiles(apiOf(github.apiUrl), [file, file])
      const sha = execFileSync('git', ['hash-object', '--stdin'], { input: bytes })
        .toString()
        .trim()
      expect(blobs).toEqual(new Map([[file.path, sha]]))
      expect(blobSha(bytes)).toBe(sha)
    }
  )

  test('sends one file once, whoever names it twice, and at most four at once', async () => {
    github.reset()
    const files = Array.from({ length: 12 }, (_, index) => scratch.nar(`file ${index}`))
    // So long that the others are there before the first is answered.
    github.change({ latencyMs: 200 })
    await uploadFiles(apiOf(github.apiUrl), [...files, ...files])
    github.change({ latencyMs: 0 })
    expect(github.counts()).toMatchObject({ api: 12, atOnce: 4 })
  })

  test('reports bytes so that they end at the total, tries that failed not counted', async () => {
    const file = scratch.nar(randomBytes(500_000))
    const progress: number[] = []
    github.failNext({ path: 'git/blobs' }, { status: 502, message: 'Bad Gateway' })
    const log = { ...silentLog, progress: (_: string, done: number) => progress.push(done) }
    await uploadFiles(apiOf(github.apiUrl, log), [file])
    expect(progress.at(-1)).toBe(500_000)
    expect(Math.max(...progress)).toBe(500_000)
  })

  test('stops the others when one fails', async () => {
    github.reset()
    github.failNext({ path: 'git/blobs' }, { status: 401, message: 'Bad credentials' })
    const files = Array.from({ length: 40 }, (_, index) => scratch.nar(`stopped ${index}`))
    await expect(uploadFiles(apiOf(github.apiUrl), files)).rejects.toMatchObject({
      code: 'TOKEN_REJECTED'
    })
    expect(github.counts().api).toBeLessThan(10)
  })

  test('refuses an answer that names other bytes', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        response
          .writeHead(201, { 'content-type': 'application/json' })
          .end(`{"sha":"${'0'.repeat(40)}"}`)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const file = scratch.nar('x')
    await expect(uploadFiles(apiOf(`http://127.0.0.1:${port}`), [file])).rejects.toMatchObject({
      code: 'GITHUB_REFUSED',
      subject: file.path
    })
    server.closeAllConnections()
    server.close()
  })

  test('memory does not grow with the file: 32 MiB against 96 MiB', () => {
    // Each in a process of its own, beside a server that only counts.
    const peak = (mebibytes: number): number => {
      const script = join(import.meta.dirname, 'upload-memory.ts')
      const env = { PATH: process.env['PATH'] }
      return Number(execFileSync(process.execPath, [script, scratch.path, `${mebibytes}`], { env }))
    }
    // 64 MiB more, of which nothing stays; with a copy kept it is over 80.
    expect(peak(96) - peak(32)).toBeLessThan(32)
  })
})
