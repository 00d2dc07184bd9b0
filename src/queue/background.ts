import { closeSync, existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { addToEnvironment, readEnvironment, type Environment } from '../environment.ts'
import { asNarPublishError } from '../errors.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { ownProcesses } from '../own-processes.ts'
import { ownEnvironment } from '../passed-on.ts'
import { startProgram, type Started } from '../process/start.ts'
import { terminalLog } from '../terminal-log.ts'
import { parseHookInputs, type HookInputs } from './inputs.ts'
import { stateFile, type QueuePlace } from './layout.ts'
import { serveQueues } from './serve.ts'

const texts = z.record(z.string(), z.string())
const handedOver = z.object({ given: texts, env: texts })

export function backgroundLog(place: QueuePlace): string {
  return stateFile(place, 'background.log')
}

/** Starts it, without waiting for what it does. Inputs, secrets among them, go through a pipe: neither arguments nor files, nor /proc/PID/environ. */
export async function startBackground(
  place: QueuePlace,
  { given }: Pick<HookInputs, 'given'>,
  environment: Environment,
  entry: string
): Promise<Started['child']> {
  const log = openSync(backgroundLog(place), 'a', 0o600)
  try {
    const { child, fed, exit } = startProgram(
      { program: process.execPath, args: [entry, ownProcesses.queues, place.directory] },
      {
        cwd: environment.workspace,
        env: ownEnvironment('node'),
        input: [JSON.stringify({ given, env: environment.childEnvironment })],
        files: { stdout: log, stderr: log },
        // It outlives this step, and is ended together with its children.
        isGroup: true,
        isLasting: true
      }
    )
    // It may end early; then its log tells. Only one that does not start, or does not read, is a failure of this step.
    await Promise.race([fed, exit.then(() => fed)])
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
    const { given, env } = handedOver.parse(JSON.parse(await text(process.stdin)))
    addToEnvironment(env)
    const environment = { ...readEnvironment(), input: (name: string) => given[name] ?? '' }
    const secrets = readSecrets(environment, log.hide)
    const { queues } = parseHookInputs(environment, secrets)
    // The job may have come to its end before this process had begun: it would make the folders anew, and wait for ever.
    if (existsSync(place.directory)) await serveQueues(place, queues, environment, log)
  } catch (thrown) {
    log.error(asNarPublishError(thrown).message)
    process.exitCode = 1
  }
}
