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
import { revisionWords } from '../types.ts'
import { isChanged } from './outputs.ts'
import type { ReportedPullRequest, SyncReport } from './types.ts'

/** What became of the package. */
export function syncSentence(report: SyncReport): Sentence {
  const { outcome, name, pullRequest, systems, computedFile } = report
  const version = versionChange(report)
  const what = version === '' ? say`${name}` : say`${name} ${version}`
  const changes = words(edits(report))
  const pull = pullRequest === null ? [] : pullRequestLink(pullRequest)
  switch (outcome) {
    case 'proposed': {
      const did = words(pullRequest?.operation === 'created' ? 'opened' : 'updated')
      const briefly = say`pull request ${pullRequest?.operation ?? 'created'}, ${changes}`
      return say`${strong`${what}`}: ${either(say`${pull} was ${did} (${changes})`, briefly)}.`
    }
    case 'unchanged':
      return pullRequest === null
        ? say`${strong`Nothing to change`}: ${what} has the right hashes already.`
        : say`${strong`Nothing to change`}: ${either(pull, say`the pull request`)} for ${what} is open and up to date.`
    case 'declined':
      return say`${strong`Not proposed again`}: somebody closed ${pull} for ${what}, which is a no to it. Reopen the pull request to have it after all; something newer is proposed as usual.`
    case 'taken-over':
      return say`${strong`Left to people`}: somebody goes on in ${pull}, whose branch stays as it is; ${what} was not proposed.`
    case 'written':
      return say`${strong`${what}`}: ${changes} written${either(say` to the checkout`, [])}.`
    case 'committed':
      return say`${strong`${what}`}: ${changes} committed.`
    case 'computed': {
      const names = systems.flatMap((system, index) => [
        ...words(index > 0 ? ', ' : ''),
        ...code(system)
      ])
      return either(
        say`${strong`Computed`} ${what} for ${names}: ${changes}.`,
        say`${what}: ${changes} computed for ${list(systems)}, in ${computedFile ?? 'no file'}.`
      )
    }
    case 'dry-run':
      return isChanged(report)
        ? say`${strong`Dry run, nothing was written`}: ${what}, ${changes}.`
        : say`${strong`Dry run`}: nothing would change, ${what} has the right hashes already.`
    case 'fork': {
      const more = isChanged(report)
        ? say` It would be ${what}, ${changes}.`
        : say` Nothing would change either.`
      return say`${strong`Nothing was proposed`}: ${fromFork}${either(more, [])}`
    }
  }
}

function pullRequestLink({ repository, number, url }: ReportedPullRequest): Sentence {
  return say`pull request ${link(`${repository}#${number}`, url)}`
}

/** `0.76.0 → 0.76.1`, `0.76.0`, `48358b9 → 9f1c2d3`, or nothing. Plain words, as the next one. */
function versionChange({
  oldVersion,
  newVersion,
  revision
}: Pick<SyncReport, 'oldVersion' | 'newVersion' | 'revision'>): string {
  if (oldVersion !== newVersion) {
    return `${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'}`
  }
  return revision === null ? (newVersion ?? '') : revisionWords(revision)
}

/** `2 hashes and the version in 1 place` */
function edits({ hashes, versions }: Pick<SyncReport, 'hashes' | 'versions'>): string {
  const parts = [
    ...(hashes.length === 0 ? [] : [count(hashes.length, 'hash', 'hashes')]),
    ...(versions.length === 0 ? [] : [`the version in ${count(versions.length, 'place')}`])
  ]
  return parts.length === 0 ? 'no change' : list(parts)
}
