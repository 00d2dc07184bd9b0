import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { emptyCatalogue, mergeCatalogue } from '../../src/catalogue/catalogue.ts'
import { catalogueFiles, shown } from '../support/catalogue.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import { beginMarker, endMarker, placeBlock } from '../../src/catalogue/readme.ts'
import { toldAddress, toldLogin } from '../../src/catalogue/told-address.ts'
import type { Catalogue } from '../../src/catalogue/types.ts'
import { description, hostileRows, someKeys } from './support.ts'

const block = `${beginMarker}\nnew é\n${endMarker}`
const place = (readme: Buffer | string): Buffer =>
  placeBlock(Buffer.from(readme), block, 'o/binstore')

interface State {
  readme: Buffer | null
  catalogue: Catalogue
}

describe('placeBlock', () => {
  test('makes a README with the repository’s name when there is none', () => {
    expect(placeBlock(null, block, 'o/my_store').toString()).toBe(`# my_store\n\n${block}\n`)
  })

  test.each([
    ['an empty file', '', `${block}\n`],
    ['a file that ends in a newline', '# a\n', `# a\n\n${block}\n`],
    ['a file that does not', '# a', `# a\n\n${block}\n`],
    ['a file that ends in an empty line', '# a\n\n', `# a\n\n${block}\n`],
    ['a file of one newline', '\n', `\n${block}\n`],
    ['CRLF', '# a\r\nb\r\n', `# a\r\nb\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n`],
    ['CRLF without the last', '# a\r\nb', `# a\r\nb\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n`],
    ['more LF than CRLF', 'a\r\nb\nc\n', `a\r\nb\nc\n\n${block}\n`]
  ])('appends to %s after an empty line, in its line ending', (_what, readme, expected) => {
    expect(place(readme).toString()).toBe(expected)
  })

  test.each([
    ['text around', `a\n${beginMarker}\nold\n${endMarker}\nz`, `a\n${block}\nz`],
    ['nothing around', `${beginMarker}\n${endMarker}`, block],
    ['a byte order mark', `\ufeff${beginMarker}\n${endMarker}\n`, `\ufeff${block}\n`],
    ['spaces around the markers', `  ${beginMarker} \nold\n\t${endMarker}\t\nz`, `  ${block}\t\nz`],
    [
      'CRLF',
      `a\r\n${beginMarker}\r\nold\r\n${endMarker}\r\nz`,
      `a\r\n${block.replaceAll('\n', '\r\n')}\r\nz`
    ],
    [
      'LF around a block of CRLF',
      `a\n${beginMarker}\r\n\r\n\r\n\r\n${endMarker}\nz`,
      `a\n${block}\nz`
    ],
    [
      'a marker in a sentence',
      `see ${beginMarker}\n${beginMarker}\n${endMarker}\n`,
      `see ${beginMarker}\n${block}\n`
    ],
    [
      'replacement patterns around',
      `$& $1\n${beginMarker}\n${endMarker}\n$\``,
      `$& $1\n${block}\n$\``
    ]
  ])('replaces the block in place: %s', (_what, readme, expected) => {
    expect(place(readme).toString()).toBe(expected)
  })

  test('keeps bytes that are not text', () => {
    const before = Buffer.from([0xff, 0x00, 0xc3, 0x28, 0x0d, 0x0a, 0x1b, 0x80, 0x0a])
    const old = Buffer.from(`${beginMarker}\n${endMarker}`)
    const after = Buffer.from([0x0a, 0xfe, 0x00, 0x0d])
    expect(place(Buffer.concat([before, old, after]))).toEqual(
      Buffer.concat([before, Buffer.from(block), after])
    )
  })

  test('keeps the index of the old script below the block, byte for byte', () => {
    const index =
      '## Index of Artifacts\r\n\r\n' +
      '*   [0c1xyz-hello-2.12.nar](0c1xyz-hello-2.12.nar)\r\n*   [9zz-infer-0.3.nar](9zz-infer-0.3.nar)  '
    const once = place(`# binstore\r\n\r\n${index}`).toString()
    expect(once).toBe(`# binstore\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n\r\n${index}`)
    expect(place(once).toString()).toBe(once)
    expect(place(index).toString()).toBe(`${block.replaceAll('\n', '\r\n')}\r\n\r\n${index}`)
    // Where somebody put the block, it stays.
    const moved = `# binstore\n\n## Index of Artifacts\n\n*   [a.nar](a.nar)\n\n${block}\n`
    expect(place(moved).toString()).toBe(moved)
  })

  test.each(['## Index of Artifacts\n\nnothing yet\n', 'text ## Index of Artifacts\n*   [a](a)\n'])(
    'takes no other text for that index: %j',
    (readme) => {
      expect(place(readme).toString()).toBe(`${readme}\n${block}\n`)
    }
  )

  test.each([
    ['begin twice', [beginMarker, 'x', beginMarker, endMarker], 'on lines 1, 3 and', 'on line 4'],
    ['end twice', ['x', beginMarker, endMarker, '', endMarker], 'on line 2 and', 'on lines 3, 5'],
    ['end first', ['x', endMarker, beginMarker], 'on line 3 and', 'on line 2'],
    ['begin alone', ['x', beginMarker], 'on line 2 and', 'on no line'],
    ['end alone', [endMarker], 'on no line and', 'on line 1'],
    [
      'one more in a fenced block',
      [beginMarker, endMarker, '```', endMarker, '```'],
      'on line 1',
      'on lines 2, 4'
    ]
  ])('refuses %s and names the lines', (_what, lines, begins, ends) => {
    for (const lineEnd of ['\n', '\r\n']) {
      const attempt = (): Buffer => place(lines.join(lineEnd))
      expect(attempt).toThrow(/^README_MARKERS README\.md: it has /)
      expect(attempt).toThrow(begins)
      expect(attempt).toThrow(ends)
    }
  })

  const outside = fc
    .array(
      fc.oneof(
        fc
          .constantFrom('\n', '\r\n', '\r', '# a', ' ', '\t', '```', `x ${beginMarker}`, '\ufeff')
          .map((t) => Buffer.from(t)),
        fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes))
      ),
      { maxLength: 8 }
    )
    .map((parts) => Buffer.concat(parts))

  test('keeps everything outside byte for byte, and placing twice changes nothing', () => {
    fc.assert(
      fc.property(outside, outside, fc.boolean(), (before, after, hasBlock) => {
        const old = Buffer.from(`\n${beginMarker}\nold\n${endMarker}\n`)
        const readme = hasBlock ? Buffer.concat([before, old, after]) : before
        const placed = place(readme)
        expect(place(placed)).toEqual(placed)
        expect(placed.subarray(0, before.length)).toEqual(before)
        expect(placed.subarray(placed.length - (hasBlock ? after.length : 0))).toEqual(
          hasBlock ? after : Buffer.alloc(0)
        )
        expect(placed.includes('new é')).toBe(true)
      })
    )
  })

  test('any order of two publishes gives the same README and catalogue, byte for byte', () => {
    const publish = (state: State, brought: Catalogue): State => {
      const catalogue = mergeCatalogue(state.catalogue, brought)
      return {
        catalogue,
        readme: placeBlock(
          state.readme,
          renderReadmeBlock(shown(catalogue), description),
          'o/binstore'
        )
      }
    }
    const brings = fc
      .tuple(hostileRows, fc.subarray(someKeys))
      .map(([rows, publicKeys]) => mergeCatalogue(emptyCatalogue, { rows, publicKeys }))
    fc.assert(
      fc.property(fc.option(outside), brings, brings, brings, (readme, held, a, b) => {
        const start = { readme, catalogue: held }
        const ab = publish(publish(start, a), b)
        const ba = publish(publish(start, b), a)
        expect(ab.readme).toEqual(ba.readme)
        expect(catalogueFiles(ab.catalogue)).toEqual(catalogueFiles(ba.catalogue))
      })
    )
  })
})

test('what people write around the block tells no address and no login', () => {
  const other =
    '- Substituter: `https://other.example`\n\nmachine other.example login a password TOKEN\n'
  const login = { host: 'raw.example', name: 'x' }
  const told = renderReadmeBlock(shown(emptyCatalogue), { ...description, login, servedBy: 'raw' })
  for (const lineEnd of ['\n', '\r\n']) {
    const readme = Buffer.from(`${other}\n${told}\n${other}`.replaceAll('\n', lineEnd))
    expect(toldAddress(readme)).toEqual({ url: description.substituterUrl, servedBy: 'raw' })
    expect(toldLogin(readme)).toEqual(login)
  }
  expect([toldAddress(Buffer.from(other)), toldLogin(Buffer.from(other))]).toEqual([null, null])
})
