import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  reachable,
  type BuildGraph,
  type BuildNode
} from '../../../src/matrix/graph/build-graph.ts'
import {
  cutGraph,
  needThirdWave,
  type CutRequest,
  type Part
} from '../../../src/matrix/graph/cut.ts'
import { gatherToMost } from '../../../src/matrix/graph/limit.ts'

const systems = ['arm', 'x86']

interface Invented {
  system?: string
  weight?: number
  features?: readonly string[]
  inputs?: string[]
}

function graphOf(nodes: Readonly<Record<string, Invented>>): BuildGraph {
  return new Map(
    Object.entries(nodes).map(([drvPath, node]): [string, BuildNode] => [
      drvPath,
      { drvPath, name: drvPath, system: 'x86', weight: 1, features: [], inputs: [], ...node }
    ])
  )
}

function cut(graph: BuildGraph, targets: string[], more: Partial<CutRequest> = {}): Part[] {
  return cutGraph({
    ...{ graph, mostWeight: 3, canHandOn: true, runnerOf: (_, features) => features.join() },
    targets: targets.map((drvPath) => ({ drvPath, system: graph.get(drvPath)?.system ?? 'x86' })),
    ...more
  })
}

const shown = (parts: readonly Part[]): string[] =>
  parts
    .map(({ wave, targets, builds }) => `${wave}: ${builds.join(' ')} -> ${targets.join(' ')}`)
    .sort()

describe('parts', () => {
  const chain = graphOf({
    a: { inputs: ['s'] },
    b: { inputs: ['s', 'own'] },
    c: {},
    own: {},
    s: {}
  })

  test('are what shares something to build', () => {
    expect(shown(cut(chain, ['a', 'b', 'c', 'held'], { mostWeight: 4 }))).toEqual([
      '2:  -> held',
      '2: a b own s -> a b',
      '2: c -> c'
    ])
  })

  test('that are too heavy are cut at what several of their targets need', () => {
    expect(shown(cut(chain, ['a', 'b', 'c']))).toEqual(
      ['1: s -> ', '2: a b own -> a b', '2: c -> c'].sort()
    )
    expect(shown(cut(chain, ['a', 'b'], { mostWeight: 2 }))).toEqual([
      '1: s -> ',
      '2: a -> a',
      '2: b own -> b'
    ])
  })

  test('are not cut when nothing can be handed on', () => {
    const parts = cut(chain, ['a', 'b'], { mostWeight: 1, canHandOn: false })
    expect(shown(parts)).toEqual(['2: a b own s -> a b'])
  })

  test('take back what one of them alone needs, as far as there is room', () => {
    const graph = graphOf({
      a: { inputs: ['s'] },
      b: { inputs: ['s', 't'] },
      c: { inputs: ['t'], weight: 4 },
      s: { inputs: ['deep'] },
      deep: {},
      t: {}
    })
    // a and b together have s and what that needs to themselves.
    expect(shown(cut(graph, ['a', 'b', 'c'], { mostWeight: 4 }))).toEqual([
      '1: t -> ',
      '2: a b deep s -> a b',
      '2: c -> c'
    ])
    expect(shown(cut(graph, ['a', 'b', 'c']))).toEqual([
      '1: deep t -> ',
      '2: a b s -> a b',
      '2: c -> c'
    ])
  })

  test('of the first wave publish what is shared and wanted', () => {
    const graph = graphOf({
      lib: {},
      a: { inputs: ['lib'], weight: 2 },
      b: { inputs: ['lib'], weight: 2 }
    })
    expect(shown(cut(graph, ['lib', 'a', 'b'], { mostWeight: 2 }))).toEqual([
      '1: lib -> lib',
      '2: a -> a',
      '2: b -> b'
    ])
  })

  test('are of one system, and what another needs is built before, however light', () => {
    const graph = graphOf({
      image: { inputs: ['firmware'] },
      firmware: { system: 'arm', inputs: ['blob'] },
      blob: { system: 'arm' },
      other: { system: 'arm', inputs: ['blob'] }
    })
    expect(cut(graph, ['image', 'other'], { mostWeight: 100 })).toEqual([
      { wave: 1, system: 'arm', targets: [], builds: ['blob', 'firmware'] },
      { wave: 2, system: 'arm', targets: ['other'], builds: ['other'] },
      { wave: 2, system: 'x86', targets: ['image'], builds: ['image'] }
    ])
  })

  test('of two waves do not build what another system needs of a third', () => {
    const graph = graphOf({
      image: { inputs: ['firmware'] },
      firmware: { system: 'arm', inputs: ['compiler'] },
      compiler: { inputs: ['blob'] },
      blob: {},
      tool: { inputs: ['compiler'] },
      phone: { system: 'arm', inputs: ['firmware'] }
    })
    const late = needThirdWave(graph, ['image', 'tool', 'phone'])
    expect([...late].map(([target, way]) => [target, ...way.map(({ name }) => name)])).toEqual([
      ['image', 'firmware', 'compiler']
    ])
  })

  test('of other runners are not one', () => {
    const graph = graphOf({
      a: { inputs: ['s'] },
      test: { inputs: ['s'], features: ['kvm'] },
      s: { weight: 2 }
    })
    expect(shown(cut(graph, ['a', 'test']))).toEqual(['1: s -> ', '2: a -> a', '2: test -> test'])
  })
})

