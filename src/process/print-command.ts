export function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
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
/** Longest printed argument and command, in characters: enough to recognise them in a log. */
export const longestArgument = 160
export const longestCommand = 1500
export function quote(argument: string): string {
  if (/^[\w@%+=:,./#-]+$/.test(argument)) return argument
  if (!/\p{Cc}/u.test(argument)) return `'${argument.replaceAll("'", () => "'\\''")}'`
  const escaped = argument
    .replace(/[\\']/g, (character) => `\\${character}`)
    .replace(/\p{Cc}/gu, (c) =>
      c === '\n' ? '\\n' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
  return `$'${escaped}'`
}
