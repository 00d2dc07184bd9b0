import type { CommandName, Input } from '../inputs/input.ts'
import { inputs, inputsOfCommand, type InputName } from '../inputs/table.ts'
import type { Option } from './command.ts'

/**
 * The options of a command: those of the inputs that the table has help for, and the command line's own. `order` says which come
 * first in the help; what the table has beyond that follows, and last what every command takes that does something.
 */
export function optionsOf(
  command: CommandName,
  order: readonly (InputName | Option)[]
): readonly Option[] {
  const others = inputsOfCommand(command).filter((name) => !order.includes(name))
  return [
    ...[...order, ...others].map((option) =>
      typeof option === 'string' ? optionOf(command, option) : option
    ),
    tokenFile,
    ...common
  ]
}

function optionOf(command: CommandName, name: InputName): Option {
  const { kind, placeholder, words, short, help = {} } = inputs[name]
  const value = typeof placeholder === 'string' ? placeholder : placeholder?.[command]
  return {
    name,
    ...(short === undefined ? {} : { short }),
    value: kind === 'switch' ? null : (value ?? 'VALUE'),
    ...(words === undefined ? {} : { words: wordsFor(command, words) }),
    repeats: kind === 'list',
    input: name,
    help: help[command] ?? ''
  }
}

function wordsFor(command: CommandName, words: NonNullable<Input['words']>): readonly string[] {
  return 'length' in words ? words : (words[command] ?? [])
}

const tokenFile: Option = {
  name: 'token-file',
  value: 'FILE',
  input: null,
  help: 'Take the token from a file; `-` is standard input'
}

/** What any command takes. */
export const informing: readonly Option[] = [
  { name: 'help', short: 'h', value: null, input: null, help: 'Show this' },
  { name: 'version', short: 'V', value: null, input: null, help: 'Show the version of nar-publish' }
]

/** Of a command that needs no token. */
export const common: readonly Option[] = [
  {
    name: 'json',
    value: null,
    input: null,
    help: 'Print the result as one JSON object; all else goes to standard error'
  },
  { name: 'verbose', value: null, input: null, help: 'Show the commands that are run' },
  ...informing
]
