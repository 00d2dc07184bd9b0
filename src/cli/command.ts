import type { Environment } from '../environment.ts'
import type { NarPublishError } from '../errors.ts'
import type { TerminalLog } from '../terminal-log.ts'

/** One option of a command: a line of its help, and where its value goes. */
export interface Option {
  /** Without the dashes. */
  name: string
  short?: string
  /** What stands for its value in the help; null: a switch. */
  value: string | null
  /** Those that it takes, or some of them. */
  words?: readonly string[]
  /** May be given several times. */
  repeats?: boolean
  /** The action's input that it sets; null: it is the command line's own. */
  input: string | null
  help: string
}

/** A command on a terminal: how it is asked for, and what it does. */
export interface Command {
  /** `publish`, `queue add`. */
  name: string
  /** What follows the command's name. */
  operands: string
  summary: string
  /** Paragraphs. */
  description: readonly string[]
  options: readonly Option[]
  examples: readonly { does: string; line: string }[]
  /** Variables that options can be set by, where these are not called as usual. */
  variables?: readonly (readonly [name: string, text: string])[]
  /** What the action calls what is no option here but a word of `operands`. */
  operandInputs?: Readonly<Record<string, string>>
  /** Commands of its own, each called by its last word. */
  subcommands?: readonly Command[]
  /** It does nothing without one of them. */
  isGroup?: boolean
}

export interface RunnableCommand extends Command {
  run(run: CommandRun): Promise<CommandResult>
}

/** What stood behind the command's name. */
export interface Arguments {
  operands: string[]
  /** Options that take a value, by their names: what was given, in order. */
  values: Map<string, string[]>
  /** Switches that were given; `--no-…` gives false. */
  switches: Map<string, boolean>
}

/** A command as it was found by its words: one of its own commands, or it itself. */
export interface FoundCommand {
  command: RunnableCommand
  /** What stood beside its words. */
  args: string[]
}

/** One run of a command, from parsed arguments to its end. */
export interface CommandRun {
  command: Command
  arguments: Arguments
  /** The environment with these inputs taken for the action's. */
  environmentWith(inputs: ReadonlyMap<string, string>): Environment
  log: TerminalLog
  scratch: string
}

/** What a command ends with. */
export interface CommandResult {
  /** For --json. */
  json: Record<string, unknown>
  /** For people; its lines go to standard output. */
  text: string
  /** What failed beside the result. */
  error: NarPublishError | null
  /** Failed although there is no error: findings. */
  isSound?: boolean
}
