import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { usage } from '../cli/arguments.ts'
import { typed } from '../cli/typed.ts'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { invalid, isOneOf, lines, parseTime } from '../inputs/readers.ts'
import type { Secrets } from '../inputs/secrets.ts'
import { didYouMean } from '../near.ts'
import { closureTypes } from '../nix/types.ts'
import { quote } from '../text.ts'
import { readConfig, type Config, type QueueConfig } from './config.ts'
import { queueNamePattern, type QueuePlace } from './layout.ts'
import { queueCommand } from './options.ts'
import { parseAttempts, queueDefaults, queueOf, whyNoStore } from './queues.ts'
import type { Queue } from './types.ts'

/** Which queues a command is about, and where they are. Their destinations are not looked at yet. */
export interface ChosenQueues {
  place: QueuePlace
  queues: (Omit<QueueConfig, 'destination'> & { destination?: QueueConfig['destination'] })[]
}

/** Options, then variables, then the file. Throws QUEUE_CONFIG_INVALID, INPUT_INVALID, USAGE. */
export function chooseQueues(environment: Environment): ChosenQueues {
  const config = configOf(environment)
  const named = lines(environment.input('queue-name'))
  const wrong = named.find((name) => !queueNamePattern.test(name))
  if (wrong !== undefined) throw invalid('queue', wrong, 'letters, digits and `._-`, 64 at most')
  const known =
    config?.queues ??
    [...new Set(named.length === 0 ? ['default'] : named)].map((name) => ({ name }))
  const unknown = named.find((name) => !known.some((queue) => queue.name === name))
  if (unknown !== undefined) {
    const names = known.map(({ name }) => name).join(', ')
    const meant = didYouMean(
      unknown,
      known.map(({ name }) => name)
    )
    throw usage(
      queueCommand,
      `queue ${JSON.stringify(unknown)}`,
      `the configuration has ${names}`,
      { meant }
    )
  }
  const chosen = named.length === 0 ? known : known.filter(({ name }) => named.includes(name))
  const given = givenSettings(environment)
  const destination = givenDestination(environment)
  if (destination !== null && chosen.length > 1) {
    throw usage(queueCommand, 'the destination', 'it is for one queue: name that with --queue')
  }
  const queues = chosen.map((queue) => ({
    ...queue,
    ...given,
    ...(destination === null ? {} : { destination })
  }))
  return { place: { directory: directoryOf(environment, config) }, queues }
}

/** The queues with their destinations. Throws USAGE when one has none, and what parsing them throws. */
export function queuesToSend(
  { queues }: ChosenQueues,
  environment: Environment,
  secrets: Secrets
): Queue[] {
  return queues.map(({ destination, ...queue }) => {
    if (destination === undefined) {
      throw usage(
        queueCommand,
        `queue ${queue.name}`,
        'its destination is missing: --destination or --target-repository'
      )
    }
    const withSwitches =
      'store' in destination ? { ...destination, ...givenSwitches(environment) } : destination
    const config = { ...queue, destination: withSwitches }
    const read = (): Queue => queueOf(config, environment, secrets, queueDefaults(unsaid))
    return givenDestination(environment) === null ? read() : typed(() => unqueued(read))
  })
}

/** Who typed the destination knows of no `queues`. */
function unqueued<T>(body: () => T): T {
  try {
    return body()
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    throw error.with({ subject: error.subject.replace(/^queues\.[^ ]+\.destination, /, '') })
  }
}

/** A terminal's queues have settings of their own, not the action's inputs. */
const unsaid = { input: () => '' }

function configOf(environment: Environment): Config | null {
  const given = environment.input('queue-config')
  if (given !== '') {
    const file = resolve(environment.workspace, given)
    if (!existsSync(file)) {
      throw usage(queueCommand, 'option --config', `there is no file ${quote(given)}`)
    }
    return readConfig(file, `file ${given}`)
  }
  const { childEnvironment: env } = environment
  const usual = join(
    env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? '/', '.config'),
    'nar-publish',
    'queues.json'
  )
  return existsSync(usual) ? readConfig(usual, `file ${usual}`) : null
}

function directoryOf(environment: Environment, config: Config | null): string {
  const { workspace, childEnvironment: env } = environment
  const given = environment.input('queue-dir')
  if (given !== '') return resolve(workspace, given)
  const state = env['XDG_STATE_HOME'] ?? join(env['HOME'] ?? '/', '.local', 'state')
  return config?.queueDir ?? join(state, 'nar-publish')
}

function givenDestination(environment: Environment): QueueConfig['destination'] | null {
  const store = environment.input('queue-destination')
  const git = environment.input('queue-target-repository')
  if (store !== '' && git !== '') {
    throw usage(
      queueCommand,
      'options --destination and --target-repository',
      'a queue has one destination'
    )
  }
  const why = store === '' ? null : whyNoStore(store)
  if (why !== null) throw usage(queueCommand, 'option --destination', why)
  if (store !== '') return { store }
  if (git === '') return null
  const branch = environment.input('target-branch')
  return { git, ...(branch === '' ? {} : { branch }) }
}

function givenSettings(
  environment: Environment
): Partial<Pick<Queue, 'closure' | 'interval' | 'maxAttempts'>> {
  // Read as the inputs of these names are.
  const own = { input: (name: string) => environment.input(`queue-${name}`) }
  const isGiven = (name: string): boolean => own.input(name) !== ''
  const closure = own.input('closure-type')
  if (closure !== '' && !isOneOf(closureTypes, closure)) {
    throw invalid('closure-type', closure, closureTypes)
  }
  return {
    ...(closure === '' ? {} : { closure }),
    ...(isGiven('interval') ? { interval: parseTime(own, 'interval') } : {}),
    ...(isGiven('max-attempts') ? { maxAttempts: parseAttempts(own) } : {})
  }
}

function givenSwitches(environment: Environment): {
  checkSigs?: boolean
  substituteOnDestination?: boolean
} {
  const checkSigs = parseSwitch(environment, 'check-sigs')
  const substituteOnDestination = parseSwitch(environment, 'substitute-on-destination')
  return {
    ...(checkSigs === null ? {} : { checkSigs }),
    ...(substituteOnDestination === null ? {} : { substituteOnDestination })
  }
}

/** null: not given. As a variable also `0` and `1`, which the older tool took. */
export function parseSwitch(environment: Environment, name: string): boolean | null {
  const text = environment.input(`queue-${name}`)
  if (text === '') return null
  if (['true', '1'].includes(text)) return true
  if (['false', '0'].includes(text)) return false
  throw invalid(name, text, ['true', '1', 'false', '0'])
}
