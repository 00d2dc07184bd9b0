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
const handedOver = z.object({ given: texts, env: texts, secrets: z.array(z.string()) })

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
  // Its environment has no more than Nix needs; what a build must not have said comes along.
  const { childEnvironment: env, secrets } = environment
  try {
    const { child, fed, exit } = startProgram(
      { program: process.execPath, args: [entry, ownProcesses.queues, place.directory] },
      {
        cwd: environment.workspace,
        env: ownEnvironment('node'),
        input: [JSON.stringify({ given, env, secrets })],
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
    const { given, env, secrets } = handedOver.parse(JSON.parse(await text(process.stdin)))
    addToEnvironment(env)
    const input = (name: string): string => given[name] ?? ''
    const environment = { ...readEnvironment(), secrets, input }
    const { queues } = parseHookInputs(environment, readSecrets(environment, log.hide))
    // The job may have come to its end before this process had begun: it would make the folders anew, and wait for ever.
    if (existsSync(place.directory)) await serveQueues(place, queues, environment, log)
  } catch (thrown) {
    log.error(asNarPublishError(thrown).message)
    process.exitCode = 1
  }
}
