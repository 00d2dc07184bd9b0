import prettyBytes from 'pretty-bytes'
import { terminalText } from '../../harmless.ts'
import { onTerminal } from '../../report/sentence.ts'
import { pruneSentence, whyKept } from './outcome.ts'
import type { PruneReport } from './types.ts'

/** What a prune did, in a few lines for a terminal. */
export function pruneText(report: PruneReport): string {
  const { removed, bytes, commit, notes } = report
  const lines = [
    onTerminal(pruneSentence(report)),
    ...removed.map(({ storePath, fileSize }) => `  ${storePath}  ${prettyBytes(fileSize)}`),
    ...whyKept(report).map((text) => `  kept: ${text}`),
    ...notes.map((note) => `note: ${note}`),
    `files of the branch  ${prettyBytes(bytes.before)} → ${prettyBytes(bytes.after)}`,
    `commit               ${commit.url || commit.sha}`
  ]
  return terminalText(lines)
}
