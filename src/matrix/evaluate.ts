import { NarPublishError } from '../errors.ts'
import { shownName } from '../harmless.ts'
import { readEvaluated } from '../nix/describe.ts'
import { evaluateEach } from '../nix/evaluate.ts'
import {
  listAttributes,
  type AttributeAnswer,
  type AttributeEntry
} from '../nix/list-attributes.ts'
import type { EvaluatedInstallable, InstallableFailure, Nix } from '../nix/types.ts'
import { formatAttributePath, parsePattern, placesOf, type Pattern } from './pattern.ts'

/** An attribute that is a derivation. */
export interface EvaluatedAttribute extends EvaluatedInstallable {
  /** Without the flake's output and the system: `hello`, `python3Packages.numpy`. */
  name: string
}

/** A store path that is no derivation's. */
export interface EvaluatedPath {
  /** `.#inputs.nixpkgs` */
  installable: string
  /** What it is called in the index: `nixpkgs`. */
  name: string
  storePath: string
}

export interface EvaluatedMatrix {
  /** In the order of the lines, and of the systems in each. */
  attributes: EvaluatedAttribute[]
  /** Sources of the flake's inputs (`.#inputs.*`): in this machine's store. */
  paths: EvaluatedPath[]
  failures: InstallableFailure[]
}

/** So many failures are asked for their words, one evaluation each. */
const mostReasons = 50

/** A pattern for one system, until it is known where it leads. */
interface Wanted {
  pattern: Pattern
  system: string
  places: string[][]
}

interface MatrixRequest {
  lines: readonly string[]
  systems: readonly string[]
  /** false: a system that the flake does not have is passed over, as long as it has one of them. */
  isEverySystemNeeded: boolean
  /** That Nix takes `.#hello` for. */
  runnerSystem: string
}

/** Every derivation that the lines name, for each of the systems. What does not evaluate is a failure and hides nothing. */
export async function evaluateMatrix(
  nix: Nix,
  { lines, systems, isEverySystemNeeded, runnerSystem }: MatrixRequest
): Promise<EvaluatedMatrix> {
  const failures: InstallableFailure[] = []
  const patterns = lines.flatMap((line) => {
    try {
      return [parsePattern(line)]
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      failures.push({ installable: line, error })
      return []
    }
  })
  const wanted = patterns.flatMap((pattern) =>
    systems.map((system): Wanted => ({ pattern, system, places: placesOf(pattern, system) }))
  )
  const found = await findAll(nix, wanted, runnerSystem, failures)
  const attributes: EvaluatedAttribute[] = []
  const unexplained: string[] = []
  for (const pattern of patterns) {
    const own = wanted.filter((each) => each.pattern === pattern)
    const missing = own.filter((each) => found.get(each) === null)
    const isLost = missing.length === own.length || isEverySystemNeeded
    failures.push(...(isLost ? missing.map(missingFailure) : []))
    for (const each of own) {
      for (const entry of found.get(each) ?? []) {
        const read = readEntry(entry, each)
        if (typeof read === 'string') unexplained.push(read)
        else if ('error' in read) failures.push(read)
        else attributes.push(read)
      }
    }
  }
  failures.push(...(await explain(nix, [...new Set(unexplained)])))
  const unique = new Map(failures.map((failure) => [failure.error.message, failure]))
  return { attributes, paths: [], failures: [...unique.values()] }
}

