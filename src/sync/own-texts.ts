import type { Derivation } from '../nix/derivations.ts'
import { storePathsInText } from '../store-path.ts'
import { isFixed, type Graph } from './definitions.ts'
import type { EvaluatedPackage } from './types.ts'

/**
 * The texts in which a version is the package's own: its version, name and links, its derivation, and the fixed-output
 * derivations that it is made of. What belongs to another package with a version of its own is not looked into, nor are the names
 * of store paths, which hold other packages' versions. `shared`: derivations that cannot tell anything new.
 */
export function ownTexts(
  evaluated: EvaluatedPackage,
  graph: Graph,
  shared: ReadonlySet<string> = new Set()
): string[] {
  const { version, name, homepage, changelog, drvPath, pname } = evaluated
  const texts = [version, name, homepage, changelog].filter((text) => text !== null)
  const seen = new Set<string>()
  const pending = [drvPath]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const derivation = graph.get(path)
    if (derivation === undefined || seen.has(path) || shared.has(path)) continue
    seen.add(path)
    if (path !== drvPath && isAnotherPackage(derivation, pname)) continue
    if (path === drvPath || isFixed(derivation)) texts.push(...textsOf(derivation))
    pending.push(...derivation.inputDrvs.keys())
  }
  return texts
}

function isAnotherPackage(derivation: Derivation, pname: string): boolean {
  if (isFixed(derivation)) return false
  const { env, structuredAttrs } = derivation
  const other = structuredAttrs?.['pname'] ?? env['pname']
  const version = structuredAttrs?.['version'] ?? env['version']
  return typeof other === 'string' && typeof version === 'string' && other !== pname
}

function textsOf({ name, args, env, structuredAttrs }: Derivation): string[] {
  const all = [
    name,
    ...args,
    ...Object.values(env),
    ...(structuredAttrs === null ? [] : [JSON.stringify(structuredAttrs)])
  ]
  return all.map((text) => text.replaceAll(storePathsInText, ''))
}
