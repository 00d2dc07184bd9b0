import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markBlock, readMarkedText } from '../../../src/sync/propose/marker.ts'

const only = { name: 'infer', package: '.#infer', version: '0.76.1' }
const marker = { packages: [only], group: null, digest: 'd' }

describe('a marked block', () => {
  test('is found again between what people wrote', () => {
    const text = `above\r\n${markBlock(marker, 'text')}\r\nbelow`
    expect(readMarkedText(text)).toEqual({ before: 'above\r\n', marker, after: '\r\nbelow' })
  })

  test('holds any names, and shows none of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, text) => {
        const named = { ...marker, packages: [{ ...only, name }] }
        const block = markBlock(named, text.replaceAll('<', ''))
        expect(readMarkedText(block)?.marker).toEqual(named)
        // The comment ends where it is meant to.
        expect(block.indexOf('-->')).toBe(block.indexOf(' -->\n') + 1)
      })
    )
  })

  test('is none when a person, or another program, wrote something like it', () => {
    const block = markBlock(marker, 'text')
    for (const text of [
      '',
      'nar-publish',
      block + block,
      block.replace('<!-- nar-publish:end -->', ''),
      block.replace('{', '{{'),
      block.replace('"infer"', '7'),
      block.replace(/"version":[^,]+,/, ''),
      '<!-- nar-publish:begin -->\n<!-- nar-publish:end -->'
    ]) {
      expect(readMarkedText(text)).toBeNull()
    }
  })
})
