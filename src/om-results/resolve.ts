import type { Environment } from '../environment.ts'
import { querySystem } from '../nix/deriver-system.ts'
import type { Nix } from '../nix/types.ts'
import { quote, shortList } from '../text.ts'
import { namePins, type NamedPins } from './name-pins.ts'
import { readOmResults, type OmResultsInput } from './read.ts'

export interface ResolvedOmResults extends NamedPins {
  /** Everything built, no two the same. */
  paths: { storePath: string; system: string }[]
}

/** So many subflakes are told in one sentence. */
const longestList = 20

const nothing: ResolvedOmResults = { paths: [], pins: [], notes: [], failures: [] }

/** What `om ci` built, as store paths and pins; `null`: it was not asked for. Throws what reading the file and naming pins throw. */
export async function resolveOmResults(
  nix: Nix,
  input: OmResultsInput | null,
  { runnerSystem }: Pick<Environment, 'runnerSystem'>
): Promise<ResolvedOmResults> {
  if (input === null) return nothing
  const { systems, subflakes } = readOmResults(input)
  const [only] = systems
  const said = systems.length === 1 && only !== undefined ? only : null
  const builds = subflakes.flatMap(({ name, builds }) =>
    builds.map((build) => ({ ...build, subflake: name, system: build.system ?? said }))
  )
  const found = new Map<string, string | null>()
  for (const { system, byName, outPaths } of builds) {
    for (const storePath of [...byName.map(({ storePath }) => storePath), ...outPaths]) {
      found.set(storePath, found.get(storePath) ?? system)
    }
  }
  const unsaid = [...found].filter(([, system]) => system === null).map(([path]) => path)
  const derived = await querySystem(nix, unsaid)
  const paths = [...found].map(([storePath, system]) => ({
    storePath,
    system: system ?? derived.get(storePath) ?? runnerSystem
  }))
  const named = builds.flatMap(({ subflake, system, byName }) =>
    byName.map(({ name, storePath }) => ({
      subflake,
      system: system ?? derived.get(storePath) ?? null,
      name,
      storePath
    }))
  )
  const pinned = input.pinPrefix === null ? nothing : namePins(named, input.pinPrefix)
  const unbuilt = subflakes.filter(({ builds }) => builds.length === 0).map(({ name }) => name)
  return {
    ...pinned,
    paths,
    notes: [...unbuiltNotes(unbuilt), ...pinned.notes]
  }
}

function unbuiltNotes(names: readonly string[]): string[] {
  return names.length === 0
    ? []
    : [
        `\`om ci\` has no build of ${shortList(names.map(quote), longestList)}: nothing of it is published.`
      ]
}
