import { steering } from '../harmless.ts'

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

export interface Command {
  program: string
  args: readonly string[]
}

/** The command as a person would type it, for messages; long ones are cut with `…`. */
export function printCommand({ program, args }: Command): string {
  return cut(
    [program, ...args.map((arg) => quote(cut(arg, longestArgument)))].join(' '),
    longestCommand
  )
}
/** Longest printed argument and command, in characters: enough to recognise them in a log. */
const longestArgument = 160
const longestCommand = 1500
function quote(argument: string): string {
  if (/^[\w@%+=:,./#-]+$/.test(argument)) return argument
  if (argument.search(steering) === -1) return `'${argument.replaceAll("'", () => "'\\''")}'`
  const escaped = argument
    .replace(/[\\']/g, (character) => `\\${character}`)
    .replace(steering, escapeCharacter)
  return `$'${escaped}'`
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  const digits = (character.codePointAt(0) ?? 0).toString(16)
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
}
