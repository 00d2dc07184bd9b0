import { describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { silentLog } from '../../../src/log.ts'
import { GitHubApi } from '../../../src/repository/github/api.ts'
import { readLeadingSha } from '../../../src/repository/github/leading-sha.ts'
import { writeTree } from '../../../src/repository/github/tree-write.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import { fastPace } from './fixture.ts'

const sha = 'cd8274d15fa3ae2ab983129fb037999f264ba9a7'

function inPieces(text: string, length: number): Readable {
  const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []
  return Readable.from(pieces.map((piece) => Buffer.from(piece)))
}

describe('readLeadingSha', () => {
  test.each([1, 7, 1000])(
    'takes the hash that stands first, in pieces of %i bytes',
    async (length) => {
      const body = inPieces(`{ "sha": "${sha}", "tree": [{"sha": "${'0'.repeat(40)}"`, length)
      expect(await readLeadingSha(body)).toEqual({ sha })
      expect(body.destroyed).toBe(true)
    }
  )

  test.each([
    { url: 'https://api.github.com', sha, tree: [] },
    { tree: Array.from({ length: 20 }, () => ({ sha: '0'.repeat(40) })), sha },
    {}
  ])('reads an answer whole that begins otherwise', async (answer) => {
    expect(await readLeadingSha(inPieces(JSON.stringify(answer), 9))).toEqual(answer)
  })

  test.each(['', `{"sha":"${sha.slice(1)}`, '<html>'])('rejects %j', async (text) => {
    await expect(readLeadingSha(inPieces(text, 9))).rejects.toMatchObject({ name: 'SyntaxError' })
  })
})

async function treeMadeBy(answer: (asked: number) => { body: string; isEndless: boolean }) {
  let asked = 0
  let closed = 0
  const server = createServer((request, response) => {
    request.resume()
    const { body, isEndless } = answer(++asked)
    response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' })
    response.write(body)
    response.on('close', () => closed++)
    if (!isEndless) request.on('end', () => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const api = new GitHubApi({
    owner: 'alice',
    repo: 'store',
    token: 'writer',
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isForkPullRequest: false,
    limits: defaultLimits,
    pace: fastPace(),
    log: silentLog
  })
  try {
    const parts = { largeBlobs: new Map(), executable: new Set<string>(), known: new Set<string>() }
    const change = { message: '', files: new Map([['a', Buffer.from('a')]]), largeFiles: [] }
    return { tree: await writeTree(api, sha, change, parts), asked, closed }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe('making a tree', () => {
  test('does not wait for the listing of the whole folder', async () => {
    const made = await treeMadeBy(() => ({ body: `{"sha":"${sha}","tree":[`, isEndless: true }))
    expect(made).toMatchObject({ tree: sha, asked: 1 })
  })

  test('asks again when the answer breaks off before the hash', async () => {
    const made = await treeMadeBy((asked) => ({
      body: asked === 1 ? '{"sha":"cd82' : `{"sha":"${sha}","tree":[`,
      isEndless: asked > 1
    }))
    expect(made).toMatchObject({ tree: sha, asked: 2 })
  })
})
