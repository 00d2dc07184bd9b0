import { NarPublishError } from '../errors.ts'
import { isSystem } from '../inputs/systems.ts'
import { readEvaluated } from '../nix/describe.ts'
import { evaluateEach } from '../nix/evaluate.ts'
import type { AttributeEntry } from '../nix/list-attributes.ts'
import type { EvaluatedInstallable, InstallableFailure, Nix } from '../nix/types.ts'
import { count, list } from '../text.ts'
import { Excluded, type AttributeGlob } from './exclude.ts'
import { evaluationFailed, shownInstallable, shownPath } from './failure.ts'
import { findAttributes, wantedOf, type Found, type Wanted } from './find-attributes.ts'
import { findInputs, type EvaluatedPath } from './find-inputs.ts'
import { formatAttributePath, parsePattern, withoutSystem, type Pattern } from './pattern.ts'

export type { EvaluatedPath }

/** An attribute that is a derivation. */
export interface EvaluatedAttribute extends EvaluatedInstallable {
  /** Without the flake's output and the system: `hello`, `python3Packages.numpy`. */
  name: string
}

export interface EvaluatedMatrix {
  /** In the order of the lines, and of the systems in each. */
  attributes: EvaluatedAttribute[]
  /** Sources of the flake's inputs (`.#inputs.*`): in this machine's store. */
  paths: EvaluatedPath[]
  failures: InstallableFailure[]
  /** Sentences for the reader. */
  notes: string[]
}

/** So many failures are asked for their words, one evaluation each. */
const mostReasons = 50

/** So many attributes are named in a note. */
const mostNamed = 5

interface MatrixRequest {
  lines: readonly string[]
  systems: readonly string[]
  /** Systems were given. false: one that the flake does not have is passed over, as long as it has one of them. */
  isEverySystemNeeded: boolean
  /** That Nix takes `.#hello` for. */
  runnerSystem: string
  /** Left out; not given: nothing is. */
  exclude?: readonly AttributeGlob[]
}

/** Everything that the lines name, for each of the systems. What does not evaluate is a failure and hides nothing. */
export async function evaluateMatrix(
  nix: Nix,
  { lines, systems, isEverySystemNeeded, runnerSystem, exclude = [] }: MatrixRequest
): Promise<EvaluatedMatrix> {
  const failures: InstallableFailure[] = []
  const patterns = readPatterns(lines, failures)
  const wanted = patterns.flatMap((one) => (one.isInput ? [] : wantedOf(one, systems)))
  const excluded = new Excluded(exclude)
  const found = await findAttributes(nix, wanted, { runnerSystem, excluded }, failures)
  const inputs = patterns.filter(({ isInput }) => isInput)
  const sources = await findInputs(nix, inputs, excluded, failures)
  const isSeenWhole = failures.length === 0
  const attributes: EvaluatedAttribute[] = []
  const foreign: EvaluatedAttribute[] = []
  const unexplained: string[] = []
  const empty: string[] = []
  for (const pattern of patterns) {
    const own = wanted.filter((each) => each.pattern === pattern)
    const missing = own.filter((each) => found.get(each)?.entries === null)
    const isLost = missing.length === own.length || isEverySystemNeeded
    const failed = [
      ...(isLost ? missing.map(missingFailure) : []),
      ...own.flatMap((each) => strangeFailures(pattern, found.get(each)?.strange ?? []))
    ]
    failures.push(...failed)
    const entries = own.flatMap((each) => found.get(each)?.entries ?? [])
    for (const entry of entries) {
      const read = readEntry(entry, pattern)
      if (typeof read === 'string') unexplained.push(read)
      else if ('error' in read) failures.push(read)
      else if (isEverySystemNeeded && isOfAnySystem(own) && !systems.includes(read.system))
        foreign.push(read)
      else attributes.push(read)
    }
    if (entries.length + failed.length + (sources.get(pattern)?.length ?? 0) === 0)
      empty.push(pattern.text)
  }
  failures.push(...(await explain(nix, [...new Set(unexplained)])))
  const unique = new Map(failures.map((failure) => [failure.error.message, failure]))
  return {
    attributes,
    paths: [...sources.values()].flat(),
    failures: [...unique.values()],
    notes: [
      ...foreignNotes(foreign),
      ...(isSeenWhole ? empty.map((text) => `Nothing to build was found for \`${text}\`.`) : []),
      ...(isSeenWhole ? excluded.unused() : []).map(
        (text) => `\`exclude\` names \`${text}\`, and nothing that was asked for is that.`
      )
    ]
  }
}

