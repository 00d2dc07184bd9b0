import { connectedParts, dependenciesFirst } from '../../graph.ts'
import {
  featuresOfAll,
  reachable,
  weightOfAll,
  type BuildGraph,
  type BuildNode
} from './build-graph.ts'
import { gatherLight, groupUnits, takeBack, type Unit } from './group.ts'

/** What one job does. */
export interface Part {
  /** 1: before the others, some of which need what it builds. */
  wave: 1 | 2
  system: string
  /** .drv files of what it publishes: among its builds, or a cache has all that is wanted of them. */
  targets: string[]
  /** .drv files */
  builds: string[]
}

export interface CutRequest {
  graph: BuildGraph
  /** What is wanted, each .drv file once. One that is not in the graph needs no build. */
  targets: readonly { drvPath: string; system: string }[]
  /** Of a part, when it can be helped. */
  mostWeight: number
  /** One job can leave for another what it built. Else nothing is cut. */
  canHandOn: boolean
  /** Names the runner for what needs these features. */
  runnerOf: (system: string, features: readonly string[]) => string
}

/**
 * Who builds what, so that nothing is built twice: the connected parts of the graph, each of one system. Of one that is too heavy, what
 * several of its targets need is built in a first wave; so is what another system needs. There are two waves, not more: the first takes
 * nothing of anybody, and no target may need a third (`needThirdWave`). The order of what is given says nothing.
 */
export function cutGraph(request: CutRequest): Part[] {
  const { graph, canHandOn, mostWeight } = request
  const targets = new Set(request.targets.map(({ drvPath }) => drvPath).sort())
  const runnerOf = (builds: Iterable<string>): string => {
    const [any] = builds
    return request.runnerOf(graph.get(any ?? '')?.system ?? '', featuresOfAll(graph, builds))
  }
  const grouping = { graph, mostWeight, runnerOf }
  const foreign = canHandOn ? neededElsewhere(graph) : new Set<string>()
  const first = new Set(foreign)
  const units: Unit[] = []
  for (const part of connectedParts([...graph.keys()].sort(), edgesWithin(graph, graph.keys()))) {
    if (!canHandOn || weightOfAll(graph, part) <= mostWeight) {
      // What is left of it stays together, even when what joined it is built before.
      units.push(unitOf(part, foreign, targets))
      continue
    }
    const needs = needsOf(graph, part, targets)
    const shared = new Set([...sharedBy(graph, needs), ...part.filter((path) => foreign.has(path))])
    const own = part.filter((path) => !shared.has(path))
    const groups = groupUnits(
      connectedParts(own, edgesWithin(graph, own)).map((builds) =>
        unitOf(builds, shared, targets, needs)
      ),
      grouping
    )
    const back = takeBack(groups, foreign, grouping)
    for (const path of shared) if (!back.has(path)) first.add(path)
    units.push(...groups)
  }
  const free = request.targets.filter(({ drvPath }) => !graph.has(drvPath))
  return [
    ...gatherLight(firstParts(graph, first), grouping).map((parts) => {
      const builds = parts.flatMap((part) => part.builds)
      return partOf(1, parts[0]?.system ?? '', builds, targets)
    }),
    ...units
      .filter((unit) => unit.targets.length > 0)
      .map(({ builds, targets: [target = ''] }) =>
        partOf(2, graph.get(target)?.system ?? '', builds, targets)
      ),
    ...free.map(({ drvPath, system }): Part => {
      return { wave: 2, system, targets: [drvPath], builds: [] }
    })
  ]
}

function partOf(
  wave: Part['wave'],
  system: string,
  builds: Iterable<string>,
  targets: ReadonlySet<string>
): Part {
  const sorted = [...builds].sort()
  return { wave, system, targets: sorted.filter((path) => targets.has(path)), builds: sorted }
}

/**
 * Those of these .drv files that two waves do not build: of what one needs something is of another system, and that needs something of
 * yet another, or of the first again. Each with these two.
 */
