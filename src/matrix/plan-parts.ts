import { join } from 'node:path'
import { runnerFor } from '../inputs/runner-map.ts'
import { readDerivations, type Derivation } from '../nix/derivations.ts'
import { openFreshMachine, type FreshMachine } from '../nix/fresh-machine.ts'
import type { Nix } from '../nix/types.ts'
import type { Run } from '../run.ts'
import type { EvaluatedAttribute } from './evaluate.ts'
import {
  buildGraph,
  featuresOfAll,
  weightOfAll,
  type BuildGraph,
  type BuildNode
} from './graph/build-graph.ts'
import { builtHere, type BuiltHere } from './graph/built-here.ts'
import { cutGraph, needThirdWave, type Part } from './graph/cut.ts'
import { gatherToMost } from './graph/limit.ts'
import type { MatrixInputs } from './inputs.ts'
import { mostRows } from './rows.ts'

/** What the jobs are to do, before they have names. */
export interface PlannedParts {
  parts: Part[]
  /** .drv files of attributes that are in no part, with what makes them wait for a third wave. */
  impossible: Map<string, readonly [BuildNode, BuildNode]>
  graph: BuildGraph
  derivations: ReadonlyMap<string, Derivation>
  here: BuiltHere
  /** null: it was not asked, as its answer would change nothing. */
  machine: FreshMachine | null
  /** bytes that all of it together fetches from caches */
  fetches: number
}

/** bytes of NARs */
const mostBuiltHere = 1024 ** 3

const nothingHere: BuiltHere = { outputs: new Map(), infos: new Map(), tooLarge: [] }

/** Who builds what of these attributes. */
export async function planParts(
  { inputs, scratch }: Pick<Run<MatrixInputs>, 'inputs' | 'scratch'>,
  nix: Nix,
  attributes: readonly EvaluatedAttribute[]
): Promise<PlannedParts> {
  const { runners, planDirectory, rowWeight: mostWeight } = inputs
  const canHandOn = planDirectory !== null
  const targets = targetsOf(attributes)
  const drvPaths = [...targets.keys()]
  const systems = new Map(attributes.map(({ drvPath, system }) => [drvPath, system]))
  const derivations = await readDerivations(nix, drvPaths)
  const isAsked = canHandOn || sharesAnything(derivations, drvPaths)
  const machine = isAsked
    ? await openFreshMachine(nix, drvPaths, join(scratch, 'fresh-machine'))
    : null
  const asked = await machine?.([...targets].map(([drvPath, outputs]) => operand(drvPath, outputs)))
  const builds = new Set(
    [...(asked?.builds ?? drvPaths)].filter((path) => hasKnownOutputs(derivations.get(path)))
  )
  // Whoever evaluates builds that himself.
  const here = canHandOn
    ? await builtHere(nix, { derivations, builds, targets, room: mostBuiltHere })
    : nothingHere
  for (const drvPath of here.outputs.keys()) builds.delete(drvPath)
  const impossible: PlannedParts['impossible'] = new Map()
  const possible = (): string[] => drvPaths.filter((drvPath) => !impossible.has(drvPath))
  const thirdWave = (graph: BuildGraph): PlannedParts['impossible'] =>
    needThirdWave(graph, canHandOn ? possible() : [])
  const graphOf = (wanted: readonly string[]): BuildGraph =>
    buildGraph({
      ...{ derivations, builds, targets: wanted },
      hasRunner: (system) => runners.has(system)
    })
  let graph = graphOf(drvPaths)
  // Of what nobody hands on each job builds all that it needs, or Nix says why not.
  for (let late = thirdWave(graph); late.size > 0; late = thirdWave(graph)) {
    for (const [drvPath, way] of late) impossible.set(drvPath, way)
    graph = graphOf(possible())
  }
  const runnerOf = (system: string, features: readonly string[]): string =>
    JSON.stringify(runnerFor(runners, system, features) ?? null)
  const cut = cutGraph({
    ...{ graph, mostWeight, canHandOn, runnerOf },
    targets: possible().map((drvPath) => ({ drvPath, system: systems.get(drvPath) ?? '' }))
  })
  const order = new Map(drvPaths.map((drvPath, index) => [drvPath, index]))
  const place = ({ targets: [drvPath = ''] }: Part): number => order.get(drvPath) ?? Infinity
  const parts = ([1, 2] as const).flatMap((wave) =>
    atMost(
      cut
        .filter((part) => part.wave === wave)
        .map((part) => ({
          ...part,
          targets: part.targets.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        }))
        .sort((a, b) => place(a) - place(b)),
      graph,
      runnerOf
    )
  )
  return { parts, impossible, graph, derivations, here, machine, fetches: asked?.fetches ?? 0 }
}

/** .drv file → the outputs that are wanted of it. */
export function targetsOf(
  attributes: readonly EvaluatedAttribute[]
): Map<string, readonly string[]> {
  const byDerivation = Map.groupBy(attributes, ({ drvPath }) => drvPath)
  return new Map(
    [...byDerivation].map(([drvPath, all]) => [
      drvPath,
      [...new Set(all.flatMap(({ outputs }) => outputs.map(({ name }) => name)))]
    ])
  )
}

/** As `nix-store --realise` takes it: `drv!out,dev`. */
export function operand(drvPath: string, outputs: readonly string[]): string {
  return `${drvPath}!${outputs.join(',')}`
}

/** Whether two of them need one derivation. Else it is all the same what is to be built. */
function sharesAnything(
  derivations: ReadonlyMap<string, Derivation>,
  drvPaths: readonly string[]
): boolean {
  const seen = new Set(drvPaths)
  for (const drvPath of drvPaths) {
    const own = new Set<string>()
    const open = [drvPath]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      for (const input of derivations.get(path)?.inputDrvs.keys() ?? []) {
        if (own.has(input)) continue
        if (seen.has(input)) return true
        own.add(input)
        open.push(input)
      }
    }
    for (const path of own) seen.add(path)
  }
  return false
}

/** Else nobody can say what is to be handed on (content-addressed derivations): whoever needs it builds it. */
function hasKnownOutputs(derivation: Derivation | undefined): boolean {
  return [...(derivation?.outputs.values() ?? [])].every(({ path }) => path !== null)
}

/** As many as one matrix takes. */
function atMost(
  parts: readonly Part[],
  graph: BuildGraph,
  runnerOf: (system: string, features: readonly string[]) => string
): Part[] {
  const weighed = parts.map((part) => ({
    item: part,
    weight: weightOfAll(graph, part.builds),
    kind: `${part.system} ${runnerOf(part.system, featuresOfAll(graph, part.builds))}`
  }))
  return gatherToMost(weighed, mostRows).flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(joined, first)]
  )
}

function joined(one: Part, other: Part): Part {
  return {
    ...one,
    targets: [...one.targets, ...other.targets],
    builds: [...one.builds, ...other.builds].sort()
  }
}
