import prettyBytes from 'pretty-bytes'
import { checkPublicKey } from '../../binary-cache/signature.ts'
import { inputsOf, usage } from '../../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../../cli/command.ts'
import { typed } from '../../cli/typed.ts'
import { oneLine, terminalText } from '../../harmless.ts'
import { parseTrustedKeys } from '../../inputs/trusted-keys.ts'
import { isStorePath } from '../../store-path.ts'
import { count } from '../../text.ts'
import { findingLines } from '../finding-lines.ts'
import { readAsReader, type ReaderDiagnosis, type WhatToRead } from './read-as-reader.ts'
import { openToldCache } from './told-cache.ts'

/** `nar-publish doctor CACHE --as-reader`. */
export async function runAsReader(run: CommandRun, target: string): Promise<CommandResult> {
  const { command, arguments: given, log } = run
  const environment = run.environmentWith(
    new Map([...inputsOf(command, given), ['mode', 'use'], ['target-repository', target]])
  )
  const what = typed(() => parseWhatToRead(run, parseTrustedKeys(environment)))
  const cache = await openToldCache(run, environment, target)
  const { childEnvironment } = environment
  const diagnosis = await readAsReader(cache, what, { childEnvironment, log })
  const isSound = diagnosis.findings.every(({ kind }) => kind === 'note')
  return {
    json: { sound: isSound, ...diagnosis },
    text: readerText(diagnosis, isSound),
    error: null,
    isSound
  }
}

function parseWhatToRead(
  { command, arguments: given }: CommandRun,
  trustedKeys: readonly string[]
): WhatToRead {
  if (given.switches.get('fix') === true) {
    throw usage(command, 'options --as-reader and --fix', 'a reader mends nothing')
  }
  for (const name of ['provenance', 'provenance-workflow', 'trusted-root']) {
    if (given.values.has(name)) {
      const reason = 'provenance is verified in the repository’s files'
      throw usage(command, `options --as-reader and --${name}`, reason)
    }
  }
  const paths = given.values.get('path') ?? []
  const invalid = paths.find((path) => !isStorePath(path))
  if (invalid !== undefined) {
    throw usage(
      command,
      'option --path',
      `${JSON.stringify(invalid.slice(0, 200))} is no store path`
    )
  }
  const [newest] = given.values.get('newest') ?? []
  if (newest !== undefined && !/^[1-9]\d{0,8}$/.test(newest)) {
    throw usage(command, 'option --newest', 'it takes a whole number from 1')
  }
  if (newest !== undefined && paths.length > 0) {
    throw usage(command, 'options --path and --newest', 'either says what is read')
  }
  return {
    paths,
    newest: newest === undefined ? null : Number(newest),
    // Said before anything is downloaded: it throws for what is no key.
    publicKeys: (given.values.get('public-key') ?? []).map(checkPublicKey),
    trustedKeys,
    isQuick: given.switches.get('quick') === true
  }
}

/** What a reader met, for a terminal: errors first, then notes, then counts. */
export function readerText(diagnosis: ReaderDiagnosis, isSound: boolean): string {
  const { findings, counts, upstream, repository } = diagnosis
  const address = oneLine(diagnosis.address)
  const errors = findings.filter(({ kind }) => kind === 'error')
  const notes = findings.filter(({ kind }) => kind === 'note')
  const askedFor =
    counts.asked === counts.listed
      ? count(counts.asked, 'closure')
      : `${counts.asked} of ${count(counts.listed, 'closure')}`
  return terminalText([
    ...findingLines(errors),
    ...findingLines(notes),
    ...(repository === null
      ? []
      : [`${repository.name}, branch ${repository.branch} at ${repository.commit}`]),
    [
      `${count(counts.requests, 'request')}, ${prettyBytes(counts.bytes)}`,
      askedFor,
      `${count(counts.good, 'path')} ${diagnosis.quick ? 'there' : 'read whole'}`,
      count(counts.nars, 'NAR'),
      ...(counts.unread === 0 ? [] : [`${count(counts.unread, 'path')} left unread`]),
      `${count(upstream.length, 'reference')} left to upstream caches`
    ].join(', '),
    isSound
      ? `${address} serves its readers${diagnosis.quick ? '; what the NARs hold was not looked at (--quick)' : ''}.`
      : `${address}: ${count(errors.length, 'finding')}.`
  ])
}
