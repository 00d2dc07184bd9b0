import prettyBytes from 'pretty-bytes'
import { terminalText } from '../../harmless.ts'
import { whatWent, whyKept } from './outcome.ts'
import type { PruneReport } from './types.ts'

/** What a prune did, in a few lines for a terminal. */
export function pruneText(report: PruneReport): string {
  const { removed, bytes, commit, notes } = report
  const lines = [
    headline(report),
    ...removed.map(({ storePath, fileSize }) => `  ${storePath}  ${prettyBytes(fileSize)}`),
    ...whyKept(report).map((text) => `  kept: ${text}`),
    ...notes.map((note) => `note: ${note}`),
    `files of the branch  ${prettyBytes(bytes.before)} → ${prettyBytes(bytes.after)}`,
    `commit               ${commit.url || commit.sha}`
  ]
  return terminalText(lines)
}

function headline(report: PruneReport): string {
  const where = `${report.target.name}, branch ${report.target.branch}`
  const what = whatWent(report)
  switch (report.outcome) {
    case 'pruned':
      return `Removed ${what} from ${where}.`
    case 'nothing':
      return `Nothing was removed from ${where}: everything in it is to be kept.`
    case 'dry-run':
      return what === ''
        ? `Dry run: nothing would be removed from ${where}.`
        : `Dry run, nothing was written: ${what} would go from ${where}.`
    case 'fork':
      return `Nothing was removed from ${where}: a pull request from a fork may only read.`
  }
}
