import { readTerminalEnvironment, type Environment } from '../environment.ts'
import { asNarPublishError, attempt, type NarPublishError, type ErrorCode } from '../errors.ts'
import { jsonText } from '../harmless.ts'
import { refuseOldNode } from '../node-version.ts'
import { whileUninterrupted } from '../process/interrupted.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import { terminalLog, type TerminalLog } from '../terminal-log.ts'
import { version } from '../version.ts'
import { parseArguments, usage } from './arguments.ts'
import type { RunnableCommand } from './command.ts'
import { commandHelp, mainHelp } from './help.ts'
import { tokenFromFile } from './secret-files.ts'

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
  return runCommand(command, args, log)
}

async function runCommand(
  command: RunnableCommand,
  args: readonly string[],
  log: TerminalLog
): Promise<{ output: string; status: number }> {
  const parsed = parseArguments(command, args)
  const token = await tokenFromFile(parsed)
  const environmentWith = (inputs: ReadonlyMap<string, string>): Environment =>
    readTerminalEnvironment(new Map([...inputs, ...(token === null ? [] : [token])]))
  const { scratchParent } = environmentWith(new Map())
  const { json, text, error, isSound } = await inScratch(scratchParent, (scratch) =>
    command.run({ command, arguments: parsed, environmentWith, log, scratch })
  )
  log.close()
  if (error !== null) log.error(terminalWords(error).message)
  const output =
    parsed.switches.get('json') === true
      ? jsonText({ ...json, ...(error === null ? {} : jsonError(terminalWords(error))) })
      : text
  return { output, status: error === null && isSound !== false ? 0 : 1 }
}

/** What is interrupted leaves nothing behind either. */
async function inScratch<T>(parent: string, body: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = makeScratch(parent)
  const leave = (): void => {
    removeScratch(scratch, parent)
  }
  try {
    return await whileUninterrupted(() => body(scratch), leave)
  } finally {
    // What went wrong before is told, and not that this does, too; the next run sweeps.
    attempt(leave, undefined)
  }
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

/** What the guide says of these is about a job. */
const terminalHints: Partial<Record<ErrorCode, string>> = {
  INTERNAL: 'Open an issue with what the same command prints with `--verbose`.',
  NIX_MISSING: 'Install Nix, or put the folder that its programs are in into PATH.',
  TOKEN_MISSING: 'Set GH_TOKEN (`export GH_TOKEN=$(gh auth token)`), or give `--token-file FILE`.'
}

/** The same error, with advice for who sits at a terminal. */
function terminalWords(error: NarPublishError): NarPublishError {
  const hint = terminalHints[error.code]
  if (hint === undefined) return error
  return error.with({ hint, subject: error.code === 'TOKEN_MISSING' ? 'token' : error.subject })
}

function jsonError({ code, subject, reason, hint }: NarPublishError): Record<string, unknown> {
  return { error: { code, subject, reason, hint } }
}

/** `nar-publish --help | head -1` is no failure. */
function endQuietlyWithoutReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
