import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import type { TargetAddress } from '../repository/address.ts'
import { parseBranchName } from '../repository/branch-name.ts'
import type { SubstituterChoice } from '../serving.ts'
import { quote } from '../text.ts'
import { invalid, isOneOf, valueOf, words } from './readers.ts'

/** A value and where it came from, so that the log can say why it is what it is. */
export interface Sourced<T> {
  value: T
  source: 'input' | 'runner' | 'default'
}

// Nix has no list of its own; cpu-kernel names as nixpkgs' lib.systems has them.
const systemPattern = /^[a-z0-9_]+-(linux|darwin|freebsd|netbsd|openbsd|windows|cygwin|none|wasi)$/

export function isSystem(text: string): boolean {
  return systemPattern.test(text)
}

/** Systems that were given; empty when none was. Throws SYSTEM_UNKNOWN. */
export function givenSystems(environment: Environment): string[] {
  const given = words(environment.input('systems'))
  for (const system of given) {
    if (!isSystem(system)) {
      throw new NarPublishError({
        code: 'SYSTEM_UNKNOWN',
        subject: `input systems, ${quote(system)}`,
        reason: 'it is not a Nix system of the form <cpu>-<kernel>'
      })
    }
  }
  return [...new Set(given)]
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
  return { value: isOwn ? 'nix-cache' : null, source: 'default' }
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
