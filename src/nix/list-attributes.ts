import type { NarPublishError } from '../errors.ts'
import type { About, Asked, AttributeAnswer, Question } from './ask-attributes.ts'
import { describeExpression, described } from './describe.ts'
import { answerInParts } from './evaluate-parts.ts'
import { evaluationReason, logWords, pasteable } from './evaluation.ts'
import { ownEvaluators, type Evaluators } from './evaluators.ts'
import { nixFailure, type NixExit } from './run.ts'
import type { Nix } from './types.ts'

export {
  nixString,
  type About,
  type AttributeAnswer,
  type AttributeEntry,
  type Question
} from './ask-attributes.ts'

/**
 * Answers all requests about a flake (`.`, `github:o/r`), whose paths begin with one of its outputs, in their order: one evaluation for
 * each of these, as long as what fails is thrown and they are not so many that they are evaluated in parts; see answerInParts. Each
 * attribute whose failure Nix cannot catch takes one more, and the others are described all the same. Throws EVALUATION_FAILED, with
 * Nix's words, when it is the flake itself that does not evaluate.
 */
export async function listAttributes(
  nix: Nix,
  flake: string,
  requests: readonly Question[],
  evaluators = ownEvaluators()
): Promise<AttributeAnswer[]> {
  const found = new Map<Question, AttributeAnswer>()
  for (const [output, asked] of Map.groupBy(requests, ({ path }) => path[0] ?? '')) {
    const questions = asked.map(({ path, kind }) => ({ path: path.slice(1), kind }))
    const reference = `${flake}#${output}`
    const about: About = {
      ...{ nix, command: applied(reference), describe: describeExpression, shape: described },
      patience: Infinity
    }
    const answers = await answerAll(about, questions, evaluators)
    if (!Array.isArray(answers)) throw await flakeFailure(nix, reference, flake, answers)
    for (const [index, request] of asked.entries()) {
      const entries = answers[index]?.map((entry) => ({
        ...entry,
        path: [output, ...entry.path]
      }))
      found.set(request, entries ?? null)
    }
  }
  return requests.map((request) => found.get(request) ?? null)
}

/** For what `nix eval` takes: `.#packages`. */
export function applied(reference: string): About['command'] {
  return (apply) => ({
    program: 'nix',
    args: ['eval', '--json', '--show-trace', '--apply', apply, '--', reference]
  })
}

async function flakeFailure(
  nix: Nix,
  reference: string,
  flake: string,
  ended: NixExit
): Promise<NarPublishError> {
  await logWords(nix.log, ended.stderr)
  const args = ['eval', '--json', '--show-trace', '--apply', 'builtins.attrNames', '--', reference]
  return nixFailure(ended, {
    code: 'EVALUATION_FAILED',
    subject: flake,
    reason: evaluationReason(ended.stderr),
    hint: `Try \`${pasteable({ program: 'nix', args }, nix.cwd)}\` on your machine.`
  })
}

/** How the evaluation ended instead, when it is the value that is asked about that fails. Throws MEMORY_EXHAUSTED when that alone takes too much. */
export async function answerAll<Said>(
  about: About<Said>,
  questions: readonly Question[],
  evaluators: Evaluators = ownEvaluators()
): Promise<AttributeAnswer<Said>[] | NixExit> {
  const asked = questions.map((question): Asked<Said> => ({ question }))
  const failure = await answerInParts(about, asked, evaluators)
  return failure ?? asked.map(answerOf)
}

function answerOf<Said>({ answer, members }: Asked<Said>): AttributeAnswer<Said> {
  return answer ?? members?.flatMap((member) => answerOf(member) ?? []) ?? null
}
