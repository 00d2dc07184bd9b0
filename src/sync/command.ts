import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets, type Environment } from '../environment.ts'
import { terminalText } from '../harmless.ts'
import { valueOf } from '../inputs/readers.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { jsonOutputs } from '../report/outputs.ts'
import { onTerminal } from '../report/sentence.ts'
import { list } from '../text.ts'
import { shownDiff } from './diff.ts'
import { ofOne, parseSyncInputs, type SyncInputs } from './inputs.ts'
import { bringMany } from './many/bring-many.ts'
import type { ManyInputs } from './many/inputs.ts'
import { manyJson } from './many/outputs.ts'
import { manyText } from './many/summary.ts'
import { pullRequestOptions } from './options.ts'
import { placeOf } from './types.ts'
import { besideWords } from './report/beside-words.ts'
import { syncSentence } from './report/outcome.ts'
import { syncOutputs } from './report/outputs.ts'
import type { SyncReport } from './report/types.ts'
import { sync } from './sync.ts'

/** `nar-publish version-sync PACKAGE [VERSION]`: the action's `mode: version-sync`, on the checkout that it stands in. */
export async function runSync(run: CommandRun): Promise<CommandResult> {
  const { log, scratch } = run
  const { inputs, environment } = readSyncInputs(run)
  forgetSecrets()
  const many = await bringMany({ inputs, environment, scratch, log, timings: [] })
  if (many !== null) {
    const { report, error } = many
    return {
      ...told(run, environment, manyText(report), report.diff),
      json: manyJson(report),
      error
    }
  }
  const { report, error } = await sync({
    ...{ inputs: ofOne(inputs), environment, scratch, log, timings: [] }
  })
  return {
    ...told(run, environment, syncText(report), report.diff),
    json: jsonResult(report),
    error
  }
}

/** The diff of a dry run alone is on standard output, so that `| git apply` takes it. */
function told(
  { log }: CommandRun,
  environment: Environment,
  text: string,
  diff: string | null
): Pick<CommandResult, 'text'> {
  if (diff === null) return { text }
  log.info(text)
  const isJob = environment.childEnvironment['GITHUB_ACTIONS'] === 'true'
  // Its last line may be a blank one of the file's, which belongs to it.
  return { text: shownDiff(diff, process.stdout, isJob).replace(/\n$/, '') }
}

/** What was typed, as the action's inputs and as what they mean. Throws USAGE, and what `parseSyncInputs` throws. */
export function readSyncInputs(run: CommandRun): {
  inputs: SyncInputs | ManyInputs
  environment: Environment
} {
  const { command, arguments: given, log } = run
  const words = inputsOf(command, given)
  words.set('mode', 'version-sync')
  const packages = given.operands.filter((word, index) => index === 0 || isPackage(word))
  const [version, ...more] = given.operands.slice(1).filter((word) => !isPackage(word))
  if (more.length > 0) throw usage(command, 'arguments', 'there is more than one VERSION')
  if (packages.length > 0) words.set('package', packages.join('\n'))
  if (version !== undefined) words.set('version', version)

  const opensPullRequest = given.switches.get('pull-request') === true
  const phase = valueOf(run.environmentWith(words), 'phase')
  if (phase === 'list') {
    throw usage(command, 'phase list', 'the command for it is `nar-publish outdated`')
  }
  if (phase === 'compute' && opensPullRequest) {
    throw usage(command, 'option --pull-request', 'phase `compute` writes a file and nothing else')
  }
  const commits = given.switches.get('commit') === true
  if (commits && (opensPullRequest || phase !== 'all')) {
    const other = opensPullRequest
      ? '--pull-request writes a branch'
      : `phase \`${phase}\` writes something else`
    throw usage(command, 'option --commit', `it is about the checkout, and ${other}`)
  }
  if (phase === 'all' && !opensPullRequest) {
    const ofPullRequest = pullRequestOptions.find(
      (name) => given.values.has(name) || given.switches.has(name)
    )
    if (ofPullRequest !== undefined) {
      throw usage(
        command,
        `option --${ofPullRequest}`,
        'it is about a pull request, and without --pull-request the checkout is written'
      )
    }
  }
  if (phase !== 'commit') {
    const asked = run.environmentWith(words)
    if (asked.input('package') === '') {
      throw usage(command, 'arguments', 'PACKAGE is missing: what to update')
    }
    // From a terminal there is no release event that would tell.
    if (asked.input('version') === '' && asked.release === null) words.set('version', 'latest')
  }
  const environment = run.environmentWith(words)
  const needsRepository = opensPullRequest || phase === 'commit'
  if (
    needsRepository &&
    environment.input('target-repository') === '' &&
    environment.repository === null
  ) {
    throw usage(
      command,
      'option --target-repository',
      'it is missing: the repository that the pull request is opened in'
    )
  }
  const secrets = readSecrets(environment, log.hide)
  const destination = opensPullRequest ? 'pull-request' : commits ? 'commit' : 'checkout'
  return { inputs: typed(() => parseSyncInputs(environment, secrets, destination)), environment }
}

/** Whether it is no VERSION: those have no `#`, but for a branch's name, and begin with neither. */
function isPackage(word: string): boolean {
  return /^(?:\.|file:|(?!branch:)[^]*#)/.test(word)
}

/** The action's outputs as the JSON that they mean, and what only a terminal's run has. */
function jsonResult(report: SyncReport): Record<string, unknown> {
  const { hashes, ...outputs } = jsonOutputs(syncOutputs(report, Infinity), ['changed', 'hashes'])
  return {
    ...outputs,
    outcome: report.outcome,
    hashes,
    'pull-request-number': report.pullRequest?.number ?? null,
    ...(report.diff === null ? {} : { diff: report.diff }),
    ...(report.computedFile === null ? {} : { 'computed-file': report.computedFile })
  }
}

/** What a version-sync did, in a few lines for a terminal. */
export function syncText(report: SyncReport): string {
  const { versions, hashes, untraced, checks, pullRequest, commit, notes } = report
  const { made, left } = besideWords(report.beside, String, String)
  const lines = [
    onTerminal(syncSentence(report)),
    ...versions.map((edit) => `  ${placeOf(edit)}  ${edit.text} → ${edit.replacement}`),
    ...hashes.map(
      (edit) =>
        `  ${placeOf(edit)}  ${edit.oldHash ?? '(a placeholder)'} → ${edit.newHash}  ${list(edit.derivations)}`
    ),
    ...made.map((line) => `  ${line}`),
    ...left.map((line) => `  not made anew: ${line}`),
    ...checks.map(
      ({ name, result, detail }) =>
        `  ${result === 'passed' ? '✓' : '–'} ${name}${detail === '' ? '' : `: ${detail}`}`
    ),
    ...untraced.map(
      (span) => `  left alone, as nothing comes from it: the hash at ${placeOf(span)}`
    ),
    ...notes.map((note) => `note: ${note}`),
    ...(pullRequest === null ? [] : [`pull request  ${pullRequest.url}`]),
    ...(commit === null ? [] : [`commit        ${commit.url ?? commit.sha}`])
  ]
  return terminalText(lines)
}
