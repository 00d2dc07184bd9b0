import { fixedOutputOf, urlsOf } from '../nix/derivations.ts'
import type { Graph } from './definitions.ts'

/** Addresses that a package's sources are fetched from, those nearest to the package first. Data. */
export function sourceUrls(drvPath: string, graph: Graph): string[] {
  const urls = new Set<string>()
  const seen = new Set([drvPath])
  for (const path of seen) {
    const derivation = graph.get(path)
    if (derivation === undefined) continue
    if (fixedOutputOf(derivation) !== null) {
      for (const url of urlsOf(derivation)) if (URL.canParse(url)) urls.add(url)
    }
    // A set gives what is added to it while it is read: breadth first.
    else for (const input of derivation.inputDrvs.keys()) seen.add(input)
  }
  return [...urls]
}
