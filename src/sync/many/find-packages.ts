import pLimit from 'p-limit'
import { NarPublishError } from '../../errors.ts'
import { noDerivationReason } from '../../nix/describe.ts'
import { logWords } from '../../nix/evaluation.ts'
import { evaluatorsAtOnce } from '../../nix/evaluators.ts'
import { holdDerivations } from '../../nix/gc-roots.ts'
import type { NixExit } from '../../nix/run.ts'
import { evaluatePackage, readPackage } from '../project/evaluate.ts'
import type { Project } from '../project/locate-package.ts'
import { answerOf } from '../project/question.ts'
import type { EvaluatedPackage, PackageReference } from '../types.ts'
import { namesAt, placesOf, systemOf, type AttributePlace } from './attribute-places.ts'
import type { LocatedLine, LookedAt } from './open-look.ts'
import {
  evaluateEach,
  type AskedIn,
  type DescribedPackage,
  type EachAnswer,
  type EachOptions
} from './evaluate-each.ts'
import { memberReference } from './member-reference.ts'
import type { PackagePattern } from './types.ts'

/** A package that a line names, or one of a set that it names. */
export interface FoundPackage {
  reference: PackageReference
  /** Its own; null: it is nowhere. */
  project: Project | null
  /** Where it is evaluated; null: it is nowhere. */
  place: AttributePlace | null
  isOfPattern: boolean
  /** Or why there is none. */
  evaluated: EvaluatedPackage | NarPublishError
}

/** Attributes that do not evaluate and whose reason is asked for, each by an evaluation of its own. */
const mostExplained = 16

/** All that the lines name, each once, in their order. Adds a sentence to `notes` for what is left out. */
export async function findPackages(look: LookedAt, notes: string[]): Promise<FoundPackage[]> {
  const lines = await describeLines(look, notes)
  const candidates = lines.flatMap((line) => line.candidates)
  return uniqueOf(await explain(look, candidates), notes)
}

/** What a line stands for, once it was described: of a set each derivation. */
export interface DescribedLine {
  pattern: PackagePattern
  /** One that has an error and no place is the line itself. */
  candidates: Candidate[]
}

interface Candidate extends Omit<FoundPackage, 'evaluated'> {
  /** Empty: the look's. */
  system: string
  /** null: it does not evaluate, and was not asked why. */
  evaluated: EvaluatedPackage | NarPublishError | null
}

/** Describes all that the lines name, in their order, by as few evaluations as evaluateEach takes. */
export async function describeLines(
  look: LookedAt,
  notes: string[],
  options: EachOptions = {}
): Promise<DescribedLine[]> {
  const located = look.lines.flatMap(({ pattern, project }) =>
    project instanceof NarPublishError ? [] : [{ pattern, project }]
  )
  const answered = await answerLines(look, located, options)
  const candidatesAt = ({ pattern, project }: LocatedLine): Candidate[] => {
    if (project instanceof NarPublishError) return [failedLine(pattern, null, project)]
    const answer = answered.get(pattern)
    if (answer !== undefined) return candidatesOf(look, pattern, project, answer, notes)
    const isSet = pattern.kind === 'each'
    const error = isSet ? noSuchSet(textOf(pattern)) : null
    return [failedLine(pattern, project, error)]
  }
  return look.lines.map((line) => ({ pattern: line.pattern, candidates: candidatesAt(line) }))
}

interface LineAnswer {
  place: AttributePlace
  answer: Exclude<EachAnswer, null>
}

/** A line whose place is known. */
interface Located extends LocatedLine {
  project: Project
}

/** What stands at the first place of each line that has something. */
export async function answerLines(
  look: AskedIn & Pick<LookedAt, 'system'>,
  lines: readonly Located[],
  options: EachOptions = {}
): Promise<Map<PackagePattern, LineAnswer>> {
  const found = new Map<PackagePattern, LineAnswer>()
  for (let turn = 0; ; turn++) {
    const asked = lines.flatMap(({ pattern, project }) => {
      const system = systemOf(pattern, look.system)
      const place = found.has(pattern) ? undefined : placesOf(pattern, system)[turn]
      return place === undefined ? [] : [{ pattern, project, place, kind: pattern.kind, system }]
    })
    if (asked.length === 0) return found
    const answers = await evaluateEach(look, asked, options)
    for (const [index, { pattern, place }] of asked.entries()) {
      const answer = answers[index] ?? null
      if (answer !== null) found.set(pattern, { place, answer })
    }
  }
}

