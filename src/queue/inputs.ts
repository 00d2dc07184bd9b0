import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { disagreement, parseBoolean, parseTime } from '../inputs/readers.ts'
import type { Secrets } from '../inputs/secrets.ts'
import { defaultOf, inputNames, inputs } from '../inputs/table.ts'
import { parseClosure } from '../publish/inputs.ts'
import { parseConfig, readConfigText } from './config.ts'
import { gitDestination, queueDefaults, queueOf } from './queues.ts'
import type { Queue } from './types.ts'

/** What `mode: hook` is told. */
export interface HookInputs {
  mode: 'hook'
  /** At least one, no two of one name. */
  queues: Queue[]
  /** The inputs as they were given, secrets among them, for the process that goes on in the background; `queues` is the JSON itself. */
  given: Readonly<Record<string, string>>
  /** Milliseconds that the end of the job waits for what is queued. */
  drainTimeout: number
  /** Whether the job fails when something did not land. */
  failOnUndrained: boolean
}

/** Every input that this mode takes. */
const inputsOfHook = inputNames.filter((name) => inputs[name].takenBy.hook !== undefined)

/** Throws QUEUE_CONFIG_INVALID, INPUT_INVALID, and what `mode: publish` throws about a target. */
export function parseHookInputs(environment: Environment, secrets: Secrets): HookInputs {
  if (parseBoolean(environment, 'dry-run')) {
    throw disagreement(
      ['mode', 'dry-run'],
      '`mode: hook` publishes what later steps build, of which there is no trial',
      'Leave `dry-run` out.'
    )
  }
  return {
    mode: 'hook',
    queues: parseQueues(environment, secrets),
    given: {
      ...Object.fromEntries(inputsOfHook.map((name) => [name, environment.input(name)])),
      queues: configText(environment)
    },
    drainTimeout: parseTime(environment, 'drain-timeout'),
    failOnUndrained: parseBoolean(environment, 'fail-on-undrained')
  }
}

/** Those of `queues` (JSON, or a file that holds it), or one that the other inputs describe. */
function parseQueues(environment: Environment, secrets: Secrets): Queue[] {
  const defaults = queueDefaults(environment)
  const text = configText(environment)
  if (text === '') {
    const inputs = gitDestination(environment, secrets)
    const closure = parseClosure(environment)
    return [{ name: 'default', closure, ...defaults, destination: { kind: 'git', inputs } }]
  }
  for (const name of ['target-repository', 'target-branch', 'substituter-url'] as const) {
    if (['', defaultOf(name)].includes(environment.input(name))) continue
    throw disagreement(
      ['queues', name],
      `each of \`queues\` has a destination of its own, so \`${name}\` is nobody's`,
      `Leave \`${name}\` out, or write it into the \`destination\` that it is meant for (docs/queue.md).`
    )
  }
  const { queues } = parseConfig(text, 'input queues')
  return queues.map((config) => queueOf(config, environment, secrets, defaults))
}

/** JSON, that of a file too; empty when there is none. */
function configText(environment: Environment): string {
  const text = environment.input('queues')
  if (text === '' || text.startsWith('{')) return text
  return readConfigText(resolve(environment.workspace, text), 'input queues')
}