export function needThirdWave(
  graph: BuildGraph,
  targets: readonly string[]
): Map<string, readonly [BuildNode, BuildNode]> {
  // What is of another system, on the way to which of those that are needed for it.
  const crossed = new Map<string, readonly BuildNode[]>()
  for (const path of dependenciesFirst(targets, (one) => graph.get(one)?.inputs ?? [])) {
    const { system, inputs = [] } = graph.get(path) ?? {}
    let longest: readonly BuildNode[] = []
    for (const input of inputs) {
      const node = graph.get(input)
      const below = crossed.get(input) ?? []
      const all = node === undefined || node.system === system ? below : [node, ...below]
      if (all.length > longest.length) longest = all.slice(0, 2)
    }
    crossed.set(path, longest)
  }
  return new Map(
    targets.flatMap((target) => {
      const [first, second] = crossed.get(target) ?? []
      return first === undefined || second === undefined ? [] : [[target, [first, second]]]
    })
  )
}

/** What derivations of another system need, with all that it needs itself. */
function neededElsewhere(graph: BuildGraph): Set<string> {
  const crossed = [...graph.values()].flatMap((node) =>
    node.inputs.filter((input) => !isOfSystem(graph, input, node.system))
  )
  return new Set(reachable(crossed, (path) => graph.get(path)?.inputs ?? []))
}

/** Those of these derivations that are of one system. */
function* edgesWithin(
  graph: BuildGraph,
  paths: Iterable<string>
): Generator<readonly [string, string]> {
  for (const path of paths) for (const input of inputsWithin(graph, path)) yield [path, input]
}

function inputsWithin(graph: BuildGraph, path: string): string[] {
  const node = graph.get(path)
  return node?.inputs.filter((input) => isOfSystem(graph, input, node.system)) ?? []
}

function isOfSystem(graph: BuildGraph, path: string, system: string): boolean {
  return graph.get(path)?.system === system
}

/** Target of the part → itself and what it needs of its own system. */
function needsOf(
  graph: BuildGraph,
  part: readonly string[],
  targets: ReadonlySet<string>
): Map<string, string[]> {
  const wanted = part.filter((path) => targets.has(path))
  return new Map(wanted.map((path) => [path, reachable([path], (one) => inputsWithin(graph, one))]))
}

/** What at least two targets need and nothing of another system has to be waited for. */
function sharedBy(graph: BuildGraph, needs: ReadonlyMap<string, readonly string[]>): string[] {
  const users = new Map<string, number>()
  for (const paths of needs.values()) {
    for (const path of paths) users.set(path, (users.get(path) ?? 0) + 1)
  }
  const waiting = new Set<string>()
  for (const path of reachable(needs.keys(), (one) => inputsWithin(graph, one)).reverse()) {
    const { inputs = [], system = '' } = graph.get(path) ?? {}
    if (inputs.some((input) => waiting.has(input) || !isOfSystem(graph, input, system))) {
      waiting.add(path)
    }
  }
  return [...users].flatMap(([path, count]) => (count > 1 && !waiting.has(path) ? [path] : []))
}

function unitOf(
  part: readonly string[],
  first: ReadonlySet<string>,
  targets: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly string[]> = new Map()
): Unit {
  const builds = new Set(part.filter((path) => !first.has(path)))
  const own = [...builds].filter((path) => targets.has(path))
  const needed = own.flatMap((path) => needs.get(path) ?? [])
  return { targets: own, builds, shared: new Set(needed.filter((path) => first.has(path))) }
}

/** The connected parts of the first wave, each of one system as nothing needs a third wave. */
function firstParts(
  graph: BuildGraph,
  first: ReadonlySet<string>
): { system: string; builds: string[] }[] {
  const paths = [...first].sort()
  return connectedParts(paths, edgesWithin(graph, paths)).map((builds) => {
    return { system: graph.get(builds[0] ?? '')?.system ?? '', builds }
  })
}
