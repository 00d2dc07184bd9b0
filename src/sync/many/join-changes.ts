import { editsOf } from '../change.ts'
import type { SyncChange } from '../types.ts'
import type { Gathered, Part } from './bringing.ts'

/**
 * Changes that write the same place are one, as what one of them writes there is the other's as well: a hash that packages share, made anew. Which
 * they are shows once all are worked out. They contradict nobody; in the order of the first of each.
 */
export function joinChanges<P extends Part>(all: readonly Gathered<P>[]): Gathered<P>[] {
  const joined = new Map(all.map((one) => [one, new Set([one])]))
  const firstAt = new Map<string, Gathered<P>>()
  for (const one of all) {
    for (const place of one.parts.flatMap(({ computed: { change } }) => placesOf(change))) {
      const first = firstAt.get(place) ?? one
      firstAt.set(place, first)
      const [some, others] = [joined.get(first), joined.get(one)]
      if (some === undefined || others === undefined || some === others) continue
      for (const other of others) {
        some.add(other)
        joined.set(other, some)
      }
    }
  }
  return [...new Set(joined.values())].map((some) => asOne(all.filter((one) => some.has(one))))
}

function placesOf(change: SyncChange): string[] {
  const edits = editsOf(change).map(({ file, start, end }) => JSON.stringify([file, start, end]))
  return [...edits, ...change.beside.files.map(({ path }) => path)]
}

function asOne<P extends Part>(some: readonly Gathered<P>[]): Gathered<P> {
  return {
    change: {
      name: some.length === 1 ? some[0]?.change.name : undefined,
      packages: some.flatMap(({ change }) => change.packages),
      subjects: some.flatMap(({ parts }) => parts.map(({ computed: { change } }) => change))
    },
    parts: some.flatMap(({ parts }) => parts),
    notes: some.flatMap(({ notes }) => notes)
  }
}