/** Names sort as they were made, and each needs earlier ones alone. */
const anyGraph = fc
  .array(
    fc.record({
      system: fc.constantFrom(...systems),
      weight: fc.constantFrom(0.05, 1, 1, 10),
      features: fc.constantFrom([], [], ['kvm']),
      needs: fc.array(fc.nat(), { maxLength: 3 })
    }),
    { minLength: 1, maxLength: 30 }
  )
  .map((nodes) =>
    nodes.map(({ needs, ...node }, index) => ({
      ...node,
      name: String(index).padStart(3, '0'),
      inputs: [
        ...new Set(index === 0 ? [] : needs.map((need) => String(need % index).padStart(3, '0')))
      ]
    }))
  )

test('whatever the graph, each derivation is built once, and the first wave waits for nobody', () => {
  fc.assert(
    fc.property(
      anyGraph,
      fc.nat(),
      fc.constantFrom(1, 5, 20, 1000),
      fc.nat(),
      (nodes, wanted, mostWeight, seed) => {
        const whole = graphOf(Object.fromEntries(nodes.map((node) => [node.name, node])))
        const used = new Set(nodes.flatMap(({ inputs }) => inputs))
        const all = nodes
          .filter(({ name }, index) => !used.has(name) || (wanted >> (index % 31)) % 2 === 1)
          .map(({ name }) => name)
        const late = needThirdWave(whole, all)
        const targets = all.filter((name) => !late.has(name))
        const needed = new Set(reachable(targets, (name) => whole.get(name)?.inputs ?? []))
        const graph: BuildGraph = new Map([...whole].filter(([name]) => needed.has(name)))
        const parts = cut(graph, targets, { mostWeight })

        for (const { system, builds } of parts) {
          expect(builds.filter((path) => graph.get(path)?.system !== system)).toEqual([])
        }
        expect(parts.flatMap(({ builds }) => builds).sort()).toEqual([...graph.keys()])
        expect(parts.flatMap((part) => part.targets).sort()).toEqual(targets)
        const partOf = new Map(parts.flatMap((part) => part.builds.map((path) => [path, part])))
        for (const part of parts) {
          expect(part.targets.every((target) => part.builds.includes(target))).toBe(true)
          for (const path of part.builds) {
            for (const input of graph.get(path)?.inputs ?? []) {
              const giver = partOf.get(input)
              if (giver !== part) expect([part.wave, giver?.wave]).toEqual([2, 1])
            }
          }
          const weight = part.builds.reduce((sum, path) => sum + (graph.get(path)?.weight ?? 0), 0)
          if (weight <= mostWeight + 1e-9) continue
          // What is too heavy can not be taken apart: it hangs together, whatever else is built before.
          expect(piecesOf(graph, part)).toHaveLength(1)
        }
        const turned = [...graph].sort(([a], [b]) => hash(a, seed) - hash(b, seed))
        expect(
          cut(new Map(turned), targets.toReversed(), { mostWeight })
            .map((part) => shown([part]))
            .sort()
        ).toEqual(parts.map((part) => shown([part])).sort())
      }
    )
  )
})

function piecesOf(graph: BuildGraph, { builds }: Part): string[][] {
  const own = new Set(builds)
  const edges = builds.flatMap((path) =>
    (graph.get(path)?.inputs ?? []).filter((input) => own.has(input)).map((input) => [path, input])
  )
  const pieces: string[][] = []
  const open = new Set(builds)
  for (const start of open) {
    const piece = new Set([start])
    for (const path of piece) {
      for (const edge of edges) if (edge.includes(path)) for (const one of edge) piece.add(one)
    }
    for (const path of piece) open.delete(path)
    pieces.push([...piece])
  }
  return pieces
}

function hash(text: string, seed: number): number {
  return (Number(text) * 7919 + seed) % 1009
}

describe('what is too much for one matrix', () => {
  const weighed = (weights: readonly number[], kind = 'x') =>
    weights.map((weight, index) => ({ item: `${kind}${index}`, weight, kind }))

  test('is gathered so that each job has about as much, and one that is heavy stays alone', () => {
    const groups = gatherToMost(weighed([50, ...Array.from({ length: 500 }, () => 1)]), 101)
    expect(groups).toHaveLength(101)
    expect(groups[0]).toEqual(['x0'])
    expect(new Set(groups.slice(1).map(({ length }) => length))).toEqual(new Set([5]))
  })

  test('keeps kinds apart and loses nothing, and what is not too much stays as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0.05, 1, 3, 40), { maxLength: 80 }),
        fc.array(fc.constantFrom(0, 1, 10), { maxLength: 80 }),
        fc.integer({ min: 2, max: 30 }),
        (some, others, most) => {
          const items = [...weighed(some), ...weighed(others, 'arm')]
          const groups = gatherToMost(items, most)
          expect(groups.length).toBeLessThanOrEqual(Math.max(most, 0))
          expect(groups.flat().sort()).toEqual(items.map(({ item }) => item).sort())
          for (const group of groups) {
            expect(new Set(group.map((item) => item.replace(/\d+/, '').slice(0, 1))).size).toBe(1)
          }
          if (items.length <= most) expect(groups).toHaveLength(items.length)
        }
      )
    )
  })
})
