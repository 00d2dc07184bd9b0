import { NarPublishError } from '../errors.ts'
import { whatItHas } from '../nix/describe.ts'
import { fetchFlakeInputs, type FlakeInput } from '../nix/flake-inputs.ts'
import type { InstallableFailure, Nix } from '../nix/types.ts'
import type { Excluded } from './exclude.ts'
import { evaluationFailed, shownInstallable } from './failure.ts'
import { namesOf, type Pattern } from './pattern.ts'

/** A store path that is no derivation's. */
export interface EvaluatedPath {
  /** `.#inputs.nixpkgs` */
  installable: string
  /** What it is called in the index: `nixpkgs`. */
  name: string
  storePath: string
}

/** Sources of the inputs that the patterns name, and of the inputs that these have; each path once, and by its shortest name `excluded`. */
export async function findInputs(
  nix: Nix,
  patterns: readonly Pattern[],
  excluded: Excluded,
  failures: InstallableFailure[]
): Promise<Map<Pattern, EvaluatedPath[]>> {
  const found = new Map<Pattern, EvaluatedPath[]>()
  const seen = new Set<string>()
  for (const [flake, ofFlake] of Map.groupBy(patterns, (pattern) => pattern.flake)) {
    const inputs = await fetchFlakeInputs(nix, flake).catch((error: unknown) => {
      if (!(error instanceof NarPublishError) || error.code !== 'EVALUATION_FAILED') throw error
      failures.push({ installable: flake, error })
      return null
    })
    if (inputs === null) continue
    const first = new Map(inputs.toReversed().map(({ path, storePath }) => [storePath, path]))
    for (const pattern of ofFlake) {
      const named = inputs.filter(({ path }) => isMeant(pattern, path))
      if (named.length === 0 && !pattern.isEach) failures.push(missing(pattern, inputs))
      const paths = named.flatMap(({ path, storePath }): EvaluatedPath[] => {
        if (seen.has(storePath) || excluded.has(['inputs', ...(first.get(storePath) ?? path)]))
          return []
        seen.add(storePath)
        const installable = shownInstallable(flake, ['inputs', ...path])
        return [{ installable, name: path.join('.'), storePath }]
      })
      found.set(pattern, paths)
    }
  }
  return found
}

function isMeant(pattern: Pattern, path: readonly string[]): boolean {
  const [, ...names] = namesOf(pattern)
  const isBelow = path.length > names.length || !pattern.isEach
  return isBelow && names.every((name, index) => path[index] === name)
}

function missing(pattern: Pattern, inputs: readonly FlakeInput[]): InstallableFailure {
  const names = inputs.flatMap(({ path }) => (path.length === 1 ? path : []))
  return evaluationFailed(
    pattern.text,
    `the flake has no such input, or it follows another one${whatItHas('it', names)}`
  )
}
