import { NarPublishError } from '../errors.ts'
import { listNames, type Names } from '../nix/attribute-names.ts'
import { listAttributes, type AttributeAnswer } from '../nix/list-attributes.ts'
import type { InstallableFailure, Nix } from '../nix/types.ts'
import type { Excluded } from './exclude.ts'
import { placesOf, type Pattern } from './pattern.ts'

/** A pattern for one system, until it is known where it leads. */
export interface Wanted {
  pattern: Pattern
  /** null: it is the same for each. */
  system: string | null
  places: string[][]
}

/** What was found for a pattern. */
export interface Found {
  /** null: there is nothing. */
  entries: AttributeAnswer
  /** Attributes that do not have what is built of their kind. */
  strange: string[][]
}

/** Something to ask Nix about. The first of its places that has something counts. */
interface Question {
  kind: 'one' | 'each' | 'member'
  places: string[][]
  /** The attribute that it is built of; null: it is itself what is wanted. */
  of: string[] | null
}

/** One for each system where that makes a difference. */
export function wantedOf(pattern: Pattern, systems: readonly string[]): Wanted[] {
  const all = systems.map((system): Wanted => ({
    pattern,
    system,
    places: placesOf(pattern, system)
  }))
  const [first] = all
  const isSame = new Set(all.map(({ places }) => JSON.stringify(places))).size === 1
  return first !== undefined && isSame ? [{ ...first, system: null }] : all
}

/**
 * What there is of each. Those whose flake does not evaluate are a failure, and have no entries. What is `excluded` is not evaluated, unless it
 * is in a set in a set.
 */
export async function findAttributes(
  nix: Nix,
  wanted: readonly Wanted[],
  { runnerSystem, excluded }: { runnerSystem: string; excluded: Excluded },
  failures: InstallableFailure[]
): Promise<Map<Wanted, Found>> {
  const found = new Map<Wanted, Found>()
  for (const [flake, ofFlake] of Map.groupBy(wanted, ({ pattern }) => pattern.flake)) {
    try {
      const asked = await questionsOfAll(nix, flake, ofFlake, excluded)
      const answers = await answerQuestions(
        nix,
        flake,
        [...asked.values()].flatMap((questions) => questions ?? []),
        runnerSystem
      )
      for (const each of ofFlake)
        found.set(each, gather(asked.get(each) ?? null, answers, excluded))
    } catch (error) {
      if (!(error instanceof NarPublishError) || error.code !== 'EVALUATION_FAILED') throw error
      failures.push({ installable: flake, error })
      for (const each of ofFlake) found.set(each, { entries: [], strange: [] })
    }
  }
  return found
}

/** null: there is nothing to ask about. */
async function questionsOfAll(
  nix: Nix,
  flake: string,
  wanted: readonly Wanted[],
  excluded: Excluded
): Promise<Map<Wanted, Question[] | null>> {
  const isLeftOut = ({ places }: Wanted): boolean => places.every((place) => excluded.has(place))
  const leftOut = new Set(wanted.filter(isLeftOut))
  const sets = wanted.map((each) => (leftOut.has(each) ? null : setToList(each, excluded)))
  const listed = sets.filter((set) => set !== null)
  const names = await listNames(nix, flake, listed)
  return new Map(
    wanted.map((each, index) => {
      const set = sets[index] ?? null
      if (leftOut.has(each)) return [each, []]
      if (set !== null)
        return [each, questionsIn(each, set, names[listed.indexOf(set)] ?? null, excluded)]
      const kind = each.pattern.isEach ? 'each' : 'one'
      return [each, [{ kind, places: each.places, of: null }]]
    })
  )
}

/** The set whose names are asked for first: not all that it has is evaluated, or not as it is there. */
function setToList({ pattern, places }: Wanted, excluded: Excluded): string[] | null {
  const [place = []] = places
  const { isEach, built } = pattern
  if (built.length > 0) return isEach ? place : place.slice(0, -1)
  return isEach && excluded.mayHaveIn(place) ? place : null
}

function questionsIn(
  { pattern, places }: Wanted,
  set: string[],
  names: Names,
  excluded: Excluded
): Question[] | null {
  if (names === null) return null
  // It is the set that does not evaluate.
  if (names === 'failed') return [{ kind: 'each', places: [set], of: null }]
  const { isEach, built } = pattern
  const own = isEach ? names : names.filter((name) => name === places[0]?.at(-1))
  if (own.length === 0 && !isEach) return null
  return own
    .map((name) => [...set, name])
    .filter((path) => !excluded.has(path))
    .map((path) =>
      built.length === 0
        ? { kind: 'member', places: [path], of: null }
        : { kind: 'one', places: built.map((names) => [...path, ...names]), of: path }
    )
}

async function answerQuestions(
  nix: Nix,
  flake: string,
  questions: readonly Question[],
  runnerSystem: string
): Promise<Map<Question, AttributeAnswer>> {
  const found = new Map<Question, AttributeAnswer>()
  let open = questions.map((question) => ({ question, places: question.places }))
  while (open.length > 0) {
    const answers = await listAttributes(
      nix,
      flake,
      open.map(({ question: { kind }, places: [path = []] }) => ({ path, kind }))
    )
    for (const [index, { question }] of open.entries()) found.set(question, answers[index] ?? null)
    const rest = open
      .filter(({ question, places }) => found.get(question) === null && places.length > 1)
      .map(({ question, places }) => ({ question, places: places.slice(1) }))
    open = await withoutOwnPackages(nix, flake, rest, runnerSystem)
  }
  return found
}

type Open = { question: Question; places: string[][] }[]

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
  const lastOnes = open.filter(
    ({ question, places }) => question.of === null && places.length === 1
  )
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

function gather(
  questions: readonly Question[] | null,
  answers: ReadonlyMap<Question, AttributeAnswer>,
  excluded: Excluded
): Found {
  if (questions === null) return { entries: null, strange: [] }
  const isMissing = (question: Question): boolean => (answers.get(question) ?? null) === null
  const strange = questions.flatMap((one) => (one.of !== null && isMissing(one) ? [one.of] : []))
  const [whole] = questions
  // All else was seen to be there.
  const isNothing = whole?.of === null && isMissing(whole)
  const entries = questions.flatMap((question) => answers.get(question) ?? [])
  return {
    entries: isNothing ? null : entries.filter(({ path }) => !excluded.has(path)),
    strange
  }
}
