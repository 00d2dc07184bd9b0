import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { readEnvironment, type Environment } from '../environment.ts'
import { asNarPublishError } from '../errors.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { terminalLog } from '../terminal-log.ts'
import { parseHookInputs, type HookInputs } from './inputs.ts'
import { stateFile, type QueuePlace } from './layout.ts'
import { serveQueues } from './serve.ts'

/** What the action's own file is started with for the process that goes on when its step has ended. */
export const backgroundArgument = '--serve-queues'

const handedOver = z.record(z.string(), z.string())

export function backgroundLog(place: QueuePlace): string {
  return stateFile(place, 'background.log')
}

/** Starts it, without waiting for what it does. Inputs, secrets among them, go through a pipe: neither arguments nor files. */
export async function startBackground(
  place: QueuePlace,
  { given }: Pick<HookInputs, 'given'>,
  environment: Environment,
  entry: string
): Promise<ChildProcess> {
  const log = openSync(backgroundLog(place), 'a', 0o600)
  try {
    const child = spawn(process.execPath, [entry, backgroundArgument, place.directory], {
      cwd: environment.workspace,
      env: environment.childEnvironment,
      // A group of its own: it outlives this step, and is ended together with its children.
      detached: true,
      stdio: ['pipe', log, log]
    })
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.stdin?.once('error', reject)
      child.stdin?.end(JSON.stringify(given), resolve)
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** The background process itself. What it says goes to its log, which the end of the job shows. */
export async function runBackground(place: QueuePlace): Promise<void> {
  const log = terminalLog(process.stderr, { isVerbose: false })
  try {
    const inputs = handedOver.parse(JSON.parse(await text(process.stdin)))
    const environment = { ...readEnvironment(), input: (name: string) => inputs[name] ?? '' }
    const secrets = readSecrets(environment, (secret) => {
      log.hide(secret)
    })
    const { queues } = parseHookInputs(environment, secrets)
    // The job may have come to its end before this process had begun: it would make the folders anew, and wait for ever.
    if (existsSync(place.directory)) await serveQueues(place, queues, environment, log)
  } catch (thrown) {
    log.error(asNarPublishError(thrown).message)
    process.exitCode = 1
  }
}
