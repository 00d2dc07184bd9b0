import prettyBytes from 'pretty-bytes'
import {
  code,
  either,
  fromFork,
  link,
  say,
  strong,
  words,
  type Sentence
} from '../../report/sentence.ts'
import { count, list } from '../../text.ts'
import {
  skipReasons,
  type CachedBranchReport,
  type PublishReport,
  type SkippedPath,
  type SkipReason
} from './types.ts'

/** What was published, or that nothing was, and why. */
export function outcomeSentence(report: PublishReport): Sentence {
  const { outcome, target, commit } = report
  const where = say`${target.name}, branch ${code(target.branch)}`
  const what = words(brought(report))
  const why = words(reasons(report))
  const failed = either(failedSentence(report), [])
  switch (outcome) {
    case 'published': {
      const at = commit === null ? [] : say`, in commit ${link(commit.sha.slice(0, 7), commit.url)}`
      return say`${strong`Published`} ${what} to ${where}${either(at, [])}.${failed}`
    }
    case 'nothing-new':
      return say`${strong`Nothing was published`} to ${where}: ${why}.`
    case 'dry-run':
      return bringsNothing(report)
        ? say`${strong`Dry run`}: nothing would be published to ${where}: ${why}.`
        : say`${strong`Dry run, nothing was written`}: ${what} would go to ${where}.${failed}`
    case 'fork': {
      const more = bringsNothing(report)
        ? say` Nothing is new either: ${why}.`
        : say` New would be ${what}.${failed}`
      return say`${strong`Nothing was published`} to ${where}: ${fromFork}${either(more, [])}`
    }
    case 'packed': {
      const commits = either(say`a run with ${code('phase: commit')}`, say`--phase commit`)
      return bringsNothing(report)
        ? say`${strong`Nothing was packed`} for ${where}: ${why}.`
        : say`${strong`Packed`} ${what} for ${where}; ${commits} publishes it.${failed}`
    }
  }
}

/** Where the branch of the source repository is that follows readers. */
export function cachedBranchSentence(branch: CachedBranchReport): Sentence {
  const { name, repository, commit, isMoved } = branch
  const at = link(commit.sha.slice(0, 7), commit.url)
  const verb = words(isMoved ? 'is at' : 'was there before, at')
  return say`Branch ${code(name)} of ${repository} ${verb} ${at}: readers get all of it from the cache.`
}

export function bringsNothing(report: PublishReport): boolean {
  const { published, closure, signed, movedPins, unpinned } = report
  const pins = movedPins.length + unpinned.length
  return published.length + closure.length + signed.length + pins === 0
}

/** `2 artifacts and 1 path of the closure (3 NARs, 1.2 MB, unpacked 3.4 MB)`, or `1 pin` */
function brought(report: PublishReport): string {
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

function failedSentence({ failures }: PublishReport): Sentence {
  const number = words(count(failures.length, 'installable'))
  return failures.length === 0 ? [] : say` ${strong`${number} failed.`}`
}

const skipTexts: Record<SkipReason, string> = {
  held: 'already in the target',
  upstream: 'in upstream caches',
  excluded: 'excluded',
  handed: 'packed by another job'
}

/** For each reason that there was: `2 paths already in the target`, and which. */
export function skippedGroups({ skipped }: Pick<PublishReport, 'skipped'>): SkippedGroup[] {
  return skipReasons.flatMap((reason) => {
    const paths = skipped.filter((path) => path.reason === reason)
    return paths.length === 0
      ? []
      : [{ heading: `${count(paths.length, 'path')} ${skipTexts[reason]}`, paths }]
  })
}

interface SkippedGroup {
  heading: string
  paths: readonly SkippedPath[]
}

function reasons(report: PublishReport): string {
  // Between the look at the branch and the commit; the commit of the other one holds it all.
  if (!bringsNothing(report)) return 'another publisher brought the same meanwhile'
  const { failures } = report
  const texts = skippedGroups(report).map(({ heading }) => heading)
  if (failures.length > 0) texts.push(`${count(failures.length, 'installable')} failed`)
  return texts.length === 0 ? 'no store path was asked for' : list(texts)
}
