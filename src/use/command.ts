import { resolve } from 'node:path'
import {
  netrcLines,
  readerKinds,
  readerLines,
  readerSettings,
  type ReaderKind
} from '../catalogue/reader-lines.ts'
import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets, type Environment } from '../environment.ts'
import { isOneOf } from '../inputs/readers.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { userConfFiles } from '../nix/settings.ts'
import { parseUseInputs } from './inputs.ts'
import { requireTrust } from './keys.ts'
import { readMachine, usualNetrc, type Machine } from './machine.ts'
import { readCache, type FoundCache } from './read-cache.ts'
import { administratorText, netrcAdvice, useText } from './report/text.ts'
import { writeNixConf, type WrittenConf } from './write-nix-conf.ts'

/** `nar-publish use CACHE`: prints the lines that make it known, or writes them into a nix.conf. */
export async function runUse(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log, scratch } = run
  const [target, ...more] = given.operands
  if (target === undefined) throw usage(command, 'arguments', 'the cache to use is missing')
  if (more.length > 0) throw usage(command, 'arguments', 'one cache is used at a time')
  const kind = parseKind(run)
  const environment = run.environmentWith(
    new Map([...inputsOf(command, given), ['mode', 'use'], ['target-repository', target]])
  )
  const secrets = readSecrets(environment, (secret) => {
    log.hide(secret)
  })
  const inputs = typed(() => parseUseInputs(environment, secrets))
  forgetSecrets()
  const file = fileToWrite(run, environment)
  const found = await readCache({ inputs, environment, scratch, log, timings: [] })
  const { cache, keys } = found
  if (file !== null) requireTrust(cache.repository, keys)
  const machine = file === null ? null : await readMachine(environment, log)
  const written = file === null ? null : writeNixConf(file, readerSettings(cache))
  const warnings = [...found.warnings, ...(written?.warnings ?? [])]
  for (const text of warnings) log.warning(text)
  log.info(`${cache.repository}, branch ${found.branch}: ${keys.origin}`)
  const netrcFile = machine?.settings.get('netrc-file') ?? usualNetrc
  // On a terminal without a kind, the text has it.
  if (kind !== null || written !== null) {
    for (const line of netrcLines(cache)) log.info(`${netrcFile} needs (${netrcAdvice}): ${line}`)
  }
  if (written !== null && machine?.isTrusted === false) log.warning(administratorText(cache))
  return {
    json: jsonResult(found, netrcFile, machine, written, warnings),
    text: written === null ? useText(cache, kind, netrcFile) : writtenText(found, written, machine),
    error: null
  }
}

/** null: all of them. Standard output that is no terminal is a file or a program, which one kind is meant for. */
function parseKind({ command, arguments: given }: CommandRun): ReaderKind | null {
  const text = given.values.get('for')?.[0]
  if (text === undefined) return process.stdout.isTTY ? null : 'nix.conf'
  if (!isOneOf(readerKinds, text)) {
    throw usage(command, 'option --for', `the readers are ${readerKinds.join(', ')}`)
  }
  if (given.switches.get('write') === true && text !== 'nix.conf') {
    throw usage(command, 'options --for and --write', 'only nix.conf is written')
  }
  return text
}

/** null: nothing is written. */
function fileToWrite(
  { command, arguments: given }: CommandRun,
  { workspace, childEnvironment }: Environment
): string | null {
  const file = given.values.get('file')?.[0]
  if (given.switches.get('write') === true) {
    return resolve(workspace, file ?? userConfFiles(childEnvironment)[0] ?? '')
  }
  if (file !== undefined) throw usage(command, 'option --file', 'it is for --write')
  return null
}

function writtenText(
  { cache }: FoundCache,
  { file, changed }: WrittenConf,
  machine: Machine | null
): string {
  const what = changed
    ? `${file} now names ${cache.repository}`
    : `${file} is unchanged: it names ${cache.repository} already`
  if (machine === null) return `${what}. There is no Nix in PATH to read it.`
  return machine.isTrusted === null
    ? `${what}. Whether Nix’s daemon takes substituters from this user is not known.`
    : `${what}.`
}

function jsonResult(
  { branch, cache, keys, isPrivate, provenance }: FoundCache,
  netrcFile: string,
  machine: Machine | null,
  written: WrittenConf | null,
  warnings: readonly string[]
): Record<string, unknown> {
  const [netrc] = netrcLines(cache)
  return {
    repository: cache.repository,
    branch,
    private: isPrivate,
    substituter: cache.substituterUrl,
    'public-keys': cache.publicKeys,
    'keys-vouched-by': keys.vouchedBy,
    provenance,
    lines: Object.fromEntries(
      readerKinds.map((kind) => [kind, readerLines[kind](cache).join('\n')])
    ),
    netrc: netrc === undefined ? null : { file: netrcFile, line: netrc },
    written: written === null ? null : { file: written.file, changed: written.changed },
    'user-trusted': machine?.isTrusted ?? null,
    warnings
  }
}
