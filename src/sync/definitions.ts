import { createHash } from 'node:crypto'
import { fixedOutputOf, type Derivation } from '../nix/derivations.ts'
import { storePathsInText } from '../store-path.ts'

/** Derivations by their paths: a closure. */
export type Graph = ReadonlyMap<string, Derivation>

interface DefinitionOptions {
  /** Derivations that the other side has too: they need no looking into. */
  shared?: ReadonlySet<string>
  /** Applied to every text. */
  rewrite?: (text: string) => string
  /** Takes sources in the store (what the checkout holds) for equal when their names are. */
  ignoreSources?: boolean
}

/**
 * What a derivation is apart from its hash: equal for two that would fetch or make the same, whatever hash each expects, of
 * itself or of what it needs.
 */
export class Definitions {
  readonly #graph: Graph
  readonly #options: DefinitionOptions
  readonly #known = new Map<string, string>()
  /** Output path → what stands for it. */
  readonly #outputs = new Map<string, string>()

  constructor(graph: Graph, options: DefinitionOptions = {}) {
    this.#graph = graph
    this.#options = options
  }

  of(drvPath: string): string {
    const known = this.#known.get(drvPath)
    if (known !== undefined) return known
    const derivation = this.#graph.get(drvPath)
    const definition =
      derivation === undefined || this.#options.shared?.has(drvPath) === true
        ? drvPath
        : this.#define(derivation)
    this.#known.set(drvPath, definition)
    for (const [output, { path }] of derivation?.outputs ?? [])
      if (path !== null) this.#outputs.set(path, `${definition}!${output}`)
    return definition
  }

  #define(derivation: Derivation): string {
    const inputs = [...derivation.inputDrvs]
      .map(([input, outputs]) => `${this.of(input)}!${outputs.toSorted().join(',')}`)
      .toSorted()
    const own = new Map(
      [...derivation.outputs].flatMap(([name, { path }]) =>
        path === null ? [] : [[path, `own!${name}`] as const]
      )
    )
    const text = (value: string): string =>
      (this.#options.rewrite ?? String)(
        value.replaceAll(storePathsInText, (path) => own.get(path) ?? this.#standIn(path))
      )
    const { env, structuredAttrs, outputs, name, system, builder, args, inputSrcs } = derivation
    const texts = Object.entries(env)
      .filter(([key]) => key !== 'outputHash' && !outputs.has(key))
      .map(([key, value]) => [key, text(value)])
    const definition = [
      text(name),
      system,
      text(builder),
      args.map(text),
      texts.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      structuredAttrs === null
        ? null
        : text(JSON.stringify({ ...structuredAttrs, outputHash: undefined })),
      inputs,
      inputSrcs.map((path) => text(path)).toSorted()
    ]
    return createHash('sha256').update(JSON.stringify(definition)).digest('hex')
  }

  #standIn(path: string): string {
    const output = this.#outputs.get(path)
    if (output !== undefined) return output
    // A part of the checkout that is copied from the store has the hash in its name.
    return this.#options.ignoreSources === true
      ? path.replaceAll(/(?:\/nix\/store\/)?[0-9a-df-np-sv-z]{32}-/g, '')
      : path
  }
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

export function isFixed(derivation: Derivation): boolean {
  return fixedOutputOf(derivation) !== null
}
