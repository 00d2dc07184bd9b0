import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { streamsOf, type StreamUser } from '../../src/build-plan/streams.ts'

const references: Readonly<Record<string, string[]>> = {
  app: ['lib', 'text'],
  tool: ['lib'],
  phone: ['source'],
  lib: ['source'],
  text: [],
  source: []
}

test('a path is in the stream of the one row that needs it, of the rows of its system, or in the common one', () => {
  const { streams, byRow } = streamsOf(
    [
      { id: '1', system: 'x86', roots: ['app'] },
      { id: '2', system: 'x86', roots: ['tool'] },
      { id: '3', system: 'arm', roots: ['phone'] }
    ],
    (path) => references[path] ?? []
  )
  expect(streams).toEqual([
    { file: 'common.export.zst', storePaths: ['source'] },
    { file: 'row-1.export.zst', storePaths: ['text', 'app'] },
    { file: 'row-2.export.zst', storePaths: ['tool'] },
    { file: 'row-3.export.zst', storePaths: ['phone'] },
    { file: 'system-x86.export.zst', storePaths: ['lib'] }
  ])
  expect([...byRow]).toEqual([
    ['1', ['common.export.zst', 'system-x86.export.zst', 'row-1.export.zst']],
    ['2', ['common.export.zst', 'system-x86.export.zst', 'row-2.export.zst']],
    ['3', ['common.export.zst', 'row-3.export.zst']]
  ])
})

test('whatever refers to what, a row that imports its streams in their order never lacks a reference', () => {
  const user = fc.record({
    system: fc.constantFrom('x86', 'arm'),
    roots: fc.array(fc.nat({ max: 29 }), { minLength: 1, maxLength: 3 })
  })
  const graph = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(graph, fc.array(user, { maxLength: 6 }), (needs, users) => {
      // A long name, so that one stream takes more than one command.
      const nameOf = (index: number): string => `${index}-${'x'.repeat(20_000)}`
      const next = new Map(
        needs.map((of, index) => [
          nameOf(index),
          index === 0 ? [] : of.map((need) => nameOf(need % index))
        ])
      )
      const rows: StreamUser[] = users.map(({ system, roots }, index) => {
        return { id: String(index), system, roots: roots.map(nameOf) }
      })
      const { streams, byRow } = streamsOf(rows, (path) => next.get(path) ?? [])
      const all = streams.flatMap(({ storePaths }) => storePaths)
      expect(new Set(all).size).toBe(all.length)
      for (const { id, roots } of rows) {
        const there = new Set<string>()
        for (const file of byRow.get(id) ?? []) {
          for (const path of streams.find((stream) => stream.file === file)?.storePaths ?? []) {
            expect((next.get(path) ?? []).every((reference) => there.has(reference))).toBe(true)
            there.add(path)
          }
        }
        expect([...roots].every((path) => there.has(path))).toBe(true)
      }
    }),
    { numRuns: 50 }
  )
})
