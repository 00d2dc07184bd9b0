import prettyBytes from 'pretty-bytes'
import { terminalText } from '../../harmless.ts'
import { pinLine, unpinLine } from '../../pins/pin.ts'
import { count, list } from '../../text.ts'
import { bringsNothing, brought, reasons, skipTexts } from './outcome.ts'
import { skipReasons, type PublishReport } from './types.ts'

/** What a publish did, in a few lines for a terminal. */
export function outcomeText(report: PublishReport): string {
  const { target, commit, publicKey, skipped, failures } = report
  const lines = [
    headline(report),
    ...report.published.map(
      ({ storePath, fileSize }) => `  ${storePath}  ${prettyBytes(fileSize)}`
    ),
    ...report.pins.map(pinLine),
    ...report.unpinned.map(unpinLine),
    ...skipReasons.flatMap((reason) => {
      const number = skipped.filter((path) => path.reason === reason).length
      return number === 0 ? [] : [`  ${count(number, 'path')} ${skipTexts[reason]}`]
    }),
    ...failures.map(({ installable, code }) => `  failed: ${installable} (${code})`),
    ...(commit === null ? [] : [`commit       ${commit.url || commit.sha}`]),
    `substituter  ${target.substituterUrl ?? `none: readers clone ${target.cloneUrl ?? target.name}`}`,
    `public key   ${publicKey ?? keyless(report)}`,
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

function headline(report: PublishReport): string {
  const { outcome, target } = report
  const where = `${target.name}, branch ${target.branch}`
  switch (outcome) {
    case 'published':
      return `Published ${brought(report)} to ${where}.`
    case 'nothing-new':
      return `Nothing was published to ${where}: ${reasons(report)}.`
    case 'dry-run':
      return bringsNothing(report)
        ? `Dry run: nothing would be published to ${where}: ${reasons(report)}.`
        : `Dry run, nothing was written: ${brought(report)} would go to ${where}.`
    case 'fork':
      return `Nothing was published to ${where}: a pull request from a fork may only read.`
    case 'packed':
      return bringsNothing(report)
        ? `Nothing was packed for ${where}: ${reasons(report)}.`
        : `Packed ${brought(report)} for ${where}; --phase commit publishes it.`
  }
}