/** Entries of each, null where there is nothing. Those whose flake does not evaluate are a failure, and have no entries. */
async function findAll(
  nix: Nix,
  wanted: readonly Wanted[],
  runnerSystem: string,
  failures: InstallableFailure[]
): Promise<Map<Wanted, AttributeAnswer>> {
  const found = new Map<Wanted, AttributeAnswer>()
  for (const [flake, ofFlake] of Map.groupBy(wanted, ({ pattern }) => pattern.flake)) {
    try {
      let open = ofFlake.map((each) => ({ each, places: each.places }))
      while (open.length > 0) {
        const answers = await listAttributes(
          nix,
          flake,
          open.map(({ each: { pattern }, places }) => ({
            path: places[0] ?? [],
            kind: pattern.isEach ? 'each' : 'one'
          }))
        )
        for (const [index, { each }] of open.entries()) found.set(each, answers[index] ?? null)
        const rest = open
          .filter(({ each, places }) => found.get(each) === null && places.length > 1)
          .map(({ each, places }) => ({ each, places: places.slice(1) }))
        open = await withoutOwnPackages(nix, flake, rest, runnerSystem)
      }
    } catch (error) {
      if (!(error instanceof NarPublishError) || error.code !== 'EVALUATION_FAILED') throw error
      failures.push({ installable: flake, error })
      for (const each of ofFlake) found.set(each, [])
    }
  }
  return found
}

type Open = { each: Wanted; places: string[][] }[]

/**
 * Leaves out who has only the flake's whole outputs left to look at (`.#job.x`), when Nix would take the first name for a package of
 * this machine's system instead: it always looks there first.
 */
async function withoutOwnPackages(
  nix: Nix,
  flake: string,
  open: Open,
  runnerSystem: string
): Promise<Open> {
  const lastOnes = open.filter(({ places }) => places.length === 1)
  const prefixes = ['packages', 'legacyPackages']
  const answers = await listAttributes(
    nix,
    flake,
    lastOnes.flatMap(({ places: [place = []] }) =>
      prefixes.map((prefix) => ({
        path: [prefix, runnerSystem, place[0] ?? ''],
        kind: 'exists'
      }))
    )
  )
  const taken = new Set(
    lastOnes.filter((_one, index) =>
      prefixes.some((_prefix, at) => (answers[index * prefixes.length + at] ?? null) !== null)
    )
  )
  return open.filter((one) => !taken.has(one))
}

/** The derivation; its installable alone when Nix has yet to say why it does not evaluate; or why it cannot be published. */
function readEntry(
  { path, described, reason }: AttributeEntry,
  { pattern, system }: Wanted
): EvaluatedAttribute | string | InstallableFailure {
  const attributePath = formatAttributePath(path)
  const suffix = pattern.outputs === null ? '' : `^${pattern.outputs.join(',')}`
  const installable = `${pattern.flake}#${attributePath ?? shownName(path.join('.'))}${suffix}`
  if (attributePath === null) {
    return evaluationFailed(installable, 'one of its names cannot be written as an installable')
  }
  if (described === null)
    return reason === undefined ? installable : evaluationFailed(installable, reason)
  const evaluated = readEvaluated(described, installable, pattern.outputs)
  return typeof evaluated === 'string'
    ? evaluationFailed(installable, evaluated)
    : { ...evaluated, name: nameOf(path, system) }
}

/** What tells the rows of one system apart. */
function nameOf(path: readonly string[], system: string): string {
  const at = path.indexOf(system)
  const names = path.slice(at + 1)
  return (names.length === 0 ? path : names).join('.')
}

/** Nix's own words: what was caught on the way has none. */
async function explain(nix: Nix, installables: readonly string[]): Promise<InstallableFailure[]> {
  const { failures, evaluated } = await evaluateEach(nix, installables.slice(0, mostReasons))
  return [
    ...failures,
    ...[...evaluated.map(({ installable }) => installable), ...installables.slice(mostReasons)].map(
      (installable) =>
        evaluationFailed(installable, 'it does not evaluate together with the others')
    )
  ]
}

function missingFailure({ pattern, places, system }: Wanted): InstallableFailure {
  const tried = places
    .map((path) => formatAttributePath(path) ?? shownName(path.join('.')))
    .join(', ')
  return evaluationFailed(pattern.text, `the flake has nothing at ${tried} for ${system}`)
}

function evaluationFailed(installable: string, reason: string): InstallableFailure {
  return {
    installable,
    error: new NarPublishError({
      code: 'EVALUATION_FAILED',
      subject: installable,
      reason,
      hint: 'Mend it, or leave it out of `flake-attribute`.'
    })
  }
}
