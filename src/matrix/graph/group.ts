import { reachable, weightOfAll, type BuildGraph } from './build-graph.ts'

/** Targets that one job has to build, of a part that is cut. */
export interface Unit {
  targets: string[]
  /** What nobody else needs. */
  builds: Set<string>
  /** What it needs of the first wave. */
  shared: Set<string>
}

interface GroupRequest {
  graph: BuildGraph
  mostWeight: number
  /** That of what needs these .drv files built: one job has one. */
  runnerOf: (builds: Iterable<string>) => string
}

/**
 * Gathers units into jobs of at most `mostWeight`, those that share most first. One that is heavier alone stays alone.
 */
export function groupUnits(units: readonly Unit[], request: GroupRequest): Unit[] {
  const byRunner = Map.groupBy(units, ({ builds }) => request.runnerOf(builds))
  return [...byRunner.values()].flatMap((alike) => groupAlike(alike, request))
}

function groupAlike(units: readonly Unit[], { graph, mostWeight }: GroupRequest): Unit[] {
  const weights = new Map(units.map((unit) => [unit, weightOfAll(graph, unit.builds)]))
  const weightOf = (unit: Unit): number => weights.get(unit) ?? 0
  const open = new Set(
    units.toSorted((a, b) => weightOf(b) - weightOf(a) || compare(a.targets[0], b.targets[0]))
  )
  const users = new Map<string, Unit[]>()
  for (const unit of open) {
    for (const path of unit.shared) users.set(path, [...(users.get(path) ?? []), unit])
  }
  const groups: Unit[] = []
  for (const first of open) {
    open.delete(first)
    const group: Unit = { targets: [], builds: new Set(), shared: new Set() }
    // What each of the others has in common with the group.
    const common = new Map<Unit, number>()
    let weight = 0
    for (let next: Unit | undefined = first; next !== undefined;) {
      open.delete(next)
      weight += weightOf(next)
      group.targets.push(...next.targets)
      for (const path of next.builds) group.builds.add(path)
      for (const path of next.shared) {
        if (group.shared.has(path)) continue
        group.shared.add(path)
        const shared = graph.get(path)?.weight ?? 0
        for (const user of users.get(path) ?? []) {
          common.set(user, (common.get(user) ?? 0) + shared)
        }
      }
      next = undefined
      let most = -1
      for (const unit of open) {
        const inCommon = common.get(unit) ?? 0
        if (inCommon <= most || weight + weightOf(unit) > mostWeight) continue
        most = inCommon
        next = unit
      }
    }
    group.targets.sort()
    groups.push(group)
  }
  return groups
}

/**
 * What one group alone needs of the first wave goes back to it as long as it has room, and what needs it first, so that the first wave takes
 * nothing of the second. Answers with what went. `fixed` stays.
 */
export function takeBack(
  groups: readonly Unit[],
  fixed: ReadonlySet<string>,
  { graph, mostWeight, runnerOf }: GroupRequest
): Set<string> {
  const users = new Map<string, Unit | null>()
  for (const group of groups) {
    for (const path of group.shared) users.set(path, users.has(path) ? null : group)
  }
  const inputsOf = (path: string): readonly string[] => graph.get(path)?.inputs ?? []
  const kept = new Set<string>()
  const back = new Set<string>()
  for (const path of reachable(users.keys(), inputsOf)) {
    const group = users.get(path)
    const builds = group?.builds ?? new Set<string>()
    const isBack =
      group !== undefined &&
      group !== null &&
      !fixed.has(path) &&
      !kept.has(path) &&
      weightOfAll(graph, [path, ...builds]) <= mostWeight &&
      runnerOf([path, ...builds]) === runnerOf(builds)
    if (isBack) {
      builds.add(path)
      back.add(path)
    } else {
      for (const input of inputsOf(path)) kept.add(input)
    }
  }
  return back
}

/** The same of anything with builds, the heaviest first, each where there is room. */
export function gatherLight<Item extends { builds: readonly string[]; system: string }>(
  items: readonly Item[],
  { graph, mostWeight, runnerOf }: GroupRequest
): Item[][] {
  const sorted = items
    .map((item) => ({ item, weight: weightOfAll(graph, item.builds) }))
    .sort((a, b) => b.weight - a.weight || compare(a.item.builds[0], b.item.builds[0]))
  const bins: { items: Item[]; weight: number; kind: string }[] = []
  for (const { item, weight } of sorted) {
    const kind = `${item.system} ${runnerOf(item.builds)}`
    const bin = bins.find((one) => one.kind === kind && one.weight + weight <= mostWeight)
    if (bin === undefined) bins.push({ items: [item], weight, kind })
    else {
      bin.items.push(item)
      bin.weight += weight
    }
  }
  return bins.map((bin) => bin.items)
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
