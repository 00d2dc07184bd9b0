import { inputsOf, usage } from '../../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../../cli/command.ts'
import { typed } from '../../cli/typed.ts'
import { forgetSecrets } from '../../environment.ts'
import { internalError } from '../../errors.ts'
import { readSecrets } from '../../inputs/secrets.ts'
import { parseSyncInputs } from '../inputs.ts'
import { listOutdated, type ListReport } from './list.ts'
import { listText, outdatedOf } from './list-report.ts'

/** `nar-publish outdated PACKAGE...`: the action's `phase: list` of version-sync, without a matrix. */
export async function runOutdated(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log, scratch } = run
  if (given.operands.length === 0)
    throw usage(command, 'arguments', 'PACKAGE is missing: what to look at')
  const environment = run.environmentWith(
    new Map([
      ...inputsOf(command, given),
      ...([
        ['mode', 'version-sync'],
        ['phase', 'list'],
        ['package', given.operands.join('\n')]
      ] as const)
    ])
  )
  const secrets = readSecrets(environment, log.hide)
  const inputs = typed(() => parseSyncInputs(environment, secrets))
  forgetSecrets()
  if (inputs.phase !== 'list') throw internalError('phase', 'it is not the one that was asked for')
  const told = { look: inputs.look, runners: null, outputDirectory: null }
  const { report, error } = await listOutdated({
    ...{ inputs: told, environment, scratch, timings: [] },
    // Its notes stand below the table.
    log: {
      ...log,
      warning: (line) => {
        log.debug(line)
      }
    }
  })
  return { json: jsonResult(report), text: listText(report, process.stdout), error }
}

function jsonResult(report: ListReport): Record<string, unknown> {
  const { packages, sets, counts, head } = report.listing
  return {
    outdated: outdatedOf(report),
    packages: packages.map(({ reference, ...one }) => ({ package: reference.text, ...one })),
    sets: sets.map(({ packages: members, version, shared }) => ({
      packages: members.map(({ reference }) => reference.text),
      version,
      shared
    })),
    head,
    counts,
    notes: report.notes
  }
}
