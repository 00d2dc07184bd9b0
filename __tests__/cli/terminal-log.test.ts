import { PassThrough } from 'node:stream'
import type { WriteStream } from 'node:tty'
import { describe, expect, test } from '@jest/globals'
import { terminalLog } from '../../src/terminal-log.ts'
import { progressText } from '../../src/terminal-progress.ts'

/** What a terminal of `columns`, or a pipe, gets. */
function fakeStream(columns: number | null): { stream: WriteStream; text: () => string } {
  const stream = new PassThrough()
  const written: string[] = []
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  if (columns !== null) {
    Object.assign(stream, { isTTY: true, columns, getColorDepth: () => 8 })
  }
  return { stream: stream as unknown as WriteStream, text: () => written.join('') }
}

const escape = '\u001b['

describe('in a pipe', () => {
  test('has neither colours nor a progress line', async () => {
    const { stream, text } = fakeStream(null)
    const log = terminalLog(stream, { isVerbose: true })
    await log.group('Plan', async () => {
      log.info('one\ntwo')
      log.warning('careful')
      log.progress('Pack', 1, 100)
      await Promise.resolve()
    })
    log.error('broken')
    log.close()
    expect(text()).toBe('Plan\n  one\n  two\n  warning: careful\nerror: broken\n')
  })

  test('ends with the error: what was still at work has no more to say', () => {
    const { stream, text } = fakeStream(null)
    const log = terminalLog(stream, { isVerbose: true })
    log.close()
    log.info('late')
    log.error('broken')
    expect(text()).toBe('error: broken\n')
  })

  test('shows what is for debugging only when asked', () => {
    const { stream, text } = fakeStream(null)
    terminalLog(stream, { isVerbose: false }).debug('nix build')
    expect(text()).toBe('')
  })
})

describe('on a terminal', () => {
  test('draws one line that the next words replace', () => {
    const { stream, text } = fakeStream(60)
    const log = terminalLog(stream, { isVerbose: false })
    log.progress('Pack', 25, 100)
    expect(text()).toContain('Pack [')
    expect(text()).not.toContain('\n')
    log.info('done with one')
    expect(text()).toContain(`${escape}2K`)
    log.progress('Pack', 100, 100)
    log.close()
    const lastDrawn = text().lastIndexOf('Pack [')
    expect(text().slice(lastDrawn)).toContain(`${escape}2K`)
  })
})

describe('other people’s text', () => {
  test.each([
    ['\u001b]0;title\u0007x', 'x'],
    ['\u001b[2Jcleared', 'cleared'],
    ['a\rb', 'ab'],
    ['\u009b31mred', 'red'],
    ['right\u202eleft', 'rightleft']
  ])('%j does not steer the terminal', (text, shown) => {
    const pipe = fakeStream(null)
    terminalLog(pipe.stream, { isVerbose: false }).info(text)
    expect(pipe.text()).toBe(`${shown}\n`)
  })

  test('of a build is shown line by line, whatever chunks it comes in', async () => {
    const pipe = fakeStream(null)
    const log = terminalLog(pipe.stream, { isVerbose: false })
    const bytes = Buffer.from('größe\n\u001b[31mred\u001b[0m\nlast')
    await log.fenced(async (write) => {
      for (let at = 0; at < bytes.length; at += 3) write(bytes.subarray(at, at + 3))
      await Promise.resolve()
    })
    expect(pipe.text()).toBe('größe\nred\nlast\n')
  })

  test('has secrets replaced, in every kind of line', async () => {
    const pipe = fakeStream(null)
    const log = terminalLog(pipe.stream, { isVerbose: true })
    log.hide('hunter2')
    log.hide('')
    for (const kind of ['info', 'warning', 'error', 'debug'] as const) log[kind]('x hunter2 y')
    await log.fenced(async (write) => {
      write('hun')
      write('ter2\n')
      await Promise.resolve()
    })
    expect(pipe.text()).not.toContain('hunter2')
    expect(pipe.text().match(/\*\*\*/g)).toHaveLength(5)
  })
})

test('the progress line says share, bytes, speed and time left', () => {
  expect(progressText('Pack', 0, 1000, 0)).toBe('Pack [························] 0 %  0 B of 1 kB')
  expect(progressText('Pack', 500_000, 1_000_000, 2000)).toBe(
    'Pack [############············] 50 %  500 kB of 1 MB  250 kB/s  2 s left'
  )
})
