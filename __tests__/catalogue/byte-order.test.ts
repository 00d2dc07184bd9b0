import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareBytes } from '../../src/catalogue/byte-order.ts'

test('texts stand in the order of their UTF-8 bytes, whatever they are made of', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      'a',
      'b',
      '\0',
      'é',
      '\u07ff',
      '\ud7ff',
      '\ue000',
      '\uffff',
      '😀',
      '\ud83d',
      '\ude00'
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
  )
  const text = fc.array(unit, { maxLength: 4 }).map((units) => units.join(''))
  fc.assert(
    fc.property(text, text, text, (start, a, b) => {
      const [left, right] = [start + a, start + b]
      const order = Math.sign(compareBytes(left, right))
      const ofBytes = Buffer.compare(Buffer.from(left), Buffer.from(right))
      // Halves of pairs have the same bytes: which of two texts of them is first is another question.
      if (ofBytes !== 0) expect(order).toBe(ofBytes)
      expect(order + Math.sign(compareBytes(right, left))).toBe(0)
      expect(order === 0).toBe(left === right)
    }),
    { numRuns: 2000 }
  )
})
