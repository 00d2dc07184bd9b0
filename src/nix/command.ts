/** One call of Nix: a list, never a line for a shell. It holds no secrets: process listings show it. */
export interface NixCommand {
  program: 'nix' | 'nix-store' | 'nix-instantiate'
  args: readonly string[]
}

/** Longest printed argument and command, in characters: enough to recognise them in a log. */
const longestArgument = 160
const longestCommand = 1500

/** The command as a person would type it, for messages; long ones are cut with `…`. */
export function printCommand({
  program,
  args
}: {
  program: string
  args: readonly string[]
}): string {
  return cut(
    [program, ...args.map((arg) => quote(cut(arg, longestArgument)))].join(' '),
    longestCommand
  )
}

function quote(argument: string): string {
  if (/^[\w@%+=:,./#-]+$/.test(argument)) return argument
  if (!/\p{Cc}/u.test(argument)) return `'${argument.replaceAll("'", () => "'\\''")}'`
  const escaped = argument
    .replace(/[\\']/g, (character) => `\\${character}`)
    .replace(/\p{Cc}/gu, (c) =>
      c === '\n' ? '\\n' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
  return `$'${escaped}'`
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** Bytes of operands for one command. Linux allows 2 MiB and macOS 1 MiB, the environment included (execve(2), ARG_MAX). */
const operandBudget = 200_000

/** Splits operands so that no command line overflows; none at all gives no chunk, as Nix takes an empty list for `.`. */
export function chunkOperands(operands: readonly string[]): string[][] {
  const chunks: string[][] = []
  let room = 0
  for (const operand of operands) {
    const size = Buffer.byteLength(operand) + 1
    const current = chunks.at(-1)
    if (current === undefined || size > room) {
      chunks.push([operand])
      room = operandBudget - size
    } else {
      current.push(operand)
      room -= size
    }
  }
  return chunks
}
