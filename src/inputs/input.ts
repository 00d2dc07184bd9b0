import type { Mode, PhasesOf } from './modes.ts'

/** One input: the row that its refusals, its default, its options and help, action.yml and docs/inputs.md follow from. */
export interface Input {
  kind: Kind
  /** When nothing is given; absent: nothing. */
  default?: string
  /** The modes that take it, and of a mode that is split those phases; anywhere else it is refused, not passed over. */
  takenBy: { readonly [M in Mode]?: true | readonly PhasesOf<M>[] }
  /** For action.yml and docs/inputs.md. A line ends where it ends in action.yml; in YAML that is a blank. */
  description: string
  /** What stands for its value in the help, of all commands or of each. */
  placeholder?: string | Help
  /** The words that it takes, of all commands or of each; others may be values, too, when it is no choice. */
  words?: readonly string[] | Readonly<Partial<Record<CommandName, readonly string[]>>>
  /** A letter for the option. */
  short?: string
  /** The commands with an option for it, each with what its help says; absent: it is no option. */
  help?: Help
}

/**
 * How it is written, which decides the reader that takes it and the form of its option.
 *
 * | kind | is | read by | as an option |
 * |---|---|---|---|
 * | switch | `true` or `false` | parseBoolean | `--name`, `--no-name` |
 * | choice | one of a few words | oneOf | takes a value |
 * | list | one a line | lines | takes a value, may be repeated |
 * | words | between blanks or lines | words | takes a value |
 * | size, time, count | `2 GB`, `5 min`, `3` | parseSize, parseTime, parseCount | takes a value |
 * | text | anything else | a reader of its own | takes a value |
 * | secret | text that is masked | readSecrets | never |
 */
export type Kind =
  'switch' | 'choice' | 'list' | 'words' | 'size' | 'time' | 'count' | 'text' | 'secret'

export type CommandName =
  | 'init'
  | 'publish'
  | 'matrix'
  | 'doctor'
  | 'keys'
  | 'keys retire'
  | 'use'
  | 'prune'
  | 'queue upload'
  | 'queue run'
  | 'version-sync'
  | 'outdated'

type Help = Readonly<Partial<Record<CommandName, string>>>

/** Several commands whose help says the same. */
export function same<N extends CommandName>(
  commands: readonly N[],
  text: string
): Record<N, string> {
  return Object.fromEntries(commands.map((name) => [name, text])) as Record<N, string>
}
