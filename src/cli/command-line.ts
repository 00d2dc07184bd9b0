import { asNarPublishError, type NarPublishError } from '../errors.ts'
import { jsonText } from '../harmless.ts'
import { refuseOldNode } from '../node-version.ts'
import { terminalLog, type TerminalLog } from '../terminal-log.ts'
import { version } from '../version.ts'
import { usage } from './arguments.ts'
import type { RunnableCommand } from './command.ts'
import { commandHelp, mainHelp } from './help.ts'
import { jsonError, terminalWords } from './terminal-words.ts'

/** Runs `nar-publish ARGS…` and gives its exit status: 0 done, 1 failed, 2 a wrong command line. `begun`: how the process began. */
export async function runCommandLine(
  commands: readonly RunnableCommand[],
  args: readonly string[],
  begun: Promise<void> = Promise.resolve()
): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) endQuietlyWithoutReader(stream)
  const [name, ...rest] = args
  const isJson = args.includes('--json')
  const log = terminalLog(process.stderr, { isVerbose: args.includes('--verbose') })
  try {
    await begun
    const text = await helpOrResult(commands, name, rest, log)
    log.close()
    process.stdout.write(`${text.output}\n`)
    return text.status
  } catch (thrown) {
    const original = asNarPublishError(thrown)
    const error = terminalWords(original)
    if (error.code === 'INTERNAL') log.debug(String(original.stack))
    log.close()
    if (isJson) process.stdout.write(`${jsonText(jsonError(error))}\n`)
    log.error(error.message)
    return error.code === 'USAGE' ? 2 : 1
  }
}

async function helpOrResult(
  commands: readonly RunnableCommand[],
  name: string | undefined,
  args: readonly string[],
  log: TerminalLog
): Promise<{ output: string; status: number }> {
  if (name === undefined) throw usage(null, 'command', 'none is given')
  if (name === '--version' || name === '-V') return { output: version, status: 0 }
  const wantsHelp = (words: readonly string[]): boolean =>
    words.slice(0, [...words, '--'].indexOf('--')).some((word) => ['--help', '-h'].includes(word))
  if (['--help', '-h'].includes(name)) return { output: mainHelp(commands), status: 0 }
  if (name === 'help' && args[0] === undefined) return { output: mainHelp(commands), status: 0 }
  const wanted = name === 'help' ? args[0] : name
  const command = commands.find((known) => known.name === wanted)
  if (command === undefined) throw unknownCommand(commands, wanted ?? '')
  if (name === 'help' || wantsHelp(args)) return { output: commandHelp(command), status: 0 }
  refuseOldNode(process.versions.node)
  const { runCommand } = await import('./run-command.ts')
  return runCommand(command, args, log)
}

function unknownCommand(commands: readonly RunnableCommand[], name: string): NarPublishError {
  if (name === 'hook') {
    return usage(null, 'command hook', 'only the action has it, as a mode: here it is `queue`')
  }
  return usage(
    null,
    `command ${JSON.stringify(name.slice(0, 100))}`,
    `the commands are ${commands.map((command) => command.name).join(', ')}`
  )
}

/** `nar-publish --help | head -1` is no failure. */
function endQuietlyWithoutReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
