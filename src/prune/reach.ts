import type { NarInfo } from '../binary-cache/types.ts'

/** The narinfos of a cache and what leads from one to another. Each goes by the hash part of its file's name, which Nix asks for. */
export class StoreGraph {
  readonly #narInfos: ReadonlyMap<string, NarInfo>
  /** Derivation → its outputs. */
  readonly #outputs: Map<string, string[]>

  constructor(narInfos: ReadonlyMap<string, NarInfo>) {
    this.#narInfos = narInfos
    this.#outputs = new Map()
    for (const [hash, { deriver }] of narInfos) {
      if (deriver === null) continue
      const outputs = this.#outputs.get(hashOf(deriver))
      if (outputs === undefined) this.#outputs.set(hashOf(deriver), [hash])
      else outputs.push(hash)
    }
  }

  /** All that these lead to, themselves included, so far as the cache holds it: the rest is upstream's. */
  closureOf(roots: Iterable<string>, along: Along): Set<string> {
    const reached = new Set<string>()
    const waiting = [...roots]
    for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
      const narInfo = this.#narInfos.get(hash)
      if (narInfo === undefined || reached.has(hash)) continue
      reached.add(hash)
      waiting.push(...narInfo.references.map(hashOf))
      if (along.derivers && narInfo.deriver !== null) waiting.push(hashOf(narInfo.deriver))
      if (along.outputs) waiting.push(...(this.#outputs.get(hash) ?? []))
    }
    return reached
  }
}

/** What is followed beside references. */
export interface Along {
  /** From a path to the derivation that made it (closures `source` and `cache`). */
  derivers: boolean
  /** From a derivation to what it made (closure `cache`). */
  outputs: boolean
}

export const references: Along = { derivers: false, outputs: false }
export const derivations: Along = { derivers: true, outputs: false }
export const everything: Along = { derivers: true, outputs: true }

/** `baseName`: `<hash>-<name>`. */
function hashOf(baseName: string): string {
  return baseName.slice(0, 32)
}
