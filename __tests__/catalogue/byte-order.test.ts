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
      expect(Math.sign(compareBytes(left, right))).toBe(
        Buffer.compare(Buffer.from(left), Buffer.from(right))
      )
    }),
    { numRuns: 2000 }
  )
})
