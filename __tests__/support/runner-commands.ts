/** .NET's Char.IsWhiteSpace, which String.TrimStart goes by. https://learn.microsoft.com/en-us/dotnet/api/system.char.iswhitespace */
const whiteSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

/** What a comparison by a culture's rules passes over, so that `::` is found where it does not stand. */
const ignored = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The names of everything that the runner takes for a command, as it reads a log: in both of its forms, and not behind a fence
 * (actions/runner: ActionCommand.cs, ActionCommandManager.cs; StreamReader.ReadLine). Stricter than it is: with any name.
 */
export function commandsIn(log: string): string[] {
  const found: string[] = []
  let fence: string | null = null
  for (const line of log.split(/\r\n|\r|\n/)) {
    const text = trimStart(line)
    if (fence !== null) {
      if (text.trimEnd() === `::${fence}::`) fence = null
      continue
    }
    // The new form first: what stands in its data is no command.
    const [, name, data = ''] = /^::([^\s:]+)(?:\s.*?)?::(.*)$/su.exec(text) ?? []
    const command = name ?? /##\[[^\]]*/u.exec(text)?.[0]
    if (command !== undefined) found.push(command)
    if (command === 'stop-commands') fence = data
  }
  return found
}

function trimStart(line: string): string {
  const text = line.replace(whiteSpace, '').replace(ignored, '')
  return text.length === line.length ? text : trimStart(text)
}
