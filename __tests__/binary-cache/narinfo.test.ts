import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addSignatures, formatNarInfo, parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import type { NarInfo } from '../../src/binary-cache/types.ts'
import { anyCharacter } from '../support/any-character.ts'
import { golden, goldenNarInfos } from './golden.ts'

const greetingText = golden('two-signatures.narinfo')
const greeting = parseNarInfo(greetingText, 'greeting')

/** The golden text with one line replaced (by null: left out). */
function withLine(name: string, line: string | null): string {
  return greetingText.replace(new RegExp(`^${name}: .*\n`, 'm'), () =>
    line === null ? '' : `${line}\n`
  )
}

function refusal(reason: string): unknown {
  return expect.objectContaining({
    code: 'NARINFO_INVALID',
    subject: 'o/r x.narinfo',
    reason: expect.stringContaining(reason)
  })
}

describe('formatNarInfo', () => {
  test.each(goldenNarInfos())('writes %s again byte for byte as Nix did', (file) => {
    expect(formatNarInfo(parseNarInfo(golden(file), file))).toBe(golden(file))
  })

  test('writes references and signatures as sorted sets', () => {
    const shuffled: NarInfo = {
      ...greeting,
      references: [...greeting.references, ...greeting.references].reverse(),
      signatures: [...greeting.signatures].reverse()
    }
    expect(formatNarInfo(shuffled)).toBe(greetingText)
  })

  test.each(['url', 'deriver', 'ca', 'compression'] as const)(
    'refuses a line end in %s',
    (field) => {
      expect(() => formatNarInfo({ ...greeting, [field]: 'x\nSig: forged' })).toThrow(
        expect.objectContaining({ code: 'NARINFO_INVALID' })
      )
    }
  )
})

