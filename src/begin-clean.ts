import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { isatty, ReadStream } from 'node:tty'
import { internalError } from './errors.ts'
import { passedOn } from './passed-on.ts'

/** Holds the process's id, so that no child takes it for its own. */
const mark = 'NAR_PUBLISH_BEGAN_CLEAN'

/**
 * Standard input is a socket here: it reads one line, and says it again to whoever holds the other end by then. By the shell's own words
 * alone: a program of PATH could be anybody's where the current folder is in it.
 */
const keeper = 'IFS= read -r line && printf "%s\\n" "$line" >&0'

interface HandedOver {
  env: Record<string, string>
  /** What standard input held; null: it was not read. */
  input: string | null
  /** Standard input was a terminal. */
  isTerminal: boolean
}

/**
 * What a process was started with stays in its `/proc/PID/environ` for all that runs as its user, however often it deletes it:
 * programs that we start would read the inputs and tokens there. So this process begins again in its own place (`execve`) with an environment
 * that everybody may know, and gets the rest over a socket. `usesInput`: what standard input holds is handed over, too. Where that was a terminal, it is
 * so again.
 *
 * Returns in the process that goes on. A Node without `execve` (none of ours: 24 has it wherever Nix runs) goes on as it is.
 */
export async function beginClean({
  isNeeded,
  usesInput
}: {
  isNeeded: boolean
  usesInput: boolean
}): Promise<void> {
  const { env } = process
  // Whoever sends this signal would else get a debugger, and with it all that this process knows, where the kernel gives him none.
  process.on('SIGUSR1', () => undefined)
  if (env[mark] === String(process.pid)) {
    Reflect.deleteProperty(env, mark)
    await receive(env)
    return
  }
  if (!isNeeded || typeof process.execve !== 'function') return
  const input = usesInput ? await text(process.stdin) : null
  const shown = passedOn(env, 'node')
  const hidden = Object.entries(env).filter(([name]) => !Object.hasOwn(shown, name))
  const isTerminal = input === null && isatty(0)
  const handedOver = { env: Object.fromEntries(hidden), input, isTerminal }
  await handOver(JSON.stringify(handedOver), () => {
    const [node, ...args] = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
    process.execve?.(node, [node, ...args], { ...shown, [mark]: String(process.pid) })
  })
}

/**
 * Makes standard input a socket on whose other end a child has the line, and calls `then` at once: Node leaves nothing but the standard
 * streams open for its successor, and closes this one when it hears that the child has ended.
 */
async function handOver(line: string, then: () => void): Promise<void> {
  // libuv opens a file of its own with the first stream, which would become number 0.
  connect('/dev/null')
    .on('error', () => undefined)
    .destroy()
  closeSync(0)
  const child = spawn('/bin/sh', ['-c', keeper], {
    env: {},
    stdio: ['pipe', 'ignore', 'ignore']
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    if (child.pid === undefined) return
    child.stdin.once('error', reject)
    if (!fstatSync(0).isSocket()) throw internalError('environment', 'standard input is taken')
    child.stdin.write(`${line}\n`, (error) => {
      if (error) reject(error)
      else {
        then()
        resolve()
      }
    })
  })
}

async function receive(env: NodeJS.ProcessEnv): Promise<void> {
  const line = await text(process.stdin)
  if (!line.endsWith('\n')) throw internalError('environment', 'it did not come over as a whole')
  const handedOver = JSON.parse(line) as HandedOver
  Object.assign(env, handedOver.env)
  if (handedOver.isTerminal) replaceInput(terminal)
  if (handedOver.input === null) return
  const value = Readable.from([Buffer.from(handedOver.input)])
  replaceInput(() => value)
}

function replaceInput(get: () => unknown): void {
  Object.defineProperty(process, 'stdin', { get, configurable: true })
}

let opened: ReadStream | undefined

/** Opened when somebody is asked something, which is seldom. */
function terminal(): ReadStream {
  if (opened !== undefined) return opened
  const stream = new ReadStream(openSync('/dev/tty', 'r'))
  // As Node's own standard input, it keeps the process for as long as somebody reads.
  stream.on('pause', () => stream.unref()).on('resume', () => stream.ref())
  return (opened = stream)
}
