import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { actionLog } from '../src/action-log.ts'

let written = ''

beforeEach(() => {
  written = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += Buffer.from(chunk).toString()
    return true
  })
})

afterEach(() => {
  jest.restoreAllMocks()
})

describe('foreign text', () => {
  test.each(['::error::x', '  ::set-output name=a::b', 'ok\n::add-path::/evil', 'a ##[error]x'])(
    'is no command in an info line: %j',
    (text) => {
      actionLog().info(text)
      expect(written).not.toMatch(/^\s*::/m)
      expect(written).not.toContain('##[')
    }
  )
})

describe('fenced', () => {
  test('switches commands off with a word that cannot be guessed, and on again at the start of a line', async () => {
    await actionLog().fenced((write) => {
      write('::error::from a build')
      return Promise.resolve()
    })
    const lines = written.split('\n')
    const word = /^::stop-commands::([0-9a-f-]{36})$/.exec(lines[0] ?? '')?.[1] ?? ''
    expect(lines).toEqual([`::stop-commands::${word}`, '::error::from a build', `::${word}::`, ''])
  })

  test('keeps our own warnings until the fence is down', async () => {
    const log = actionLog()
    await log.fenced((write) => {
      log.warning('ours')
      write(Buffer.from('theirs\n'))
      return Promise.resolve()
    })
    expect(written.trimEnd().split('\n').at(-1)).toBe('::warning::ours')
  })

  test('two at once are one fence', async () => {
    const log = actionLog()
    await Promise.all(
      ['a\n', 'b\n'].map((text) =>
        log.fenced(async (write) => {
          await Promise.resolve()
          write(text)
        })
      )
    )
    expect(written.match(/::stop-commands::/g)).toHaveLength(1)
  })

  test('comes down when the body fails', async () => {
    await expect(actionLog().fenced(() => Promise.reject(new Error('x')))).rejects.toThrow('x')
    const word = /::stop-commands::(\S+)/.exec(written)?.[1] ?? 'none'
    expect(written).toContain(`::${word}::`)
  })
})

test('progress says nothing of short steps and at most a line each ten seconds of long ones', () => {
  const now = jest.spyOn(Date, 'now')
  const log = actionLog()
  for (let second = 0; second <= 25; second++) {
    now.mockReturnValue(second * 1000)
    log.progress('Pack', second * 1000, 100_000)
  }
  expect(written).toBe('Pack: 10 kB of 100 kB\nPack: 20 kB of 100 kB\n')
})
