import { z } from 'zod'
import { answerAll, applied } from './list-attributes.ts'
import type { Nix } from './types.ts'

/** The names of a set; null: the flake has none there; `failed`: who asks for the set itself gets Nix's words. */
export type Names = string[] | null | 'failed'

const names = z.array(z.string())

/**
 * What sets of a flake have, of which nothing is looked at: one evaluation for each output that they are of. `places`: paths from the
 * output on, in whose order it answers.
 */
export async function listNames(
  nix: Nix,
  flake: string,
  places: readonly string[][]
): Promise<Names[]> {
  const found = new Map<string[], Names>()
  for (const [output, asked] of Map.groupBy(places, ([first = '']) => first)) {
    const about = {
      nix,
      command: applied(`${flake}#${output}`),
      describe: '(set: if builtins.isAttrs set then builtins.attrNames set else null)',
      shape: names,
      patience: Infinity
    }
    const questions = asked.map((place) => ({ path: place.slice(1), kind: 'one' as const }))
    const answers = await answerAll(about, questions)
    for (const [index, place] of asked.entries()) {
      const answer = Array.isArray(answers) ? (answers[index] ?? null) : []
      found.set(place, answer === null ? null : (answer[0]?.described ?? 'failed'))
    }
  }
  return places.map((place) => found.get(place) ?? null)
}
