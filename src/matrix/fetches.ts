import pMap from 'p-map'
import { connectedParts } from '../graph.ts'
import type { FreshMachine } from '../nix/fresh-machine.ts'
import type { Part } from './graph/cut.ts'
import { operand, type PlannedParts } from './plan-parts.ts'
import { mostRows } from './rows.ts'

export interface FetchingPart extends Part {
  /** bytes that its job fetches from caches, unpacked, besides what it takes of the first wave; null: not asked. */
  fetches: number | null
}

/** bytes; a runner of GitHub's has 14 GB, on which the builds and the packed NARs find room as well. */
export const mostFetches = 10 * 1024 ** 3

const atOnce = 4

/**
 * What each part fetches, and of those that would fill a disk the pieces that have nothing to do with each other. `targets`: .drv → the outputs that
 * are wanted of it. Throws NIX_FAILED.
 */
export async function partsWithFetches(
  planned: PlannedParts,
  targets: ReadonlyMap<string, readonly string[]>
): Promise<FetchingPart[]> {
  const { machine, parts } = planned
  if (machine === null) return parts.map((part) => ({ ...part, fetches: null }))
  const measured = await measure(planned, machine, parts, targets)
  const rooms = Map.groupBy(measured, ({ wave }) => wave)
  const free = new Map([...rooms].map(([wave, { length }]) => [wave, mostRows - length]))
  const pieces: Part[] = []
  const kept: FetchingPart[] = []
  for (const part of measured) {
    const own = (part.fetches ?? 0) > mostFetches ? piecesOf(planned, part) : [part]
    const left = (free.get(part.wave) ?? 0) - (own.length - 1)
    if (own.length === 1 || left < 0) kept.push(part)
    else {
      free.set(part.wave, left)
      pieces.push(...own)
    }
  }
  return [...kept, ...(await measure(planned, machine, pieces, targets))]
}

function measure(
  planned: PlannedParts,
  machine: FreshMachine,
  parts: readonly Part[],
  targets: ReadonlyMap<string, readonly string[]>
): Promise<FetchingPart[]> {
  return pMap(
    parts,
    async (part) => {
      const operands = planned.fetches === 0 ? [] : fetchedBy(planned, part, targets)
      const { fetches } = operands.length === 0 ? { fetches: 0 } : await machine(operands)
      return { ...part, fetches }
    },
    { concurrency: atOnce }
  )
}

/** What it needs and caches have. */
function fetchedBy(
  { graph, derivations, here }: PlannedParts,
  { builds, targets: own }: Part,
  targets: ReadonlyMap<string, readonly string[]>
): string[] {
  const wanted = [
    ...own.map((target) => [target, targets.get(target) ?? []] as const),
    ...builds.flatMap((path) => [...(derivations.get(path)?.inputDrvs ?? [])])
  ]
  const fetched = wanted.filter(([drvPath]) => !graph.has(drvPath) && !here.outputs.has(drvPath))
  return [...new Set(fetched.map(([drvPath, outputs]) => operand(drvPath, outputs)))].sort()
}

/** What of it is connected, by builds of its own. */
function piecesOf({ graph }: PlannedParts, part: Part): Part[] {
  const names = [...new Set([...part.targets, ...part.builds])].sort()
  const edges = part.builds.flatMap((path) =>
    (graph.get(path)?.inputs ?? []).map((input): [string, string] => [path, input])
  )
  return connectedParts(names, edges).map((piece) => {
    const own = new Set(piece)
    const of = (paths: readonly string[]): string[] => paths.filter((path) => own.has(path))
    return { ...part, targets: of(part.targets), builds: of(part.builds) }
  })
}