describe('parseNarInfo', () => {
  test('reads each field', () => {
    expect(greeting).toEqual({
      storePath: '/nix/store/0k0syn7m2xsmnmfyvkv208lna3s8qjhj-greeting-2.12.1',
      url: 'nar/0xxjzqycdwk0pqbbrdw5rizsz5skmrncb2wf1gmd3zylc05k0azl.nar',
      compression: 'none',
      fileHash: 'sha256:0xxjzqycdwk0pqbbrdw5rizsz5skmrncb2wf1gmd3zylc05k0azl',
      fileSize: 232,
      narHash: 'sha256:0xxjzqycdwk0pqbbrdw5rizsz5skmrncb2wf1gmd3zylc05k0azl',
      narSize: 232,
      references: [
        '0k0syn7m2xsmnmfyvkv208lna3s8qjhj-greeting-2.12.1',
        'p0apxakbrg9qkg5ys3gb4bh5bk46ck4d-word-1.0'
      ],
      deriver: 'zhgvdjsa9dq5fp6ciadn5wjpplxnwvz2-greeting-2.12.1.drv',
      signatures: [
        'second.example.org-1:5r3JlMQN/S9c/8PAbEZrToZpLeQWB6NE7CWY1OdEbHy19GowJqRx7W9S0OOMwmMHu0rSChcZ/RitPA5Eo16DDg==',
        'test-only.example.org-1:OAT97kKYRyw/MdSMGOY7JavbITtwhItIgr1l5hvKeCzEBMcdf8iB2UeZ0243VwHd/j4TPu+1FTgNKvCxh3bkCQ=='
      ],
      ca: null
    })
  })

  test('takes a file of compression none for the NAR itself when its hash and size are not said', () => {
    const text = withLine('FileHash', null).replace(/^FileSize: .*\n/m, '')
    expect(parseNarInfo(text, 'x')).toEqual(greeting)
  })

  test('takes the compression for bzip2 when it is not said, as Nix does', () => {
    expect(parseNarInfo(withLine('Compression', null), 'x').compression).toBe('bzip2')
  })

  test('brings any spelling of a hash to base32', () => {
    const sri = 'sha256-9CswC2DU/9HqC46LxWyuU5evf8yFt7wWvmDyxjz+snc='
    expect(parseNarInfo(withLine('NarHash', `NarHash: ${sri}`), 'x').narHash).toBe(greeting.narHash)
  })

  test.each([
    ['an unknown field', 'Deriver', 'System: x86_64-linux', { deriver: null }],
    ['an unknown deriver', 'Deriver', 'Deriver: unknown-deriver', { deriver: null }],
    ['no references', 'References', null, { references: [] }],
    ['an empty list of references', 'References', 'References: ', { references: [] }],
    [
      'an address',
      'URL',
      'URL: https://h.example/a.nar?x=1',
      { url: 'https://h.example/a.nar?x=1' }
    ],
    ['another compression', 'Compression', 'Compression: br', { compression: 'br' }],
    ['a path with dots', 'URL', 'URL: nar/a..b/.c', { url: 'nar/a..b/.c' }]
  ])('accepts %s', (_what, name, line, fields) => {
    expect(parseNarInfo(withLine(name, line), 'x')).toEqual({ ...greeting, ...fields })
  })

  test.each([
    ['StorePath: /nix/store/x'],
    ['StorePath: /nix/store/0k0syn7m2xsmnmfyvkv208lna3s8qjhj-a/b'],
    ['StorePath: 0k0syn7m2xsmnmfyvkv208lna3s8qjhj-a'],
    ['URL: '],
    ['URL: /etc/passwd'],
    ['URL: ../nar/x.nar'],
    ['URL: nar/../../x.nar'],
    ['URL: nar/%2e%2E/x.nar'],
    ['URL: nar/./x.nar'],
    ['URL: nar//x.nar'],
    ['URL: nar\\..\\x.nar'],
    ['URL: file:///etc/passwd'],
    ['URL: ftp://h.example/x.nar'],
    ['URL: https://'],
    ['URL: nar/a b.nar'],
    ['Compression: x y'],
    ['FileHash: sha256:abc'],
    ['FileHash: md5:d41d8cd98f00b204e9800998ecf8427e'],
    ['FileSize: 9007199254740993'],
    ['FileSize: 99999999999999999999'],
    ['FileSize: 1e3'],
    ['FileSize: -1'],
    ['FileSize: 0'],
    ['FileSize: 012'],
    ['NarHash: '],
    ['NarSize: 1.5'],
    ['NarSize: 0x10'],
    ['References: /nix/store/p0apxakbrg9qkg5ys3gb4bh5bk46ck4d-word-1.0'],
    ['References: p0apxakbrg9qkg5ys3gb4bh5bk46ck4d-word-1.0,x'],
    ['References: ../p0apxakbrg9qkg5ys3gb4bh5bk46ck4d-word'],
    ['Deriver: '],
    ['Deriver: hello.drv'],
    ['Sig: no-colon'],
    ['Sig: name:short'],
    [
      'Sig: :OAT97kKYRyw/MdSMGOY7JavbITtwhItIgr1l5hvKeCzEBMcdf8iB2UeZ0243VwHd/j4TPu+1FTgNKvCxh3bkCQ=='
    ],
    ['CA: ']
  ])('refuses the line %j', (line) => {
    const name = line.slice(0, line.indexOf(':'))
    const text = withLine(name, null) + `${line}\n`
    expect(() => parseNarInfo(text, 'o/r x.narinfo')).toThrow(refusal(name))
  })

  test.each(['StorePath', 'URL', 'NarHash', 'NarSize'])('refuses a text without %s', (name) => {
    expect(() => parseNarInfo(withLine(name, null), 'o/r x.narinfo')).toThrow(
      refusal(`${name} is missing`)
    )
  })

  test.each([
    ['FileHash', { fileHash: null }],
    ['FileSize', { fileSize: null }]
  ])(
    'takes a compressed file without %s, as attic and niks3 write them, and gives it back',
    (name, without) => {
      const text = withLine(name, null).replace('Compression: none', 'Compression: xz')
      const narInfo = parseNarInfo(text, 'x')
      expect(narInfo).toEqual({ ...greeting, compression: 'xz', ...without })
      expect(formatNarInfo(narInfo)).toBe(text)
    }
  )

  test('a signature is added to somebody else’s narinfo without changing a line of it', () => {
    const [first = '', ...lines] = greetingText.split(/(?<=\n)/)
    const foreign = [...lines.reverse(), 'System: x86_64-linux\n', first].join('')
    const signature = `a/b-1:${'A'.repeat(86)}==`
    expect(addSignatures(foreign, [signature], 'x')).toBe(`${foreign}Sig: ${signature}\n`)
    expect(addSignatures(greetingText, [signature], 'x')).toBe(
      formatNarInfo({ ...greeting, signatures: [...greeting.signatures, signature] })
    )
  })

  test.each(['StorePath', 'URL', 'Compression', 'NarHash', 'References', 'Deriver'])(
    'refuses %s twice',
    (name) => {
      const line = new RegExp(`^${name}: .*\n`, 'm').exec(greetingText)?.[0] ?? ''
      expect(() => parseNarInfo(greetingText + line, 'o/r x.narinfo')).toThrow(
        refusal(`${name} is there twice`)
      )
    }
  )

  test.each([
    ['no line end', greetingText.trimEnd(), 'last line'],
    ['nothing', '', 'last line'],
    ['a line without a field', `${greetingText}x\n`, 'Name: value'],
    ['an empty line', `${greetingText}\n`, 'Name: value'],
    ['line ends of Windows', greetingText.replaceAll('\n', '\r\n'), 'Name: value'],
    ['a NUL', greetingText.replace('nar/', 'nar/\0'), 'Name: value'],
    ['10 MB', `${greetingText}X: ${'x'.repeat(10_000_000)}\n`, 'characters'],
    ['HTML', '<!doctype html>\n<title>404</title>\n', 'Name: value']
  ])('refuses %s', (_what, text, reason) => {
    expect(() => parseNarInfo(text, 'o/r x.narinfo')).toThrow(refusal(reason))
  })

  test('repeats no more than a hundred characters of a bad value', () => {
    expect(() => parseNarInfo(withLine('URL', `URL: /${'x'.repeat(5000)}`), 'x')).toThrow(
      expect.objectContaining({ reason: expect.not.stringContaining('x'.repeat(101)) })
    )
  })

  test('throws NARINFO_INVALID and nothing else, whatever is done to a narinfo', () => {
    const position = fc.nat({ max: greetingText.length })
    const foreign = fc.string({ unit: anyCharacter, maxLength: 20 })
    fc.assert(
      fc.property(position, fc.nat({ max: 40 }), foreign, (start, length, text) => {
        const broken = greetingText.slice(0, start) + text + greetingText.slice(start + length)
        let info: NarInfo
        try {
          info = parseNarInfo(broken, 'x')
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'NARINFO_INVALID' })
          return
        }
        expect(parseNarInfo(formatNarInfo(info), 'x')).toEqual({
          ...info,
          signatures: [...new Set(info.signatures)].sort()
        })
      }),
      { numRuns: 500 }
    )
  })
})
