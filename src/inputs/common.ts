import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import type { TargetAddress } from '../repository/address.ts'
import { parseBranchName, usualBranch } from '../repository/branch-name.ts'
import type { SubstituterChoice } from '../serving.ts'
import { list, quote } from '../text.ts'
import { invalid, isOneOf, valueOf, words } from './readers.ts'
import { isSystem, meantSystem } from './systems.ts'

/** A value and where it came from, so that the log can say why it is what it is. */
export interface Sourced<T> {
  value: T
  source: 'input' | 'runner' | 'default'
}

/** Systems that were given; empty when none was. Throws SYSTEM_UNKNOWN. */
export function givenSystems(environment: Environment): string[] {
  const given = words(environment.input('systems'))
  for (const system of given) {
    if (!isSystem(system)) {
      const meant = meantSystem(system)
      throw new NarPublishError({
        code: 'SYSTEM_UNKNOWN',
        subject: `input systems, ${quote(system)}`,
        reason: 'it is not a system that Nix knows, of the form <cpu>-<kernel>',
        hint: meant === null ? undefined : `Did you mean \`${meant}\`?`
      })
    }
  }
  return [...new Set(given)]
}

/** A sentence about those of the `systems` that were given for nothing; none: each is used. */
export function unusedSystems(
  { value, source }: Sourced<readonly string[] | null>,
  used: readonly { system: string }[]
): string[] {
  const known = new Set(used.map(({ system }) => system))
  const unused = source === 'input' ? (value ?? []).filter((system) => !known.has(system)) : []
  return unused.length === 0
    ? []
    : [
        `Nothing that was asked for is for ${list(unused)}, which \`systems\` names: \`{system}\` in an attribute stands for each of them.`
      ]
}

/** The systems that were given, or the runner's own. Throws SYSTEM_UNKNOWN. */
export function parseSystems(environment: Environment): Sourced<string[]> {
  const given = givenSystems(environment)
  return given.length > 0
    ? { value: given, source: 'input' }
    : { value: [environment.runnerSystem], source: 'runner' }
}

/** `target-branch`, and its default in a job; what a terminal's is shows its checkout. Throws BRANCH_INVALID. */
export function parseBranch(
  environment: Environment,
  target: TargetAddress
): Sourced<string | null> {
  const branch = environment.input('target-branch')
  if (branch !== '') {
    const value = parseBranchName(branch, `input target-branch, ${quote(branch)}`)
    return { value, source: 'input' }
  }
  if (target.kind === 'git') return { value: null, source: 'default' }
  const own = `${target.owner}/${target.repo}`.toLowerCase()
  // The source's own default branch would fill up with NARs, and each publish would start its workflows.
  const isOwn = own === environment.repository?.toLowerCase()
  return { value: isOwn ? usualBranch : null, source: 'default' }
}

const choices = ['auto', 'pages', 'raw'] as const

/** `substituter-url`; an address loses the slashes at its end. Throws INPUT_INVALID. */
export function parseSubstituter(
  environment: Environment,
  { kind }: TargetAddress
): SubstituterChoice {
  const text = valueOf(environment, 'substituter-url')
  if (!isOneOf(choices, text)) {
    if (!/^https?:\/\/[^\s'"\\]+$/.test(text) || !URL.canParse(text)) {
      throw invalid(
        'substituter-url',
        text,
        '`auto`, `pages`, `raw`, or an http:// or https:// address'
      )
    }
    return { address: text.replace(/\/+$/, '') }
  }
  if (kind === 'git' && text !== 'auto') {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input substituter-url',
      reason: `\`${text}\` is GitHub’s, and \`target-repository\` is not on this GitHub`,
      hint: 'Leave `substituter-url` out, or give the address of a web server that serves the branch.'
    })
  }
  return text
}
