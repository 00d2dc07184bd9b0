import { readTerminalEnvironment, type Environment } from '../environment.ts'
import { attempt } from '../errors.ts'
import { jsonText } from '../harmless.ts'
import { whileUninterrupted } from '../process/interrupted.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import type { TerminalLog } from '../terminal-log.ts'
import { parseArguments } from './arguments.ts'
import type { Command, RunnableCommand } from './command.ts'
import { tokenFromFile } from './secret-files.ts'
import { jsonError, onTerminal, terminalWords } from './terminal-words.ts'

/** Runs a command with the arguments behind its name: what it prints on standard output, and its exit status. */
export async function runCommand(
  command: RunnableCommand,
  args: readonly string[],
  log: TerminalLog
): Promise<{ output: string; status: number }> {
  const parsed = parseArguments(command, args)
  const token = await tokenFromFile(parsed)
  const environmentWith = (inputs: ReadonlyMap<string, string>): Environment =>
    readTerminalEnvironment(new Map([...inputs, ...(token === null ? [] : [token])]))
  const { scratchParent } = environmentWith(new Map())
  const told: TerminalLog = {
    ...log,
    warning: (line) => {
      log.warning(onTerminal(line, command))
    }
  }
  const { json, text, error, isSound } = await inScratch(scratchParent, (scratch) =>
    command.run({ command, arguments: parsed, environmentWith, log: told, scratch })
  )
  log.close()
  const failed = error === null ? null : terminalWords(error, command)
  if (failed !== null) log.error(failed.message)
  const output =
    parsed.switches.get('json') === true
      ? jsonText({
          ...withNotes(json, command),
          ...(failed === null ? {} : { error: jsonError(failed) })
        })
      : text.replace(/^ *note: .*$/gm, (note) => onTerminal(note, command))
  return { output, status: error === null && isSound !== false ? 0 : 1 }
}

/** What is said in sentences, as a terminal says it. */
function withNotes(json: Record<string, unknown>, command: Command): Record<string, unknown> {
  const said = ['notes', 'warnings'].flatMap((key) => {
    const notes = json[key]
    if (!Array.isArray(notes)) return []
    return [
      [
        key,
        notes.map(
          (note) => (typeof note === 'string' ? onTerminal(note, command) : note) as unknown
        )
      ]
    ]
  })
  return { ...json, ...(Object.fromEntries(said) as object) }
}

/** What is interrupted leaves nothing behind either. */
async function inScratch<T>(parent: string, body: (scratch: string) => Promise<T>): Promise<T> {
  const made: string[] = []
  const leave = (): void => {
    for (const scratch of made) removeScratch(scratch, parent)
  }
  try {
    // Made where a signal is heard already: between the two one would leave it behind.
    return await whileUninterrupted(() => {
      const scratch = makeScratch(parent)
      made.push(scratch)
      return body(scratch)
    }, leave)
  } finally {
    // What went wrong before is told, and not that this does, too; the next run sweeps.
    attempt(leave, undefined)
  }
}
