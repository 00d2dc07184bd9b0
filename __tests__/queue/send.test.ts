import { describe, expect, test } from '@jest/globals'
import { NarPublishError, type ErrorCode } from '../../src/errors.ts'
import { sendAll, type SendResult } from '../../src/queue/send.ts'

const paths = Array.from({ length: 16 }, (_, index) => `/nix/store/p${index}`)

function error(code: ErrorCode, subject = 'a path', reason = 'because'): NarPublishError {
  return new NarPublishError({ code, subject, reason })
}

/** A destination that refuses batches in which `refuse` finds something; what landed, and how often it was asked. */
async function run(
  refuse: (batch: readonly string[]) => NarPublishError | null,
  goesOn = () => true
): Promise<SendResult & { landed: string[]; calls: number }> {
  const landed: string[] = []
  let calls = 0
  const result = await sendAll(
    (batch) => {
      calls++
      const refused = refuse(batch)
      return refused === null ? Promise.resolve([]) : Promise.reject(refused)
    },
    paths,
    { onLanded: (some) => landed.push(...some), goesOn }
  )
  return { ...result, landed: landed.sort(), calls }
}

const without = (...culprits: string[]): string[] =>
  paths.filter((path) => !culprits.includes(path)).sort()

describe('what is queued', () => {
  test('goes together when all is well', async () => {
    expect(await run(() => null)).toMatchObject({ calls: 1, landed: without(), failed: [] })
  })

  test('lands but for the path that the error names, at the second attempt', async () => {
    const bad = '/nix/store/p5'
    const result = await run((batch) =>
      batch.includes(bad) ? error('STORE_PATH_MISSING', bad) : null
    )
    expect(result).toMatchObject({ calls: 2, landed: without(bad), stopped: null })
    expect(result.failed.map(({ storePath }) => storePath)).toEqual([bad])
  })

  test('lands but for two culprits that nobody names, which are found by halves', async () => {
    const bad = ['/nix/store/p3', '/nix/store/p12']
    const result = await run((batch) =>
      batch.some((path) => bad.includes(path)) ? error('NAR_HASH_MISMATCH') : null
    )
    expect(result.landed).toEqual(without(...bad))
    expect(result.failed.map(({ storePath }) => storePath)).toEqual(bad)
    expect(result.calls).toBeLessThan(20)
  })

  test.each<[ErrorCode, boolean]>([
    ['TOKEN_FORBIDDEN', true],
    ['BRANCH_RULE', true],
    ['GITHUB_UNAVAILABLE', false],
    ['STORE_UNREACHABLE', false]
  ])('is not tried path by path when the destination fails with %s', async (code, isFinal) => {
    const result = await run(() => error(code))
    expect(result).toMatchObject({ calls: 1, landed: [], failed: [], stopped: { isFinal } })
  })

  test('is not tried to the last path when all fail with the same words', async () => {
    const result = await run(([first]) =>
      error('STORE_COPY_FAILED', 'url', `no room for ${first ?? ''}`)
    )
    expect(result).toMatchObject({ landed: [], failed: [], stopped: { isFinal: false } })
    expect(result.calls).toBeLessThan(12)
  })

  test('stays when the time is over', async () => {
    expect(
      await run(
        () => null,
        () => false
      )
    ).toMatchObject({ calls: 0, landed: [] })
  })
})
