import type { Command, Option } from './command.ts'
import { aboutSecrets, exitStatuses, variablesOf, type Told } from './surroundings.ts'

/** Of a terminal that nobody made wider. */
const width = 80

/** `nar-publish --help`. Plain text: what is bold on a terminal is no business of words. */
export function mainHelp(commands: readonly Command[]): string {
  return [
    'nar-publish: turn a Git repository into a Nix binary cache',
    section('Usage', [
      'nar-publish COMMAND [OPTION...]',
      'nar-publish COMMAND --help',
      'nar-publish --version'
    ]),
    commandSection(commands),
    section(
      'Examples',
      commands.flatMap(({ examples }) =>
        examples.slice(0, 1).flatMap(({ line }) => line.split('\n'))
      )
    ),
    environmentSection({}),
    exitSection()
  ].join('\n\n')
}

export function commandHelp(command: Command): string {
  const { name, summary, operands, description, subcommands = [], options, examples } = command
  return [
    `nar-publish ${name}: ${summary}`,
    section('Usage', [
      ...(command.isGroup === true ? [] : [usageLine(name, operands)]),
      ...subcommands.map((each) => usageLine(each.name, each.operands))
    ]),
    ...description.map((paragraph) => wrap(paragraph, width)),
    ...(subcommands.length === 0 ? [] : [commandSection(subcommands)]),
    optionSection(options),
    ...(examples.length === 0
      ? []
      : [
          section(
            'Examples',
            examples.flatMap(({ does, line }) => [`# ${does}`, ...line.split('\n')])
          )
        ]),
    // What takes nothing from outside has nothing to be told by it.
    ...(options.some(({ name: option }) => option === 'json') ? [environmentSection(command)] : []),
    exitSection()
  ].join('\n\n')
}

function usageLine(name: string, operands: string): string {
  return ['nar-publish', name, operands, '[OPTION...]'].filter((word) => word !== '').join(' ')
}

function commandSection(commands: readonly Command[]): string {
  return section('Commands', columns(commands.map(({ name, summary }) => [name, summary])))
}

function optionSection(options: readonly Option[]): string {
  return section(
    'Options',
    columns(
      options.map(({ name, short, value, repeats, help }) => [
        `${short === undefined ? '    ' : `-${short}, `}--${name}${value === null ? '' : ` ${value}`}`,
        `${help}${repeats === true ? ' (repeatable)' : ''}`
      ])
    )
  )
}

function environmentSection(command: Pick<Command, 'variables'>): string {
  return section('Environment', [...columns(variablesOf(command)), aboutSecrets])
}

function exitSection(): string {
  return section('Exit status', columns(exitStatuses))
}

/** Names, and behind them what each says, as wide as is left. */
function columns(told: readonly Told[]): string[] {
  const column = Math.max(...told.map(([name]) => name.length)) + 2
  return told.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, width - column - 2).split('\n')
    return [name.padEnd(column) + first, ...rest.map((line) => ' '.repeat(column) + line)]
  })
}

function section(heading: string, lines: readonly string[]): string {
  return [`${heading}:`, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** In lines of so many columns, between words. */
export function wrap(text: string, columns: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines.join('\n')
}
