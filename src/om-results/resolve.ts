import { readFileSync, statSync } from 'node:fs'
import prettyBytes from 'pretty-bytes'
import type { Environment } from '../environment.ts'
import { codeOf, NarPublishError } from '../errors.ts'
import { querySystem } from '../nix/deriver-system.ts'
import { holdPaths } from '../nix/gc-roots.ts'
import type { Nix } from '../nix/types.ts'
import { quote, shortList } from '../text.ts'
import { omResultsInvalid } from './json-place.ts'
import { namePins, type NamedPins } from './name-pins.ts'
import { largestResults, parseOmResults, type OmResults } from './parse.ts'

interface ResolvedOmResults extends NamedPins {
  /** Everything built, no two the same. */
  paths: { storePath: string; system: string }[]
  /** Of these, those that are not valid; the others are kept from the garbage collector. */
  missing: ReadonlySet<string>
}

/** So many names are told in one sentence. */
const longestList = 20

const nothing: ResolvedOmResults = {
  paths: [],
  missing: new Set(),
  pins: [],
  notes: [],
  failures: []
}

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
  const missing = await holdPaths(nix, [...found.keys()])
  const unsaid = [...found]
    .filter(([path, system]) => system === null && !missing.has(path))
    .map(([path]) => path)
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
    missing,
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

/** What the input `om-results` and those around it say. */
export interface OmResultsInput {
  /** Absolute; may be a link, also one into the store, as `om ci run` leaves it. */
  file: string
  /** Of these subflakes; none: of all. */
  subflakes: readonly string[]
  /** Each named path is pinned as `<prefix>-<system>-<name>`; null: none is. */
  pinPrefix: string | null
}

/** The results of the subflakes that were asked for. Throws OM_RESULTS_INVALID, SUBFLAKE_UNKNOWN. */
export function readOmResults({ file, subflakes }: Omit<OmResultsInput, 'pinPrefix'>): OmResults {
  const results = parseOmResults(readBounded(file), subjectOf(file))
  if (subflakes.length === 0) return results
  const known = results.subflakes.map(({ name }) => name)
  const unknown = subflakes.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new NarPublishError({
      code: 'SUBFLAKE_UNKNOWN',
      subject: `subflake ${quote(unknown)}`,
      reason:
        known.length === 0
          ? 'the results have none'
          : `the results have ${shortList(known.map(quote), longestList)}`
    })
  }
  return { ...results, subflakes: results.subflakes.filter(({ name }) => subflakes.includes(name)) }
}

function readBounded(file: string): Buffer {
  try {
    const stat = statSync(file)
    if (!stat.isFile()) throw omResultsInvalid(subjectOf(file), 'it is not a file')
    if (stat.size > largestResults) {
      const sizes = [stat.size, largestResults].map((size) => prettyBytes(size, { binary: true }))
      throw omResultsInvalid(subjectOf(file), `it has ${sizes.join(', and may have ')}`)
    }
    return readFileSync(file)
  } catch (cause) {
    if (cause instanceof NarPublishError) throw cause
    throw omResultsInvalid(subjectOf(file), `it cannot be read (${codeOf(cause)})`, cause)
  }
}

function subjectOf(file: string): string {
  return `om-results, ${quote(file)}`
}