/** Each line that is none is a failure. */
function readPatterns(lines: readonly string[], failures: InstallableFailure[]): Pattern[] {
  return lines.flatMap((line) => {
    try {
      return [parsePattern(line)]
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      failures.push({ installable: line, error })
      return []
    }
  })
}

/** Every attribute of a set that is not of a system: those of systems that were not given are nobody's wish. */
function isOfAnySystem(wanted: readonly Wanted[]): boolean {
  return wanted.every(
    ({ pattern, system, places: [place = []] }) =>
      pattern.isEach && system === null && !place.some(isSystem)
  )
}

function foreignNotes(foreign: readonly EvaluatedAttribute[]): string[] {
  return [...Map.groupBy(foreign, ({ system }) => system)].map(([system, own]) => {
    const names = own.slice(0, mostNamed).map(({ installable }) => `\`${installable}\``)
    const more = own.length > names.length ? [`${own.length - names.length} more`] : []
    return `\`systems\` does not name ${system}, and leaves out ${count(own.length, 'attribute')}: ${list([...names, ...more])}.`
  })
}

/** The derivation; its installable alone when Nix has yet to say why it does not evaluate; or why it cannot be published. */
function readEntry(
  { path, described, reason }: AttributeEntry,
  pattern: Pattern
): EvaluatedAttribute | string | InstallableFailure {
  const suffix = pattern.outputs === null ? '' : `^${pattern.outputs.join(',')}`
  const installable = `${shownInstallable(pattern.flake, path)}${suffix}`
  if (formatAttributePath(path) === null) {
    return evaluationFailed(installable, 'one of its names cannot be written as an installable')
  }
  if (described === null)
    return reason === undefined ? installable : evaluationFailed(installable, reason)
  const evaluated = readEvaluated(described, installable, pattern.outputs)
  return typeof evaluated === 'string'
    ? evaluationFailed(installable, evaluated)
    : { ...evaluated, name: nameOf(path, pattern) }
}

/** What tells the rows of one system apart. */
function nameOf(path: readonly string[], { built }: Pattern): string {
  const names = built.find((each) =>
    each.every((name, index) => path.at(index - each.length) === name)
  )
  if (names !== undefined) return withoutSystem(path.slice(0, -names.length))
  const below = path.slice(path.findIndex(isSystem) + 1)
  return (below.length === 0 ? path : below).join('.')
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
  const tried = places.map(shownPath).join(', ')
  const whom = system === null ? '' : ` for ${system}`
  return evaluationFailed(pattern.text, `the flake has nothing at ${tried}${whom}`)
}

/** Of attributes that are no shells or configurations as nixpkgs and its like make them. */
function strangeFailures({ flake, built }: Pattern, paths: Found['strange']): InstallableFailure[] {
  const wanted = built.map((names) => `\`${names.join('.')}\``).join(' or ')
  return paths.map((path) =>
    evaluationFailed(
      shownInstallable(flake, path),
      `it has no ${wanted}, which is what is built of it`,
      path[0]?.startsWith('devShell') === true
        ? 'Make it by `mkShell` of nixpkgs, or name a package in its place; or leave it out by `exclude`.'
        : 'Mend it, or leave it out by `exclude`.'
    )
  )
}
