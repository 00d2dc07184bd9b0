import { describe, expect, test } from '@jest/globals'
import { NarPublishError, type ErrorCode } from '../../../src/errors.ts'
import { HostMemory } from '../../../src/sync/version/hosts/memory.ts'

const question = (subject: string) => ({ server: 'https://api.example', words: subject, subject })

/** Asks for each subject, which the host answers in the same way. Gives the codes of its answers, and how often it was asked. */
async function askAll(
  memory: HostMemory,
  subjects: readonly string[],
  answer: { code: ErrorCode; reason?: string } | null
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
    const reason = 'the answer is 404'
    const answers = await askAll(new HostMemory(), ['a', 'b', 'c', 'd', 'e', 'f'], {
      code: 'DOWNLOAD_FAILED',
      reason
    })
    expect(answers.asked).toBe(6)
  })
})
