import { dependenciesFirst } from '../../graph.ts'
import { fixedOutputOf, type Derivation } from '../../nix/derivations.ts'

/** A derivation that is to be built, as no cache has what is needed of it. */
export interface BuildNode {
  drvPath: string
  /** `hello-2.12.1` */
  name: string
  /** Of the machine that builds it: its own, or where no runner is for that (`builtin`, `i686-linux`), that of what needs it. */
  system: string
  /** `requiredSystemFeatures` */
  features: readonly string[]
  /** A common build weighs 1. */
  weight: number
  /** .drv files of the graph that it needs. */
  inputs: readonly string[]
}

/** By .drv file. */
export type BuildGraph = ReadonlyMap<string, BuildNode>

interface GraphRequest {
  /** With all that they need. */
  derivations: ReadonlyMap<string, Derivation>
  /** Of what no cache has. */
  builds: ReadonlySet<string>
  /** .drv files of what is wanted. */
  targets: readonly string[]
  hasRunner: (system: string) => boolean
}

/** What is to be built of all that the targets need. */
export function buildGraph({ derivations, builds, targets, hasRunner }: GraphRequest): BuildGraph {
  const inputsOf = (drvPath: string): string[] =>
    [...(derivations.get(drvPath)?.inputDrvs.keys() ?? [])].filter((input) => builds.has(input))
  const graph = new Map<string, BuildNode>()
  const dependents = new Map<string, string[]>()
  // What needs a derivation stands before it.
  for (const drvPath of reachable(
    targets.filter((target) => builds.has(target)),
    inputsOf
  )) {
    const derivation = derivations.get(drvPath)
    if (derivation === undefined) continue
    const inputs = inputsOf(drvPath).sort()
    const above = (dependents.get(drvPath) ?? []).map((other) => graph.get(other)?.system ?? '')
    const isOwn = hasRunner(derivation.system)
    const system = isOwn ? derivation.system : (above.sort()[0] ?? derivation.system)
    for (const input of inputs) {
      const list = dependents.get(input) ?? []
      list.push(drvPath)
      dependents.set(input, list)
    }
    const { name } = derivation
    const features = featuresOf(derivation)
    graph.set(drvPath, { drvPath, name, system, features, weight: weightOf(derivation), inputs })
  }
  return graph
}

/** Everything that the starts lead to, and themselves, each before what it leads to, whatever the order of the starts. */
export function reachable(
  starts: Iterable<string>,
  next: (path: string) => readonly string[]
): string[] {
  return dependenciesFirst([...starts].sort(), next).reverse()
}

/** A download or a text takes next to nothing, and what nixpkgs calls big an hour. */
const weights = { light: 0.05, common: 1, big: 10 }

/** Of a `.drv` file. */
export function weightOf(derivation: Derivation): number {
  if (featuresOf(derivation).includes('big-parallel')) return weights.big
  const isLight =
    fixedOutputOf(derivation) !== null ||
    isSet(derivation, 'preferLocalBuild', '1', true) ||
    isSet(derivation, 'allowSubstitutes', '', false)
  return isLight ? weights.light : weights.common
}

function isSet(
  { env, structuredAttrs }: Derivation,
  name: string,
  text: string,
  value: boolean
): boolean {
  return structuredAttrs === null ? env[name] === text : structuredAttrs[name] === value
}

/** `requiredSystemFeatures`, sorted. */
export function featuresOf({ env, structuredAttrs }: Derivation): string[] {
  const given = (structuredAttrs ?? env)['requiredSystemFeatures']
  const features: unknown[] = typeof given === 'string' ? given.split(/\s+/) : [given].flat()
  return [
    ...new Set(features.filter((one) => typeof one === 'string').filter((one) => one !== ''))
  ].sort()
}

export function weightOfAll(graph: BuildGraph, paths: Iterable<string>): number {
  let sum = 0
  for (const path of paths) sum += graph.get(path)?.weight ?? 0
  return sum
}

/** What the machine needs that builds all of them, sorted. */
export function featuresOfAll(graph: BuildGraph, paths: Iterable<string>): string[] {
  const features = new Set<string>()
  for (const path of paths) for (const one of graph.get(path)?.features ?? []) features.add(one)
  return [...features].sort()
}
