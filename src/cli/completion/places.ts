import type { Command, Option } from '../command.ts'
import { lastWord } from '../find-command.ts'
import { informing } from '../options.ts'

/** Where words of a command line stand, and what may stand there: all three shells are told of these. */
export interface Place {
  /** The command's words, `queue add`; empty: none has been typed. */
  name: string
  /** What goes on from here. */
  commands: readonly Named[]
  options: readonly Option[]
  /** Whether words beside options are arguments, which may name files. */
  hasOperands: boolean
}

interface Named {
  name: string
  summary: string
}

export function placesOf(commands: readonly Command[]): Place[] {
  const named = commands.map(({ name, summary }) => ({ name, summary }))
  return [
    {
      ...{ name: '', options: informing, hasOperands: false },
      commands: [...named, { name: 'help', summary: 'show the help of a command' }]
    },
    { name: 'help', commands: named, options: [], hasOperands: false },
    ...commands.flatMap((command) => [command, ...(command.subcommands ?? [])]).map(placeOf)
  ]
}

function placeOf({ name, subcommands = [], options, operands, isGroup }: Command): Place {
  return {
    ...{ name, options, hasOperands: isGroup !== true && operands !== '' },
    commands: subcommands.map((each) => ({ name: lastWord(each), summary: each.summary }))
  }
}

/** What a value is, by what stands for it in the help; its words go before. */
export function valueKind({ value, words }: Option): 'words' | 'file' | 'folder' | 'text' {
  if (words !== undefined) return 'words'
  if (value === 'FILE' || value === 'PATH') return 'file'
  return value === 'DIR' || value === 'FOLDER' ? 'folder' : 'text'
}

/** `--route`, `-n`, and of a switch `--no-json` where that says something. */
export function spellings({ name, short, value, input }: Option): string[] {
  return [
    `--${name}`,
    ...(short === undefined ? [] : [`-${short}`]),
    ...(value === null && input !== null ? [`--no-${name}`] : [])
  ]
}

/** In single quotes, for any of the shells. fish alone takes backslashes there for more than they are; none of our words has one. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
