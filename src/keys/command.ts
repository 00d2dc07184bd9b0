import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSecretKey, type SecretKey } from '../binary-cache/signature.ts'
import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { typed } from '../cli/typed.ts'
import { readSecret } from '../cli/secret-files.ts'
import { openStore } from '../doctor/open-store.ts'
import { forgetSecrets, type Environment } from '../environment.ts'
import { parseBoolean } from '../inputs/readers.ts'
import { parseSigningKeys } from '../inputs/secrets.ts'
import { didYouMean } from '../near.ts'
import { readKeys, retireKey } from './keys.ts'
import { keysText, retirementText, retirementWarnings } from './report.ts'

/** `nar-publish keys CACHE`, and `nar-publish keys retire NAME CACHE`. */
export async function runKeys(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log, scratch } = run
  const { name, cache: target } = operandsOf(run)
  const environment = run.environmentWith(inputsOf(command, given))
  const token = environment.input('token')
  log.hide(token)
  const signWith = readSigner(run, environment)
  const dryRun = name !== null && typed(() => parseBoolean(environment, 'dry-run'))
  forgetSecrets()
  const request = {
    // A repository that is fetched by git is so once more in a round that somebody else was quicker in.
    open: async () => {
      const folder = await mkdtemp(join(scratch, 'keys-'))
      return openStore({ target, token, environment, scratch: folder, log })
    },
    childEnvironment: environment.childEnvironment,
    log
  }
  if (name === null) {
    const report = await readKeys(request)
    return { json: { ...report }, text: keysText(report), error: null }
  }
  const report = await retireKey({ ...request, name, signWith, dryRun })
  for (const text of retirementWarnings(report, dryRun)) log.warning(text)
  return { json: { dryRun, ...report }, text: retirementText(report, dryRun), error: null }
}

interface Operands {
  /** Of the key to retire; null: keys are listed. */
  name: string | null
  cache: string
}

/** Throws USAGE. */
function operandsOf({ command, arguments: given }: CommandRun): Operands {
  const { operands } = given
  if (command.name === 'keys') {
    const [cache, ...others] = operands
    if (cache === undefined) throw usage(command, 'arguments', 'the cache is missing')
    if (others.length === 0) return { name: null, cache }
    const meant = didYouMean(`${command.name} ${cache}`, ['keys retire'])
    throw usage(command, 'arguments', 'one cache is looked at at a time', { meant })
  }
  const [name = '', cache, ...more] = operands
  if (cache === undefined || more.length > 0) {
    throw usage(command, 'arguments', 'it is `keys retire NAME CACHE`')
  }
  if (name === '' || name.includes(':')) {
    throw usage(command, 'arguments', 'the name of a key is what stands before its colon')
  }
  return { name, cache }
}

/** Throws INPUT_INVALID, SIGNING_KEY_INVALID. */
function readSigner({ arguments: given, log }: CommandRun, environment: Environment): SecretKey[] {
  const file = given.values.get('sign-with')?.[0]
  if (file === undefined) return []
  const signingKey = readSecret('sign-with', file)
  const secrets = { token: '', signingKey, mask: log.hide }
  const keys = parseSigningKeys(environment, secrets)
  // An empty file is no key.
  return keys.length === 0 ? [parseSecretKey('')] : keys
}
