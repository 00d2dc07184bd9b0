import { createHash } from 'node:crypto'
import { sriOf } from '../binary-cache/digest.ts'
import { fixedOutputOf, type Derivation } from '../nix/derivations.ts'
import {
  attributeTexts,
  inputAt,
  isFixed,
  isPackage,
  isToolKey,
  outputsIn,
  pathsWithRest,
  roleOf,
  usesOf
} from './roles.ts'

/** Derivations by their paths: a closure. */
export type Graph = ReadonlyMap<string, Derivation>

interface DefinitionOptions {
  /** Derivations that the other side has too: they need no looking into. */
  shared?: ReadonlySet<string>
  /** Applied to every text. */
  rewrite?: (text: string) => string
  /** Takes sources in the store (what the checkout holds) for equal when their names are. */
  ignoreSources?: boolean
  /** The hash that each expects counts as well: then what is equal has the same content, if its hash is right. */
  withHashes?: boolean
}

/**
 * What a derivation fetches, and what it is made of: equal for two that would fetch or make the same, whatever hash each expects,
 * of itself or of what it needs, and whatever they do it with. Its own texts count, less its tools; of what it needs counts
 *
 *     source  whole: its own definition
 *     part    what it is fetched from and the files that it holds, not its texts
 *     tool    nothing, not even the version in its name
 *
 * as `roleOf` has it.
 */
export class Definitions {
  readonly #graph: Graph
  readonly #options: DefinitionOptions
  readonly #outputs: ReadonlyMap<string, Derivation>
  readonly #whole = new Map<string, string>()
  readonly #parts = new Map<string, string>()

  constructor(graph: Graph, options: DefinitionOptions = {}) {
    this.#graph = graph
    this.#options = options
    this.#outputs = outputsIn(graph)
  }

  of(drvPath: string): string {
    return this.#known(this.#whole, drvPath, (derivation) => this.#define(derivation))
  }

  #partsOf(drvPath: string): string {
    return this.#known(this.#parts, drvPath, (derivation) =>
      JSON.stringify(isFixed(derivation) ? this.of(drvPath) : this.#needed(derivation).toSorted())
    )
  }

  #known(known: Map<string, string>, drvPath: string, define: (of: Derivation) => string): string {
    const derivation = this.#graph.get(drvPath)
    const definition =
      known.get(drvPath) ??
      (derivation === undefined || this.#options.shared?.has(drvPath) === true
        ? drvPath
        : createHash('sha256').update(define(derivation)).digest('hex'))
    known.set(drvPath, definition)
    return definition
  }

  #define(derivation: Derivation): string {
    const { name, system, args, outputs } = derivation
    const fixed = fixedOutputOf(derivation)
    const texts = attributeTexts(derivation)
      .filter(([key]) => key !== 'outputHash' && !isToolKey(key) && !outputs.has(key))
      .map(([key, value]) => [key, this.#text(derivation, key, value)] as const)
    return JSON.stringify([
      this.#text(derivation, 'name', name),
      system,
      args.map((text) => this.#text(derivation, 'args', text)),
      this.#options.withHashes === true && fixed !== null ? sriOf(fixed.digest) : '',
      texts.toSorted(([a], [b]) => (a < b ? -1 : 1)),
      this.#needed(derivation, true).toSorted()
    ])
  }

  #text(derivation: Derivation, key: string, value: string): string {
    const replaced = value.replaceAll(pathsWithRest, (whole, path: string, rest: string) => {
      const input = inputAt(path, derivation, this.#outputs)
      // A part of the checkout that is copied from the store has the hash in its name.
      if (input === null) return this.#options.ignoreSources === true ? nameOf(whole) : whole
      if (input === derivation) return `own${rest}`
      const role = roleOf(key, rest, input)
      if (role === 'tool') return 'tool'
      return (role === 'source' ? this.of(input.drvPath) : this.#partsOf(input.drvPath)) + rest
    })
    return (this.#options.rewrite ?? String)(replaced)
  }

  /** The sources and parts that it needs. `unsaid`: only those that no text that counts tells. */
  #needed(derivation: Derivation, unsaid = false): string[] {
    const uses = usesOf(derivation, this.#outputs)
    const derivations = [...derivation.inputDrvs.keys()].flatMap((drvPath) => {
      const input = this.#graph.get(drvPath)
      if (input === undefined) return [drvPath]
      const roles = uses.flatMap((use) => (use.input === input ? [use.role] : []))
      if (unsaid && roles.some((role) => role !== 'tool')) return []
      if (isFixed(input) || roles.includes('source')) return [this.of(drvPath)]
      const isTool = roles.length > 0 ? !roles.includes('part') : isPackage(input)
      return isTool ? [] : [this.#partsOf(drvPath)]
    })
    if (unsaid) return derivations
    const sources = uses.flatMap(({ input, path, key }) =>
      input !== null || isToolKey(key) ? [] : [path]
    )
    return [
      ...derivations,
      ...sources.map((path) => (this.#options.ignoreSources === true ? nameOf(path) : path))
    ]
  }
}

function nameOf(path: string): string {
  return path.replaceAll(/(?:\/nix\/store\/)?[0-9a-df-np-sv-z]{32}-/g, '')
}

/** Derivations and all that they need, each once; not what is needed by one that does not go on. */
export function* closureOf(
  graph: Graph,
  drvPaths: Iterable<string>,
  goesOn: (derivation: Derivation) => boolean = () => true
): Generator<Derivation> {
  const seen = new Set(drvPaths)
  // A set gives what is added to it while it is read: breadth first.
  for (const path of seen) {
    const derivation = graph.get(path)
    if (derivation === undefined) continue
    yield derivation
    if (goesOn(derivation)) for (const input of derivation.inputDrvs.keys()) seen.add(input)
  }
}

/** Those of the graph whose hash is fixed. */
export function fixedOutputs(graph: Graph): Derivation[] {
  return [...graph.values()].filter(isFixed)
}
