import { terminalText } from '../../harmless.ts'
import { onTerminal } from '../../report/sentence.ts'
import { list } from '../../text.ts'
import { placeOf } from '../places.ts'
import { syncSentence } from './outcome.ts'
import type { SyncReport } from './types.ts'

/** What a version-sync did, in a few lines for a terminal. */
export function syncText(report: SyncReport): string {
  const { versions, hashes, untraced, checks, pullRequest, commit, notes } = report
  const lines = [
    onTerminal(syncSentence(report)),
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
