import prettyBytes from 'pretty-bytes'
import { checkPublicKey } from '../binary-cache/signature.ts'
import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets } from '../environment.ts'
import { terminalText } from '../harmless.ts'
import { parseTrustedKeys } from '../inputs/trusted-keys.ts'
import { parseProvenanceRequest } from '../provenance/inputs.ts'
import { count } from '../text.ts'
import { runAsReader } from './as-reader/command.ts'
import { diagnose, isSound, type Diagnosis } from './doctor.ts'
import { findingLines } from './finding-lines.ts'
import { openStore } from './open-store.ts'

/** `nar-publish doctor TARGET`. */
export async function runDoctor(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log } = run
  const [target, ...more] = given.operands
  if (target === undefined) throw usage(command, 'arguments', 'the store to check is missing')
  if (more.length > 0) throw usage(command, 'arguments', 'one store is checked at a time')
  if (given.switches.get('as-reader') === true) return runAsReader(run, target)
  for (const name of ['path', 'newest']) {
    if (given.values.has(name)) throw usage(command, `option --${name}`, 'it is for --as-reader')
  }
  const environment = run.environmentWith(inputsOf(command, given))
  const publicKeys = given.values.get('public-key') ?? []
  // Said before anything is downloaded: it throws for what is no key.
  const { trustedKeys, request } = typed(() => {
    publicKeys.forEach(checkPublicKey)
    return {
      trustedKeys: parseTrustedKeys(environment),
      request: parseProvenanceRequest(environment)
    }
  })
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
    provenance: request && { request, scratch: run.scratch },
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

/** What doctor found, for a terminal: errors first, then notes, then counts. */
export function diagnosisText(diagnosis: Diagnosis): string {
  const { findings, counts, upstream, repair } = diagnosis
  const errors = findings.filter(({ kind }) => kind === 'error')
  const notes = findings.filter(({ kind }) => kind === 'note')
  const open = errors.filter(({ repaired }) => !repaired)
  const lines = [
    ...findingLines(errors),
    ...findingLines(notes),
    ...(repair === null ? [] : [`repaired: ${repair}`]),
    [
      count(counts.narInfos, 'narinfo'),
      `${counts.signed} signed`,
      `${count(counts.nars, 'NAR')} (${prettyBytes(counts.narBytes)})`,
      count(counts.rows, 'catalogue row'),
      count(counts.pins, 'pin'),
      ...(counts.oldFiles === 0 ? [] : [`${count(counts.oldFiles, 'file')} of the old script`]),
      `${count(upstream.length, 'reference')} left to upstream caches`
    ].join(', '),
    isSound(diagnosis)
      ? `${diagnosis.store} is sound.`
      : `${diagnosis.store}: ${count(open.length, 'finding')} to mend.`
  ]
  return terminalText(lines)
}
