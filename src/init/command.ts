import { resolve } from 'node:path'
import { usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { forgetSecrets } from '../environment.ts'
import { isOneOf } from '../inputs/readers.ts'
import { checkToken, readSecrets } from '../inputs/secrets.ts'
import { GitHubApi } from '../repository/github/api.ts'
import { defaultLimits } from '../repository/limits.ts'
import { realPace } from '../repository/pace.ts'
import { nobody, personAtTerminal } from './ask.ts'
import { findCheckout } from './checkout.ts'
import { tokenOfGh } from './gh.ts'
import { init } from './init.ts'
import { initJson, initText } from './report.ts'
import { stepNames, type InitOptions, type Questions } from './run.ts'

/** `nar-publish init`: sets up the repository of the checkout. */
export async function runInit(run: CommandRun): Promise<CommandResult> {
  const { log, scratch } = run
  const options = optionsOf(run)
  const questions = questionsOf(run)
  const here = run.environmentWith(new Map())
  const given = readSecrets(here, log.hide).token
  forgetSecrets()
  const { root, owner, repo } = await findCheckout(here, log)
  // Attributes and the workflow are about the root, wherever in the checkout the command was called.
  const environment = { ...here, workspace: root }
  // Who gives a token means that one, and not whoever `gh` is.
  const ofGh = given === '' ? await tokenOfGh({ environment, log }) : null
  if (ofGh !== null) log.hide(ofGh)
  const token = ofGh ?? given
  checkToken(token, 'github', environment)
  const api = new GitHubApi({
    ...{ owner, repo, token, log },
    apiUrl: environment.apiUrl,
    isForkPullRequest: false,
    limits: defaultLimits,
    pace: realPace
  })
  const { report, error } = await init({
    ...{ options, questions, environment, api, log, scratch, token },
    hasGh: ofGh !== null,
    hide: log.hide
  })
  return { json: initJson(report), text: initText(report), error }
}

/** Throws USAGE. */
function optionsOf({ command, arguments: given }: CommandRun): InitOptions {
  const [operand] = given.operands
  if (operand !== undefined) throw usage(command, 'arguments', 'it takes none but options')
  const value = (name: string): string | null => given.values.get(name)?.[0]?.trim() ?? null
  const isOn = (name: string): boolean => given.switches.get(name) === true
  const keyFolder = value('key-folder')
  const skip = (given.values.get('skip') ?? []).map((name) => {
    if (isOneOf(stepNames, name)) return name
    throw usage(command, 'option --skip', `the steps are ${stepNames.join(', ')}`)
  })
  return {
    attribute: value('attribute'),
    keyName: value('key-name'),
    keyFolder: keyFolder === null ? null : resolve(keyFolder),
    replaceSecret: isOn('replace-secret'),
    skip: new Set(skip),
    dryRun: isOn('dry-run')
  }
}

/** Throws USAGE when nobody can be asked and nobody agreed. */
function questionsOf({ command, arguments: { switches } }: CommandRun): Questions {
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY
  if (switches.get('yes') === true) return nobody(command)
  if (isTerminal) return personAtTerminal
  if (switches.get('dry-run') === true) return nobody(command)
  throw usage(
    command,
    'option --yes',
    'there is no terminal to ask on, and nobody agreed to what is to be done'
  )
}
