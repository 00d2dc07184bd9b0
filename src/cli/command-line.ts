import { asNarPublishError, attempt } from '../errors.ts'
import { jsonText } from '../harmless.ts'
import { refuseOldNode } from '../node-version.ts'
import { terminalLog, type TerminalLog } from '../terminal-log.ts'
import { version } from '../version.ts'
import { usage } from './arguments.ts'
import type { Command, RunnableCommand } from './command.ts'
import { findCommand, refuseGroup } from './find-command.ts'
import { commandHelp, mainHelp } from './help.ts'
import { isWrongCommandLine } from './typed.ts'
import { jsonError, terminalWords } from './terminal-words.ts'

interface Ended {
  output: string
  status: number
}

/** Runs `nar-publish ARGS…` and gives its exit status: 0 done, 1 failed, 2 a wrong command line. `begun`: how the process began. */
export async function runCommandLine(
  commands: readonly RunnableCommand[],
  args: readonly string[],
  begun: Promise<void> = Promise.resolve()
): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) endQuietlyWithoutReader(stream)
  const log = terminalLog(process.stderr, { isVerbose: args.includes('--verbose') })
  try {
    await begun
    const { output, status } = await helpOrResult(commands, args, log)
    log.close()
    process.stdout.write(`${output}\n`)
    return status
  } catch (thrown) {
    const original = asNarPublishError(thrown)
    const error = terminalWords(original, commandOf(commands, args))
    if (error.code === 'INTERNAL') log.debug(String(original.stack))
    log.close()
    if (args.includes('--json')) process.stdout.write(`${jsonText({ error: jsonError(error) })}\n`)
    log.error(error.message)
    return isWrongCommandLine(original) ? 2 : 1
  }
}

async function helpOrResult(
  commands: readonly RunnableCommand[],
  [name, ...rest]: readonly string[],
  log: TerminalLog
): Promise<Ended> {
  const told = (output: string): Ended => ({ output, status: 0 })
  if (name === undefined) throw usage(null, 'command', 'none is given')
  if (['--version', '-V'].includes(name)) return told(version)
  const isHelp = name === 'help'
  if (['--help', '-h'].includes(name) || (isHelp && rest.length === 0))
    return told(mainHelp(commands))
  const { command, args } = findCommand(commands, isHelp ? rest : [name, ...rest])
  const asks = (words: readonly string[]): boolean =>
    args.slice(0, [...args, '--'].indexOf('--')).some((word) => words.includes(word))
  if (isHelp || asks(['--help', '-h'])) return told(commandHelp(command))
  if (asks(['--version', '-V'])) {
    // Of version-sync somebody may mean its VERSION.
    if (args.length > 1)
      throw usage(command, 'option --version', 'it is nar-publish’s own, and stands alone')
    return told(version)
  }
  if (command.isGroup === true) refuseGroup(command, args)
  refuseOldNode(process.versions.node)
  const { runCommand } = await import('./run-command.ts')
  return runCommand(command, args, log)
}

/** Whose words an error is told in; null: no command was known. */
function commandOf(commands: readonly RunnableCommand[], args: readonly string[]): Command | null {
  return attempt(() => findCommand(commands, args).command, null)
}

/** `nar-publish --help | head -1` is no failure. */
function endQuietlyWithoutReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
