import prettyBytes from 'pretty-bytes'
import { terminalText } from '../../harmless.ts'
import { pinLine, unpinLine } from '../../pins/pin.ts'
import { onTerminal } from '../../report/sentence.ts'
import { list } from '../../text.ts'
import { bringsNothing, cachedBranchSentence, outcomeSentence, skippedGroups } from './outcome.ts'
import type { PublishReport } from './types.ts'

/** What a publish did, in a few lines for a terminal. */
export function outcomeText(report: PublishReport): string {
  const { target, commit, signedBy, failures, cachedBranch } = report
  const lines = [
    onTerminal(outcomeSentence(report)),
    ...(cachedBranch === undefined ? [] : [onTerminal(cachedBranchSentence(cachedBranch))]),
    ...report.published.map(
      ({ storePath, fileSize }) => `  ${storePath}  ${prettyBytes(fileSize)}`
    ),
    ...report.pins.map(pinLine),
    ...report.unpinned.map(unpinLine),
    ...skippedGroups(report).map(({ heading }) => `  ${heading}`),
    ...failures.map(({ installable, code }) => `  failed: ${installable} (${code})`),
    ...(commit === null ? [] : [`commit       ${commit.url || commit.sha}`]),
    `substituter  ${target.substituterUrl ?? `none: readers clone ${target.cloneUrl ?? target.name}`}`,
    ...(signedBy.length === 0 ? [keyless(report)] : signedBy).map((key) => `public key   ${key}`),
    ...report.notes.map((note) => `note: ${note}`)
  ]
  return terminalText(lines)
}

function keyless(report: PublishReport): string {
  const { outcome, cacheKeys = [] } = report
  if (outcome === 'packed') return 'none yet: --phase commit signs'
  // A run with nothing to write does not read whether others sign.
  if (bringsNothing(report)) return 'none given: this run signed nothing'
  return cacheKeys.length === 0
    ? 'none: the cache is unsigned'
    : `none given; the cache has ${list(cacheKeys)}`
}
