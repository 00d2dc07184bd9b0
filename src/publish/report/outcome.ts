import prettyBytes from 'pretty-bytes'
import { markdownCode, markdownLink, markdownText } from '../../markdown/markdown.ts'
import { count, list } from '../../text.ts'
import { skipReasons, type PublishReport, type SkipReason } from './types.ts'

/** The summary's first line: what was published, or that nothing was, and why. Markdown. */
export function outcomeSentence(report: PublishReport): string {
  const { outcome, target, commit } = report
  const where = `${markdownText(target.name)}, branch ${markdownCode(target.branch)}`
  switch (outcome) {
    case 'published': {
      const short = commit?.sha.slice(0, 7) ?? ''
      const link =
        commit === null ? '' : `, in commit ${markdownLink(markdownText(short), commit.url)}`
      return `**Published** ${brought(report)} to ${where}${link}.${failed(report)}`
    }
    case 'nothing-new':
      return `**Nothing was published** to ${where}: ${reasons(report)}.`
    case 'dry-run':
      return bringsNothing(report)
        ? `**Dry run**: nothing would be published to ${where}: ${reasons(report)}.`
        : `**Dry run, nothing was written**: ${brought(report)} would go to ${where}.${failed(report)}`
    case 'fork':
      return (
        `**Nothing was published** to ${where}: the job runs for a pull request from a fork, whose token may only read. ` +
        (bringsNothing(report)
          ? `Nothing is new either: ${reasons(report)}.`
          : `New would be ${brought(report)}.${failed(report)}`)
      )
    case 'packed':
      return bringsNothing(report)
        ? `**Nothing was packed** for ${where}: ${reasons(report)}.`
        : `**Packed** ${brought(report)} for ${where}; a run with \`phase: commit\` publishes it.${failed(report)}`
  }
}

/** These three are plain words, which other renderings use as well. */
export function bringsNothing(report: PublishReport): boolean {
  const { published, closure, signed, movedPins, unpinned } = report
  const pins = movedPins.length + unpinned.length
  return published.length + closure.length + signed.length + pins === 0
}

/** `2 artifacts and 1 path of the closure (3 NARs, 1.2 MB, unpacked 3.4 MB)`, or `1 pin` */
export function brought(report: PublishReport): string {
  const { published, closure, signed, movedPins, unpinned, uploads } = report
  const what = [
    ...(published.length === 0 ? [] : [count(published.length, 'artifact')]),
    ...(closure.length === 0 ? [] : [`${count(closure.length, 'path')} of the closure`]),
    ...(signed.length === 0 ? [] : [`the signature of ${count(signed.length, 'path')}`]),
    ...(movedPins.length === 0 ? [] : [count(movedPins.length, 'pin')]),
    ...(unpinned.length === 0 ? [] : [`the end of ${count(unpinned.length, 'pin')}`])
  ]
  // Pins and signatures bring none.
  if (uploads.nars === 0) return list(what)
  const size = `${prettyBytes(uploads.fileBytes)}, unpacked ${prettyBytes(uploads.narBytes)}`
  return `${list(what)} (${count(uploads.nars, 'NAR')}, ${size})`
}

function failed({ failures }: PublishReport): string {
  return failures.length === 0 ? '' : ` **${count(failures.length, 'installable')} failed.**`
}

/** What follows a number of paths. */
export const skipTexts: Record<SkipReason, string> = {
  held: 'already in the target',
  upstream: 'in upstream caches',
  excluded: 'excluded'
}

export function reasons(report: PublishReport): string {
  // Between the look at the branch and the commit; the commit of the other one holds it all.
  if (!bringsNothing(report)) return 'another publisher brought the same meanwhile'
  const { skipped, failures } = report
  const texts = skipReasons.flatMap((reason) => {
    const number = skipped.filter((path) => path.reason === reason).length
    return number === 0 ? [] : [`${count(number, 'path')} ${skipTexts[reason]}`]
  })
  if (failures.length > 0) texts.push(`${count(failures.length, 'installable')} failed`)
  return texts.length === 0 ? 'no store path was asked for' : list(texts)
}
