import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { KnownSecrets } from '../../../src/known-secrets.ts'
import {
  largestLog,
  publishedLog,
  readPublishedLog,
  type LogEnd
} from '../../../src/publish/logs/log-text.ts'

const nothing = new KnownSecrets()
const token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'
const known = new KnownSecrets()
known.add(token)

const mark = /^… (\d+) bytes before this are cut by nar-publish …\n/

function whole(content: string | Buffer): LogEnd {
  return { bytes: Buffer.from(content), before: 0, beginsLine: true }
}

/** As a run reads it: no more of it than may be published. */
function endOf(content: Buffer, longest: number): LogEnd {
  const before = Math.max(0, content.length - longest)
  return { bytes: content.subarray(before), before, beginsLine: before === 0 }
}

describe('a log that is short', () => {
  test.each([
    ['colours, and a carriage return', '\u001b[31mred\u001b[0m\r\nprogress 1%\rprogress 2%\n'],
    ['no line end', 'no end'],
    ['a mark of the byte order, and characters of four bytes', '\ufeffa 🏳️‍🌈 b\n']
  ])('is published as it is: %s', (_what, text) => {
    expect(publishedLog(whole(text), nothing).toString()).toBe(text)
  })

  test('has U+FFFD where it is no UTF-8, or NUL, so that it rides in a tree as text', () => {
    const bytes = Buffer.from('a\0b\xff\xc3(\xe2\x82\n', 'latin1')
    expect(publishedLog(whole(bytes), nothing).toString()).toBe('a\ufffdb\ufffd\ufffd(\ufffd\n')
  })

  test('has stars for secrets', () => {
    const text = `curl -H 'Authorization: ${token}'\n${token}`
    expect(publishedLog(whole(text), known).toString()).toBe("curl -H 'Authorization: ***'\n***")
  })
})

describe('of a log that is too long', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, index) => `line ${index}\n`).join('')

  test('the end is kept from a line’s begin on, and the first line says how much is cut', () => {
    const log = Buffer.from(lines(200_000))
    const text = publishedLog(endOf(log, largestLog), nothing).toString()
    const [first = '', cut] = mark.exec(text) ?? []
    const rest = text.slice(first.length)
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(largestLog)
    expect(text.length).toBeGreaterThan(0.85 * largestLog)
    expect(rest).toMatch(/^line \d+\n/)
    expect(log.subarray(Number(cut)).toString()).toBe(rest)
  })

  test('one line is cut between two characters, and no secret is there in part', () => {
    const text = `${'ü🏳️'.repeat(300)}${token}${'é'.repeat(50)}`
    for (let longest = 150; longest < 350; longest++) {
      const published = publishedLog(endOf(Buffer.from(text), longest), known, longest).toString()
      const rest = published.replace(mark, '')
      expect(published).toMatch(mark)
      expect(rest).not.toContain('\ufffd')
      expect(rest.replace(/é+$/, '')).toMatch(/^[ü🏳️\p{Mn}]*(?:\*\*\*)?$/u)
      expect(Buffer.byteLength(JSON.stringify(published))).toBeLessThanOrEqual(longest)
    }
  })

  test('what takes more room in JSON, such as a screen of colours, is cut to ride in a tree all the same', () => {
    const log = Buffer.from('\u001b[1m\u001b[0m\0\xff\n'.repeat(100_000), 'latin1')
    const text = publishedLog(endOf(log, largestLog), nothing).toString()
    expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(largestLog)
    expect(text.replace(mark, '')).toMatch(/^\u001b\[1m/)
  })

  test('it is published again by who knows other secrets, and the count goes on', () => {
    const log = Buffer.from(`${lines(5000)}${token}\n${lines(50)}`)
    const first = publishedLog(endOf(log, 10_000), nothing, 10_000)
    const second = publishedLog(readPublishedLog(first), known, 2000).toString()
    const [, cut = ''] = mark.exec(second) ?? []
    expect(log.subarray(Number(cut)).toString().replace(token, '***')).toBe(
      second.replace(mark, '')
    )
    expect(publishedLog(readPublishedLog(first), nothing)).toEqual(first)
  })

  test('a letter at the cut that some secret ends with is no secret', () => {
    const text = '… 100 bytes before this are cut by nar-publish …\na line\n'
    const other = new KnownSecrets()
    other.add('some-password-a')
    expect(publishedLog(readPublishedLog(Buffer.from(text)), other).toString()).toBe(text)
  })

  test('a secret over the edge of another job’s cut does not survive in part', () => {
    const cutBefore = Buffer.from(
      `… 100 bytes before this are cut by nar-publish …\n${token.slice(7)} and more\n`
    )
    expect(publishedLog(readPublishedLog(cutBefore), known).toString()).toBe(
      '… 100 bytes before this are cut by nar-publish …\n*** and more\n'
    )
  })
})

test('whatever the bytes and the limit: within it, text without NUL, and with no half of a secret', () => {
  const piece = fc.oneof(
    fc.constantFrom(token, '\n', 'ü', '🏳️', '\0', 'word ', '\u001b[31m'),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes))
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.integer({ min: 120, max: 700 }),
      (pieces, longest) => {
        const log = Buffer.concat(pieces.map((bytes) => Buffer.from(bytes)))
        const text = publishedLog(endOf(log, longest), known, longest).toString()
        expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(longest)
        expect(text).not.toContain('\0')
        for (let at = 0; at + 12 <= token.length; at++) {
          expect(text).not.toContain(token.slice(at, at + 12))
        }
        if (log.length * 6 < longest) expect(text).not.toMatch(mark)
      }
    )
  )
})
