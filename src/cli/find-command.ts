import { parseArgs } from 'node:util'
import { didYouMean } from '../near.ts'
import { parseOptions, usage } from './arguments.ts'
import type { Command, FoundCommand, RunnableCommand } from './command.ts'

/** The command that `words` begin with, and behind it, wherever options stand, that of its own. Throws USAGE. */
export function findCommand(
  commands: readonly RunnableCommand[],
  words: readonly string[]
): FoundCommand {
  const [name = '', ...args] = words
  const command = commands.find((known) => known.name === name)
  if (command === undefined) throw unknownCommand(commands, name)
  if (command.subcommands === undefined) return { command, args }
  const index = firstOperand(command, args)
  const word = args[index]
  const found = command.subcommands.find((known) => lastWord(known) === word)
  if (found === undefined) return { command, args }
  return {
    command: { ...found, run: (run) => command.run(run) },
    args: args.toSpliced(index, 1)
  }
}

/** What a group is asked for without one of its commands. Throws USAGE, in any case. */
export function refuseGroup(command: Command, args: readonly string[]): never {
  const word = args[firstOperand(command, args)]
  const known = (command.subcommands ?? []).map(lastWord)
  if (word === undefined) {
    throw usage(command, 'arguments', `what to do is missing: ${known.join(', ')}`)
  }
  const meant = didYouMean(word, known)
  const name = `command ${JSON.stringify(`${command.name} ${word}`.slice(0, 100))}`
  throw usage(command, name, `it is not known: ${known.join(', ')}`, { meant })
}

/** `add` of `queue add`. */
export function lastWord({ name }: Pick<Command, 'name'>): string {
  return name.split(' ').at(-1) ?? ''
}

/** Each command that does something, those of others in their places. */
export function allCommands(commands: readonly Command[]): Command[] {
  return commands.flatMap((command) => [
    ...(command.isGroup === true ? [] : [command]),
    ...(command.subcommands ?? [])
  ])
}

/** Where it stands in `args`; -1: nowhere. All options that any of the commands has are known: which of them is allowed is asked later. */
function firstOperand(command: Command, args: readonly string[]): number {
  const all = [command, ...(command.subcommands ?? [])].flatMap(({ options }) => options)
  const { tokens } = parseArgs({
    args: [...args],
    options: parseOptions(all),
    ...({ strict: false, allowPositionals: true, allowNegative: true, tokens: true } as const)
  })
  return tokens.find(({ kind }) => kind === 'positional')?.index ?? -1
}

function unknownCommand(commands: readonly Command[], name: string): Error {
  if (name === 'hook') {
    return usage(null, 'command hook', 'only the action has it, as a mode: here it is `queue`')
  }
  const names = commands.map((command) => command.name)
  const meant = didYouMean(name, names)
  return usage(
    null,
    `command ${JSON.stringify(name.slice(0, 100))}`,
    `the commands are ${names.join(', ')}`,
    { meant }
  )
}
