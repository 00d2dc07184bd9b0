import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  markdownCode,
  markdownLink,
  markdownText,
  tableHead,
  tableRow
} from '../../src/markdown/markdown.ts'
import { plainUrl } from '../../src/markdown/plain-url.ts'
import {
  hostileText,
  nodesOf,
  parseMarkdown,
  shownText,
  type MarkdownNode
} from '../catalogue/support.ts'

describe('markdownText', () => {
  test.each([
    ['x86_64-linux', 'x86_64-linux'],
    ['_a_ b_', '\\_a\\_ b\\_'],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['`x`', '\\`x\\`'],
    ['<!-- nar-publish:end -->', '&lt;!-- nar-publish<span>:</span>end --&gt;'],
    ['&copy;', '&amp;copy;'],
    ['[x](y)', '\\[x\\](y)'],
    ['@angular/cli', '<span>@</span>angular/cli'],
    ['fixes #1', 'fixes <span>#</span>1'],
    ['WWW.example.com', 'WWW<span>.</span>example.com'],
    ['$x$', '<span>$</span>x<span>$</span>'],
    [' a \r\n\t b\u2028c ', 'a b c'],
    ['a\u0000b\u202ec\ud800', 'a\ufffdb\ufffdc\ufffd'],
    ['', '']
  ])('shows %j as text', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown)
  })

  test('cuts at the given number of characters, never through one', () => {
    expect(markdownText('😀'.repeat(5), 4)).toBe('😀😀😀…')
    expect(markdownText('abcd', 4)).toBe('abcd')
  })
})

describe('markdownCode', () => {
  test.each([
    ['/nix/store/x-a+b?c=d', '`/nix/store/x-a+b?c=d`'],
    ['a`b', '<code>a\\`b</code>'],
    ['a|b', '<code>a\\|b</code>'],
    ['a\\', '<code>a\\\\</code>'],
    ['<!-- nar-publish:end -->', '<code>&lt;!-- nar-publish<span>:</span>end --&gt;</code>'],
    ['', '<code></code>']
  ])('shows %j as code', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown)
  })
})

describe('markdownLink', () => {
  test('encodes what would end the address or the table cell', () => {
    expect(markdownLink('a', 'https://h/a b|c)d`e<f>"\\\n#g?h=1&copy;')).toBe(
      '[a](https://h/a%20b%7Cc%29d%60e%3Cf%3E%22%5C%0A%23g?h=1&amp;copy;)'
    )
  })

  test.each(['javascript:alert(1)', '//h/x', 'https://', `https://h/${'x'.repeat(2000)}`])(
    'leaves the label alone when the address is none (case %#)',
    (url) => {
      expect(markdownLink('a', url)).toBe('a')
    }
  )
})

test('plainUrl keeps addresses and keys, encodes the rest by its UTF-8 bytes', () => {
  const kept = 'https://[::1]:8080/a%20b?x=1&y=2,3;z=$!+~._-@'
  expect(plainUrl(kept)).toBe(kept)
  expect(plainUrl('name-1:aB+/9=')).toBe('name-1:aB+/9=')
  expect(plainUrl('é\'"{}\ud800')).toBe('%C3%A9%27%22%7B%7D%EF%BF%BD')
})

test('no hostile text leaves its table cell or becomes anything but text, code or our link', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (a, b) => {
      const cells = [
        markdownText(a),
        markdownCode(b),
        markdownLink(markdownText(b), `https://h.example/${a}`)
      ]
      const document = await parseMarkdown(
        [...tableHead(['1', '2', '3']), tableRow(cells)].join('\n')
      )
      expect(document.children?.map(({ type }) => type)).toEqual(['table'])
      const row = nodesOf(document, 'tableRow')[1]
      const [text, code, link] = nodesOf(row ?? document, 'tableCell')
      expect(row?.children).toHaveLength(3)
      const kinds = (cell: MarkdownNode | undefined): Set<string> =>
        new Set(
          nodesOf(cell ?? document).map(({ type, value }) =>
            type === 'html' ? String(value) : type
          )
        )
      const plain = ['tableCell', 'text', '<span>', '</span>']
      expect(plain).toEqual(expect.arrayContaining([...kinds(text)]))
      expect([...plain, 'inlineCode', '<code>', '</code>']).toEqual(
        expect.arrayContaining([...kinds(code)])
      )
      expect([...plain, 'link']).toEqual(expect.arrayContaining([...kinds(link)]))
      expect(
        nodesOf(link ?? document, 'link').every(({ url }) => url?.startsWith('https://h.example/'))
      ).toBe(true)
      expect(shownText(text ?? document)).toBe(shown(a))
      expect(shownText(code ?? document)).toBe(shown(b))
    }),
    { numRuns: 300 }
  )
})

/** By hand, what a reader is to see of a text. */
function shown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
}
