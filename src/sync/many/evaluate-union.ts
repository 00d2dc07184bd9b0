import type { Nix } from '../../nix/types.ts'
import { holdDerivations } from '../../nix/gc-roots.ts'
import type { Copy } from '../project/copy.ts'
import type { EvaluatedPackage, SyncCounts } from '../types.ts'
import type { SyncWork } from '../work-inputs.ts'
import { systemOf } from './attribute-places.ts'
import type { Part } from './bringing.ts'
import { answerLines, readDescribed } from './find-packages.ts'

/** A package of several, with the systems that it is about. */
interface Asked extends Part {
  work: SyncWork
  proved: ReadonlyMap<string, unknown>
}

interface Place {
  nix: Nix
  counts: SyncCounts
}

/**
 * Packages as they are in a copy now, by system: one evaluation of each output of a flake, or file, that several are in. One of which that tells
 * nothing, as it ends the evaluation or fails, is left out; it is to be asked by itself.
 */
export async function evaluateUnion<P extends Asked>(
  { nix, counts }: Place,
  copy: Copy,
  parts: readonly P[]
): Promise<Map<P, Map<string, EvaluatedPackage>>> {
  const found = new Map(parts.map((part) => [part, new Map<string, EvaluatedPackage>()]))
  if (parts.length < 2) return found
  const nixpkgs = parts.find(({ work }) => work.nixpkgs !== null)?.work.nixpkgs ?? null
  for (const system of new Set(parts.flatMap(({ proved }) => [...proved.keys()]))) {
    const lines = parts
      .filter(({ proved }) => proved.has(system))
      .map((part) => {
        const pattern = { kind: 'one' as const, reference: part.work.package }
        return { part, pattern, project: part.project }
      })
    const own = { evaluations: 0 }
    const answers = await answerLines({ nix, copy, nixpkgs, system, counts: own }, lines)
    counts.evaluations[system] = (counts.evaluations[system] ?? 0) + own.evaluations
    const evaluated = lines.flatMap(({ part, pattern }) => {
      const answer = answers.get(pattern)?.answer
      const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null
      const of = systemOf(pattern, system)
      const one = of === system ? readDescribed(pattern.reference, described, system) : null
      return one !== null && 'drvPath' in one ? [{ part, one }] : []
    })
    const drvPaths = evaluated.map(({ one }) => one.drvPath)
    const lost = await holdDerivations(nix, drvPaths)
    for (const { part, one } of evaluated) {
      if (!lost.has(one.drvPath)) found.get(part)?.set(system, one)
    }
  }
  return found
}
