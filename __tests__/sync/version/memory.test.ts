import { describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { downloaderOf } from '../../../src/doctor/download.ts'
import { NarPublishError, type ErrorCode } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { HostMemory } from '../../../src/sync/version/hosts/memory.ts'

const question = (subject: string) => ({ server: 'https://api.example', words: subject, subject })

/** Asks for each subject, which the host answers in the same way. Gives the codes of its answers, and how often it was asked. */
async function askAll(
  memory: HostMemory,
  subjects: readonly string[],
  answer: { code: ErrorCode } | null
): Promise<{ codes: string[]; asked: number }> {
  let asked = 0
  const codes: string[] = []
  for (const subject of subjects) {
    const ask = (): Promise<string> => {
      asked++
      if (answer === null) return Promise.resolve('done')
      return Promise.reject(new NarPublishError({ subject, reason: 'no', ...answer }))
    }
    codes.push(
      await memory.once(question(subject), ask).catch((error: unknown) => {
        const { subject, code } = error as NarPublishError
        return `${subject} ${code}`
      })
    )
  }
  return { codes, asked }
}

describe('a memory of what hosts said', () => {
  test('has each answer once, a refusal too', async () => {
    const memory = new HostMemory()
    expect(await askAll(memory, ['a', 'b', 'a'], null)).toEqual({
      codes: ['done', 'done', 'done'],
      asked: 2
    })
    expect(await askAll(memory, ['c', 'c'], { code: 'REPOSITORY_NOT_FOUND' })).toMatchObject({
      asked: 1
    })
  })

  test.each<ErrorCode>(['RATE_LIMITED', 'TOKEN_REJECTED'])(
    'asks nothing more of a server that said %s, and tells it of each',
    async (code) => {
      const { codes, asked } = await askAll(new HostMemory(), ['a', 'b'], { code })
      expect(codes).toEqual([`a ${code}`, `b ${code}`])
      expect(asked).toBe(1)
    }
  )

  test.each<ErrorCode>(['GITHUB_UNAVAILABLE', 'GIT_UNREACHABLE', 'DOWNLOAD_FAILED'])(
    'asks three times of a server that is out of reach (%s), unless it answers in between',
    async (code) => {
      const memory = new HostMemory()
      expect(await askAll(memory, ['a', 'b'], { code })).toMatchObject({ asked: 2 })
      expect(await askAll(memory, ['c'], null)).toMatchObject({ codes: ['done'] })
      expect(await askAll(memory, ['d', 'e', 'f', 'g', 'h'], { code })).toMatchObject({ asked: 3 })
      // What it said before stays.
      expect(await askAll(memory, ['c'], null)).toMatchObject({ codes: ['done'], asked: 0 })
    }
  )

  test('goes on asking one that says that it has no such thing', async () => {
    const host = createServer((_request, response) => response.writeHead(404).end())
    host.listen(0, '127.0.0.1')
    await once(host, 'listening')
    const { port } = host.address() as AddressInfo
    const download = downloaderOf(silentLog)
    const memory = new HostMemory()
    let asked = 0
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const ask = async (): Promise<void> => {
        asked++
        const url = `http://127.0.0.1:${port}/${name}`
        await Array.fromAsync(download({ url, credentials: null, mayRedirect: true }))
      }
      await expect(memory.once(question(name), ask)).rejects.toThrow('the answer is 404')
    }
    expect(asked).toBe(5)
    host.close()
    host.closeAllConnections()
  })
})
