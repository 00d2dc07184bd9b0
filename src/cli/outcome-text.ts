import prettyBytes from 'pretty-bytes'
import { skipTexts } from '../report/outcome.ts'
import { skipReasons, type PublishReport } from '../report/types.ts'
import { count } from '../report/words.ts'
import { plainText } from '../terminal-log.ts'

/** What a publish did, in a few lines for a terminal. */
export function outcomeText(report: PublishReport): string {
  const { target, commit, publicKey, skipped, failures } = report
  const lines = [
    headline(report),
    ...report.published.map(
      ({ storePath, fileSize }) => `  ${storePath}  ${prettyBytes(fileSize)}`
    ),
    ...skipReasons.flatMap((reason) => {
      const number = skipped.filter((path) => path.reason === reason).length
      return number === 0 ? [] : [`  ${count(number, 'path')} ${skipTexts[reason]}`]
    }),
    ...failures.map(({ installable, code }) => `  failed: ${installable} (${code})`),
    ...(commit === null ? [] : [`commit       ${commit.url}`]),
    `substituter  ${target.substituterUrl}`,
    `public key   ${publicKey ?? 'none: the cache is unsigned'}`
  ]
  return lines.map(plainText).join('\n')
}

function headline(report: PublishReport): string {
  const { outcome, published, closure, uploads, target } = report
  const where = `${target.name}, branch ${target.branch}`
  const what =
    `${count(published.length, 'artifact')} and ${count(closure.length, 'path')} of the closure ` +
    `(${count(uploads.nars, 'NAR')}, ${prettyBytes(uploads.fileBytes)})`
  switch (outcome) {
    case 'published':
      return `Published ${what} to ${where}.`
    case 'nothing-new':
      return `Nothing was published to ${where}: ${published.length + closure.length > 0 ? 'another publisher brought the same meanwhile' : 'nothing is new'}.`
    case 'dry-run':
      return `Dry run, nothing was written: ${what} would go to ${where}.`
    case 'fork':
      return `Nothing was published to ${where}: a pull request from a fork may only read.`
  }
}
