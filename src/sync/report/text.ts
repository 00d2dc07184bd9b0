import { terminalText } from '../../harmless.ts'
import { list } from '../../text.ts'
import { placeOf } from '../places.ts'
import { edits, versionChange } from './outcome.ts'
import { isChanged } from './outputs.ts'
import type { SyncReport } from './types.ts'

/** What a version-sync did, in a few lines for a terminal. */
export function syncText(report: SyncReport): string {
  const { versions, hashes, untraced, checks, pullRequest, commit, notes } = report
  const lines = [
    headline(report),
    ...versions.map((edit) => `  ${placeOf(edit)}  ${edit.text} → ${edit.replacement}`),
    ...hashes.map(
      (edit) =>
        `  ${placeOf(edit)}  ${edit.oldHash ?? '(a placeholder)'} → ${edit.newHash}  ${list(edit.derivations)}`
    ),
    ...checks.map(
      ({ name, result, detail }) =>
        `  ${result === 'passed' ? '✓' : '–'} ${name}${detail === '' ? '' : `: ${detail}`}`
    ),
    ...untraced.map(
      (span) => `  left alone, as nothing comes from it: the hash at ${placeOf(span)}`
    ),
    ...notes.map((note) => `note: ${note}`),
    ...(pullRequest === null ? [] : [`pull request  ${pullRequest.url}`]),
    ...(commit === null ? [] : [`commit        ${commit.url}`])
  ]
  return terminalText(lines)
}

function headline(report: SyncReport): string {
  const { outcome, name, pullRequest, computedFile } = report
  const what = `${name} ${versionChange(report)}`.trim()
  switch (outcome) {
    case 'proposed':
      return `${what}: pull request ${pullRequest?.operation ?? 'created'}, ${edits(report)}.`
    case 'unchanged':
      return pullRequest === null
        ? `Nothing to change: ${what} has the right hashes already.`
        : `Nothing to change: the pull request for ${what} is open and up to date.`
    case 'written':
      return `${what}: ${edits(report)} written.`
    case 'computed':
      return `${what}: ${edits(report)} computed for ${list(report.systems)}, in ${computedFile ?? 'no file'}.`
    case 'dry-run':
      return isChanged(report)
        ? `Dry run, nothing was written: ${what}, ${edits(report)}.`
        : `Dry run: nothing would change, ${what} has the right hashes already.`
    case 'fork':
      return `Nothing was proposed: a pull request from a fork may only read.`
  }
}
