import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyEdits, lineOf } from '../../../src/sync/literals/edit.ts'
import type { Edit } from '../../../src/sync/types.ts'
import { anyCharacter } from '../../support/any-character.ts'

function editOf(text: string, start: number, end: number, replacement: string): Edit {
  return { file: 'a.nix', start, end, line: 1, text: text.slice(start, end), replacement }
}

describe('applyEdits', () => {
  test('replaces what each edit names and nothing else, in any order', () => {
    // Pieces by turns kept and replaced.
    const piece = fc.string({ unit: anyCharacter, maxLength: 6 })
    const cases = fc.array(fc.tuple(piece, piece, piece), { maxLength: 8 })
    fc.assert(
      fc.property(cases, (parts) => {
        const text = parts.map(([kept, old]) => `|${kept}${old}`).join('')
        const edits: Edit[] = []
        let at = 0
        for (const [kept, old, replacement] of parts) {
          const start = at + 1 + kept.length
          at = start + old.length
          edits.push(editOf(text, start, at, replacement))
        }
        const edited = parts.map(([kept, , replacement]) => `|${kept}${replacement}`).join('')
        for (const order of [edits, edits.toReversed(), [...edits.slice(3), ...edits.slice(0, 3)]])
          expect(applyEdits(text, order)).toBe(edited)
      })
    )
  })

  test('takes replacements for data', () => {
    expect(applyEdits('a b', [editOf('a b', 2, 3, "$&$1$`$'")])).toBe("a $&$1$`$'")
  })

  test('takes edits that touch each other', () => {
    const text = 'abc'
    expect(
      applyEdits(text, [
        editOf(text, 1, 2, 'B'),
        editOf(text, 0, 1, 'A'),
        editOf(text, 1, 1, '-'),
        editOf(text, 3, 3, '!')
      ])
    ).toBe('A-Bc!')
  })

  test.each<[string, Edit[]]>([
    ['overlap', [editOf('abcd', 0, 2, ''), editOf('abcd', 1, 3, '')]],
    ['are about the same characters', [editOf('abcd', 0, 2, ''), editOf('abcd', 0, 2, '')]],
    ['insert at one place', [editOf('abcd', 2, 2, 'x'), editOf('abcd', 2, 2, 'y')]],
    ['insert in the middle of another', [editOf('abcd', 1, 3, 'x'), editOf('abcd', 2, 2, 'y')]],
    ['expect another text', [{ ...editOf('abcd', 0, 2, ''), text: 'ax' }]],
    ['go beyond the end', [{ ...editOf('abcd', 2, 9, ''), text: 'cdefghi' }]],
    ['insert beyond the end', [editOf('abcd', 5, 5, 'x')]],
    ['begin before the text', [editOf('abcd', -2, 4, '')]],
    ['end before they begin', [editOf('abcd', 3, 1, '')]]
  ])('refuses edits that %s', (_what, edits) => {
    expect(() => applyEdits('abcd', edits)).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })
})

describe('lineOf', () => {
  test.each([
    ['', 0, 1],
    ['a\nb', 0, 1],
    ['a\nb', 1, 1],
    ['a\nb', 2, 2],
    ['a\r\nb\r\n', 3, 2],
    ['a\r\nb\r\n', 6, 3],
    ['\n\n', 1, 2],
    ['😀\n😀', 3, 2]
  ])('of %j, offset %d, is %d', (text, offset, line) => {
    expect(lineOf(text, offset)).toBe(line)
  })

  test('is the same from a place that is known', () => {
    const text = 'a\nbb\n\nc\n'
    for (let from = 0; from <= text.length; from++) {
      const known = { offset: from, line: lineOf(text, from) }
      for (let to = from; to <= text.length; to++)
        expect(lineOf(text, to, known)).toBe(lineOf(text, to))
    }
  })
})
