import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chunkEntries, type TreeEntry } from '../../../src/repository/github/tree-write.ts'

const entry = (length: number, index: number): TreeEntry => ({
  path: `${index}.narinfo`,
  mode: '100644',
  type: 'blob',
  content: '\n'.repeat(length)
})

describe('chunkEntries', () => {
  test('keeps every entry in order, within 100 entries and 2 MB of JSON a call', () => {
    const lengths = fc.array(fc.oneof(fc.nat(1000), fc.nat(400_000)), { maxLength: 250 })
    fc.assert(
      fc.property(lengths, (sizes) => {
        const entries = sizes.map(entry)
        const chunks = chunkEntries(entries)
        expect(chunks.flat()).toEqual(entries)
        for (const chunk of chunks) {
          expect(chunk.length).toBeGreaterThan(0)
          expect(chunk.length).toBeLessThanOrEqual(100)
          expect(JSON.stringify(chunk).length).toBeLessThanOrEqual(2_000_200)
        }
      }),
      { numRuns: 30 }
    )
  })

  test('fills a call before it begins the next', () => {
    expect(
      chunkEntries(Array.from({ length: 250 }, (_, i) => entry(5, i))).map((c) => c.length)
    ).toEqual([100, 100, 50])
  })
})
