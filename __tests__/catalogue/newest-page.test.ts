import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { newestRows } from '../../src/catalogue/newest.ts'
import { formatNewestPage } from '../../src/catalogue/newest-page.ts'
import { hostileRows, rowWith } from './support.ts'

const none: ReadonlySet<string> = new Set()

/** Its tags and the text between them, as a browser takes them apart. */
function partsOf(page: Buffer): { tags: string[]; texts: string[] } {
  const body = page.toString().replace(/^[^]*<table>\n/, '')
  return {
    tags: body.match(/<[^>]*>/g) ?? [],
    texts: body.split(/<[^>]*>|\n/).filter((text) => text !== '')
  }
}

test('is a table of what is shown first, with a caption and headings, that lets nothing else be loaded', () => {
  const rows = [
    rowWith(),
    rowWith({ name: 'lib', output: 'dev', version: null, fileSize: 1_500_000 })
  ]
  const page = formatNewestPage(newestRows(rows, none))
  expect(page.toString()).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
  )
  expect(page.toString()).toContain('<meta name="color-scheme" content="light dark">')
  expect(partsOf(page)).toEqual({
    tags: [
      ...['<caption>', '</caption>', '<thead>', '<tr>', ...Array<string>(5).fill('<th scope=col>')],
      '<tbody>',
      ...rows.flatMap(() => ['<tr>', '<th>', ...Array<string>(4).fill('<td>')]),
      ...['</table>', '</html>']
    ],
    texts: [
      'The newest version of each artifact, pinned ones first; at most 100.',
      ...['Name', 'Version', 'System', 'Size', 'Published'],
      ...['hello', '2.12.1', 'x86_64-linux', '50.1 kB', '2026-11-21'],
      ...['lib (dev)', 'x86_64-linux', '1.5 MB', '2026-11-21']
    ]
  })
  expect(partsOf(formatNewestPage([])).texts).toEqual(['Nothing is published yet.'])
})

test('has of 100 usual rows 8 kB at most', () => {
  const rows = Array.from({ length: 100 }, (_, number) =>
    rowWith({
      name: `usual-${number}`,
      storePath: `/nix/store/${String(number).padStart(32, '0')}-x`
    })
  )
  expect(formatNewestPage(newestRows(rows, none)).length).toBeLessThan(8192)
})

test('takes every text for text, on one line, and no more than some of it', () => {
  fc.assert(
    fc.property(hostileRows, (rows) => {
      const shown = newestRows(rows, none)
      const usual = shown.map((row) => ({
        ...row,
        name: 'x',
        version: null,
        system: 'x',
        output: null
      }))
      expect(partsOf(formatNewestPage(shown)).tags).toEqual(partsOf(formatNewestPage(usual)).tags)
    })
  )
  const huge = '<script>'.repeat(1_000_000)
  const page = formatNewestPage(newestRows([rowWith({ name: huge, version: `"'&\u202e` })], none))
  expect(page.length).toBeLessThan(2500)
  expect(page.toString()).toContain(`<td>&#34;&#39;&#38;\ufffd<td>`)
  expect(page.toString()).not.toContain('<script')
})
