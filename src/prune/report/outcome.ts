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
import { freedBytes, keepReasons, type KeepReason, type PruneReport } from './types.ts'

/** What became of the run. */
export function pruneSentence(report: PruneReport): Sentence {
  const { outcome, target, commit } = report
  const where = say`${target.name}, branch ${code(target.branch)}`
  const went = whatWent(report)
  switch (outcome) {
    case 'pruned': {
      const at = say`; the branch is at ${link(commit.sha.slice(0, 7), commit.url)}`
      return went === ''
        ? say`${strong`Moved`} ${words(movedWords(report))} from the tree of ${where}${either(at, [])}.`
        : say`${strong`Removed`} ${words(went)} from ${where}${either(at, [])}.${alsoMoved(report, 'were moved')}`
    }
    case 'nothing':
      return say`${strong`Nothing was removed`} from ${where}: everything in it is to be kept.`
    case 'dry-run':
      return went === ''
        ? say`${strong`Dry run`}: nothing would be removed from ${where}.${alsoMoved(report, 'would be moved')}`
        : say`${strong`Dry run, nothing was written`}: ${words(went)} would go from ${where}.${alsoMoved(report, 'would be moved')}`
    case 'fork':
      return say`${strong`Nothing was removed`} from ${where}: ${fromFork}`
  }
}

function movedWords({ movedNars = 0 }: PruneReport): string {
  return `${count(movedNars, 'NAR')} to release assets`
}

function alsoMoved(report: PruneReport, verb: string): Sentence {
  const { movedNars = 0 } = report
  return movedNars === 0
    ? []
    : words(` ${count(movedNars, 'NAR')} ${verb} from the tree to release assets.`)
}

/** What went, or would go, in plain words: `2 artifacts, 5 paths, 4 NARs and the history (1.2 MB)`. Empty: nothing. */
export function whatWent(report: PruneReport): string {
  const { removed, removedPaths, removedNars, removedLogs = 0, removedAssets, squashed } = report
  const parts = [
    ...counted(removed.length, 'artifact'),
    ...counted(removedPaths.length, 'path'),
    ...counted(removedNars, 'NAR'),
    ...counted(removedLogs, 'build log'),
    ...counted(removedAssets.length, 'release asset'),
    ...(squashed === null ? [] : ['the history'])
  ]
  if (parts.length === 0) return ''
  return `${list(parts)} (${prettyBytes(freedBytes(report))})`
}

function counted(number: number, noun: string): string[] {
  return number === 0 ? [] : [count(number, noun)]
}

/** Why artifacts stay, each reason with its number, those without any left out. */
export function whyKept({ kept, rules }: PruneReport): string[] {
  const texts: Record<KeepReason, string> = {
    pinned: 'pinned',
    generation: `among the newest ${rules.keepGenerations} of their name, attribute and system`,
    days: `published within ${count(rules.keepDays, 'day')}`,
    referenced: 'needed by what stays'
  }
  return keepReasons.flatMap((reason) => {
    const number = kept.filter((artifact) => artifact.reason === reason).length
    return number === 0 ? [] : [`${count(number, 'artifact')} ${texts[reason]}`]
  })
}
