import { fixedOutputOf, type Derivation } from '../nix/derivations.ts'
import { storePathsInText } from '../store-path.ts'

/**
 * What a derivation needs another one for. source: it goes into what is made. tool: it works on it. part: it may be either, so that
 * it counts by what it is made of alone.
 */
export type Role = 'source' | 'part' | 'tool'

/**
 * By the attribute that names the input, and how. What has a fixed output is a source wherever it stands: it was fetched. Of others,
 * what stands among `nativeBuildInputs` and the like and that whose programs are called (`${curl}/bin/curl`) is a tool, what stands
 * in `src`, `patches`, `cargoDeps` a source. Anywhere else a package, which has a version of its own, is a tool, and anything else (a
 * patched source, a folder of downloads) a part.
 *
 * So a fetcher is the same whichever curl, go or standard environment it works with, although these are built from sources too, and
 * although the package itself may be one of them: bzip2, in a tree whose fetchers unpack with bzip2.
 */
export function roleOf(key: string, rest: string, input: Derivation): Role {
  if (isFixed(input)) return 'source'
  if (isToolKey(key) || /^\/s?bin(?:\/|$)/.test(rest)) return 'tool'
  if (sourceKey.test(key) && !scriptKey.test(key)) return 'source'
  return isPackage(input) ? 'tool' : 'part'
}

export function isToolKey(key: string): boolean {
  return toolKey.test(key)
}

const toolKey =
  /^(?:builder|stdenv|shell|PATH|\w*[bB]uildInputs|\w*CheckInputs|deps(?:Build|Host|Target)\w*|\w*(?:SSL|CA)_?\w*(?:FILE|CAINFO|BUNDLE))$/
const sourceKey = /src|source|patch|lock|deps|vendor|modules/i
/** Code may name anything. */
const scriptKey = /^(?:pre|post)[A-Z]|(?:Phase|Command|Script)$/

/** It has a version of its own, as `pname` and `version` or in its name: `curl-8.11.0`, not `source` or `infer-1.0-patched`. */
export function isPackage({ name, env, structuredAttrs }: Derivation): boolean {
  const { pname, version } = structuredAttrs ?? env
  if (typeof pname === 'string' && typeof version === 'string') return name.endsWith(version)
  return /-[0-9][\w.+]*$/.test(name)
}

export function isFixed(derivation: Derivation): boolean {
  return fixedOutputOf(derivation) !== null
}

/** A store path, and what follows it inside of that path. */
export const pathsWithRest = new RegExp(`(${storePathsInText.source})((?:/[\\w.+@%=~-]*)*)`, 'g')

/** A place where a derivation names a store path. */
interface Use {
  key: string
  path: string
  /** null: no derivation of the closure makes it; it was put into the store by the evaluation. */
  input: Derivation | null
  role: Role
}

/** `outputs`: of all derivations that it may need. */
export function usesOf(derivation: Derivation, outputs: ReadonlyMap<string, Derivation>): Use[] {
  const texts = [
    ...attributeTexts(derivation),
    ...derivation.args.map((text) => ['args', text] as const)
  ]
  return texts.flatMap(([key, value]) =>
    [...value.matchAll(pathsWithRest)].flatMap(([, path = '', rest = '']): Use[] => {
      const input = outputs.get(path) ?? null
      if (input === derivation) return []
      return [{ key, path, input, role: input === null ? 'source' : roleOf(key, rest, input) }]
    })
  )
}

/** Names and values; of structured ones as JSON. */
export function attributeTexts({ env, structuredAttrs }: Derivation): [string, string][] {
  if (structuredAttrs === null) return Object.entries(env)
  return Object.entries(structuredAttrs).map(([key, value]) => [key, JSON.stringify(value)])
}

/** By the paths of their outputs. */
export function outputsIn(derivations: ReadonlyMap<string, Derivation>): Map<string, Derivation> {
  return new Map(
    [...derivations.values()].flatMap((derivation) =>
      [...derivation.outputs.values()].flatMap(({ path }) =>
        path === null ? [] : [[path, derivation] as const]
      )
    )
  )
}
