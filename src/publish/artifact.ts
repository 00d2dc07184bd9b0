import { pnameOf, versionOf } from '../binary-cache/nar-name.ts'
import type { EvaluatedInstallable } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'

/** A store path that the user asked for, as readers of the index know it. */
export interface Artifact {
  storePath: string
  name: string
  version: string | null
  system: string
  /** null for a store path given as such. */
  output: string | null
  /** The installable as written; null for a store path given as such. */
  attribute: string | null
  mainProgram: string | null
  /** bytes: the NARs of its runtime closure, those of upstream included; left out: not known. */
  closureSize?: number | undefined
  /** seconds; left out: it was not built in this run, or nobody knows. */
  buildSeconds?: number | undefined
  /** What it was evaluated from, or another run's where that built it; left out: the commit of this one. */
  origin?: Origin
}

/** What an artifact was built from, and where one can see it being built. */
export interface Origin {
  /** null when not known */
  source: { repository: string; revision: string } | null
  /** null outside of GitHub Actions */
  runUrl: string | null
}

/** One artifact for each output. */
export function artifactsOf(evaluated: EvaluatedInstallable, origin?: Origin): Artifact[] {
  return evaluated.outputs.map((output) => ({
    storePath: output.path,
    name: evaluated.pname,
    version: evaluated.version,
    system: evaluated.system,
    output: output.name,
    attribute: evaluated.installable,
    mainProgram: evaluated.mainProgram,
    ...(origin === undefined ? {} : { origin })
  }))
}

export function artifactOfPath(storePath: string, system: string): Artifact {
  const { name } = parseStorePath(storePath)
  return {
    storePath,
    name: pnameOf(name),
    version: versionOf(name),
    system,
    output: null,
    attribute: null,
    mainProgram: null
  }
}