function candidatesOf(
  look: LookedAt,
  pattern: PackagePattern,
  project: Project,
  { place, answer }: LineAnswer,
  notes: string[]
): Candidate[] {
  const system = systemOf(pattern, look.system)
  if (!Array.isArray(answer))
    return [failedLine(pattern, project, refusal(look, pattern, project, answer))]
  if (pattern.kind === 'one') {
    const [entry] = answer
    const evaluated = readDescribed(pattern.reference, entry?.described ?? null, system)
    return [{ ...pattern, project, place, isOfPattern: false, system, evaluated }]
  }
  const unnamed: string[] = []
  const members = answer.flatMap(({ path, described }): Candidate[] => {
    // What the look itself takes for a package is none.
    if (described !== null && 'notDerivation' in described) return []
    const at = { output: place.output, path }
    const names = namesAt(pattern.reference, at, system)
    const reference = memberReference(pattern.reference, names, system)
    if (reference === null) {
      unnamed.push(names.join('.'))
      return []
    }
    const own = { ...project, package: reference }
    const evaluated = readDescribed(reference, described, system)
    return [{ reference, project: own, place: at, isOfPattern: true, system, evaluated }]
  })
  if (unnamed.length > 0)
    notes.push(
      `No line of \`package\` can name ${unnamed
        .slice(0, 5)
        .map((name) => JSON.stringify(name))
        .join(', ')}: left out.`
    )
  return members
}

export function readDescribed(
  { text }: PackageReference,
  described: DescribedPackage | null,
  system: string
): EvaluatedPackage | NarPublishError | null {
  if (described === null) return null
  if (!('notDerivation' in described)) return readPackage(described, system)
  return evaluationFailed(text, noDerivationReason(described))
}

/** A line of which nothing is known but why; null: that is asked for. */
function failedLine(
  pattern: PackagePattern,
  project: Project | null,
  evaluated: NarPublishError | null
): Candidate {
  const reference = { ...pattern.reference, text: textOf(pattern) }
  return { reference, project, place: null, isOfPattern: false, system: '', evaluated }
}

/** What a line is about does not evaluate, or none of what is in it can be looked at. */
function refusal(
  { nix, copy, nixpkgs, system: usual }: LookedAt,
  pattern: PackagePattern,
  project: Project,
  ended: NixExit
): NarPublishError | null {
  const reference = { ...pattern.reference, text: textOf(pattern) }
  const system = systemOf(pattern, usual)
  const question = { nix, copy, project, package: reference, nixpkgs, system, describe: '' }
  const answer = answerOf(question, { ...ended, stdout: '' })
  return 'error' in answer ? answer.error : null
}

/** The line as it was written. */
export function textOf({ kind, reference: { text } }: PackagePattern): string {
  if (kind === 'one') return text
  return text.endsWith('#') ? `${text}*` : `${text}.*`
}

function noSuchSet(subject: string): NarPublishError {
  return new NarPublishError({
    code: 'EVALUATION_FAILED',
    subject,
    reason: 'there is no such set',
    hint: 'See how what stands before the star is spelt; for a flake `nix flake show` lists what there is.'
  })
}

function evaluationFailed(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'EVALUATION_FAILED', subject, reason })
}

/** Asks why some do not evaluate; what a description could not read (`meta`) is no reason then. */
async function explain(look: LookedAt, candidates: readonly Candidate[]): Promise<FoundPackage[]> {
  const { nix, copy, nixpkgs, counts } = look
  const drvPaths = candidates.flatMap(({ evaluated }) =>
    evaluated !== null && 'drvPath' in evaluated ? [evaluated.drvPath] : []
  )
  const lost = await holdDerivations(nix, drvPaths)
  const isKnown = ({ evaluated }: Candidate): boolean =>
    evaluated !== null && !('drvPath' in evaluated && lost.has(evaluated.drvPath))
  const asked = new Set(candidates.filter((one) => !isKnown(one)).slice(0, mostExplained))
  return pLimit(evaluatorsAtOnce()).map(candidates, async (candidate): Promise<FoundPackage> => {
    const { reference, project, evaluated, system: named } = candidate
    const isDone = evaluated !== null && isKnown(candidate)
    if (isDone) return { ...candidate, evaluated }
    if (project === null || !asked.has(candidate)) {
      const reason = 'it does not evaluate, as others that are told in Nix’s words'
      return { ...candidate, evaluated: evaluationFailed(reference.text, reason) }
    }
    counts.evaluations++
    const system = named === '' ? look.system : named
    const answer = await evaluatePackage(nix, copy, project, {
      package: reference,
      nixpkgs,
      system
    })
    if ('drvPath' in answer) return { ...candidate, evaluated: answer }
    await logWords(nix.log, answer.stderr)
    return { ...candidate, evaluated: answer.error }
  })
}

/** Two attributes may be the same derivation: a line's own name stands for it, then any but `default`. */
function uniqueOf(packages: readonly FoundPackage[], notes: string[]): FoundPackage[] {
  const byDerivation = Map.groupBy(packages, ({ evaluated, reference }) =>
    'drvPath' in evaluated ? evaluated.drvPath : reference.text
  )
  const chosen = new Set([...byDerivation.values()].flatMap((same) => bestOf(same) ?? []))
  const unique = packages.filter((one) => chosen.has(one))
  const others = packages.length - unique.length
  if (others > 0) notes.push(`${others} of the attributes are other names of packages in the list.`)
  return unique
}

function bestOf(same: readonly FoundPackage[]): FoundPackage | undefined {
  const isDefault = ({ reference: { attribute } }: FoundPackage): boolean =>
    /(?:^|\.)default$/.test(attribute)
  return (
    same.find(({ isOfPattern }) => !isOfPattern) ?? same.find((one) => !isDefault(one)) ?? same[0]
  )
}
