import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { codeOf, NarPublishError } from '../errors.ts'
import { parseCount, parseTime } from '../inputs/readers.ts'
import { readSecrets, type Secrets } from '../inputs/secrets.ts'
import { parseClosure, parsePublishInputs } from '../publish/inputs.ts'
import { quote } from '../text.ts'
import type { GitSettings, QueueConfig, StoreSettings } from './config.ts'
import type { Destination, GitDestination, Queue, StoreDestination } from './types.ts'

/** What a queue has whose configuration says nothing of it, in the action's words. Throws INPUT_INVALID. */
export function queueDefaults(
  environment: Pick<Environment, 'input'>
): Pick<Queue, 'interval' | 'maxAttempts'> {
  return { interval: parseTime(environment, 'interval'), maxAttempts: parseAttempts(environment) }
}

export function parseAttempts(environment: Pick<Environment, 'input'>): number {
  return parseCount(environment, 'max-attempts', 1, 1000)
}

/** A queue's settings in full: what the configuration leaves out is as the inputs say. Throws what parsing those throws. */
export function queueOf(
  config: QueueConfig,
  environment: Environment,
  secrets: Secrets,
  defaults: Pick<Queue, 'interval' | 'maxAttempts'>
): Queue {
  const { name, interval, maxAttempts } = config
  const closure = config.closure ?? parseClosure(environment)
  return {
    name,
    closure,
    interval: interval ?? defaults.interval,
    maxAttempts: maxAttempts ?? defaults.maxAttempts,
    destination: inQueue(name, () =>
      'store' in config.destination
        ? storeDestination(config.destination)
        : gitSettingsDestination({ ...config.destination }, closure, environment, secrets)
    )
  }
}

/** A Git destination as the inputs of `mode: publish` describe it. */
export function gitDestination(environment: Environment, secrets: Secrets): GitDestination {
  // What is published is not known yet; `mode: publish` takes no empty list.
  const told = withInputs(environment, {
    phase: '',
    paths: 'queue',
    'flake-attribute': '',
    'om-results': '',
    pin: '',
    unpin: '',
    'fail-on-empty': '',
    // The job's own steps decide what is built for a pull request.
    'on-pull-request': 'publish',
    comment: 'false',
    annotate: ''
  })
  const inputs = parsePublishInputs(told, secrets)
  if (inputs.phase !== 'all') throw new Error('a queue has one phase')
  return { ...inputs, paths: [] }
}

function gitSettingsDestination(
  settings: GitSettings,
  closure: string,
  environment: Environment,
  inherited: Secrets
): Destination {
  const file = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : readSecretFile(resolve(environment.workspace, path))
  const given: Record<string, string | undefined> = {
    'target-repository': settings.git,
    // Another repository's branch is no default for this one.
    'target-branch': settings.branch ?? '',
    'substituter-url': settings.substituterUrl ?? '',
    token: file(settings.tokenFile),
    'signing-key': file(settings.signingKeyFile),
    unsigned: settings.unsigned?.toString(),
    closure,
    compression: settings.compression,
    'compression-level': settings.compressionLevel?.toString(),
    'upstream-keys': settings.upstreamKeys?.join('\n'),
    exclude: settings.exclude?.join('\n'),
    route: settings.route,
    'release-above': settings.releaseAbove?.toString(),
    verify: settings.verify,
    logs: settings.logs?.toString(),
    site: settings.site?.toString()
  }
  const told = withInputs(environment, given)
  // A terminal's environment has forgotten its secrets by the time that it is asked again.
  const own = readSecrets(told, inherited.mask)
  const secrets = {
    ...inherited,
    ...(given['token'] === undefined ? {} : { token: own.token }),
    ...(given['signing-key'] === undefined ? {} : { signingKey: own.signingKey })
  }
  return { kind: 'git', inputs: gitDestination(told, secrets) }
}

/** Throws QUEUE_CONFIG_INVALID. */
function storeDestination({
  store,
  checkSigs = true,
  substituteOnDestination = false
}: StoreSettings): StoreDestination {
  const reason = whyNoStore(store)
  if (reason !== null) {
    throw new NarPublishError({
      code: 'QUEUE_CONFIG_INVALID',
      subject: 'destination store',
      reason
    })
  }
  return { kind: 'store', url: store, checkSigs, substituteOnDestination }
}

/** What keeps a text from being a destination; null: nothing. It is an argument of `nix`: neither an option, nor a place for a password. */
export function whyNoStore(store: string): string | null {
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\/[^\s\p{Cc}]*$/u.test(store) && URL.canParse(store)
  const isPath = /^\/[^\p{Cc}]*$/u.test(store)
  if (!isUrl && !isPath) {
    return `${quote(store)} is neither the address of a store (\`file://\`, \`ssh://\`, \`s3://\`) nor an absolute path`
  }
  return isUrl && new URL(store).password !== ''
    ? 'the address holds a password, which every user of the machine could read'
    : null
}

function withInputs(
  environment: Environment,
  given: Readonly<Record<string, string | undefined>>
): Environment {
  return { ...environment, input: (name) => given[name] ?? environment.input(name) }
}

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    const subject = `file ${quote(file)}`
    const reason = `it cannot be read (${codeOf(cause)})`
    throw new NarPublishError({ code: 'QUEUE_CONFIG_INVALID', subject, reason, cause })
  }
}

/** Says which queue an error is about. */
function inQueue<T>(name: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    throw error.with({ subject: `queues.${name}.destination, ${error.subject}` })
  }
}
