import { urlsOf, type Derivation } from '../nix/derivations.ts'
import { storePathsInText } from '../store-path.ts'
import { closureOf, type Graph } from './definitions.ts'
import { attributeTexts, isFixed } from './roles.ts'
import type { EvaluatedPackage } from './types.ts'

/** What of a package says a text. */
export type Origin =
  /** Its version or its name. */
  | { kind: 'identity' }
  | { kind: 'link'; name: 'homepage' | 'changelog' }
  /** An attribute of its derivation: `postPatch`. */
  | { kind: 'own'; key: string }
  /** A fixed-output derivation that it is made of. */
  | { kind: 'fetched'; derivation: Derivation }

export interface OwnText {
  origin: Origin
  text: string
}

/**
 * The texts in which a version is the package's own: its version, name and links, its derivation, and the fixed-output
 * derivations that it is made of. What belongs to another package with a version of its own is not looked into, nor are the names
 * of store paths, which hold other packages' versions. `shared`: derivations that cannot tell anything new.
 */
export function ownTexts(
  evaluated: EvaluatedPackage,
  graph: Graph,
  shared: ReadonlySet<string> = new Set()
): OwnText[] {
  const { version, name, homepage, changelog, drvPath } = evaluated
  const texts = [
    ...[version, name].map((text) => ({ origin: { kind: 'identity' } as const, text })),
    { origin: { kind: 'link', name: 'homepage' } as const, text: homepage },
    { origin: { kind: 'link', name: 'changelog' } as const, text: changelog }
  ].flatMap(({ origin, text }) => (text === null ? [] : [{ origin, text }]))
  const own = ownDerivations(evaluated, graph).filter(({ drvPath }) => !shared.has(drvPath))
  return [
    ...texts,
    ...own.flatMap((derivation): OwnText[] => {
      if (derivation.drvPath === drvPath) return textsOfItself(derivation)
      if (!isFixed(derivation)) return []
      return textsIn(derivation).map(([, text]) => ({
        origin: { kind: 'fetched', derivation },
        text
      }))
    })
  ]
}

/** The packages that it needs, in whose texts a version is theirs, and what these are made of. */
export function otherDerivations(
  evaluated: EvaluatedPackage,
  graph: Graph,
  shared: ReadonlySet<string>
): Derivation[] {
  const own = new Set(ownDerivations(evaluated, graph))
  return [...graph.values()].filter((one) => !own.has(one) && !shared.has(one.drvPath))
}

function ownDerivations({ drvPath, pname }: EvaluatedPackage, graph: Graph): Derivation[] {
  const isOwn = (derivation: Derivation): boolean =>
    derivation.drvPath === drvPath || !isAnotherPackage(derivation, pname)
  return [...closureOf(graph, [drvPath], isOwn)].filter(isOwn)
}

function isAnotherPackage(derivation: Derivation, pname: string): boolean {
  if (isFixed(derivation)) return false
  const { env, structuredAttrs } = derivation
  const other = structuredAttrs?.['pname'] ?? env['pname']
  const version = structuredAttrs?.['version'] ?? env['version']
  return typeof other === 'string' && typeof version === 'string' && other !== pname
}

function textsOfItself(derivation: Derivation): OwnText[] {
  return textsIn(derivation).map(([key, text]) => ({
    origin: identityKey.test(key) ? { kind: 'identity' } : { kind: 'own', key },
    text
  }))
}

const identityKey = /^(?:name|pname|version)$/

/** By the attribute that says them. */
export function textsIn(derivation: Derivation): (readonly [key: string, text: string])[] {
  const { name, args } = derivation
  const all = [
    ['name', name] as const,
    ...args.map((text) => ['args', text] as const),
    ...attributeTexts(derivation)
  ]
  return all.map(([key, text]) => [key, text.replaceAll(storePathsInText, '')] as const)
}

/** For people: what a place is of a package; null: its version or name, which needs no telling. */
export function originWords(origin: Origin): string | null {
  switch (origin.kind) {
    case 'identity':
      return null
    case 'link':
      return `in \`meta.${origin.name}\``
    case 'own':
      return `in \`${origin.key}\``
    case 'fetched':
      return `in the download of ${urlsOf(origin.derivation)[0] ?? origin.derivation.name}`
  }
}
