import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { NixCommand } from '../../nix/command.ts'
import { whatItHas } from '../../nix/describe.ts'
import { nixString } from '../../nix/list-attributes.ts'
import { isAtLeast } from '../../nix/nix.ts'
import { nixWords } from '../../nix/run.ts'
import { encodePath, parseAttributePath } from './package-reference.ts'
import { answerOf, ask, failed, type Answer, type Question } from './question.ts'
import { currentSystem, fillIn, namedSystem } from './systems.ts'

const systemsExpression = readFileSync(new URL('./flake-systems.nix', import.meta.url), 'utf8')

const systemsAnswer = z.record(
  z.string(),
  z.object({ has: z.boolean(), names: z.array(z.string()) })
)
type SystemsAnswer = z.infer<typeof systemsAnswer>

/**
 * Asks about an attribute of the copy's flake. For this machine's system Nix itself finds it (`packages.<system>.x`,
 * `legacyPackages…`, `x`). For another one it is spelled out: Nix would find it with the setting `system` too, but then also start
 * that system's builders here.
 */
export async function askFlake(question: Question): Promise<Answer> {
  const { nix, system, package: reference } = question
  const attribute = fillIn(reference.attribute, system)
  const named = namedSystem(attribute)
  if (named !== null && named !== system) {
    return failed(question, {
      reason: `the attribute is for ${named}; with \`{system}\` in its place it is for each system`
    })
  }
  const spelledOut = spellOut(attribute, system)
  const isOwn = system === (await currentSystem(nix))
  for (const candidate of isOwn ? [attribute] : spelledOut) {
    const ended = await ask(question, evalCommand(question, candidate, question.describe))
    const isMissing = /^flake '.*' does not provide attribute/.test(nixWords(ended.stderr))
    if (ended.status === 0 || !isMissing) return answerOf(question, ended)
  }
  const tried = [...new Set(isOwn ? [...spelledOut, attribute] : spelledOut)].filter(Boolean)
  const { names = [] } = (await askSystems(question, 'packages', { [system]: [] }))[system] ?? {}
  const reason = `the flake has no ${tried.join(', ')}${whatItHas(`packages.${system}`, names)}`
  return failed(question, { reason })
}

/** Those of the systems for which the flake has the package, by its attributes' names: nothing is instantiated. */
export async function flakeSystems(
  question: Question,
  systems: readonly string[]
): Promise<string[]> {
  const named = namedSystem(question.package.attribute)
  if (named !== null) return [named]
  const found = new Set<string>()
  for (const [output, paths] of lookups(question.package.attribute, systems)) {
    const answer = await askSystems(question, output, paths)
    for (const [system, { has }] of Object.entries(answer)) if (has) found.add(system)
  }
  return systems.filter((system) => found.has(system))
}

/** Where the package may be for a system, as Nix looks for it. */
export function spellOut(attribute: string, system: string): string[] {
  if (namedSystem(attribute) !== null) return [attribute]
  return attribute === ''
    ? [`packages.${system}.default`, `defaultPackage.${system}`]
    : [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`]
}

/** The same by output: `packages` → for each system the names below it. */
function lookups(
  attribute: string,
  systems: readonly string[]
): Map<string, Record<string, string[]>> {
  const byOutput = new Map<string, Record<string, string[]>>()
  for (const system of systems) {
    for (const spelled of spellOut(fillIn(attribute, system), system)) {
      const [output = '', ...path] = parseAttributePath(spelled) ?? []
      byOutput.set(output, { ...byOutput.get(output), [system]: path })
    }
  }
  return byOutput
}

/** Nothing when the flake does not have the output, or does not evaluate. */
async function askSystems(
  question: Question,
  output: string,
  paths: Record<string, string[]>
): Promise<SystemsAnswer> {
  const describe = `(${systemsExpression}) { paths = builtins.fromJSON ${nixString(JSON.stringify(paths))}; }`
  const ended = await ask(question, evalCommand(question, output, describe))
  if (ended.status !== 0) return {}
  return systemsAnswer.parse(JSON.parse(ended.stdout))
}

/** `describe`: Nix code of a function from the attribute's value. */
export function evalCommand(
  place: Pick<Question, 'nix' | 'copy' | 'project'>,
  attribute: string,
  describe: string
): NixCommand {
  return {
    program: 'nix',
    args: [
      ...['eval', '--json', '--show-trace', '--no-write-lock-file'],
      ...['--log-format', 'bar-with-logs'],
      ...uncommitted,
      // An error out of the cache would not tell of hashes.
      ...['--option', 'eval-cache', 'false'],
      ...['--apply', describe, '--', `${flakeReference(place)}#${encodeURIComponent(attribute)}`]
    ]
  }
}

/** What is written in the copy is not committed. */
export const uncommitted = ['--option', 'allow-dirty', 'true', '--option', 'warn-dirty', 'false']

/** The copy's flake, for a command that runs in the copy. */
export function flakeReference({
  nix: { version },
  copy,
  project: { flakeFolder }
}: Pick<Question, 'nix' | 'copy' | 'project'>): string {
  // Nix 2.8 takes a path in a URL as it stands, so that it has to have no odd characters; newer ones warn about relative ones.
  const address = isAtLeast(version, 2, 20) ? `//${encodePath(copy.folder)}` : '.'
  const folder = flakeFolder === null || flakeFolder === '' ? '' : `dir=${encodePath(flakeFolder)}&`
  // The copy of a shallow clone is one as well.
  return `git+file:${address}?${folder}shallow=1`
}
