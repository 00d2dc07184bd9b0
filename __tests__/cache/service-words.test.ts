import { describe, expect, test } from '@jest/globals'
import { ServiceWords } from '../../src/cache/service.ts'

function readWords(...chunks: string[]): { shown: string[]; reason: string | null } {
  const shown: string[] = []
  const words = new ServiceWords((line) => shown.push(line))
  for (const chunk of chunks) words.push(chunk)
  return { shown, reason: words.reason }
}

describe('what @actions/cache prints', () => {
  test('becomes lines without commands, also when it comes in pieces', () => {
    const { shown, reason } = readWords('::debug::Res', 'olved%0AKeys: 5%25\r\nCache ', 'hit\n')
    expect(shown).toEqual(['Resolved Keys: 5%', 'Cache hit'])
    expect(reason).toBeNull()
  })

  test('shows no signed address and no secret', () => {
    const { shown } = readWords(
      '::add-mask::c2ln\n::debug::Body: {"url": "https://h/blob?sv=1&sig=c2ln"}\nsig=c2ln&x\n'
    )
    expect(shown).toEqual(['Body: {"url": "https://h/blob?…"}', 'sig=…&x'])
  })

  test('says why nothing came of it', () => {
    expect(readWords('::warning::Failed to restore: no\n').reason).toBe('Failed to restore: no')
    expect(readWords('::error file=a::Failed to save: 503\n').reason).toBe('Failed to save: 503')
    const reserved = '::debug::Failed to reserve cache: Error: (409) it already exists\n'
    const guess = 'Failed to save: another job may be creating this cache.\n'
    expect(readWords(reserved, guess).reason).toBe('(409) it already exists')
    expect(readWords(guess).reason).toBe('another job may be creating this cache.')
  })
})
