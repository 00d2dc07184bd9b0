import { version } from '../version.ts'
import type { Command, CommandResult, CommandRun, Option } from './command.ts'
import { refuseOperands } from './arguments.ts'
import { allCommands } from './find-command.ts'
import { wrap } from './help.ts'
import { aboutSecrets, exitStatuses, variablesOf, type Told } from './surroundings.ts'

/** `nar-publish man`. */
export function runMan(run: CommandRun, commands: readonly Command[]): CommandResult {
  refuseOperands(run)
  return { json: {}, text: manPage(commands).trimEnd(), error: null }
}

/** The manual in the macros of man(7): the same that the helps say. https://man.openbsd.org/man.7 */
export function manPage(commands: readonly Command[]): string {
  const all = allCommands(commands)
  return [
    // No day: the version tells which page it is.
    `.TH NAR\\-PUBLISH 1 "" "nar\\-publish ${plain(version)}" "User Commands"`,
    '.SH NAME',
    'nar\\-publish \\- turn a Git repository into a Nix binary cache',
    '.SH SYNOPSIS',
    ...all.flatMap(({ name, operands }, index) => [
      ...(index === 0 ? [] : ['.br']),
      `.B nar\\-publish ${plain(name)}`,
      plain(`${operands} [OPTION...]`.trim())
    ]),
    '.SH COMMANDS',
    ...commands.flatMap((command) => [
      ...(command.isGroup === true ? groupLines(command) : commandLines(command)),
      ...(command.subcommands ?? []).flatMap(commandLines)
    ]),
    '.SH ENVIRONMENT',
    ...listed(variablesOf({})),
    '.PP',
    lines(aboutSecrets),
    '.SH EXIT STATUS',
    ...listed(exitStatuses),
    ''
  ].join('\n')
}

function groupLines({ name, description }: Command): string[] {
  return [`.SS "${plain(name)}"`, ...paragraphs(description)]
}

function commandLines(command: Command): string[] {
  const { name, operands, summary, description, options, examples, variables } = command
  return [
    `.SS "${plain(`${name} ${operands}`.trim())}"`,
    ...paragraphs([`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, ...description]),
    ...options.flatMap(optionLines),
    ...(variables === undefined ? [] : listed(variables)),
    ...examples.flatMap(({ does, line: example }) => [
      ...['.PP', lines(`${does}:`), '.PP', '.RS 4', '.nf'],
      ...example.split('\n').map(plain),
      ...['.fi', '.RE']
    ])
  ]
}

function optionLines({ name, short, value, repeats, help }: Option): string[] {
  const spelled = `${short === undefined ? '' : `-${short}, `}--${name}`
  return [
    '.TP',
    `\\fB${plain(spelled)}\\fR${value === null ? '' : ` \\fI${plain(value)}\\fR`}`,
    lines(`${help}${repeats === true ? ' (repeatable)' : ''}`)
  ]
}

function listed(told: readonly Told[]): string[] {
  return told.flatMap(([name, text]) => ['.TP', `\\fB${plain(name)}\\fR`, lines(text)])
}

function paragraphs(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => [...(index === 0 ? [] : ['.PP']), lines(text)])
}

/** Lines of text, of which no dot or quote at the begin makes a macro. */
function lines(text: string): string {
  return wrap(plain(text), 60).replace(/^(?=[.'])/gm, '\\&')
}

/** Characters that roff takes for something else, or shows as others than were typed. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replace(/[-'`^~"]/g, (character) => escapes[character] ?? character)
}

const escapes: Readonly<Record<string, string>> = {
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
  '"': '\\(dq'
}
