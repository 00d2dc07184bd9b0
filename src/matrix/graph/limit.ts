/** What one job costs besides its builds, in the same measure. */
const ownCost = 1

interface Weighed<Item> {
  item: Item
  weight: number
  /** Only those of one kind may be one. */
  kind: string
}

/**
 * Gathers what is too many for one matrix: so that each job has about as much of its kind, in their order, and what is heavier than that
 * alone stays alone.
 */
export function gatherToMost<Item>(items: readonly Weighed<Item>[], most: number): Item[][] {
  const kinds = [...Map.groupBy(items, ({ kind }) => kind).values()]
  if (items.length <= most) return items.map(({ item }) => [item])
  if (kinds.length > most) throw new Error('more kinds of rows than rows')
  let tooSmall = 0
  let size = costOf(items)
  // Halved until that changes nothing any more.
  for (let step = 0; step < 60; step++) {
    const middle = (tooSmall + size) / 2
    const jobs = kinds.reduce((sum, kind) => {
      const { heavy, jobsOfRest } = splitAt(kind, middle)
      return sum + heavy.length + jobsOfRest
    }, 0)
    if (jobs > most) tooSmall = middle
    else size = middle
  }
  return kinds.flatMap((kind) => gatherKind(kind, size))
}

function costOf(items: readonly Weighed<unknown>[]): number {
  return items.reduce((sum, { weight }) => sum + weight + ownCost, 0)
}

/** What is alone in a job, and how many the others take. */
function splitAt<Item>(
  kind: readonly Weighed<Item>[],
  size: number
): { heavy: Weighed<Item>[]; rest: Weighed<Item>[]; jobsOfRest: number } {
  const heavy = kind.filter((one) => costOf([one]) > size)
  const rest = kind.filter((one) => costOf([one]) <= size)
  return { heavy, rest, jobsOfRest: Math.ceil(costOf(rest) / size) }
}

function gatherKind<Item>(kind: readonly Weighed<Item>[], size: number): Item[][] {
  const { heavy, rest, jobsOfRest } = splitAt(kind, size)
  const each = costOf(rest) / jobsOfRest
  let before = 0
  const groups = Map.groupBy(rest, (one) => {
    const cost = costOf([one])
    before += cost
    return Math.floor((before - cost / 2) / each)
  })
  return [...heavy.map((one) => [one]), ...groups.values()].map((group) =>
    group.map(({ item }) => item)
  )
}
