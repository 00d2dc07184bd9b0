import { verifySignature } from '../binary-cache/signature.ts'
import { usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { inputsOf } from '../cli/inputs.ts'
import { forgetSecrets } from '../environment.ts'
import { parseTrustedKeys } from '../inputs/trusted-keys.ts'
import { diagnosisText } from './diagnosis-text.ts'
import { diagnose, isSound } from './doctor.ts'
import { openStore } from './open-store.ts'

/** `nar-publish doctor TARGET`. */
export async function runDoctor(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log } = run
  const [target, ...more] = given.operands
  if (target === undefined) throw usage(command, 'arguments', 'the store to check is missing')
  if (more.length > 0) throw usage(command, 'arguments', 'one store is checked at a time')
  const environment = run.environmentWith(inputsOf(command, given))
  const publicKeys = given.values.get('public-key') ?? []
  // Said before anything is downloaded: it throws for what is no key.
  for (const key of publicKeys) verifySignature(key, nothingSigned, '')
  const trustedKeys = parseTrustedKeys(environment)
  const token = environment.input('token')
  log.hide(token)
  const store = await openStore({ target, token, environment, scratch: run.scratch, log })
  forgetSecrets()
  const diagnosis = await diagnose({
    store,
    publicKeys,
    trustedKeys,
    isQuick: given.switches.get('quick') === true,
    fix: given.switches.get('fix') === true,
    childEnvironment: environment.childEnvironment,
    log
  })
  return {
    json: { sound: isSound(diagnosis), ...diagnosis },
    text: diagnosisText(diagnosis),
    error: null,
    isSound: isSound(diagnosis)
  }
}

const nothingSigned = { storePath: '', narHash: '', narSize: 0, references: [] }
