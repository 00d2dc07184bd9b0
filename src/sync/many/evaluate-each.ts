import pLimit from 'p-limit'
import type { z } from 'zod'
import type { NixCommand } from '../../nix/command.ts'
import { evaluatorsAtOnce } from '../../nix/evaluators.ts'
import {
  answerAll,
  type AttributeAnswer,
  type Question as AttributeQuestion
} from '../../nix/list-attributes.ts'
import type { NixExit } from '../../nix/run.ts'
import {
  describedPackage,
  describeWithout,
  fileCommand,
  withNixpkgsInCopy
} from '../project/evaluate.ts'
import { evalCommand } from '../project/flake.ts'
import type { Project } from '../project/locate-package.ts'
import { placeIn } from '../project/question.ts'
import type { AttributePlace } from './attribute-places.ts'
import type { LookedAt } from './open-look.ts'

/** What is asked about one place; `project`: whose flake or file it is in. */
export interface Asked {
  project: Project
  place: AttributePlace
  kind: AttributeQuestion['kind']
  system: string
}

export type DescribedPackage = z.infer<typeof describedPackage>
/** An answer, whose paths are below the value that was asked about, or how the evaluation of all of that ended. */
export type EachAnswer = AttributeAnswer<DescribedPackage> | NixExit

/** The copy that is evaluated, with what, and how often that was. */
export type AskedIn = Pick<LookedAt, 'nix' | 'copy' | 'nixpkgs' | 'counts'>

export interface EachOptions {
  /** Attributes of `meta` that are not asked for. */
  unread?: readonly string[]
  /** As of answerAll. */
  patience?: number
}

/** Those that nobody needs who asks what a package is made of. */
export const allMeta = ['homepage', 'changelog', 'platforms', 'badPlatforms', 'mainProgram']

/**
 * Describes what stands at each place in the copy as it is now: one evaluation for each output of a flake and each file that they are in,
 * however many they are, as long as what fails is thrown; see listAttributes. In the order of `all`.
 */
export async function evaluateEach(
  look: AskedIn,
  all: readonly Asked[],
  { unread = [], patience = Infinity }: EachOptions = {}
): Promise<EachAnswer[]> {
  const found = new Map<Asked, EachAnswer>()
  const values = [...Map.groupBy(all, valueOf).values()]
  await pLimit(evaluatorsAtOnce()).map(values, async (asked) => {
    const [first] = asked
    if (first === undefined) return
    const about = {
      nix: look.nix,
      command: await commandAbout(look, first),
      place: placeIn(look.nix, look.copy),
      describe: describeWithout(unread),
      shape: describedPackage,
      patience
    }
    const questions = asked.map(({ place: { path }, kind }) => ({ path, kind }))
    const answers = await answerAll(about, questions)
    for (const [index, one] of asked.entries())
      found.set(one, Array.isArray(answers) ? (answers[index] ?? null) : answers)
  })
  return all.map((one) => found.get(one) ?? null)
}

/** What is evaluated as a whole: an output of a flake, or a file. */
function valueOf({ project, place: { output }, system }: Asked): string {
  const { flakeFolder, packageFile } = project
  // What a flake says is for each system at once.
  const where = output === null ? [packageFile, system] : [flakeFolder, output]
  return JSON.stringify(where)
}

async function commandAbout(
  look: AskedIn,
  { project, place: { output }, system }: Asked
): Promise<(apply: string) => NixCommand> {
  const { nix, copy, nixpkgs, counts } = look
  const whole = { ...project.package, attribute: '' }
  const question = { nix, copy, project, package: whole, nixpkgs, system, describe: '' }
  const located = output === null ? await withNixpkgsInCopy(question) : question
  return (apply) => {
    counts.evaluations++
    const describe = `(${apply})`
    return output === null
      ? fileCommand({ ...located, describe })
      : evalCommand(located, output, describe)
  }
}
